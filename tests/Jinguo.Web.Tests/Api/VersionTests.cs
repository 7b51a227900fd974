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

    [Fact]
    public async Task AList_CarriesATagOfWhatItSays_AndIsSentAgainOnlyWhereThatHasChanged()
    {
        using var program = host.WithToken((await host.TokenAsync(Role.Chair, host.City.Township, [Right.LedgerRead, Right.LedgerWrite, Right.FigureRead, Right.TableRead, Right.ReportRead])).Text);
        string[] lists =
        [
            $"/api/v1/organisations/{host.City.Township.Code}", $"/api/v1/organisations/{host.City.Township.Code}/children", "/api/v1/ledgers/types", "/api/v1/ledgers/records?type=training",
            "/api/v1/figures?period=2026&measure=training.sessions", "/api/v1/figures/measures", "/api/v1/tables", "/api/v1/tables/definitions", "/api/v1/reports", "/api/v1/reports/templates",
        ];
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            var answer = await program.GetAsync(new Uri(list, UriKind.Relative));
            Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            tags[list] = $"{answer.Headers.ETag}";
            var known = await SendAsync(program, HttpMethod.Get, list, "If-None-Match", tags[list]);
            Assert.Equal((HttpStatusCode.NotModified, 0, tags[list]), (known.StatusCode, (await known.Content.ReadAsByteArrayAsync()).Length, $"{known.Headers.ETag}"));
        }

        await program.PutAsJsonAsync($"/api/v1/ledgers/records/{Guid.CreateVersion7()}", new { Type = "training", Organisation = host.City.Village.Id, Values = new { day = "2026-11-17", topic = "刺绣", sessions = 1, participants = 12 } });

        foreach (var list in lists)
        {
            var isOther = list.Contains("/records?", StringComparison.Ordinal) || list.Contains("/figures?", StringComparison.Ordinal);
            Assert.Equal((list, isOther ? HttpStatusCode.OK : HttpStatusCode.NotModified), (list, (await SendAsync(program, HttpMethod.Get, list, "If-None-Match", tags[list])).StatusCode));
        }
    }

    [Fact]
    public async Task ADraftTable_IsAnotherOneOnceItsFiguresMove()
    {
        using var program = host.WithToken((await host.TokenAsync(Role.Chair, host.City.County, [Right.FigureRead, Right.TableRead])).Text);
        var table = $"/api/v1/tables/{await StatisticalTables.MakeAsync(host, host.City.County)}";
        var tag = $"{(await program.GetAsync(new Uri(table, UriKind.Relative))).Headers.ETag}";
        Assert.Equal(HttpStatusCode.NotModified, (await SendAsync(program, HttpMethod.Get, table, "If-None-Match", tag)).StatusCode);

        await host.PostAsync(host.City.County, "training.participants", "2026-03-01", 21);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(program, HttpMethod.Get, table, "If-None-Match", tag)).StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string address, string header, string value, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation(header, value);
        return await http.SendAsync(request);
    }
}
