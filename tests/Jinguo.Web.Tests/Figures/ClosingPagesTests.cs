using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Figures;

/// <summary>锁账 in the browser. Today is 20 November 2026.</summary>
public sealed class ClosingPagesTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task ATownshipClosesOctober_AndALateEntryOfAVillage_IsShownWithItsReason()
    {
        var (township, village) = (host.City.Township, host.City.Village);
        using var chair = await host.SignInAsync(Role.Chair, township);
        using var villager = await host.SignInAsync(Role.Chair, village);
        await (await villager.GetAsync("/ledgers/new/training")).Form().Set("f-topic", "刺绣").Set("f-day", "2026-10-16").Set("f-participants", "50").SubmitAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        var closed = await (await chair.GetAsync("/figures/closings")).Form(".jg-panel form").Set("through", "2026-10-31").SubmitAsync("锁账");
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains("账已锁到2026年10月31日", closed.Text, StringComparison.Ordinal);
        Assert.Empty(closed.Document.QuerySelectorAll(".jg-panel form"));

        var form = (await villager.GetAsync("/ledgers/new/training")).Form().Set("f-topic", "普法").Set("f-day", "2026-10-18").Set("f-participants", "8");
        var refused = await form.SubmitAsync();
        Assert.Contains("在锁账期内", refused.Text, StringComparison.Ordinal);
        await refused.Form().Set("reason", "签到表晚到").SubmitAsync();

        var table = await chair.GetAsync("/figures?period=2026-10&show=training.participants");
        Assert.Contains("更58", table.Texts("tbody tr:first-child td").Select(text => string.Concat(text.Split())));
        Assert.Contains("锁账后有更正", table.Text, StringComparison.Ordinal);
        var explained = await chair.GetAsync($"/figures/explain?organisation={township.Id}&figure=training.participants&period=2026-10");
        Assert.Contains("之后有更正", explained.Text, StringComparison.Ordinal);
        var differences = await explained.FollowAsync("看更正了什么");
        Assert.Contains("全镇合计 50 58 +8", string.Join('|', differences.Texts("tbody tr")), StringComparison.Ordinal);

        var closing = await (await chair.GetAsync("/figures/closings")).FollowAsync("2026年10月31日");
        Assert.Contains("签到表晚到", closing.Text, StringComparison.Ordinal);
        Assert.Contains("普法培训", closing.Text, StringComparison.Ordinal);
        var then = await closing.FollowAsync("看锁账时的数");
        Assert.Contains("为止已经入账的数", then.Text, StringComparison.Ordinal);
        Assert.Contains("50", then.Texts("tbody tr:first-child td").Select(text => string.Concat(text.Split())));
    }

    [Fact]
    public async Task ASuperior_OpensAPeriodAgain_WithAReason()
    {
        var county = host.City.All.Last(body => body.Level == Level.County);
        using var chair = await host.SignInAsync(Role.Chair, county);
        await (await chair.GetAsync("/figures/closings")).Form(".jg-panel form").Set("through", "2026-09-30").SubmitAsync("锁账");
        var closing = await (await chair.GetAsync("/figures/closings")).FollowAsync("2026年9月30日");

        Assert.Contains("为什么解锁", (await closing.Form("main details form").SubmitAsync()).Text, StringComparison.Ordinal);
        var opened = await closing.Form("main details form").Set("reason", "漏了一个村").SubmitAsync("解锁");

        Assert.Contains("已解锁", opened.Texts("tbody tr")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOfficer_SeesClosingsButClosesNothing()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.County);

        Assert.Empty((await officer.GetAsync("/figures/closings")).Document.QuerySelectorAll(".jg-panel form"));
    }

    [Theory]
    [InlineData("known=nonsense", HttpStatusCode.NotFound)]
    [InlineData("known=9999-12-31", HttpStatusCode.NotFound)]
    [InlineData("known=2026-11-19", HttpStatusCode.OK)]
    public async Task ADayOfKnowledge_IsRead_OrThereIsNoSuchPage(string known, HttpStatusCode expected)
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.County);

        Assert.Equal(expected, (await officer.GetAsync($"/figures/differences?organisation={host.City.County.Id}&period=2026&{known}")).Status);
    }
}
