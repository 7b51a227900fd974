using Jinguo.Core.Base.Access;
using Jinguo.EndToEnd.Browser;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>Who saw what: an audit administrator proves it from the trail, and sees no business data herself.</summary>
[Collection(JourneyCollection.Name)]
public sealed class AuditorTests(ChromiumBrowser browser, RunningApp app)
{
    private const string IdNumber = "11010519491231002X";

    [Theory, InlineData(Device.Desktop, true), InlineData(Device.Phone, false)]
    public async Task WhoSawAPersonInFull_AndWhy_IsFoundInTheTrail_WhichIsVerified(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        var auditor = await stage.AddPersonAsync(Role.AuditAdministrator, stage.County);
        var record = await stage.RecordAsync(chair, "grant", new { day = "2026-11-02", name = "慰问", project = "mothers", persons = new { value = 1 }, recipient = "张某某", recipientId = IdNumber });
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(chair, $"/ledgers/{record}");
            Assert.DoesNotContain(IdNumber, await page.ContentAsync(), StringComparison.Ordinal);
            await page.WriteAsync("为什么要看", "核对银行账户");
            await page.PushAsync("显示完整信息");
            await page.SeesAsync(IdNumber);
            await page.AssertSoundAsync("ledgers-revealed");

            await page.SignInAsync(auditor, "/audit");
            foreach (var business in new[] { $"/ledgers/{record}", "/figures", "/persons" })
                Assert.Equal(403, (await page.GotoAsync(business))!.Status);
            await page.GotoAsync("/audit");
            await page.GetByLabel("单位", new() { Exact = true }).FillAsync(stage.Village.Code);
            await page.PushAsync("查");
            var line = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "核对银行账户" });
            await Assertions.Expect(line).ToContainTextAsync("张某某");
            Assert.DoesNotContain(IdNumber, await page.ContentAsync(), StringComparison.Ordinal);
            await page.AssertSoundAsync("audit");

            await page.PushAsync("核验全部操作记录");
            await page.SeesAfterAsync("没有发现改动", "/audit");
        });
    }
}
