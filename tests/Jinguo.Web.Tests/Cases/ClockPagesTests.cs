using Jinguo.Core.Base.Access;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Cases;

/// <summary>延期, 本单位时限 and 暂缓 on their pages, and what a line tells besides its words.</summary>
public sealed class ClockPagesTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task TheOfficerAsks_TheChairApproves_ThePetitionerIsTold_AndTheDayMoves()
    {
        var id = await ReceivedCases.MakeAsync(host, host.City.County, input => input with { Risk = "green" });
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        var account = await OfficerAsync();
        using var officer = host.SignIn(account, host.City.County.Id);
        await (await chair.GetAsync($"/cases/{id}/write?act=Accept")).Form().Set("Text", "受理，已书面告知").SubmitAsync("记下");
        var offered = await chair.GetAsync($"/cases/{id}");
        await offered.Form("form[action*='Offer']").Set("to", $"{account.Id}").SubmitAsync("请她接手");
        var page = await (await officer.GetAsync($"/cases/{id}")).Form("form[action*='Take']").SubmitAsync("由我接手");

        var wrong = await page.Form("form[action*='Extend']").Set("extension.Days", "31").Set("extension.Reason", "").SubmitAsync("申请");
        Assert.Contains("延长的天数应是1至30日（条例34条）", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("请填写延长的理由，理由要告知信访人", wrong.Text, StringComparison.Ordinal);
        var asked = await wrong.Form("form[action*='Extend']").Set("extension.Days", "20").Set("extension.Reason", "等待司法鉴定").SubmitAsync("申请");
        Assert.Contains("等负责人批准，批准以前期限不变", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("批准延期", asked.Texts("button"));
        var withdrawn = await asked.Form("form[action*='WithdrawExtension']").SubmitAsync("收回申请");
        Assert.Contains("延期的申请收回了，期限没有变", withdrawn.Text, StringComparison.Ordinal);
        await withdrawn.Form("form[action*='Extend']").Set("extension.Days", "20").Set("extension.Reason", "等待司法鉴定").SubmitAsync("申请");

        var granted = await (await chair.GetAsync($"/cases/{id}")).Form("form[action*='Judge']").SubmitAsync("批准延期");
        Assert.Contains("告知以后才按延长的日子算", granted.Text, StringComparison.Ordinal);
        Assert.Contains("条例34条，60日", granted.Texts(".jg-clocks td.is-short"));
        var told = await (await officer.GetAsync($"/cases/{id}")).Form("form[action*='Told']").Set("told.Words", "书面送达本人").SubmitAsync("已告知");

        Assert.Contains("记下了，期限已延长", told.Text, StringComparison.Ordinal);
        Assert.Contains("条例34条，60日，延长20日", told.Texts(".jg-clocks td.is-short"));
        Assert.Contains("书面送达本人", string.Join(' ', told.Texts(".jg-done")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheChairSetsLimits_TheyStandInTheCase_AndASuspensionLeavesTheLaw()
    {
        var id = await ReceivedCases.MakeAsync(host, host.City.Township, input => input with { Risk = "green" });
        using var chair = await host.SignInAsync(Role.Chair, host.City.Township);

        var refused = await (await chair.GetAsync("/cases/office")).Form("form[action*='Limits']").Set("petition.notice", "16").SubmitAsync("存下时限");
        Assert.Contains("“书面告知”的本地时限不能长于条例23条规定的15日", refused.Text, StringComparison.Ordinal);
        var set = await refused.Form("form[action*='Limits']").Set("petition.notice", "10").SubmitAsync("存下时限");
        Assert.Equal("10", set.Form("form[action*='Limits']").Value("petition.notice"));

        var page = await chair.GetAsync($"/cases/{id}");
        Assert.Contains("本单位10日（条例23条，15日）", page.Texts(".jg-clocks td.is-short"));
        var stopped = await page.Form("form[action*='Stop']").Set("stop.First", "2026-11-10").Set("stop.Reason", "等她回来").SubmitAsync("记下");
        Assert.Contains("条例23条，15日", stopped.Texts(".jg-clocks td.is-short"));
        var resumed = await stopped.Form("form[action*='Resume']").Set("resume.Last", "2026-11-12").SubmitAsync("恢复计算");
        Assert.Contains("本单位10日（条例23条，15日）", resumed.Texts(".jg-clocks td.is-short"));
    }

    [Fact]
    public async Task WhatSheSaysAtAReturnVisit_AndHowLongAnOrderIsInForce_StandInTheCourse()
    {
        var id = await ReceivedCases.MakeAsync(host, host.City.Village);
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);

        var visited = await (await chair.GetAsync($"/cases/{id}/write?step=ReturnVisit")).Form().Set("Text", "电话回访").Set("Satisfaction", "MostlySatisfied").SubmitAsync("记下");
        Assert.Contains("回访 （基本满意） 电话回访", string.Join(' ', visited.Texts(".jg-done")), StringComparison.Ordinal);
        var wrong = await (await chair.GetAsync($"/cases/{id}/write?step=OrderMade")).Form().Set("Text", "法院作出").Set("Months", "9").SubmitAsync("记下");
        Assert.Contains("有效期填1到6个月", wrong.Text, StringComparison.Ordinal);
        var made = await wrong.Form().Set("Months", "3").SubmitAsync("记下");

        Assert.Contains("反家暴法30条，3个月", made.Texts(".jg-clocks td.is-short"));
    }

    private async Task<Account> OfficerAsync()
    {
        await using var db = host.Database.Open();
        return await AccountRows.AddAsync(db, $"clock-{Guid.NewGuid():N}", "周某某", [(host.City.County, Role.Officer, RoleScope.Own)]);
    }
}
