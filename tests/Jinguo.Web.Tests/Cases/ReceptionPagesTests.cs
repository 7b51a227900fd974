using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Cases;

/// <summary>领导接待日: from the rule to the minutes.</summary>
public sealed class ReceptionPagesTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Matter = "儿子三年不给赡养费";

    [Fact]
    public async Task AVisitorIsBooked_Comes_IsHeard_BecomesACase_AndTheDayHasItsMinutes()
    {
        await ReceivedCases.MakeAsync(host, host.City.County);
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        using var officer = await host.SignInAsync(Role.Officer, host.City.County);
        using var colleague = await host.SignInAsync(Role.Officer, host.City.County);
        using var superior = await host.SignInAsync(Role.Chair, host.City.Top);

        Assert.Contains("还没有设置领导接待日", (await (await officer.GetAsync("/cases")).FollowAsync("接待日")).Text, StringComparison.Ordinal);
        var rule = (await chair.GetAsync("/cases/reception/rule")).Form();
        Assert.Equal(("15", "10", "09:00"), (rule.Value("DayOfMonth"), rule.Value("MostBookings"), rule.Value("From")));
        Assert.Contains("请填地点", (await rule.SubmitAsync("存下")).Texts(".jg-field.is-wrong:has([name=Place])").Single(), StringComparison.Ordinal);
        var set = await rule.Set("Place", "一楼接待室").Set("Leader", "李某某（主席）").SubmitAsync("存下");
        Assert.Contains("2026年12月15日 星期二", set.Texts("tbody th"));
        Assert.Contains("暂定，节假日还没有公布", set.Text, StringComparison.Ordinal);

        // Today an extra day is held.
        var day = await set.Form("form:has([name=Day])").Set("Day", "2026-11-20").SubmitAsync("加开");
        Assert.Equal("/cases/reception/2026-11-20", day.Address);
        var form = (await officer.GetAsync(day.Address)).Form("form[action*='Book']");
        Assert.Contains("请填来访人姓名", (await form.Set("Matter", Matter).SubmitAsync("约上")).Text, StringComparison.Ordinal);
        var request = form.Set("Name", "周小某").Set("Phone", "13900008888");
        var (booked, again) = (await officer.SendAsync(request.Request("约上")), await officer.SendAsync(request.Request("约上")));
        Assert.Equal((1, 1), (booked.Texts("tbody th").Count, again.Texts("tbody th").Count));
        Assert.Contains("139****8888", booked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("周小某", booked.Html, StringComparison.Ordinal);
        var hidden = await colleague.GetAsync(day.Address);
        Assert.Contains("另有1位已约", hidden.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Matter, hidden.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(day.Address + "/sheet")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await superior.GetAsync(day.Address)).Status);
        Assert.Contains("周小某", (await booked.FollowAsync("登记表")).Text, StringComparison.Ordinal);

        var came = await (await booked.FollowAsync("周**")).Form("form[action*='Mark']").SubmitAsync("到访");
        var heard = await came.Form("form[action*='Say']").Set("Words", "请司法所一周内调解").SubmitAsync("记下");
        Assert.Contains("李某某（主席）意见：请司法所一周内调解", heard.Text, StringComparison.Ordinal);
        var intake = await heard.Form("form[action*='Register']").SubmitAsync("登记为事项");
        Assert.Matches("^/cases/new\\?draft=[0-9a-f-]{36}$", intake.Address);
        Assert.Equal(("周小某", Matter, "visit"), (intake.Form().Value("Name"), intake.Form().Value("Request"), intake.Form().Value("Channel")));
        var one = await intake.Form().Set("Category", "violence").SubmitAsync("登记");
        Assert.Contains("请司法所一周内调解", one.Text, StringComparison.Ordinal);
        var number = one.Title["个案 ".Length..];
        Assert.Equal([number], (await officer.GetAsync(day.Address)).Texts("tbody th"));

        var minutes = await (await chair.GetAsync(day.Address)).FollowAsync("接待纪要");
        Assert.Equal(("李某某（主席）", "1"), (minutes.Form().Value("Receivers"), minutes.Form().Value("Visitors")));
        var stale = minutes.Form().Set("Agreed", "另写的");
        var written = await minutes.Form().Set("Agreed", "由司法所调解，妇联回访").SubmitAsync("存下");
        Assert.Contains("刚刚有别人改过", (await stale.SubmitAsync("存下")).Text, StringComparison.Ordinal);
        var final = await written.Form("form[action*='Finish']").SubmitAsync("定稿");
        Assert.Contains("由司法所调解，妇联回访", final.Text, StringComparison.Ordinal);
        Assert.Contains("已签协议", (await final.Form("form[action*='Add']").Set("Words", "已签协议").SubmitAsync("补记")).Text, StringComparison.Ordinal);
        Assert.Empty((await officer.GetAsync(day.Address)).Document.QuerySelectorAll("form[action*='Book']"));
        Assert.NotEqual(HttpStatusCode.OK, (await officer.GetAsync(day.Address + "/minutes")).Status);
    }

    [Fact]
    public async Task ADay_IsMovedOrCancelledWithAReason_AndABookingGoesToAnotherDayOrIsWithdrawn()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Township);
        var (day, booking) = await ReceptionDays.MakeAsync(host, host.City.Township);
        var page = await chair.GetAsync($"/cases/reception/{day:yyyy-MM-dd}");
        Assert.Contains("还约着1位", (await page.Form("form[action*='Cancel']").Set("Reason", "主席出差").SubmitAsync("取消这一天")).Text, StringComparison.Ordinal);
        var extra = await (await chair.GetAsync("/cases/reception")).Form("form:has([name=Day])").Set("Day", "2026-12-01").SubmitAsync("加开");
        Assert.Contains("请写明原因", (await extra.Form("form[action*='Move']").Set("To", "2026-12-02").SubmitAsync("改期")).Text, StringComparison.Ordinal);
        var moved = await extra.Form("form[action*='Move']").Set("To", "2026-12-02").Set("Reason", "主席开会").SubmitAsync("改期");
        Assert.Equal("/cases/reception/2026-12-02", moved.Address);
        Assert.Contains("由12月1日改来", moved.Text, StringComparison.Ordinal);

        var other = await (await chair.GetAsync($"/cases/reception/bookings/{booking}")).Form("form[action*='Move']").Set("To", "2026-12-02").SubmitAsync("改约");
        Assert.Contains("2026年12月2日 星期三，第1号", other.Text, StringComparison.Ordinal);
        Assert.Contains("请写明原因", (await other.Form("form[action*='Withdraw']").SubmitAsync("撤回预约")).Text, StringComparison.Ordinal);
        Assert.Contains("已撤回", (await other.Form("form[action*='Withdraw']").Set("Reason", "她不来了").SubmitAsync("撤回预约")).Text, StringComparison.Ordinal);
        var cancelled = await (await chair.GetAsync(moved.Address)).Form("form[action*='Cancel']").Set("Reason", "主席出差").SubmitAsync("取消这一天");
        Assert.Contains("已取消", cancelled.Text, StringComparison.Ordinal);
    }
}
