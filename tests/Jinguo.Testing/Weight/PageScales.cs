using System.Net;
using Jinguo.Testing.Web;

namespace Jinguo.Testing.Weight;

/// <summary>Opens pages of a host and weighs them.</summary>
public sealed class PageScales(WebHost host)
{
    private readonly AssetScales assets = new(host.Visit().Http);

    /// <summary>Weighs a page; null where this visitor is sent elsewhere or may not see it.</summary>
    public async Task<PageWeight?> WeighAsync(PageClient client, string visitor, string page, string address)
    {
        // Once for the caches of the process, then to be counted.
        if (await OpenAsync(client, address) is null)
            return null;
        host.Statements.Clear();
        var html = await OpenAsync(client, address) ?? throw new InvalidOperationException($"{address} as {visitor} opened once, and not again.");
        var statements = host.Statements.Statements.Count;
        var document = (await client.GetAsync(address)).Document;
        var found = await assets.WeighAsync(document);
        return new(visitor, page, address, statements, html.Length, found.Sum(asset => asset.Bytes), found.Where(asset => !asset.Kept).Sum(asset => asset.Bytes));
    }

    private static async Task<byte[]?> OpenAsync(PageClient client, string address)
    {
        using var response = await client.Http.SendAsync(BrotliRequest.To(address));
        return response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == "text/html"
            ? await response.Content.ReadAsByteArrayAsync()
            : null;
    }
}
