using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Cases;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Jinguo.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Cases;

/// <summary>Cases by the API: every act at every stage, every step, done once and refused in words; nothing in full, nothing out of reach.</summary>
public sealed class CasesApiTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Phone = "13800001234";
    private const string At = "2026-11-20T09:00:00+08:00";

    [Fact]
    public async Task EachActAtEachStage_IsDoneOrRefusedInWords()
    {
        using var program = await ProgramAsync(Role.Officer);
        var id = await ReceiveAsync(program, new { Channel = "forwarded" });
        foreach (var stage in Enum.GetValues<CaseStage>())
            foreach (var act in Enum.GetValues<CaseAct>())
            {
                var version = await PutAsync(id, stage);
                using var answer = await WriteAsync(program, id, new { version, act = $"{act}", at = At, text = "已告知本人" });
                var (next, now, told) = (CaseFlow.After(stage, act), await NowAsync(id), await answer.ReadAsync());
                Assert.True((next ?? stage) == now.Stage, $"{stage.Name()}，{act.Name()}：{now.Stage.Name()}");
                Assert.Equal(next is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK, answer.StatusCode);
                if (next is null)
                    Assert.Equal(stage == CaseStage.Archived ? "已经归档，不能再记，也不能再改。她再来反映的，请新登记一件。" : $"这个事项{stage.Name()}，不能再“{act.Name()}”。", told.GetProperty("title").GetString());
                else
                    Assert.Equal(($"{next}", version + 1), (told.GetProperty("stage").GetString(), told.GetProperty("version").GetInt32()));
            }
    }

    [Fact]
    public async Task EachStep_StandsInTheCourse_WithWhatItTells()
    {
        using var program = await ProgramAsync(Role.Officer);
        var id = await ReceiveAsync(program);
        foreach (var step in Enum.GetValues<CaseStep>())
        {
            var (isVisit, version) = (step == CaseStep.ReturnVisit, (await NowAsync(id)).Version);
            var plain = new { version, step = $"{step}", at = At, text = $"{step.Name()}，电话{Phone}", months = (int?)null, satisfaction = (string?)null, next = new { text = "回访", due = "2026-11-30" } };
            if (!step.IsOrder())
                Assert.Equal("case.months.step", await CodeAsync(program, id, plain with { months = 3 }));
            if (!isVisit)
                Assert.Equal("case.satisfaction", await CodeAsync(program, id, plain with { satisfaction = "Satisfied" }));
            Assert.Null(await CodeAsync(program, id, plain with { months = step.IsOrder() ? 3 : null, satisfaction = isVisit ? "MostlySatisfied" : null }));
        }
        Assert.Equal(new DateOnly(2026, 11, 30), (await NowAsync(id)).NextStepDue);

        var course = (await (await program.GetAsync(Address(id))).ReadAsync()).GetProperty("course").EnumerateArray().ToList();
        Assert.Empty(Enum.GetNames<CaseStep>().Except(course.Select(line => line.GetProperty("step").GetString()!)));
        Assert.All(course, line => Assert.DoesNotContain(Phone, line.GetProperty("text").GetString(), StringComparison.Ordinal));
        Assert.Contains(course, line => line.GetProperty("step").GetString() == nameof(CaseStep.OrderMade) && line.GetProperty("months").GetInt32() == 3);
        Assert.Contains(course, line => line.GetProperty("satisfaction").GetString() == nameof(CaseSatisfaction.MostlySatisfied));
        await PutAsync(id, CaseStage.Archived);
        Assert.Equal("case.archived", await CodeAsync(program, id, new { (await NowAsync(id)).Version, step = "Talk", at = At, text = "接谈" }));
    }

    [Fact]
    public async Task SentAgain_ACaseIsReceivedOnce_AndALineWrittenOnce()
    {
        using var program = await ProgramAsync(Role.Officer);
        var (id, key) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (first, second) = (await (await program.PutAsJsonAsync(Address(id), Call())).ReadAsync(), await (await program.PutAsJsonAsync(Address(id), Call())).ReadAsync());
        Assert.Equal(first.ToString(), second.ToString());
        var line = new { version = 1, act = "Accept", at = At, text = "受理" };
        var (done, again) = (await WriteAsync(program, id, line, key), await WriteAsync(program, id, line, key));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (done.StatusCode, again.StatusCode));
        Assert.Equal(await done.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        await using var db = host.Database.Open();
        Assert.Equal((1, 1), (await db.CaseEntries.CountAsync(entry => entry.CaseId == id && entry.Act == CaseAct.Accept), await db.CaseEntries.CountAsync(entry => entry.Id == key)));
        var other = await ReceiveAsync(program);
        Assert.Equal(HttpStatusCode.Conflict, (await WriteAsync(program, other, line, key)).StatusCode);
    }

    [Fact]
    public async Task WhoWasSlower_IsToldSo_AndTheTagLeadsOn()
    {
        using var program = await ProgramAsync(Role.Officer);
        var id = await ReceiveAsync(program);
        var tag = (await program.GetAsync(Address(id))).Headers.ETag!.Tag;
        var line = new { version = 9, step = "Talk", at = At, text = "接谈" };

        Assert.Equal(HttpStatusCode.Conflict, (await WriteAsync(program, id, line)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await WriteAsync(program, id, line, ifMatch: "\"9\"")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await WriteAsync(program, id, line, ifMatch: tag)).StatusCode);
        Assert.Equal("这个事项刚刚被别人改过，请看一下最新的再办。", (await (await WriteAsync(program, id, line, ifMatch: tag)).ReadAsync()).GetProperty("title").GetString());
    }

    [Fact]
    public async Task WhatIsOutOfSight_IsAnsweredLikeWhatIsNotThere_ByteForByte()
    {
        var (account, program) = await AccountAsync(Role.Chair, host.City.County);
        using var _ = program;
        var recused = await ReceiveAsync(program);
        await using (var db = host.Database.Open())
        {
            db.CaseRecusals.Add(new() { Region = host.City.County.Region, CaseId = recused, AccountId = account.Id, Since = DateTime.UnixEpoch });
            await db.SaveChangesAsync();
        }
        Guid[] hidden = [await ReceivedCases.MakeAsync(host, host.City.County), await ReceivedCases.MakeAsync(host, host.City.Township), await ReceivedCases.MakeAsync(host, host.City.Stranger), recused];
        var unknown = Guid.CreateVersion7();
        object[] lines = [new { version = 1, act = "Accept", at = At, text = "受理" }, new { version = 0, act = "3" }, new { version = 1, step = "Talk", at = "昨天", text = "接谈" }];

        foreach (var id in hidden)
        {
            await AlikeAsync(() => program.GetAsync(Address(id)), () => program.GetAsync(Address(unknown)));
            foreach (var line in lines)
                await AlikeAsync(() => WriteAsync(program, id, line), () => WriteAsync(program, unknown, line));
        }
        // Its own first sending is told no more either, once she keeps out.
        await AlikeAsync(() => program.PutAsJsonAsync(Address(recused), Call()), () => program.GetAsync(Address(unknown)));
        Assert.Equal(0, (await (await program.GetAsync(List())).ReadAsync()).GetProperty("total").GetInt32());

        static async Task AlikeAsync(Func<Task<HttpResponseMessage>> real, Func<Task<HttpResponseMessage>> none)
        {
            using var one = await real();
            using var other = await none();
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (one.StatusCode, other.StatusCode));
            Assert.Equal(await other.Content.ReadAsByteArrayAsync(), await one.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task WithoutTheRight_AndWithoutAPerson_NothingIsReached()
    {
        using var reader = host.WithToken((await host.TokenAsync(Role.Chair, host.City.County, [Right.LedgerRead, Right.FigureRead])).Text);
        using var visitor = host.Visit();
        var id = await ReceivedCases.MakeAsync(host, host.City.County);
        foreach (var (http, status) in new[] { (reader, HttpStatusCode.Forbidden), (visitor.Http, HttpStatusCode.Unauthorized) })
        {
            Assert.Equal(status, (await http.GetAsync(List())).StatusCode);
            Assert.Equal(status, (await http.GetAsync(Address(id))).StatusCode);
            Assert.Equal(status, (await http.PutAsJsonAsync(Address(Guid.CreateVersion7()), Call())).StatusCode);
            Assert.Equal(status, (await WriteAsync(http, id, new { version = 1, act = "Accept", at = At, text = "受理" })).StatusCode);
        }
    }

    [Fact]
    public async Task AlienMembers_ChangeNothing()
    {
        using var program = await ProgramAsync(Role.Officer);
        var stranger = Guid.NewGuid();
        var id = await ReceiveAsync(program, new { Stage = "Archived", Handler = stranger, OfferedTo = stranger, OrganisationId = 1, Organisation = host.City.Stranger.Id, Sequence = 999, ReceivedBy = stranger, ClosedAt = At, Closed = At, Version = 7, QueryCode = "AAAA", Case = new { Stage = "Archived" } });
        var before = await NowAsync(id);
        Assert.Equal((CaseStage.Registered, host.City.County.Id, 1, null), (before.Stage, before.OrganisationId, before.Version, (DateTime?)before.ClosedAt));
        Assert.Equal((before.ReceivedBy, (Guid?)null), (before.Handler, before.OfferedTo));

        await WriteAsync(program, id, new { version = 1, step = "Talk", at = At, text = "接谈", stage = "Archived", handler = stranger, offeredTo = stranger, caseId = stranger, key = stranger, isMinor = true, minor = true, writtenByName = "冒名", receivedAt = At });

        var now = await NowAsync(id);
        Assert.Equal((before.Stage, before.Handler, before.OfferedTo, before.IsMinor, before.ReceivedAt, before.Sequence, 2), (now.Stage, now.Handler, now.OfferedTo, now.IsMinor, now.ReceivedAt, now.Sequence, now.Version));
        await using var db = host.Database.Open();
        Assert.DoesNotContain("冒名", await db.CaseEntries.Where(entry => entry.CaseId == id).Select(entry => entry.WrittenByName).ToListAsync());
    }

    [Theory]
    [InlineData("""{"version":1,"at":"2026-11-20T09:00:00+08:00","text":"记"}""", "case.what")]
    [InlineData("""{"version":1,"act":"Accept","step":"Talk","at":"2026-11-20T09:00:00+08:00","text":"记"}""", "case.what")]
    [InlineData("""{"version":1,"act":"Accept,Decline","at":"2026-11-20T09:00:00+08:00","text":"记"}""", "case.what")]
    [InlineData("""{"version":1,"step":"3","at":"2026-11-20T09:00:00+08:00","text":"记"}""", "case.what")]
    [InlineData("""{"version":1,"step":"ReturnVisit","satisfaction":"满意","at":"2026-11-20T09:00:00+08:00","text":"记"}""", "case.satisfaction")]
    [InlineData("""{"version":1,"act":"Accept","months":3,"at":"2026-11-20T09:00:00+08:00","text":"记"}""", "case.detail.act")]
    [InlineData("""{"version":1,"act":"Accept","at":"2026-11-20T09:00:00","text":"记"}""", "case.instant")]
    [InlineData("""{"version":1,"act":"Accept","at":"9999-12-31T23:00:00Z","text":"记"}""", "case.instant")]
    [InlineData("""{"version":1,"act":"Accept","at":"2026-11-20T12:00:00Z","text":"记"}""", "case.at.future")]
    [InlineData("""{"version":1,"act":"Accept","at":"2026-11-20T01:00:00Z"}""", "case.text")]
    [InlineData("""{"version":1,"act":"Object","at":"2026-11-20T01:00:00Z","text":"记"}""", "case.object")]
    [InlineData("""{"version":1,"step":"Talk","at":"2026-11-20T01:00:00Z","text":"记","next":{"text":"回访"}}""", "case.next")]
    public async Task WhatIsWrongWithALine_IsToldByName(string json, string code)
    {
        using var program = await ProgramAsync(Role.Officer);
        var id = await ReceiveAsync(program);
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        var answer = await program.PutAsync(new Uri($"{Address(id)}/course/{Guid.CreateVersion7()}", UriKind.Relative), content);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.StatusCode, (await answer.ReadAsync()).GetProperty("problems")[0].GetProperty("code").GetString()));
        Assert.Equal((CaseStage.Registered, 1), ((await NowAsync(id)).Stage, (await NowAsync(id)).Version));
    }

    [Fact]
    public async Task WhatIsMissing_IsToldTogether()
    {
        using var program = await ProgramAsync(Role.Officer);
        var answer = await program.PutAsJsonAsync(Address(Guid.CreateVersion7()), new { received = At });
        Assert.Equal(
            ["case.channel", "case.kind", "case.category", "case.risk", "case.name", "case.request"],
            (await answer.ReadAsync()).GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("code").GetString()!));
        Assert.Equal("case.instant", (await (await program.PutAsJsonAsync(Address(Guid.CreateVersion7()), new { })).ReadAsync()).GetProperty("problems")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task WhoSheIs_StaysMasked_AndTheLookIsInTheTrail_WithTheToken()
    {
        var (account, program) = await AccountAsync(Role.Officer, host.City.County);
        using var _ = program;
        var id = await ReceiveAsync(program);
        var list = await (await program.GetAsync(List())).ReadAsync();
        var opened = await program.GetAsync(Address(id));
        using var browser = host.SignIn(account, host.City.County.Id);
        var seen = await browser.Http.GetAsync(Address(id));

        Assert.Equal($"{id}", list.GetProperty("lines")[0].GetProperty("id").GetString());
        Assert.DoesNotContain("某", list.ToString(), StringComparison.Ordinal);
        foreach (var answer in new[] { opened, seen })
        {
            var told = await answer.ReadAsync();
            Assert.Equal(("张**", "138****1234"), (told.GetProperty("texts").GetProperty("name").GetString(), told.GetProperty("texts").GetProperty("phone").GetString()));
            Assert.DoesNotContain(Phone, told.ToString(), StringComparison.Ordinal);
            Assert.Contains(told.GetProperty("clocks").EnumerateArray(), clock => clock.GetProperty("rule").GetString() == "petition.notice" && clock.GetProperty("state").GetString() == "Running");
        }
        await using var db = host.Database.Open();
        var subject = $"{id}";
        var looks = await db.Changes.Where(change => change.SubjectId == subject && change.Act == "case.seen").ToListAsync();
        Assert.Equal([null, "一表通"], looks.Select(look => look.Fields is null ? null : ChangeLog.Fields(look).SingleOrDefault(field => field.Field == "token")?.After).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ThePagesRulesHold_ForASession_AndAProgramOfTheChairSeesHerOwnAlone()
    {
        var id = await ReceivedCases.MakeAsync(host, host.City.County);
        var (account, program) = await AccountAsync(Role.Chair, host.City.County);
        using var _ = program;
        using var chair = host.SignIn(account, host.City.County.Id);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await chair.Http.GetAsync(Address(id))).StatusCode, (await program.GetAsync(Address(id))).StatusCode));
        var line = new { version = 1, act = "Accept", at = At, text = "受理" };
        Assert.Equal(HttpStatusCode.NotFound, (await WriteAsync(program, id, line)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await WriteAsync(chair.Http, id, line)).StatusCode);
    }

    [Fact]
    public async Task WhatAMinorsCaseSays_DoesNotLeave_ThoughTheHotlinePutItIn()
    {
        var (account, program) = await AccountAsync(Role.Officer, host.City.County);
        using var _ = program;
        var id = await ReceiveAsync(program, age: "12岁");

        var told = await (await program.GetAsync(Address(id))).ReadAsync();
        Assert.True(told.GetProperty("minor").GetBoolean() && told.GetProperty("needsApproval").GetBoolean());
        Assert.All(new[] { "texts", "clocks", "course" }, part => Assert.Equal(JsonValueKind.Null, told.GetProperty(part).ValueKind));
        var refused = await (await WriteAsync(program, id, new { version = 1, act = "Accept", at = At, text = "受理" })).ReadAsync();
        Assert.Equal("这个事项涉及未成年人，程序不能看内容，也不能办理，请经办人登录平台办理。", refused.GetProperty("title").GetString());
        using var browser = host.SignIn(account, host.City.County.Id);
        Assert.Equal("张**", (await (await browser.Http.GetAsync(Address(id))).ReadAsync()).GetProperty("texts").GetProperty("name").GetString());
    }

    [Fact]
    public async Task AnArchivedCase_IsKeptForItsTerm_AndTellsAProgramNoWord()
    {
        using var program = await ProgramAsync(Role.Officer);
        var id = await ReceiveAsync(program);
        Assert.Equal("case.retention.act", await CodeAsync(program, id, new { version = 1, act = "Decline", at = At, text = "请向法院提出", retention = "TenYears" }));
        Assert.Equal("case.retention.act", await CodeAsync(program, id, new { version = 1, step = "Talk", at = At, text = "接谈", retention = "TenYears" }));
        Assert.Null(await CodeAsync(program, id, new { version = 1, act = "Decline", at = At, text = "请向法院提出" }));
        Assert.Equal("case.retention", await CodeAsync(program, id, new { version = 2, act = "Archive", at = At, text = "归档", retention = "1" }));
        Assert.Null(await CodeAsync(program, id, new { version = 2, act = "Archive", at = At, text = "归档", retention = "TenYears" }));

        Assert.Equal(new DateOnly(2036, 12, 31), (await NowAsync(id)).KeepUntil);
        var told = await (await program.GetAsync(Address(id))).ReadAsync();
        Assert.Equal(("Archived", JsonValueKind.Null, JsonValueKind.Null), (told.GetProperty("case").GetProperty("stage").GetString(), told.GetProperty("texts").ValueKind, told.GetProperty("course").ValueKind));
    }

    [Fact]
    public async Task Lists_ArePagedAndNamed()
    {
        using var program = await ProgramAsync(Role.Officer);
        foreach (var _ in Enumerable.Range(0, 3))
            await ReceiveAsync(program);
        var page = await program.GetAsync(List("?list=mine&pageSize=2"));
        var told = await page.ReadAsync();
        Assert.Equal((3, 2, "</api/v1/cases?list=mine&pageSize=2&page=2>; rel=\"next\""), (told.GetProperty("total").GetInt32(), told.GetProperty("lines").GetArrayLength(), Assert.Single(page.Headers.GetValues("Link"))));
        Assert.Equal(["id", "number", "stage", "channel", "kind", "category", "risk", "received", "due", "dueRule", "closed", "version"], told.GetProperty("lines")[0].EnumerateObject().Select(member => member.Name));
        foreach (var wrong in new[] { "list=All", "list=1", "list=Open,Mine", "page=0", "pageSize=201" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.GetAsync(List("?" + wrong))).StatusCode);
    }

    private static Uri Address(Guid id) => new($"/api/v1/cases/{id}", UriKind.Relative);

    private static Uri List(string query = "") => new("/api/v1/cases" + query, UriKind.Relative);

    /// <summary>A call of the hotline, with members besides.</summary>
    private static Dictionary<string, object?> Call(object? more = null, string? age = null)
    {
        var call = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["channel"] = "call",
            ["kind"] = "claim",
            ["category"] = "violence",
            ["risk"] = "yellow",
            ["received"] = "2026-11-19T16:20:00+08:00",
            ["texts"] = new { name = "张某某", phone = Phone, age, request = "希望有人制止家暴", safeContact = "只在工作日上午打电话" },
        };
        foreach (var member in JsonSerializer.SerializeToElement(more ?? new { }).EnumerateObject())
            call[member.Name] = member.Value;
        return call;
    }

    private static async Task<Guid> ReceiveAsync(HttpClient program, object? more = null, string? age = null)
    {
        var id = Guid.CreateVersion7();
        var answer = await program.PutAsJsonAsync(Address(id), Call(more, age));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        Assert.StartsWith("云妇访〔2026〕", (await answer.ReadAsync()).GetProperty("number").GetString(), StringComparison.Ordinal);
        return id;
    }

    private static async Task<HttpResponseMessage> WriteAsync(HttpClient http, Guid id, object line, Guid? key = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"http://localhost{Address(id)}/course/{key ?? Guid.CreateVersion7()}") { Content = JsonContent.Create(line) };
        request.Headers.Add("Origin", "http://localhost");
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await http.SendAsync(request);
    }

    /// <summary>The name of the problem with which a line is refused; null where it is taken.</summary>
    private static async Task<string?> CodeAsync(HttpClient http, Guid id, object line)
    {
        var answer = await WriteAsync(http, id, line);
        return answer.StatusCode == HttpStatusCode.OK ? null : (await answer.ReadAsync()).GetProperty("problems")[0].GetProperty("code").GetString();
    }

    private async Task<HttpClient> ProgramAsync(Role role) => (await AccountAsync(role, host.City.County)).Program;

    /// <summary>A new account, and a program that acts in its name, at a body that handles cases.</summary>
    private async Task<(Account Account, HttpClient Program)> AccountAsync(Role role, Organisation body)
    {
        await ReceivedCases.MakeAsync(host, body);
        await using var db = host.Database.Open();
        var account = await AccountRows.AddAsync(db, $"hotline-{Guid.NewGuid():N}", "王某某", [(body, role, RoleScope.Own)]);
        return (account, host.WithToken((await host.TokenAsync(account, body, [Right.CaseHandle])).Text));
    }

    /// <summary>Puts a case into a stage, whatever was before; gives back its version.</summary>
    private async Task<int> PutAsync(Guid id, CaseStage stage)
    {
        await using var db = host.Database.Open();
        var closed = CaseFlow.IsClosed(stage) ? host.Clock.GetUtcNow().UtcDateTime : (DateTime?)null;
        await db.Cases.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Stage, stage).SetProperty(one => one.ClosedAt, closed));
        return (await NowAsync(id)).Version;
    }

    private async Task<Case> NowAsync(Guid id)
    {
        await using var db = host.Database.Open();
        return await db.Cases.AsNoTracking().SingleAsync(one => one.Id == id);
    }
}
