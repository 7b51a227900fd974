using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Ledgers;

public sealed class LedgersApiTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task ARecord_IsSavedOnceCorrectedReviewedAndWithdrawn()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        using var township = await host.SignInAsync(Role.Reviewer, host.City.Township);
        var address = $"/api/v1/ledgers/records/{Guid.CreateVersion7()}";
        var body = new { Type = "training", Organisation = host.City.Village.Id, Values = new { day = "2026-11-16", topic = "刺绣", participants = new { value = 50, hedge = "余" } }, Confirmed = false };
        Assert.Equal(HttpStatusCode.OK, (await chair.Http.PutAsJsonAsync(address, body)).StatusCode);
        var again = await ReadAsync(await chair.Http.PutAsJsonAsync(address, body));
        Assert.False(again.GetProperty("changed").GetBoolean());

        var one = await ReadAsync(await chair.Http.GetAsync(address));
        Assert.Equal("Waiting", one.GetProperty("record").GetProperty("review").GetString());
        Assert.Contains(one.GetProperty("facts").EnumerateArray(), fact => fact.GetProperty("measure").GetString() == "training.participants" && fact.GetProperty("value").GetInt64() == 50);

        var stale = await chair.Http.PostAsJsonAsync(address + "/correct", new { Version = 9, body.Values, Confirmed = false });
        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (stale.StatusCode, stale.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.Forbidden, (await township.Http.PostAsJsonAsync(address + "/correct", new { Version = 1, body.Values, Confirmed = false })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await township.Http.PostAsJsonAsync(address + "/return", new { Version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await township.Http.PostAsJsonAsync(address + "/return", new { Version = 1, Reason = "请核对" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await chair.Http.PostAsJsonAsync(address + "/accept", new { Version = 2 })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await chair.Http.PostAsJsonAsync(address + "/withdraw", new { Version = 2, Reason = "记重了" })).StatusCode);
    }

    [Fact]
    public async Task AWrongRecord_IsAnsweredWithItsProblems()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        var answer = await chair.Http.PutAsJsonAsync($"/api/v1/ledgers/records/{Guid.CreateVersion7()}", new { Type = "training", Organisation = host.City.Village.Id, Values = new { topic = "刺绣" } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var fields = (await ReadAsync(answer)).GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("field").GetString());
        Assert.Equal(["day", "participants"], fields);
    }

    [Fact]
    public async Task AKeyOfARecordElsewhere_IsRefusedWithoutAWordAboutThatRecord()
    {
        using var stranger = await host.SignInAsync(Role.Chair, host.City.Stranger);
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        var address = $"/api/v1/ledgers/records/{Guid.CreateVersion7()}";
        var theirs = new { Type = "training", Organisation = host.City.Stranger.Id, Values = new { day = "2026-11-16", topic = "刺绣", participants = 50 } };
        Assert.Equal(HttpStatusCode.OK, (await stranger.Http.PutAsJsonAsync(address, theirs)).StatusCode);

        var answer = await chair.Http.PutAsJsonAsync(address, theirs with { Organisation = host.City.Village.Id });

        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var words = (await ReadAsync(answer)).ToString();
        Assert.Contains("请重新打开再填", words, StringComparison.Ordinal);
        Assert.DoesNotContain("刺绣", words, StringComparison.Ordinal);
        Assert.DoesNotContain(host.City.Stranger.Name, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTypes_AreListedWithTheirFields()
    {
        using var reader = await host.SignInAsync(Role.Reader, host.City.Village);
        var types = await ReadAsync(await reader.Http.GetAsync("/api/v1/ledgers/types"));
        Assert.Contains(types.EnumerateArray(), type => type.GetProperty("code").GetString() == "training" && type.GetProperty("fields").GetArrayLength() > 5);
        var list = await ReadAsync(await reader.Http.GetAsync("/api/v1/ledgers/records?type=training&period=2026"));
        Assert.True(list.GetProperty("total").GetInt32() >= 0);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) => JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
}
