using System.IO.Compression;
using System.Text;

namespace Jinguo.Testing.Weight;

/// <summary>Requests as browsers send them: compressed answers are welcome.</summary>
internal static class BrotliRequest
{
    public static HttpRequestMessage To(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd("gzip, deflate, br");
        return request;
    }

    public static async Task<string> TextAsync(HttpResponseMessage response, byte[] bytes)
    {
        if (!response.Content.Headers.ContentEncoding.Contains("br"))
            return Encoding.UTF8.GetString(bytes);
        await using var plain = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
