using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Cases;

/// <summary>What is sent to the pages of a case, as a browser never would: every act at every stage, fields that no form has, scripts.</summary>
public sealed class TransitionPagesTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Script = "<script>alert('张某某')</script><img src=x onerror=alert(1)>";

    [Fact]
    public async Task EachActAtEachStage_IsDoneOrRefusedInWords()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        var id = await ReceivedCases.MakeAsync(host, host.City.County, input => input with { Channel = "forwarded" });
        var mark = await MarkAsync(chair);
        foreach (var stage in Enum.GetValues<CaseStage>())
            foreach (var act in Enum.GetValues<CaseAct>())
            {
                var version = await PutAsync(id, stage);
                using var answer = await chair.Http.SendAsync(Write(id, version, mark, new() { ["What"] = $"{act}", ["Text"] = "已告知本人" }));
                var now = await NowAsync(id);
                var next = CaseFlow.After(stage, act);
                Assert.True((next ?? stage) == now.Stage, $"{stage.Name()}，{act.Name()}：{now.Stage.Name()}");
                Assert.Equal(next is null ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
                if (next is null)
                    Assert.Contains($"不能再“{act.Name()}”", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task FieldsThatNoFormHas_ChangeNothing()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        var id = await ReceivedCases.MakeAsync(host, host.City.County);
        var before = await NowAsync(id);
        var stranger = $"{Guid.NewGuid()}";
        var fields = new Dictionary<string, string> { ["What"] = "Talk", ["Text"] = "接谈", ["Reason"] = "补记" };
        foreach (var path in new[] { "", "View.Case.", "Case.", "View." })
            foreach (var (name, value) in new[] { ("Stage", "Archived"), ("Handler", stranger), ("OfferedTo", stranger), ("OrganisationId", "1"), ("Sequence", "999"), ("ReceivedBy", stranger), ("IsMinor", "false"), ("ClosedAt", "2026-01-01"), ("MayAct", "true") })
                fields[path + name] = value;

        using var answer = await chair.Http.SendAsync(Write(id, before.Version, await MarkAsync(chair), fields));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var now = await NowAsync(id);
        Assert.Equal(
            (before.Stage, before.Handler, before.OfferedTo, before.OrganisationId, before.Sequence, before.ReceivedBy, before.ClosedAt, before.Version + 1),
            (now.Stage, now.Handler, now.OfferedTo, now.OrganisationId, now.Sequence, now.ReceivedBy, now.ClosedAt, now.Version));
    }

    [Fact]
    public async Task AScriptInWhatSheSaid_IsShownAsItWasSaid_OnEveryPageAndPaper()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        var id = await ReceivedCases.MakeAsync(host, host.City.County, input => input with
        {
            Texts = Enum.GetValues<CaseField>().Where(field => field is not (CaseField.IdNumber or CaseField.Phone or CaseField.QueryCode or CaseField.NextStep)).ToDictionary(field => field, _ => Script),
        });
        await (await chair.GetAsync($"/cases/{id}/write?step=Talk")).Form().Set("Text", Script).SubmitAsync("记下");
        await (await chair.GetAsync($"/cases/{id}")).Form("form[action*='Reveal']").Set("purpose", Script).SubmitAsync("显示");
        foreach (var page in new[] { "", "/write", "/edit", "/refer", "/record", "/receipt", "/looks" })
        {
            var shown = await chair.GetAsync($"/cases/{id}{page}");
            Assert.Equal(HttpStatusCode.OK, shown.Status);
            Assert.Empty(shown.Document.QuerySelectorAll("main script:not([src]), main img[onerror]"));
            if (page is "" or "/record")
                Assert.Contains(Script, shown.Text, StringComparison.Ordinal);
        }
    }

    private static async Task<string> MarkAsync(PageClient browser) =>
        (await browser.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static HttpRequestMessage Write(Guid id, int version, string mark, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = mark;
        (fields["Key"], fields["Version"], fields["At"]) = ($"{Guid.CreateVersion7()}", $"{version}", "2026-11-20T09:00");
        var request = new HttpRequestMessage(HttpMethod.Post, $"http://localhost/cases/{id}/write") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", "http://localhost");
        return request;
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
