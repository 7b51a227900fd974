using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Cases;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Cases;

/// <summary>转交办: a matter is sent with consent, accepted elsewhere, and comes back with its result.</summary>
public sealed class ReferralPagesTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Narrative = "前年在桂花巷报过一次警";
    private const string Later = "双方到场谈了两个小时";

    [Fact]
    public async Task TheCountySendsWhatItChose_TheTownshipAcceptsAndReturns_AndTheCountyNeverReadsItsCourse()
    {
        var (id, county, page) = await CaseAsync();
        await ReceivedCases.MakeAsync(host, host.City.Township);
        using var township = await host.SignInAsync(Role.Officer, host.City.Township);

        var found = await Letter(await page.FollowAsync("转交办")).Set("Sought", host.City.Township.Code).SubmitAsync("查找");
        Assert.Equal("请上门核实并回访", found.Form().Value("Asks"));
        var sent = await found.Form().Set("To", host.City.Township.Code).SubmitAsync("转出");
        Assert.Equal($"/cases/{id}", sent.Address);
        Assert.Contains($"{host.City.Township.Name}：待接收", sent.Text, StringComparison.Ordinal);
        Assert.Contains("姓名、电话、安全联系", sent.Text, StringComparison.Ordinal);

        Assert.Contains("有1件转来的等着接收", (await township.GetAsync("/cases")).Text, StringComparison.Ordinal);
        var letter = await (await township.GetAsync("/cases/incoming")).FollowAsync(host.City.County.Name);
        Assert.Contains("安全联系：只在工作日上午打电话", letter.Text, StringComparison.Ordinal);
        Assert.Contains("138****1234", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001234", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("桂花巷", letter.Html, StringComparison.Ordinal);
        Assert.Contains("请写为什么要看", (await letter.Form("form[action*='Reveal']").SubmitAsync("显示")).Text, StringComparison.Ordinal);
        var shown = await letter.Form("form[action*='Reveal']").Set("purpose", "上门以前核对").SubmitAsync("显示");
        Assert.Contains("13800001234", shown.Text, StringComparison.Ordinal);

        var received = await shown.Form("form[action*='Accept']").Set("NextStep", "上门核实").Set("NextStepDue", "2026-11-25").SubmitAsync("接收");
        Assert.StartsWith("个案 云妇访〔2026〕", received.Title, StringComparison.Ordinal);
        Assert.Contains($"转来单位{host.City.County.Name}", received.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(received.Texts("button"), button => button == "反馈");
        var number = received.Title["个案 ".Length..];
        await (await township.GetAsync(received.Address + "/write?step=Mediation")).Form().Set("Text", Later).SubmitAsync("记下");
        var panel = string.Join(' ', (await county.GetAsync($"/cases/{id}")).Texts(".jg-referral"));
        Assert.Contains($"对方编号{number} 办到哪里已登记 对方期限", panel, StringComparison.Ordinal);

        await (await township.GetAsync(received.Address + "/write?act=Accept")).Form().Set("Text", "已受理").SubmitAsync("记下");
        var answered = await (await township.GetAsync(received.Address + "/write?act=Answer")).Form().Set("Text", "已答复本人").Set("NextStep", "").Set("NextStepDue", "").SubmitAsync("记下");
        Assert.Contains("请写明理由或结果", (await answered.Form("form[action*='Return']").SubmitAsync("反馈")).Text, StringComparison.Ordinal);
        var returned = await answered.Form("form[action*='Return']").Set("words", "双方达成调解协议").SubmitAsync("反馈");
        Assert.Contains("转来的事项已反馈", returned.Text, StringComparison.Ordinal);

        var end = await county.GetAsync($"/cases/{id}");
        Assert.Contains($"{host.City.Township.Name}：已反馈", end.Text, StringComparison.Ordinal);
        Assert.Contains("结果双方达成调解协议", string.Join(' ', end.Texts(".jg-referral")), StringComparison.Ordinal);
        Assert.DoesNotContain(Later, end.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync(received.Address)).Status);
        county.Dispose();
    }

    [Fact]
    public async Task WithoutConsent_OrToNobody_NothingIsSent_AndADoublePressSendsOnce()
    {
        var (id, county, page) = await CaseAsync();
        var form = await page.FollowAsync("转交办");
        var wrong = await Letter(form).Set("Ground", "").Set("AnswerBy", "2026-11-01").SubmitAsync("转出");
        Assert.Contains("要先征得本人同意", wrong.Texts(".jg-field.is-wrong:has([name=Ground])").Single(), StringComparison.Ordinal);
        Assert.Contains("不能早于今天", wrong.Texts(".jg-field.is-wrong:has([name=AnswerBy])").Single(), StringComparison.Ordinal);
        Assert.Contains("只填一个", wrong.Texts(".jg-field.is-wrong:has([name=Sought])").Single(), StringComparison.Ordinal);
        Assert.Equal(0, await SentAsync(id));

        var outside = wrong.Form().Set("Ground", "DangerToLife").Set("AnswerBy", "").Set("Outside", "县公安局").Set("Words", "对方持刀威胁，联系不上她本人");
        var (first, second) = (await county.SendAsync(outside.Request("转出")), await county.SendAsync(outside.Request("转出")));
        Assert.Equal((first.Address, $"/cases/{id}"), (second.Address, first.Address));
        Assert.Equal(1, await SentAsync(id));

        var answer = first.Form(".jg-referral form[action*='Answered']");
        Assert.Contains("请写明理由或结果", (await answer.Set("state", "Returned").SubmitAsync("记下")).Text, StringComparison.Ordinal);
        var recorded = await answer.Set("words", "已出具告诫书").SubmitAsync("记下");
        Assert.Contains("县公安局：已反馈", recorded.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(recorded.Texts("button"), button => button == "收回");
        county.Dispose();
    }

    [Fact]
    public async Task OnlyTheBodyThatIsAsked_FindsIt_AndWhatIsTakenBackOrRefused_IsThereNoMore()
    {
        var (id, referral) = await ReceivedCases.ReferAsync(host, host.City.County, host.City.Township);
        using var county = await host.SignInAsync(Role.Chair, host.City.County);
        using var township = await host.SignInAsync(Role.Officer, host.City.Township);
        var strangers = new (Role Role, Organisation Body)[] { (Role.Chair, host.City.County), (Role.Chair, host.City.Top), (Role.Chair, host.City.Village), (Role.Reader, host.City.Township), (Role.SystemAdministrator, host.City.Top) };
        foreach (var (role, body) in strangers)
        {
            using var client = await host.SignInAsync(role, body);
            foreach (var address in new[] { "/cases/incoming/{0}", "/cases/{0}/refer" })
            {
                // The county's chair sends cases herself, and the letter is none.
                var (real, unknown) = (await client.GetAsync(address.Replace("{0}", $"{referral}", StringComparison.Ordinal)), await client.GetAsync(address.Replace("{0}", $"{Guid.NewGuid()}", StringComparison.Ordinal)));
                Assert.Equal((unknown.Status, string.Join(' ', unknown.Texts("main"))), (real.Status, string.Join(' ', real.Texts("main"))));
                Assert.NotEqual(HttpStatusCode.OK, real.Status);
            }
        }
        Assert.Equal(HttpStatusCode.NotFound, (await township.GetAsync($"/cases/{id}/refer")).Status);

        var letter = await township.GetAsync($"/cases/incoming/{referral}");
        Assert.Contains("请写明理由或结果", (await letter.Form("form[action*='Refuse']").SubmitAsync("不接收")).Text, StringComparison.Ordinal);
        Assert.Equal("/cases/incoming", (await letter.Form("form[action*='Refuse']").Set("Words", "当事人已搬走").SubmitAsync("不接收")).Address);
        Assert.Equal(HttpStatusCode.NotFound, (await letter.Form("form[action*='Accept']").SubmitAsync("接收")).Status);
        Assert.Contains("不接收的理由当事人已搬走", (await county.GetAsync($"/cases/{id}")).Text, StringComparison.Ordinal);

        var (other, waiting) = await ReceivedCases.ReferAsync(host, host.City.County, host.City.Township);
        var back = await (await county.GetAsync($"/cases/{other}")).Form("form[action*='Withdraw']").SubmitAsync("收回");
        Assert.Contains($"{host.City.Township.Name}：已收回", back.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await township.GetAsync($"/cases/incoming/{waiting}")).Status);
    }

    [Fact]
    public async Task WhileAReviewRuns_TheFileIsLent_ReadAbove_AndTakenBack()
    {
        var (id, county, page) = await CaseAsync();
        Assert.DoesNotContain(page.Texts("a"), link => link == "借阅案卷");
        Assert.Contains("才能把案卷借给", (await county.GetAsync($"/cases/{id}/lend")).Text, StringComparison.Ordinal);
        foreach (var act in new[] { "Answer", "AskReview" })
            page = await (await county.GetAsync($"/cases/{id}/write?act={act}")).Form().Set("Text", "已记").SubmitAsync("记下");

        var form = await page.FollowAsync("借阅案卷");
        Assert.Contains("要先征得本人同意", (await form.Form().SubmitAsync("借出")).Texts(".jg-field.is-wrong:has([name=Ground])").Single(), StringComparison.Ordinal);
        var found = await form.Form().Set("Sought", host.City.Top.Code).Set("Ground", "Written").Set("Words", "同意为复查看案卷").SubmitAsync("查找");
        var lent = await found.Form().Set("To", host.City.Top.Code).SubmitAsync("借出");
        Assert.Contains($"{host.City.Top.Name} 可看到", string.Join(' ', lent.Texts(".jg-list")), StringComparison.Ordinal);

        using var city = await host.SignInAsync(Role.Chair, host.City.Top);
        Assert.Contains("有1件案卷借给本单位", (await city.GetAsync("/cases")).Text, StringComparison.Ordinal);
        var file = await (await city.GetAsync("/cases/openings")).FollowAsync(page.Title["个案 ".Length..]);
        Assert.Contains(Narrative, file.Text, StringComparison.Ordinal);
        Assert.Contains("只能看，不能办", file.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await city.GetAsync($"/cases/{id}/lend")).Status);

        Assert.Contains("收回了", (await lent.Form("form[action*='End']").SubmitAsync("收回")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await city.GetAsync($"/cases/{id}")).Status);
        county.Dispose();
    }

    private static Form Letter(Page page) => page.Form().Set("Asks", "请上门核实并回访").Set("Fields", "Name").Set("Fields", "Phone")
        .Set("Ground", "Oral").Set("At", "2026-11-16T09:00").Set("Words", "同意把姓名、电话告诉镇妇联");

    private async Task<int> SentAsync(Guid id)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        return await scope.ServiceProvider.GetRequiredService<Db>().CaseReferrals.CountAsync(referral => referral.CaseId == id);
    }

    /// <summary>A case of the county, opened by its chair.</summary>
    private async Task<(Guid Id, PageClient Chair, Page Page)> CaseAsync()
    {
        var id = await ReceivedCases.MakeAsync(host, host.City.County, input => input with { Texts = new Dictionary<CaseField, string>(input.Texts) { [CaseField.Facts] = Narrative } });
        var chair = await host.SignInAsync(Role.Chair, host.City.County);
        return (id, chair, await chair.GetAsync($"/cases/{id}"));
    }
}
