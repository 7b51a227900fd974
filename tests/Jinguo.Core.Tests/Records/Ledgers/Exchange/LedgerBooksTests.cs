using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Office.Excel;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Ledgers.Exchange;

public sealed class LedgerBooksTests : IAsyncLifetime
{
    private const string Books = """
        { "pack": "books", "name": "簿册", "version": 1, "validFrom": "2000-01-01",
          "bundles": [ { "code": "two-books", "name": "一簿一册", "version": 3, "basis": "测试",
            "ledgers": [ { "name": "妇女培训登记簿", "types": ["training"] }, { "name": "阵地花名册", "types": ["venue"] }, { "name": "干部花名册", "note": "见“组织”" } ] } ] }
        """;

    private Ledger ledger = null!;

    public async Task InitializeAsync()
    {
        ledger = await Ledger.OpenAsync();
        await using var db = ledger.Database.Open();
        Assert.Empty(await ledger.LoadAsync(db, Books, "books.json"));
        await ledger.SaveAsync(ledger.Village, "training", "day=2026-03-08 topic=刺绣 participants=50余 category=skills helped=李小花");
        await ledger.SaveAsync(ledger.Village, "training", "day=2025-03-08 topic=去年 participants=20 category=skills");
        await ledger.SaveAsync(ledger.Village, "venue", "day=2020-01-01 name=老妇女之家");
        await ledger.SaveAsync(ledger.Village, "venue", "day=2019-01-01 name=撤了的 until=2024-12-31");
        await ledger.SaveAsync(ledger.Village, "hearing", "day=2026-03-09 topic=不在册");
    }

    public async Task DisposeAsync() => await ledger.DisposeAsync();

    [Fact]
    public async Task ABook_HoldsTheEventsOfTheYear_AndTheEntriesThatExistedInIt()
    {
        var book = (await ReadAsync(ledger.Village, books => books.FindAsync("two-books", ledger.City.Village.Id, 2026)))!;
        Assert.Equal(["1 妇女培训登记簿：刺绣", "2 阵地花名册：老妇女之家", "3 干部花名册："], book.Sections.Select(section => $"{section.Number} {section.Ledger.Name}：{string.Join('、', section.Rows.Select(row => row.Record.Title))}"));
        Assert.False(book.IsTooLong);
    }

    [Fact]
    public async Task ABookOfAnotherBody_OrAnUnknownOne_IsNotThere()
    {
        Assert.Null(await ReadAsync(ledger.Stranger, books => books.FindAsync("two-books", ledger.City.Village.Id, 2026)));
        Assert.Null(await ReadAsync(ledger.Village, books => books.FindAsync("three-books", ledger.City.Village.Id, 2026)));
    }

    [Fact]
    public async Task TheWorkbook_HasACoverAndASheetForEachLedger_WithPersonsMasked_AndIsInTheHistory()
    {
        using var file = new MemoryStream();
        var written = await ReadAsync(ledger.Village, async books => await books.WriteAsync(file, (await books.FindAsync("two-books", ledger.City.Village.Id, 2026))!));
        Assert.Equal(2, written.Value);
        file.Position = 0;
        using var workbook = Spreadsheet.Open(file, "簿册.xlsx");
        Assert.Equal(["封面", "1妇女培训登记簿", "2阵地花名册"], workbook.Sheets.Where(sheet => sheet.IsVisible).Select(sheet => sheet.Name));
        var text = string.Join(' ', workbook.Sheets.SelectMany(sheet => sheet.Rows()).SelectMany(row => row.Cells).Select(cell => cell.Text));
        Assert.Contains("一簿一册（2026年）", text, StringComparison.Ordinal);
        Assert.Contains("3　干部花名册（见“组织”）", text, StringComparison.Ordinal);
        Assert.DoesNotContain("李小花", text, StringComparison.Ordinal);
        await using var db = ledger.Database.Open();
        var change = await db.Changes.AsNoTracking().SingleAsync(change => change.Act == "ledger.exported");
        Assert.Equal(("two-books", ledger.City.Village.Id), (change.SubjectId, change.OrganisationId));
    }

    [Theory]
    [InlineData("\"venue\"", "\"venues\"", "bundles[0].ledgers[1].types")]
    [InlineData("\"note\": \"见“组织”\"", "\"note\": \"\"", "bundles[0].ledgers[2]")]
    [InlineData("\"two-books\"", "\"Two\"", "bundles[0].code")]
    public void AWrongBundle_IsReportedWithItsPlace(string old, string changed, string path)
    {
        var problems = PackReader.Read([new("books.json", Books.Replace(old, changed, StringComparison.Ordinal)), new("work.json", Ledger.Pack)]).Problems;
        Assert.Contains(problems, problem => problem.Path == path);
    }

    private async Task<T> ReadAsync<T>(Actor actor, Func<LedgerBooks, Task<T>> read)
    {
        await using var db = ledger.Database.Open();
        var (visible, changes) = (new Visible(db, actor), new ChangeLog(db, ledger.Clock));
        var list = new LedgerList(db, visible, ledger.Types, ledger.Measures, Keys.Fields);
        return await read(new(db, visible, list, ledger.Types, new(db, visible, list, ledger.Types, changes, ledger.Clock), changes));
    }
}
