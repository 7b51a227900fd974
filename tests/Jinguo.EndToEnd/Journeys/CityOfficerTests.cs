using Jinguo.Core.Base.Access;
using Jinguo.EndToEnd.Browser;
using Jinguo.Office.Excel;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>An officer reads figures, opens them to the records and takes them away as a workbook.</summary>
[Collection(JourneyCollection.Name)]
public sealed class CityOfficerTests(ChromiumBrowser browser, RunningApp app)
{
    [Theory, InlineData(Device.Desktop, true), InlineData(Device.Phone, false)]
    public async Task AFigure_IsChosenOpenedFollowedToItsRecordAndExported(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        var officer = await stage.AddPersonAsync(Role.Officer, stage.County);
        await stage.RecordAsync(chair, "刺绣", 40, "2026-02-10");
        await stage.RecordAsync(chair, "育婴", 30, "2025-05-05");
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(officer, "/figures");
            await page.AssertSoundAsync("figures");
            await ChooseAsync(page, script, "看", "妇女培训");
            await ChooseAsync(page, script, "期间", "2026年上半年");
            await page.SeesAsync("增33.3%");
            await page.AssertSoundAsync("figures-chosen");

            var table = page.Url;
            await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "柳河" }).Locator("[data-column='training.participants'] a").ClickAsync();
            await Assertions.Expect(page.Locator("#side")).ToContainTextAsync("到班参加培训的人次");
            Assert.Equal(script, page.Url == table);
            await page.AssertSoundAsync("figures-explain");
            await page.FollowAsync("看背后1笔");
            await page.SeesAsync("背后的记录");
            await page.AssertSoundAsync("figures-rows");
            await page.FollowAsync("刺绣培训");
            await page.IsOnAsync("刺绣培训");

            await page.GotoAsync(table);
            var download = await page.RunAndWaitForDownloadAsync(() => page.FollowAsync("导出Excel"));
            await using var file = File.OpenRead(await download.PathAsync());
            using var book = Spreadsheet.Open(file, "figures.xlsx");
            var cells = book.Sheets[0].Rows().SelectMany(row => row.Cells).Select(cell => cell.Text).ToList();
            Assert.Contains("40", cells);
        });
    }

    private static async Task ChooseAsync(IPage page, bool script, string label, string words)
    {
        var select = page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });
        await select.SelectOptionAsync(new SelectOptionValue { Label = words });
        // With script a choice applies at once.
        if (!script)
            await page.PushAsync("查");
        await page.IsAtAsync("[?]");
        await Assertions.Expect(select.Locator("option:checked")).ToHaveTextAsync(words);
    }
}
