using Jinguo.Core.Base.Access;
using Jinguo.EndToEnd.Browser;
using Jinguo.EndToEnd.Journeys;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Accessibility;

/// <summary>The main job by keyboard alone: a piece of work is recorded, reviewed, and its figure opened down to the record.</summary>
[Collection(JourneyCollection.Name)]
public sealed class KeyboardTests(ChromiumBrowser browser, RunningApp app)
{
    [Fact]
    public async Task APieceOfWork_IsRecordedReviewedAndFoundBehindItsFigure_ByKeyboardAlone()
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        var reviewer = await stage.AddPersonAsync(Role.Reviewer, stage.Township);
        var officer = await stage.AddPersonAsync(Role.Officer, stage.County);
        await browser.VisitAsync(new Visitor(Device.Desktop), app.Address, async page =>
        {
            await page.AddInitScriptAsync(PageAudit.Script);
            await EnterAsync(page, chair, "/ledgers");
            await RecordAsync(page);
            await EnterAsync(page, reviewer, "/ledgers/review");
            await page.PressAtAsync(page.Button("接受：刺绣培训"), "Space");
            await page.SeesAsync("已接受1条");
            await EnterAsync(page, officer, "/figures");
            await OpenFigureAsync(page);
        });
        Assert.Equal(1, await stage.CountRecordsAsync());
    }

    [Fact]
    public async Task AMenu_OpensByEnter_ClosesByEscape_AndGivesTheKeyboardBack()
    {
        var stage = await Stage.SetAsync(app);
        await browser.VisitAsync(new Visitor(Device.Desktop), app.Address, async page =>
        {
            await page.AddInitScriptAsync(PageAudit.Script);
            await app.SignInAsync(page, Role.Officer, stage.County);
            await page.GotoAsync("/figures");
            foreach (var menu in (string[])[".jg-switch", ".jg-top-acts .jg-menu", "main .jg-menu >> nth=0"])
            {
                var summary = page.Locator(menu).Locator("summary").First;
                var list = page.Locator(menu).Locator(".jg-menu-list").First;
                await page.PressAtAsync(summary);
                await Assertions.Expect(list).ToBeVisibleAsync();
                await page.Keyboard.PressAsync("Tab");
                await Assertions.Expect(list.Locator(":focus")).ToHaveCountAsync(1);
                await page.Keyboard.PressAsync("Escape");
                await Assertions.Expect(list).ToBeHiddenAsync();
                await Assertions.Expect(summary).ToBeFocusedAsync();
            }
        });
    }

    [Fact]
    public async Task TheFirstStop_LeadsPastTheNavigation()
    {
        var stage = await Stage.SetAsync(app);
        await browser.VisitAsync(new Visitor(Device.Desktop), app.Address, async page =>
        {
            await page.AddInitScriptAsync(PageAudit.Script);
            await app.SignInAsync(page, Role.Officer, stage.County);
            await page.GotoAsync("/figures");
            await page.PressAtAsync(page.Link("跳到正文"));
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(page.Locator("main :focus")).ToHaveCountAsync(1);
        });
    }

    private static async Task EnterAsync(IPage page, Account person, string address)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(address);
        await page.TypeAtAsync("账号", person.UserName);
        await page.TypeAtAsync("密码", Stage.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.IsAtAsync($"{address}$");
    }

    private static async Task RecordAsync(IPage page)
    {
        await page.PressAtAsync(page.Link("记一笔"));
        await page.IsAtAsync("/ledgers/new$");
        await page.PressAtAsync(page.Link("妇女培训"));
        await page.IsOnAsync("记一笔：妇女培训");
        await page.TypeAtAsync("培训内容", "刺绣");
        await page.TypeAtAsync("到场人次", "50");
        await page.PressAtAsync(Hedges(page).GetByLabel("余", new() { Exact = true }), "Space");
        await Assertions.Expect(page.Locator("[data-hedged] output").First).ToHaveTextAsync("约数，记作 50余人次");
        await page.PressAtAsync(page.Button("存下这一笔"));
        await page.SeesAsync("已存下");
    }

    private static ILocator Hedges(IPage page) => page.GetByLabel("到场人次是不是约数");

    private static async Task OpenFigureAsync(IPage page)
    {
        var figure = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "柳河" }).Locator("[data-column='training.participants'] a");
        await page.PressAtAsync(figure);
        await Assertions.Expect(page.Locator("#side-slot h1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#side-slot h1")).ToHaveCountAsync(0);
        await Assertions.Expect(figure).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#side-slot h1")).ToBeFocusedAsync();
        await page.PressAtAsync(page.Link("看背后1笔"));
        await page.IsAtAsync("/figures/rows");
        await page.PressAtAsync(page.Link("刺绣培训"));
        await page.IsOnAsync("刺绣培训");
        await page.SeesAsync("50余人次");
    }
}
