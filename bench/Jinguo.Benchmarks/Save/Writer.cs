using System.Diagnostics;
using System.Net;
using Jinguo.Testing.Web;

namespace Jinguo.Benchmarks.Save;

/// <summary>A village chair at her browser: signed in through the page, sends the form 记一笔 of a training again and again.</summary>
internal sealed class Writer : IDisposable
{
    private readonly PageClient client;
    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);
    private readonly string name;
    private int sent;

    private Writer(PageClient client, string name) => (this.client, this.name) = (client, name);

    public static async Task<Writer> SignInAsync(Uri address, string user, string password)
    {
        var cookies = new CookieContainer();
        var connection = new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        var writer = new Writer(new(new HttpClient(connection) { BaseAddress = address }, cookies), user);
        await (await writer.client.GetAsync("/sign-in")).Form().Set("UserName", user).Set("password", password).SubmitAsync();
        var form = (await writer.client.GetAsync("/ledgers/new/training")).Form();
        foreach (var kept in (string[])["__RequestVerificationToken", "body", "f-day"])
            writer.fields[kept] = form.Value(kept) ?? "";
        writer.fields["f-place"] = "妇女之家";
        writer.fields["f-participants"] = "50";
        writer.fields["f-participants-hedge"] = "余";
        return writer;
    }

    /// <summary>Sends the form once.</summary>
    /// <returns>Milliseconds until the answer that it is saved.</returns>
    public async Task<double> SaveAsync(CancellationToken cancel)
    {
        fields["key"] = Guid.CreateVersion7().ToString();
        fields["f-topic"] = $"刺绣{name}第{++sent}";
        using var content = new FormUrlEncodedContent(fields);
        var start = Stopwatch.GetTimestamp();
        using var response = await client.Http.PostAsync(new Uri("/ledgers/new/training", UriKind.Relative), content, cancel);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return response.StatusCode == HttpStatusCode.Found
            ? elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"The record was not saved ({response.StatusCode}): {await response.Content.ReadAsStringAsync(cancel)}");
    }

    public void Dispose() => client.Dispose();
}
