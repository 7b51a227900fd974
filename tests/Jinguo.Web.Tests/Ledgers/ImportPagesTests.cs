using System.Net;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Office.Excel;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Ledgers;

/// <summary>Importing and exporting in the browser without script: upload, look, write, leave and come back, undo.</summary>
public sealed class ImportPagesTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task AVillageChair_UploadsAWorkbook_LooksAtEachRow_WritesTheGoodOnes_AndTakesThemBack()
    {
        var village = host.City.All[4];
        using var chair = await host.SignInAsync(Role.Chair, village);
        var looked = await UploadAsync(chair, "妇女培训.csv", "日期,主题,参加人次,到场领导\n2026-03-08,刺绣,50余,张某某\n2026-03-09,剪纸,许多,\n合计,,50,\n");

        Assert.Equal("妇女培训.csv", looked.Title);
        Assert.Contains("要改1行", looked.Text, StringComparison.Ordinal);
        Assert.Contains("第3行C列“参加人次”", looked.Text, StringComparison.Ordinal);
        Assert.Contains("到场领导", looked.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(village));

        var refused = await looked.Form("main form").SubmitAsync();
        Assert.Contains("一行也没有写入", refused.Text, StringComparison.Ordinal);

        var working = await refused.Form("main form").Set("good", "true").SubmitAsync();
        Assert.Contains("正在导入", working.Text, StringComparison.Ordinal);
        Assert.Contains("Refresh", working.Response.Headers.Select(header => header.Key));
        await host.RunJobsAsync();
        var done = await chair.GetAsync(working.Address);
        Assert.Contains("导入了1笔", done.Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(village));

        var undoing = await done.Form("main form").Set("reason", "传错了").SubmitAsync();
        await host.RunJobsAsync();
        Assert.Contains("已经撤回", (await chair.GetAsync(undoing.Address)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(village));
        Assert.Contains("已撤销", (await chair.GetAsync("/ledgers/import")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AColumnNobodyKnows_IsMatchedByHand()
    {
        var village = host.City.All[5];
        using var chair = await host.SignInAsync(Role.Officer, village);
        var looked = await UploadAsync(chair, "妇女培训.csv", "日期,主题,到场\n3月8日,刺绣,50\n");

        var matching = await looked.FollowAsync("改工作表和列的对应");
        var matched = await matching.Form().Set("target[0][3]", "participants").Set("year[0]", "2025").SubmitAsync();
        await matched.Form("main form").SubmitAsync();
        await host.RunJobsAsync();

        await using var db = host.Database.Open();
        var record = await db.Records.SingleAsync(one => one.OrganisationId == village.Id);
        Assert.Equal(new DateOnly(2025, 3, 8), record.Day);
        Assert.Contains("\"participants\":50", record.Values, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SentTwiceFromTheBackButton_TheFileIsTakenAndWrittenOnce()
    {
        var village = host.City.All[7];
        using var chair = await host.SignInAsync(Role.Chair, village);
        var form = Filled(await chair.GetAsync("/ledgers/import"), "妇女培训.csv", "日期,主题,参加人次\n2026-03-08,刺绣,50\n");
        var first = await form.SubmitAsync();
        var second = await form.SubmitAsync();
        Assert.Equal(first.Address, second.Address);

        var write = first.Form("main form");
        await write.SubmitAsync();
        await write.SubmitAsync();
        await host.RunJobsAsync();
        await write.SubmitAsync();
        await host.RunJobsAsync();

        Assert.Equal(1, await CountAsync(village));
    }

    [Fact]
    public async Task AWrongFile_IsRefusedBesideItsField()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);

        var page = await UploadAsync(chair, "照片.xlsx", "%PDF-1.7 nothing");

        Assert.Equal("从Excel导入台账", page.Title);
        Assert.Contains("不是表格", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALongFile_IsLookedAtByAJob_WhileThePageMayBeLeft()
    {
        var village = host.City.All[8];
        using var chair = await host.SignInAsync(Role.Chair, village);
        var text = "日期,主题,参加人次\n" + string.Concat(Enumerable.Range(0, 12_000).Select(number => $"2026-03-08,第{number}期刺绣培训班,很多\n"));

        var working = await UploadAsync(chair, "妇女培训.csv", text);
        Assert.Contains("正在逐行核对", working.Text, StringComparison.Ordinal);
        await host.RunJobsAsync();

        var looked = await chair.GetAsync(working.Address + "?p=2");
        Assert.Contains("共12,000行", looked.Text, StringComparison.Ordinal);
        Assert.Contains("第52行", looked.Text, StringComparison.Ordinal);
        var problems = await chair.Http.GetByteArrayAsync(new Uri(working.Address + "?handler=Problems", UriKind.Relative));
        using var book = Spreadsheet.Open(new MemoryStream(problems), "问题.xlsx");
        Assert.Equal(12_001, book.Sheets[0].Rows().Count());
    }

    [Fact]
    public async Task SomebodyElse_SeesNeitherTheImportNorItsFile()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        using var above = await host.SignInAsync(Role.Chair, host.City.Township);
        using var reader = await host.SignInAsync(Role.Reader, host.City.Village);
        var looked = await UploadAsync(chair, "妇女培训.csv", "日期,主题\n2026-03-08,刺绣\n");

        Assert.Equal(HttpStatusCode.NotFound, (await above.GetAsync(looked.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await above.GetAsync(looked.Address + "?handler=Original")).Status);
        Assert.NotEqual("妇女培训.csv", (await reader.GetAsync(looked.Address)).Title);
    }

    [Fact]
    public async Task TheOriginalOfAnImport_IsGivenByItsKeyToThoseAloneWhoSeeTheImport()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        using var above = await host.SignInAsync(Role.Chair, host.City.Township);
        using var reader = await host.SignInAsync(Role.Reader, host.City.Village);
        var looked = await UploadAsync(chair, "妇女培训.csv", "日期,主题\n2026-03-08,刺绣\n");
        await using var db = host.Database.Open();
        var import = Guid.Parse(looked.Address.Split('/')[^1]);
        var file = new Uri($"/files/{(await db.Imports.SingleAsync(one => one.Id == import)).FileId}", UriKind.Relative);

        Assert.Equal(HttpStatusCode.OK, (await chair.Http.GetAsync(file)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await above.Http.GetAsync(file)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Http.GetAsync(file)).StatusCode);
    }

    [Fact]
    public async Task AListIsExported_AndTemplatesAreThere()
    {
        var village = host.City.All[11];
        using var chair = await host.SignInAsync(Role.Chair, village);
        await (await UploadAsync(chair, "妇女培训.csv", "日期,主题,参加人次\n2026-03-08,刺绣,50余\n")).Form("main form").SubmitAsync();
        await host.RunJobsAsync();

        var list = await chair.GetAsync("/ledgers/list?type=training&period=2026");
        var link = list.Document.QuerySelectorAll("a").Single(one => one.TextContent.Trim() == "导出").GetAttribute("href")!;
        using var export = Spreadsheet.Open(new MemoryStream(await chair.Http.GetByteArrayAsync(new Uri(link, UriKind.Relative))), "导出.xlsx");
        Assert.Contains("50余", export.Sheets[0].Rows().Last().Cells.Select(cell => cell.Text));

        using var template = Spreadsheet.Open(new MemoryStream(await chair.Http.GetByteArrayAsync(new Uri("/ledgers/import?handler=Template", UriKind.Relative))), "模板.xlsx");
        Assert.True(template.Sheets.Count(sheet => sheet.IsVisible) > 30);
    }

    private static Form Filled(Page page, string name, string content) => page.Form().Attach("file", name, Encoding.UTF8.GetBytes(content));

    private static async Task<Page> UploadAsync(PageClient client, string name, string content) =>
        await Filled(await client.GetAsync("/ledgers/import"), name, content).SubmitAsync();

    private async Task<int> CountAsync(Organisation body)
    {
        await using var db = host.Database.Open();
        return await db.Records.CountAsync(record => record.OrganisationId == body.Id && !record.Withdrawn);
    }
}
