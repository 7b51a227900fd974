using Jinguo.Core.Base.Access;
using Jinguo.EndToEnd.Browser;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>A township accepts what its villages wrote, and returns what it cannot accept.</summary>
[Collection(JourneyCollection.Name)]
public sealed class TownshipReviewerTests(ChromiumBrowser browser, RunningApp app)
{
    [Theory, InlineData(Device.Desktop, true), InlineData(Device.Phone, false)]
    public async Task SomeAreAcceptedTogether_OneIsReturned_MendedByTheVillageAndWaitsAgain(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        var reviewer = await stage.AddPersonAsync(Role.Reviewer, stage.Township);
        await stage.RecordAsync(chair, "刺绣", 40, "2026-11-02");
        await stage.RecordAsync(chair, "育婴", 25, "2026-11-05");
        await stage.RecordAsync(chair, "直播带货", 300, "2026-11-09");
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(reviewer, "/ledgers/review");
            await page.SeesAsync("待审核3条");
            await page.AssertSoundAsync("review");

            await page.FollowAsync("直播带货培训");
            await page.AssertSoundAsync("review-card");
            await page.WriteAsync("退回原因", "300人次和签到表对不上");
            await page.PushAsync("退回");
            await page.SeesAsync("已退回1条");

            await page.GotoAsync("/ledgers/review");
            await page.GetByLabel("选上：刺绣培训", new() { Exact = true }).CheckAsync();
            await page.GetByLabel("选上：育婴培训", new() { Exact = true }).CheckAsync();
            await page.PushAsync("接受选上的");
            await page.SeesAsync("已接受2条");
            await page.SeesAsync("没有等您审核的记录");
            await page.AssertSoundAsync("review-done");

            await page.SignInAsync(chair, "/ledgers/list?state=Returned");
            await page.SeesAsync("300人次和签到表对不上");
            await page.AssertSoundAsync("ledgers-returned");
            await page.FollowAsync("直播带货培训");
            await page.SeesAsync("上级退回：300人次和签到表对不上");
            await page.SeesAsync("还没有计入任何数。");
            await page.AssertSoundAsync("ledgers-show-returned");
            await page.FollowAsync("去修改");
            await page.WriteAsync("到场人次", "30");
            await page.PushAsync("存下");
            await Assertions.Expect(page.Locator("main .jg-status").First).ToHaveTextAsync("待审核");
            await Assertions.Expect(page.Locator("main .jg-status").Nth(1)).ToHaveTextAsync("已计入");

            await page.SignInAsync(reviewer, "/ledgers/review");
            await page.SeesAsync("待审核1条");
            await page.SeesAsync("直播带货培训");
        });
    }
}
