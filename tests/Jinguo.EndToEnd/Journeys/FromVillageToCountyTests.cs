using Jinguo.Core.Base.Access;
using Jinguo.EndToEnd.Browser;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>The main job in three pairs of hands: a village records, its township accepts, its county reads and opens the figure.</summary>
[Collection(JourneyCollection.Name)]
[Trait("Database", "Both")]
public sealed class FromVillageToCountyTests(ChromiumBrowser browser, RunningApp app)
{
    [Theory, InlineData(Device.Phone, true), InlineData(Device.Desktop, false)]
    public async Task ARecordOfTheVillage_IsAFigureOfTheCounty_ThatOpensToTheRecord(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        var reviewer = await stage.AddPersonAsync(Role.Reviewer, stage.Township);
        var officer = await stage.AddPersonAsync(Role.Officer, stage.County);
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(chair, "/ledgers/new/training");
            await page.WriteAsync("培训内容", "刺绣");
            await page.WriteAsync("到场人次", "50");
            await page.GetByLabel("到场人次是不是约数").GetByLabel("余", new() { Exact = true }).ClickAsync();
            await page.PushAsync("存下这一笔");
            await page.SeesAsync("已存下");
            await page.Locator(".jg-figure-link").Last.ClickAsync();
            await page.SeesAsync("50余人次");

            await page.SignInAsync(reviewer, "/ledgers/review");
            await page.PushAsync("接受：刺绣培训");
            await page.SeesAsync("已接受1条");

            await page.SignInAsync(officer, "/figures");
            var figure = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "柳河" }).Locator("[data-column='training.participants'] a");
            await Assertions.Expect(figure).ToHaveTextAsync("50");
            await figure.ClickAsync();
            await Assertions.Expect(page.Locator("#side")).ToContainTextAsync("到班参加培训的人次");
            await page.FollowAsync("看背后1笔");
            await page.FollowAsync("刺绣培训");
            await page.IsOnAsync("刺绣培训");
            await page.SeesAsync("50余人次");
            await Assertions.Expect(page.Locator("main .jg-status").First).ToHaveTextAsync("已入账");
        });
    }
}
