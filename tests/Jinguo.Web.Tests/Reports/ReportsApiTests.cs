using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Reports;

public sealed class ReportsApiTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task AReport_IsMadeOnceUnderItsKey()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        var address = $"/api/v1/reports/{Guid.CreateVersion7()}";
        var wish = new { Organisation = host.City.County.Id, Period = "2026", Template = "述职报告" };

        var first = await ReadAsync(await chair.Http.PutAsJsonAsync(address, wish));
        var second = await ReadAsync(await chair.Http.PutAsJsonAsync(address, wish));

        Assert.Equal(("安和县妇联2026年述职报告", 1), (first.GetProperty("title").GetString(), first.GetProperty("drafts").GetInt32()));
        Assert.Equal(first.ToString(), second.ToString());
    }

    [Fact]
    public async Task AKeyOfAReportElsewhere_IsRefusedWithoutAWordAboutThatReport()
    {
        using var stranger = await host.SignInAsync(Role.Chair, host.City.Stranger);
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        var address = $"/api/v1/reports/{Guid.CreateVersion7()}";
        var theirs = new { Organisation = host.City.Stranger.Id, Period = "2026", Template = "述职报告" };
        Assert.Equal(HttpStatusCode.OK, (await stranger.Http.PutAsJsonAsync(address, theirs)).StatusCode);

        var answer = await chair.Http.PutAsJsonAsync(address, theirs with { Organisation = host.City.County.Id });

        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var words = (await ReadAsync(answer)).ToString();
        Assert.Contains("请重新打开再填", words, StringComparison.Ordinal);
        Assert.DoesNotContain(host.City.Stranger.Name, words, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) => JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
}
