using Jinguo.EndToEnd.Browser;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>An installation without anything in it: choose the body, load what is below it, make the administrator, sign in.</summary>
[Collection(JourneyCollection.Name)]
public sealed class FirstRunTests(ChromiumBrowser browser)
{
    [Theory, InlineData(Device.Desktop, true), InlineData(Device.Phone, false)]
    public async Task TheBodyIsChosenAndLoaded_AndItsAdministratorSignsIn(Device device, bool script)
    {
        await using var app = await RunningApp.StartEmptyAsync();
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.GotoAsync("/");
            await page.IsOnAsync("建立本单位的平台");
            await ChooseAsync(page, "省（区、市）", "江西省", "下一步");
            await ChooseAsync(page, "市（州、盟）或直辖的县", "鹰潭市", "换成所选的");
            await page.SeesAsync("本单位：鹰潭市妇联");
            await page.GetByLabel("下级装到哪一级").SelectOptionAsync(new SelectOptionValue { Label = "县（市、区）" });
            foreach (var (at, userName) in new[] { (0, "admin"), (1, "anquan"), (2, "shenji") })
            {
                await page.Locator($"[name='Input.Officers[{at}].Name']").FillAsync("张某某");
                await page.Locator($"[name='Input.Officers[{at}].UserName']").FillAsync(userName);
            }
            var password = await page.Locator("[name='Input.Officers[0].Password']").InputValueAsync();
            await page.AssertSoundAsync("setup");
            await page.PushAsync("开始建立");
            // The page asks again by itself until the county bodies are there.
            await page.IsAtAsync("/sign-in$");
            await page.SeesAsync("已建好，请用管理员账号登录。");
            await page.AssertSoundAsync("setup-sign-in");
            await page.EnterAsync("admin", password);
            await page.IsAtAsync("/account$");
            await page.WriteAsync("现在的密码", password);
            await page.WriteAsync("新密码", Stage.Password);
            await page.WriteAsync("再填一次新密码", Stage.Password);
            await page.PushAsync("换密码");
            await page.GotoAsync("/");
            await page.IsOnAsync("工作台");
            await page.AssertSoundAsync("home-administrator");
            await page.GotoAsync("/organisations");
            await page.SeesAsync("余江区妇联");
        });
    }

    private static async Task ChooseAsync(IPage page, string label, string words, string button)
    {
        await page.GetByLabel(label, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = words });
        await page.PushAsync(button);
    }
}
