using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.EndToEnd.Browser;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>撤乡并镇: two townships become one. What was reported stays, what follows counts where it belongs now.</summary>
[Collection(JourneyCollection.Name)]
public sealed class MergerTests(ChromiumBrowser browser, RunningApp app)
{
    [Theory, InlineData(Device.Desktop, true), InlineData(Device.Phone, false)]
    public async Task ATownshipGoesUpInAnother_AndTheFiguresOfBothYearsCanBeRead(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var ending = await AddTownshipAsync(stage);
        await app.Host.PostAsync(stage.Village, "training.participants", "2026-03-01", 300);
        await app.Host.PostAsync(ending.Village, "training.participants", "2026-03-02", 45);
        var keeper = await stage.AddPersonAsync(Role.SystemAdministrator, stage.County);
        var reviewer = await stage.AddPersonAsync(Role.Reviewer, stage.Township);
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(keeper, $"/organisations/{Stage.Number(ending.Township.Id)}");
            await page.FollowAsync("调整隶属");
            await page.IsOnAsync("调整隶属");
            await page.AssertSoundAsync("reorganise");
            await page.GetByText("撤并到另一个同级组织").ClickAsync();
            await page.WriteAsync("到哪个组织", stage.Township.Code);
            await page.WriteAsync("生效日期", "2026-07-01");
            await page.WriteAsync("文号", "青政发〔2026〕8号");
            await page.PushAsync("看影响");
            await page.SeesAsync("还没有办理。办理以后：");
            await page.AssertSoundAsync("reorganise-tried");
            await page.PushAsync("确定办理");
            await page.SeesAsync("已办理：并入，2026年7月1日起生效。");
            await page.SeesAsync("青政发〔2026〕8号");
            await page.AssertSoundAsync("organisations-merged");
            await page.GotoAsync($"/organisations/{Stage.Number(stage.Township.Id)}");
            await page.SeesAsync(ending.Village.Name);

            await page.SignInAsync(reviewer, "/figures?period=2026&show=training.participants");
            await ReadsAsync(page, "300");
            await page.GotoAsync("/figures?period=2026&show=training.participants&tree=now");
            await ReadsAsync(page, "345");
            await page.AssertSoundAsync("figures-todays-tree");
        });
    }

    private static Task ReadsAsync(IPage page, string total) =>
        Assertions.Expect(page.Locator("tbody tr").First.Locator("td").First).ToContainTextAsync(total);

    private async Task<(Organisation Township, Organisation Village)> AddTownshipAsync(Stage stage)
    {
        await using var db = app.Host.Database.Open();
        var township = await Tree.AddAsync(db, stage.County.Code[..6] + "102000", Level.Township, $"沙溪乡妇联{stage.County.Code[4..6]}", stage.County);
        return (township, await Tree.AddAsync(db, stage.County.Code[..6] + "102201", Level.Village, $"沙溪村妇联{stage.County.Code[4..6]}", township));
    }
}
