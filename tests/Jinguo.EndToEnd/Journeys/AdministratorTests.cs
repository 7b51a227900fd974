using Jinguo.Core.Base.Access;
using Jinguo.EndToEnd.Browser;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>A system administrator keeps bodies and accounts, and sees nothing of the work.</summary>
[Collection(JourneyCollection.Name)]
public sealed class AdministratorTests(ChromiumBrowser browser, RunningApp app)
{
    [Theory, InlineData(Device.Desktop, true), InlineData(Device.Phone, false)]
    public async Task WhoKeepsTheTopBody_SeesHowThePlatformRuns(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var keeper = await stage.AddPersonAsync(Role.SystemAdministrator, app.Host.City.Top);
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(keeper, "/running");
            await page.IsOnAsync("运行情况");
            await page.SeesAsync("核对汇总数");
            await page.AssertSoundAsync("running");
        });
    }

    [Theory, InlineData(Device.Desktop, true), InlineData(Device.Phone, false)]
    public async Task ABodyAndAnAccount_AreAdded_ThePasswordIsShownOnce_AndItsOwnerGetsIn(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var keeper = await stage.AddPersonAsync(Role.SystemAdministrator, stage.County);
        var userName = $"huang-{Guid.NewGuid():N}"[..14];
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(keeper, $"/organisations/{Stage.Number(stage.Township.Id)}");
            await page.AssertSoundAsync("organisations");
            await page.FollowAsync("加下级");
            await page.AssertSoundAsync("organisations-new");
            await page.GetByLabel("类别", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "妇委会" });
            await page.WriteAsync("全称", "柳河镇中心小学妇委会");
            await page.PushAsync("存下");
            await page.SeesAsync("柳河镇中心小学妇委会");

            await page.GotoAsync("/accounts/new");
            await page.AssertSoundAsync("accounts-new");
            await page.WriteAsync("姓名", "黄某某");
            await page.WriteAsync("账号", userName);
            await page.GetByLabel("单位", new() { Exact = true }).First.FillAsync(stage.Village.Name);
            if (script)
            {
                await page.Button($"{stage.Village.Name}（{stage.Township.Name}）").ClickAsync();
                await Assertions.Expect(page.GetByLabel("单位", new() { Exact = true }).First).ToHaveValueAsync(stage.Village.Code);
                await page.AssertSoundAsync("accounts-new-body");
            }
            else
            {
                await page.GetByLabel("单位", new() { Exact = true }).First.FillAsync(stage.Village.Code);
            }
            await page.PushAsync("建账号");
            await page.SeesAsync("初始密码只在这一页出现一次。");
            await page.AssertSoundAsync("accounts-issued");
            var password = await page.GetByRole(AriaRole.Row).Filter(new() { HasText = userName }).Locator("b").InnerTextAsync();
            await page.GotoAsync("/accounts");
            await page.SeesAsync(userName);
            Assert.DoesNotContain(password, await page.ContentAsync(), StringComparison.Ordinal);
            await page.AssertSoundAsync("accounts");

            foreach (var business in new[] { "/ledgers", "/figures", "/ledgers/review" })
                Assert.Equal(403, (await page.GotoAsync(business))!.Status);
            await page.AssertSoundAsync("denied");
            Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "台账", Exact = true }).CountAsync());

            await page.Context.ClearCookiesAsync();
            await page.GotoAsync("/ledgers");
            await page.EnterAsync(userName, password);
            await page.IsAtAsync("/account$");
            await page.SeesAsync("您用的还是初始密码");
            await page.AssertSoundAsync("account-initial");
            await page.WriteAsync("现在的密码", password);
            await page.WriteAsync("新密码", Stage.Password);
            await page.WriteAsync("再填一次新密码", Stage.Password);
            await page.PushAsync("换密码");
            await page.SeesAsync("密码已换好");
            await page.GotoAsync("/ledgers");
            await page.SeesAsync(stage.Village.Name);
        });
    }
}
