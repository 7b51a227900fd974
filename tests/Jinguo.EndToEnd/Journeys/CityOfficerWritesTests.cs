using Jinguo.Core.Base.Access;
using Jinguo.Core.Reports.Writing;
using Jinguo.EndToEnd.Browser;
using Jinguo.Office.Excel;
using Jinguo.Office.Word;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>An officer brings in a workbook, and takes away the year's report whose numbers are the figures.</summary>
[Collection(JourneyCollection.Name)]
public sealed class CityOfficerWritesTests(ChromiumBrowser browser, RunningApp app)
{
    [Theory, InlineData(Device.Desktop, true), InlineData(Device.Phone, false)]
    public async Task AWorkbookWithABadRow_IsLookedThrough_AndItsGoodRowsComeIn(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var officer = await stage.AddPersonAsync(Role.Officer, stage.Village);
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(officer, "/ledgers/import");
            await page.AssertSoundAsync("import");
            await page.GetByLabel("文件", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "2026年培训.xlsx", MimeType = "application/octet-stream", Buffer = Workbook() });
            await page.PushAsync("上传并核对");
            await page.SeesAsync("可导入2行；要改1行");
            await page.SeesAsync("三十来个吧");
            await page.AssertSoundAsync("import-looked");
            await page.GetByLabel("只导入没有问题的2行，1行不导入").CheckAsync();
            await page.PushAsync("导入2笔");
            await page.SeesAsync("导入了2笔，1行有问题、没有写入。");
            await page.AssertSoundAsync("import-done");
            await page.FollowAsync("看记录");
            await page.SeesAsync("刺绣培训");
            await page.SeesAsync("50余人次");
        });
        Assert.Equal(2, await stage.CountRecordsAsync());
    }

    [Theory, InlineData(Device.Desktop, true), InlineData(Device.Phone, false)]
    public async Task TheYearsReport_IsAWordFileWithTheFigures_AndItsCheckPageNeedsNoSignIn(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        var officer = await stage.AddPersonAsync(Role.Officer, stage.County);
        await stage.RecordAsync(chair, "刺绣", 1234, "2026-02-10");
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(officer, "/reports");
            await page.AssertSoundAsync("reports");
            await page.FollowAsync("写总结");
            await page.SeesAsync("有数的");
            await page.AssertSoundAsync("reports-new");
            await page.PushAsync("生成总结");
            await page.IsOnAsync("2026年工作总结");
            await Assertions.Expect(page.Locator(".jg-sheet .jg-quote").Filter(new() { HasText = "1234" }).First).ToBeVisibleAsync();
            await page.AssertSoundAsync("reports-show");

            var download = await page.RunAndWaitForDownloadAsync(() => page.FollowAsync("导出Word"));
            await using var file = File.OpenRead(await download.PathAsync());
            var paragraphs = WordText.Read(file);
            Assert.Contains(paragraphs, paragraph => paragraph.Cell is null && paragraph.Text.Contains("1234人次", StringComparison.Ordinal));

            await page.Context.ClearCookiesAsync();
            await page.GotoAsync(await CheckAddressAsync(stage));
            await page.SeesAsync("校验码在册，签发单位在册。");
            await page.AssertSoundAsync("check");
            Assert.DoesNotContain("1234", await page.ContentAsync(), StringComparison.Ordinal);
        });
    }

    private static byte[] Workbook()
    {
        using var content = new MemoryStream();
        using (var book = new WorkbookWriter(content))
        using (var sheet = book.AddSheet(new("妇女培训", [new("日期"), new("培训内容"), new("地点"), new("到场人次")])))
        {
            sheet.Row("2026-03-01", "刺绣", "妇女之家", "50余");
            sheet.Row("2026-03-02", "育婴", "妇女之家", "三十来个吧");
            sheet.Row("2026年4月3日", "家政", "村部", "４０");
        }
        return content.ToArray();
    }

    /// <summary>What the square code at the end of the report says; only this county's report is on the stage.</summary>
    private async Task<string> CheckAddressAsync(Stage stage)
    {
        await using var db = app.Host.Database.Open();
        var hash = await db.Set<ReportSnapshot>().Where(snapshot => db.Set<Report>().Any(report => report.Id == snapshot.ReportId && report.OrganisationId == stage.County.Id)).Select(snapshot => snapshot.Hash).SingleAsync();
        return $"/check/{new CheckCode(stage.County.Code, hash)}";
    }
}
