using System.Net;
using System.Net.Http.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Api;

public sealed class VersionTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task AVersionInTheHeaders_SavesReading_AndKeepsOldChangesOut()
    {
        using var program = host.WithToken((await host.TokenAsync(Role.Chair, host.City.Village, [Right.LedgerRead, Right.LedgerWrite])).Text);
        var address = $"/api/v1/ledgers/records/{Guid.CreateVersion7()}";
        var values = new { day = "2026-11-16", topic = "缝纫", sessions = 1, participants = 12 };
        await program.PutAsJsonAsync(address, new { Type = "training", Organisation = host.City.Village.Id, Values = values });

        var first = await program.GetAsync(new Uri(address, UriKind.Relative));
        var tag = first.Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.NotModified, (await SendAsync(program, HttpMethod.Get, address, "If-None-Match", tag)).StatusCode);

        var corrected = await SendAsync(program, HttpMethod.Post, address + "/correct", "If-Match", tag, new { Values = values with { participants = 13 }, Confirmed = true });
        Assert.True(corrected.IsSuccessStatusCode, await corrected.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(program, HttpMethod.Get, address, "If-None-Match", tag)).StatusCode);

        foreach (var act in new[] { "/correct", "/withdraw" })
        {
            var old = await SendAsync(program, HttpMethod.Post, address + act, "If-Match", tag, new { Values = values with { participants = 14 }, Confirmed = true, Reason = "记错了" });
            Assert.Equal((HttpStatusCode.PreconditionFailed, "application/problem+json"), (old.StatusCode, old.Content.Headers.ContentType?.MediaType));
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string address, string header, string value, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation(header, value);
        return await http.SendAsync(request);
    }
}
