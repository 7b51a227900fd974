using System.Net;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;
using Jinguo.Web.Tests.Access;

namespace Jinguo.Web.Tests.HostileInput;

/// <summary>
/// Whatever is sent to whichever address, the product answers: with a page, a refusal or a redirect, never with a failure,
/// and never with what was sent as part of its own markup.
/// </summary>
public sealed class HostileRequestsTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Script = "<script>alert(7)</script>";

    /// <summary>Percent-encoded where a client could not send it otherwise.</summary>
    private static readonly string[] Values =
    [
        "%00a%00%ED%A0%BD%C0%AF%FF", Uri.EscapeDataString("\"'" + Script + "{{7*7}}${7*7}"), Uri.EscapeDataString("\u202Etxt.exe\u2066甲\uFEFF\uFFFF😀𠮷"),
        new('9', 10_000), Uri.EscapeDataString(string.Concat(Enumerable.Repeat("名", 10_000))), Uri.EscapeDataString("../../etc/passwd' OR 1=1 --%_[]\\"),
        "-1", "9223372036854775807", "0001-01-01", "9999-12-31", "9999", "2026-13", "00000000-0000-0000-0000-000000000000",
    ];

    public static TheoryData<string> Readers => [.. Enum.GetValues<Role>().Where(role => role == Role.Chair || $"{role}".Contains("Admin", StringComparison.Ordinal)).Select(role => $"{role}")];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Nothing_that_is_sent_makes_the_product_fail(string role)
    {
        var samples = new AccessSamples(host);
        var names = await InputNames.OfAsync(host.Services);
        var faults = new List<string>();
        var answered = 0;
        using var browser = new Signed(host, Enum.Parse<Role>(role));
        foreach (var endpoint in (await EndpointList.OfAsync(host.Services)).Where(endpoint => !endpoint.Pattern.Contains("{code:int}", StringComparison.Ordinal)))
        {
            var address = endpoint.Pattern.Contains('{', StringComparison.Ordinal) ? await samples.AddressAsync(endpoint.Pattern, host.City.Township) ?? endpoint.Pattern.Replace("{code}", "0", StringComparison.Ordinal) : endpoint.Pattern;
            foreach (var value in Values)
            {
                var (status, html) = await browser.SendAsync(() => Request(endpoint, address, names[(endpoint.Pattern, endpoint.Method)], value));
                if (status is HttpStatusCode.Forbidden)
                    break;
                answered++;
                if (status >= HttpStatusCode.InternalServerError || html.Contains(Script, StringComparison.Ordinal))
                    faults.Add($"{endpoint.Method} {address}{endpoint.Query} with {value[..Math.Min(40, value.Length)]}: {(int)status}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(answered > 100, $"Only {answered} requests were not refused.");
    }

    private static HttpRequestMessage Request(EndpointLine endpoint, string address, InputNames names, string value)
    {
        var fields = string.Join('&', names.Names.Select(name => $"{Uri.EscapeDataString(name)}={value}"));
        if (endpoint.Method == "GET")
            return new(HttpMethod.Get, $"http://localhost{address}{endpoint.Query}{(endpoint.Query.Length > 0 ? '&' : '?')}{fields}&p={value}&sort={value}&q={value}");
        var request = new HttpRequestMessage(new(endpoint.Method), $"http://localhost{address}{endpoint.Query}");
        request.Content = endpoint.IsPage ? new StringContent(fields, Encoding.ASCII, "application/x-www-form-urlencoded")
            : new StringContent(InputNames.Body(names.Json ?? typeof(object), Uri.UnescapeDataString(value))!.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Add("Origin", "http://localhost");
        return request;
    }

    /// <summary>A browser that signs in again where an act has signed it out.</summary>
    private sealed class Signed(WebHost host, Role role) : IDisposable
    {
        private PageClient? browser;
        private string mark = "";

        public async Task<(HttpStatusCode Status, string Html)> SendAsync(Func<HttpRequestMessage> make)
        {
            for (var attempt = 0; ; attempt++)
            {
                await OpenAsync();
                using var request = make();
                if (request.Content is { Headers.ContentType.MediaType: "application/x-www-form-urlencoded" } form)
                    request.Content = new StringContent($"{await form.ReadAsStringAsync()}&__RequestVerificationToken={Uri.EscapeDataString(mark)}", Encoding.ASCII, "application/x-www-form-urlencoded");
                using var response = await browser!.Http.SendAsync(request);
                var target = response.Headers.Location?.OriginalString ?? "";
                if (attempt == 0 && (response.StatusCode == HttpStatusCode.Unauthorized || target.Contains("/sign-in", StringComparison.Ordinal)))
                {
                    browser.Dispose();
                    browser = null;
                    continue;
                }
                var status = target.Contains("/denied", StringComparison.Ordinal) ? HttpStatusCode.Forbidden : response.StatusCode;
                var isHtml = response.Content.Headers.ContentType?.MediaType == "text/html";
                return (status, isHtml ? await response.Content.ReadAsStringAsync() : "");
            }
        }

        public void Dispose() => browser?.Dispose();

        private async Task OpenAsync()
        {
            if (browser is not null)
                return;
            browser = await host.SignInAsync(role, host.City.Township);
            mark = (await browser.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        }
    }
}
