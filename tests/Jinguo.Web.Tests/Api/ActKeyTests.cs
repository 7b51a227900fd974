using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Api;

/// <summary>Acts under keys of the program: sent again they are answered, and done once.</summary>
[Trait("Database", "Both")]
public sealed class ActKeyTests(WebHost host) : IClassFixture<WebHost>
{
    private static readonly object Values = new { day = "2026-11-16", topic = "缝纫", sessions = 1, participants = 13 };

    public static TheoryData<string, string, object> Acts => new()
    {
        { "correct", "record.corrected", new { Version = 1, Values, Confirmed = true } },
        { "withdraw", "record.withdrawn", new { Reason = "记重了" } },
        { "accept", "record.accepted", new { Version = 1 } },
        { "return", "record.returned", new { Version = 1, Reason = "人数不对" } },
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task AnActSentAgain_IsAnswered_AndDoneOnce_EvenByManyAtOnce(string act, string inHistory, object body)
    {
        using var village = await ProgramAsync(Role.Chair, Right.LedgerRead, Right.LedgerWrite);
        using var township = host.WithToken((await host.TokenAsync(Role.Chair, host.City.Township, [Right.LedgerRead, Right.LedgerReview])).Text);
        var (record, key) = (await SaveAsync(village), Guid.NewGuid());
        var program = act is "accept" or "return" ? township : village;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ActAsync(program, record, act, body, key)));
        var late = await ActAsync(program, record, act, body, key);

