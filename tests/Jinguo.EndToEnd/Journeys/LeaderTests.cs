using Jinguo.Core.Base.Access;
using Jinguo.EndToEnd.Browser;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>A leader reads everything and can write nothing.</summary>
[Collection(JourneyCollection.Name)]
public sealed class LeaderTests(ChromiumBrowser browser, RunningApp app)
{
    /// <summary>Signing out, the elder version and choosing columns change nothing that is the federation's.</summary>
    private const string WritingForms = "main form[method=post]:not([action='/elder'])";

    [Theory, InlineData(Device.Phone, true), InlineData(Device.Desktop, false)]
    public async Task HomeFiguresLedgersAndReports_AreRead_AndOfferNothingThatWrites(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        var leader = await stage.AddPersonAsync(Role.Reader, stage.County);
        await stage.RecordAsync(chair, "刺绣", 40, "2026-02-10");
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(leader, "/ledgers/list");
            await page.FollowAsync("刺绣培训");
            await page.IsOnAsync("刺绣培训");
            var record = new Uri(page.Url).AbsolutePath;
            foreach (var address in new[] { "/", "/figures", "/ledgers", "/reports", "/reports/templates", record })
            {
                Assert.Equal(200, (await page.GotoAsync(address))!.Status);
                Assert.Equal((address, 0), (address, await page.Locator(WritingForms).CountAsync()));
                Assert.Equal((address, 0), (address, await page.Locator("a[href^='/ledgers/new'], a[href$='/edit'], a[href='/ledgers/import'], a[href='/reports/new']").CountAsync()));
                await page.AssertSoundAsync($"leader-{(address == record ? "record" : address.Trim('/').Replace('/', '-'))}");
            }
            Assert.Equal(403, (await page.GotoAsync("/ledgers/new/training"))!.Status);
        });
    }
}
