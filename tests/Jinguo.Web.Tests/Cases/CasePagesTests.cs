using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Records.Cases;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Cases;

public sealed class CasePagesTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Told = "丈夫昨晚又动手，希望有人制止";

    [Fact]
    public async Task TheChairSwitchesOn_TheOfficerReceivesACall_AndWorksOnItUntilItIsAnswered()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        using var officer = await host.SignInAsync(Role.Officer, host.City.County);
        Assert.Contains("还没有启用", (await officer.GetAsync("/cases")).Text, StringComparison.Ordinal);
        var on = await (await chair.GetAsync("/cases/office")).Form().Set("From", "2026-11-01").Set("Prefix", "安妇访").SubmitAsync("启用");
        Assert.Equal("/cases", on.Address);

        var received = await Call(await officer.GetAsync("/cases/new")).SubmitAsync("登记");

        Assert.Equal("个案 安妇访〔2026〕001号", received.Title);
        Assert.Contains("您是首问责任人", received.Text, StringComparison.Ordinal);
        Assert.Contains("安全联系：只在上午打", received.Text, StringComparison.Ordinal);
        Assert.Contains("138****1234", received.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001234", received.Html, StringComparison.Ordinal);
        Assert.Contains("书面告知", received.Texts(".jg-clocks tbody th"));
        Assert.Contains("张*", string.Join(' ', received.Texts(".jg-facts dd")), StringComparison.Ordinal);

        var accept = await received.FollowAsync("受理");
        var accepted = await accept.Form().Set("Text", "属妇联受理范围，已书面告知本人").Set("NextStep", "约谈双方").Set("NextStepDue", "2026-11-25").SubmitAsync("记下");
        Assert.Contains("现在是“办理中”", accepted.Text, StringComparison.Ordinal);
        Assert.Contains("11月25日（星期三）前，约谈双方", accepted.Text, StringComparison.Ordinal);
        Assert.Contains("已办", accepted.Texts(".jg-clocks tbody td.is-short"));
        Assert.Contains("处理意见书", accepted.Texts(".jg-clocks tbody th"));
        Assert.Equal(["安妇访〔2026〕001号"], (await officer.GetAsync("/cases")).Texts("tbody th"));

        var talk = await (await officer.GetAsync(accepted.Address + "/write?step=Mediation")).Form().Set("Text", "调解未成").Set("NextStep", "").Set("NextStepDue", "").SubmitAsync("记下");
        var struck = await talk.Form("form[action*='Strike']").Set("reason", "记错了人").SubmitAsync("划去");
        Assert.Contains("记错了人", struck.Text, StringComparison.Ordinal);
        Assert.Contains("调解未成", struck.Texts("del")[0], StringComparison.Ordinal);

        var answered = await (await officer.GetAsync(accepted.Address + "/write?act=Answer")).Form().Set("Text", "已答复本人").SubmitAsync("记下");
        Assert.Contains("已答复", answered.Text, StringComparison.Ordinal);
        Assert.Contains("没有在办的事项", (await officer.GetAsync("/cases")).Text, StringComparison.Ordinal);
        Assert.Single((await officer.GetAsync("/cases?list=Closed")).Texts("tbody th"));
    }

    [Fact]
    public async Task WhoSheIs_IsShownForAReason_AndOnlyThenCanTheEntryBeCompleted()
    {
        var (_, client, handler) = await CaseAsync();
        var masked = await handler.FollowAsync("打印登记表");
        Assert.Contains("13800001234", masked.Text, StringComparison.Ordinal);
        Assert.Matches("校验值 [0-9a-f]{64}", masked.Text);

        var sent = await handler.Form("form[action*='Reveal']").SubmitAsync("显示");
        Assert.Contains("请写为什么要看", sent.Text, StringComparison.Ordinal);
        var shown = await sent.Form("form[action*='Reveal']").Set("purpose", "打电话约她").SubmitAsync("显示");
        Assert.Contains("13800001234", shown.Text, StringComparison.Ordinal);
        var edit = await shown.FollowAsync("补充、更正登记");
        Assert.Equal(Told, edit.Form().Value("Request"));
        var completed = await edit.Form().Set("Address", "东山镇某村12号").Set("IsRepeat", "true").SubmitAsync("存下");
        Assert.Contains("登记补充好了", completed.Text, StringComparison.Ordinal);
        Assert.Contains("重复访", completed.Text, StringComparison.Ordinal);

        var hidden = await completed.Form("form[action*='Mask']").SubmitAsync("现在就隐去");
        Assert.DoesNotContain("东山镇某村12号", hidden.Text, StringComparison.Ordinal);
        Assert.Contains("先写明为什么", (await client.GetAsync(hidden.Address + "/edit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheReceipt_TellsNumberAndCode_AndNothingOfWhatSheSaid()
    {
        var (_, _, page) = await CaseAsync();
        var receipt = await page.FollowAsync("回执");
        Assert.Matches("[2-9A-Z]{10}", receipt.Texts(".jg-paper-code").Single());
        Assert.DoesNotContain("制止", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("张", receipt.Texts(".jg-panel")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoCameBefore_IsToldAtIntake_AndFoundByNumberAndCode_ByThoseWhoMaySeeIt()
    {
        var (id, chair, page) = await CaseAsync(phone: "13900005678");
        using var officer = await host.SignInAsync(Role.Officer, host.City.Township);
        var (number, code) = (page.Title["个案 ".Length..], (await page.FollowAsync("回执")).Texts(".jg-paper-code").Single());

        var again = await Call(await chair.GetAsync("/cases/new")).Set("Phone", "13900005678").SubmitAsync("登记");
        Assert.Contains($"她以前来过： {number}", again.Text, StringComparison.Ordinal);
        Assert.StartsWith("个案 ", (await again.Form().Set("IsRepeat", "true").SubmitAsync("登记")).Title, StringComparison.Ordinal);
        Assert.StartsWith("个案 ", (await Call(await officer.GetAsync("/cases/new")).Set("Phone", "13900005678").SubmitAsync("登记")).Title, StringComparison.Ordinal);

        foreach (var sought in (string[])[number, code])
        {
            Assert.Equal($"/cases/{id}", (await chair.GetAsync("/cases?q=" + Uri.EscapeDataString(sought))).Address);
            Assert.Contains("没有找到", (await officer.GetAsync("/cases?q=" + Uri.EscapeDataString(sought))).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhatIsAboutAMinor_IsReadByOthersWithAnApproval_AndAnEmergencyIsJudgedAfterwards_AndWhoIsInChargeReadsWhoLooked()
    {
        var id = await ReceivedCases.MakeAsync(host, host.City.Township, input => input with { IsMinor = true, Texts = new Dictionary<CaseField, string>(input.Texts) { [CaseField.Request] = Told, [CaseField.Age] = "12岁" } });
        using var asking = await host.SignInAsync(Role.Chair, host.City.Township);
        using var other = await host.SignInAsync(Role.Chair, host.City.Township);
        using var officer = await host.SignInAsync(Role.Officer, host.City.Township);

        var closed = await asking.GetAsync($"/cases/{id}");
        Assert.Contains("这个事项涉及未成年人", closed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Told, closed.Html, StringComparison.Ordinal);
        foreach (var part in (string[])["/write", "/edit", "/record", "/files", "/evidence", "/letters", "/letters?handler=Word&letter=protection"])
            Assert.Equal(HttpStatusCode.NotFound, (await asking.GetAsync($"/cases/{id}{part}")).Status);
        var asked = await closed.Form("form[action*='Ask']").Set("reason", "研判").Set("until", "2026-11-25").SubmitAsync("申请调阅");
        Assert.Contains("等负责人批准", asked.Text, StringComparison.Ordinal);
        Assert.Contains("维权 调阅待批准", (await other.GetAsync("/notices")).Text, StringComparison.Ordinal);
        var judged = await (await other.GetAsync("/cases/openings")).Form("li form[action*='Judge']").Set("words", "同意").SubmitAsync("批准");
        Assert.Contains("定为“已批准”", judged.Text, StringComparison.Ordinal);
        Assert.Contains(Told, (await asking.GetAsync($"/cases/{id}")).Text, StringComparison.Ordinal);

        var number = closed.Title["个案 ".Length..];
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/cases/{id}")).Status);
        var opened = await (await officer.GetAsync("/cases/openings")).Form("form[action*='Emergency']").Set("number", number).Set("reason", "她正在派出所，来不及等").SubmitAsync("现在就打开");
        Assert.Contains("您只能看，不能办", opened.Text, StringComparison.Ordinal);
        Assert.Contains(Told, opened.Text, StringComparison.Ordinal);
        Assert.Empty(opened.Document.QuerySelectorAll("a[href*='/write'], form[action*='Strike'], form[action*='Offer']"));
        await (await other.GetAsync("/cases/openings")).Form("li form[action*='Judge']").Set("words", "没有必要").SubmitAsync("不合规");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/cases/{id}")).Status);

        var looks = await (await asking.GetAsync($"/cases/{id}")).FollowAsync("谁看过");
        Assert.Contains("她正在派出所，来不及等", looks.Text, StringComparison.Ordinal);
        Assert.Contains("遮着的", looks.Texts("tbody td"));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/cases/{id}/looks")).Status);
    }

    [Fact]
    public async Task OthersGetTheSameAnswerAsForACaseThatIsNotThere_OnEveryAddress()
    {
        var (id, _, _) = await CaseAsync();
        var strangers = new (Role Role, Core.Base.Organisations.Organisation Body)[]
        {
            (Role.Officer, host.City.Township), (Role.Chair, host.City.County), (Role.Chair, host.City.Top), (Role.Chair, host.City.Village), (Role.Reader, host.City.Township), (Role.SystemAdministrator, host.City.Top), (Role.AuditAdministrator, host.City.Top),
        };
        foreach (var (role, body) in strangers)
        {
            using var client = await host.SignInAsync(role, body);
            foreach (var part in new[] { "", "/write", "/edit", "/receipt", "/record", "/looks", "/files", "/evidence", "/letters" })
            {
                var (real, unknown) = (await client.GetAsync($"/cases/{id}{part}"), await client.GetAsync($"/cases/{Guid.NewGuid()}{part}"));
                Assert.Equal(unknown.Status, real.Status);
                Assert.Equal(unknown.Texts("main"), real.Texts("main"));
                Assert.NotEqual(HttpStatusCode.OK, real.Status);
            }
            Assert.DoesNotContain(Told, (await client.GetAsync("/search?q=" + Uri.EscapeDataString("制止"))).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhatIsTyped_IsKeptSealedOnTheServer_ForItsWriterAlone_UntilItIsReceived()
    {
        await ReceivedCases.MakeAsync(host, host.City.Township);
        using var writer = await host.SignInAsync(Role.Officer, host.City.Township);
        using var colleague = await host.SignInAsync(Role.Officer, host.City.Township);
        var form = Call(await writer.GetAsync("/cases/new"));
        using (var keep = form.Request())
        {
            keep.RequestUri = new(keep.RequestUri!, "/cases/new?handler=Keep");
            Assert.Equal(HttpStatusCode.OK, (await writer.Http.SendAsync(Same(keep))).StatusCode);
        }
        await using (var scope = host.ScopeAs(Actor.CommandLine))
            Assert.DoesNotContain(await scope.ServiceProvider.GetRequiredService<Db>().CaseDrafts.Select(draft => draft.Sealed).ToListAsync(), text => text.Contains("动手", StringComparison.Ordinal));

        Assert.DoesNotContain("没登记完", (await colleague.GetAsync("/cases")).Text, StringComparison.Ordinal);
        var again = await (await writer.GetAsync("/cases")).FollowAsync("接着登记");
        Assert.Equal(Told, again.Form().Value("Request"));
        await again.Form().SubmitAsync("登记");
        Assert.DoesNotContain("没登记完", (await writer.GetAsync("/cases")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWrongForm_ComesBackWithWhatWasTyped_AndADoublePressReceivesOnce()
    {
        await ReceivedCases.MakeAsync(host, host.City.Township);
        using var officer = await host.SignInAsync(Role.Officer, host.City.Township);
        var wrong = await Call(await officer.GetAsync("/cases/new")).Set("Name", "").Set("Risk", "red").Set("Phone", "12").Set("Received", "昨天").SubmitAsync("登记");
        Assert.Contains("请填收到的日期和时间", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(Told, wrong.Form().Value("Request"));
        var less = await wrong.Form().Set("Received", "2026-11-20T09:00").SubmitAsync("登记");
        Assert.Contains("不愿留姓名的，勾上“匿名”", less.Text, StringComparison.Ordinal);
        Assert.Contains("要写明下一步", less.Text, StringComparison.Ordinal);
        Assert.Contains("电话填手机号", less.Text, StringComparison.Ordinal);

        var form = Call(await officer.GetAsync("/cases/new"));
        using var twice = form.Request();
        Assert.Equal((await officer.SendAsync(Same(twice))).Title, (await officer.SendAsync(Same(form.Request()))).Title);
    }

    [Fact]
    public async Task ACase_IsOffered_TakenOver_AndARecusedColleagueSeesItNoMore()
    {
        var (id, chair, page) = await CaseAsync();
        using var officer = await host.SignInAsync(Role.Officer, host.City.Township);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/cases/{id}")).Status);

        var offer = page.Form("form[action*='Offer']");
        var account = page.Document.QuerySelectorAll("form[action*='Offer'] option")[^1].GetAttribute("value")!;
        var offered = await offer.Set("to", account).SubmitAsync("请她接手");
        Assert.Contains("等她接手", offered.Text, StringComparison.Ordinal);
        var recused = await offered.Form("form[action*='Recuse']").Set("who", account).SubmitAsync("定回避");
        Assert.Contains("回避", recused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("等她接手", recused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/cases/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await chair.GetAsync($"/cases/{id}")).Status);
    }

    [Fact]
    public async Task NothingIsCountedTwice_TheLedgerEndsWhereCasesBegin()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        async Task<Page> EnterAsync(string day) => await (await chair.GetAsync("/ledgers/new/reception")).Form("form:has([name=key])").Set("f-day", day).Set("f-visits", "2").SubmitAsync("存下这一笔");
        Assert.Contains("已存下", (await EnterAsync("2026-11-10")).Text, StringComparison.Ordinal);

        var early = await (await chair.GetAsync("/cases/office")).Form().Set("From", "2026-11-01").Set("Prefix", "村妇访").SubmitAsync("启用");
        Assert.Contains("台账里2026年11月10日还记着数", early.Text, StringComparison.Ordinal);
        Assert.Equal("/cases", (await early.Form().Set("From", "2026-11-11").SubmitAsync("启用")).Address);

        Assert.Contains("在“维权”里一件一件登记", (await EnterAsync("2026-11-12")).Text, StringComparison.Ordinal);
        Assert.Contains("已存下", (await EnterAsync("2026-11-09")).Text, StringComparison.Ordinal);
    }

    private static Form Call(Page page) => page.Form().Set("Channel", "call").Set("Name", "张某某").Set("Phone", "13800001234").Set("Request", Told).Set("Category", "violence").Set("SafeContact", "只在上午打");

    private static HttpRequestMessage Same(HttpRequestMessage request)
    {
        var same = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content };
        same.Headers.TryAddWithoutValidation("Origin", "http://localhost");
        return same;
    }

    /// <summary>A case of the township, opened by its chair.</summary>
    private async Task<(Guid Id, PageClient Chair, Page Page)> CaseAsync(string phone = "13800001234")
    {
        var id = await ReceivedCases.MakeAsync(host, host.City.Township, input => input with { Texts = new Dictionary<CaseField, string>(input.Texts) { [CaseField.Request] = Told, [CaseField.Phone] = phone } });
        var chair = await host.SignInAsync(Role.Chair, host.City.Township);
        return (id, chair, await chair.GetAsync($"/cases/{id}"));
    }
}