        Assert.All(answers.Append(late), answer => Assert.True(answer.Status == HttpStatusCode.OK, $"{answer.Json}"));
        Assert.Single(answers.Append(late).Select(answer => Thing(answer.Json)).Distinct());
        Assert.Equal(1, await CountAsync(record, inHistory));
        var unkeyed = await ActAsync(program, record, act, body);
        Assert.NotEqual((HttpStatusCode.OK, true), (unkeyed.Status, unkeyed.Json.TryGetProperty("changed", out var changed) && changed.GetBoolean()));
    }

    [Fact]
    public async Task ALateSecondSending_UndoesNothingThatCameBetween()
    {
        using var program = await ProgramAsync(Role.Chair, Right.LedgerRead, Right.LedgerWrite);
        var (record, restoring, withdrawing) = (await SaveAsync(program), Guid.NewGuid(), Guid.NewGuid());

        // There is nothing to restore yet; the key is kept all the same.
        Assert.False((await ActAsync(program, record, "restore", new { }, restoring)).Json.GetProperty("changed").GetBoolean());
        await ActAsync(program, record, "withdraw", new { Reason = "记重了" }, withdrawing);
        Assert.Equal(2, (await ActAsync(program, record, "restore", new { }, restoring)).Json.GetProperty("version").GetInt32());
        await ActAsync(program, record, "restore", new { });

        var again = await ActAsync(program, record, "withdraw", new { Reason = "记重了" }, withdrawing);

        Assert.Equal((HttpStatusCode.OK, 3, false), (again.Status, again.Json.GetProperty("version").GetInt32(), again.Json.GetProperty("changed").GetBoolean()));
        Assert.Equal((1, 1), (await CountAsync(record, "record.withdrawn"), await CountAsync(record, "record.restored")));
    }

    [Fact]
    public async Task OneKey_IsForOneActOfOneAccount()
    {
        using var program = await ProgramAsync(Role.Chair, Right.LedgerRead, Right.LedgerWrite);
        using var another = await ProgramAsync(Role.Chair, Right.LedgerRead, Right.LedgerWrite);
        var (first, second, key) = (await SaveAsync(program), await SaveAsync(program), Guid.NewGuid());
        await ActAsync(program, first, "withdraw", new { Reason = "记重了" }, key);

        foreach (var other in new[]
        {
            await ActAsync(program, first, "withdraw", new { Reason = "另一个原因" }, key),
            await ActAsync(program, second, "withdraw", new { Reason = "记重了" }, key),
            await ActAsync(program, first, "restore", new { Reason = "记重了" }, key),
        })
        {
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:jinguo:problem:idempotency-key.used"), (other.Status, other.Json.GetProperty("type").GetString()));
            Assert.Contains("已经用来办过另一件事", other.Json.GetProperty("title").GetString(), StringComparison.Ordinal);
        }
        Assert.Equal(0, await CountAsync(second, "record.withdrawn"));
        Assert.Equal(HttpStatusCode.OK, (await ActAsync(another, second, "withdraw", new { Reason = "记重了" }, key)).Status);
        Assert.Equal(1, await CountAsync(second, "record.withdrawn"));
    }

    [Fact]
    public async Task ARefusedAct_KeepsNoKey_AndAKeyThatIsNoUuid_IsTold()
    {
        using var program = await ProgramAsync(Role.Chair, Right.LedgerRead, Right.LedgerWrite);
        var (record, key) = (await SaveAsync(program), Guid.NewGuid());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ActAsync(program, record, "withdraw", new { }, key)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ActAsync(program, record, "withdraw", new { Reason = "记重了" }, key)).Status);

        using var request = Request(record, "restore", new { });
        request.Headers.TryAddWithoutValidation("Idempotency-Key", "once");
        var answer = await program.SendAsync(request);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("UUID", (await answer.ReadAsync()).GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoMayNoLonger_LearnsNothingByAKey()
    {
        var issued = await host.TokenAsync(Role.Chair, host.City.Village, [Right.LedgerRead, Right.LedgerWrite]);
        using var program = host.WithToken(issued.Text);
        var (record, key) = (await SaveAsync(program), Guid.NewGuid());
        await ActAsync(program, record, "withdraw", new { Reason = "记重了" }, key);
        await using (var db = host.Database.Open())
        {
            var id = Guid.Parse(record);
            await db.Set<Core.Records.Ledgers.Record>().Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.OrganisationId, host.City.Stranger.Id));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await ActAsync(program, record, "withdraw", new { Reason = "记重了" }, key)).Status);
    }

    [Fact]
    public async Task AReport_IsFinalisedOnce()
    {
        using var program = host.WithToken((await host.TokenAsync(Role.Chair, host.City.County, [Right.FigureRead, Right.LedgerRead, Right.ReportRead, Right.ReportWrite])).Text);
        var (report, key) = ($"{Guid.CreateVersion7()}", Guid.NewGuid());
        var made = await (await program.PutAsJsonAsync($"/api/v1/reports/{report}", new { Organisation = host.City.County.Id, Period = "2026", Template = "述职报告" })).ReadAsync();
        var body = new { Version = made.GetProperty("version").GetInt32() };

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync()));
        var unkeyed = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => program.PostAsJsonAsync($"/api/v1/reports/{report}/finalise", body)));

        Assert.All(answers, answer => Assert.Equal(("Final", answers[0].GetProperty("version").GetInt32()), (answer.GetProperty("state").GetString(), answer.GetProperty("version").GetInt32())));
        Assert.All(unkeyed, answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal(1, await CountAsync(report, "report.finalised"));

        async Task<JsonElement> SendAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/reports/{report}/finalise") { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", $"{key}");
            return await (await program.SendAsync(request)).ReadAsync();
        }
    }

    private static HttpRequestMessage Request(string record, string act, object body) =>
        new(HttpMethod.Post, $"/api/v1/ledgers/records/{record}/{act}") { Content = JsonContent.Create(body) };

    private static async Task<(HttpStatusCode Status, JsonElement Json)> ActAsync(HttpClient program, string record, string act, object body, Guid? key = null)
    {
        using var request = Request(record, act, body);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", $"{key}");
        var answer = await program.SendAsync(request);
        return (answer.StatusCode, await answer.ReadAsync());
    }

    // What an answer tells of the thing: whether this sending changed it is told to one alone.
    private static string Thing(JsonElement answer) =>
        answer.TryGetProperty("version", out var version) ? $"{answer.GetProperty("id")} {answer.GetProperty("title")} {version}" : $"{answer}";

    private async Task<HttpClient> ProgramAsync(Role role, params Right[] rights) => host.WithToken((await host.TokenAsync(role, host.City.Village, rights)).Text);

    private async Task<string> SaveAsync(HttpClient program)
    {
        var key = $"{Guid.CreateVersion7()}";
        var saved = await program.PutAsJsonAsync($"/api/v1/ledgers/records/{key}", new { Type = "training", Organisation = host.City.Village.Id, Values = new { day = "2026-11-16", topic = $"缝纫{key}", participants = 12 } });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        return key;
    }

    private async Task<int> CountAsync(string subject, string act)
    {
        await using var db = host.Database.Open();
        return await db.Changes.CountAsync(change => change.SubjectId == subject && change.Act == act);
    }
}
