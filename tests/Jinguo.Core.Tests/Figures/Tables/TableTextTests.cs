using Jinguo.Core.Base.Access;
using Jinguo.Core.Figures.Tables;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Core.Figures.Tables.Filling;
using Jinguo.Core.Tests.Office.Excel;

namespace Jinguo.Core.Tests.Figures.Tables;

public sealed class TableTextTests
{
    // Measures in rows, so that the words stand beside rows that name a figure, one that is reckoned and one filled by hand.
    private const string Remarks = """
        { "table": "remarks", "name": "情况表", "version": 1, "validFrom": "2020-01-01", "period": "half", "rowHeading": "指标",
          "rows": [{ "name": "期数", "figure": "training.sessions" }, { "name": "人次", "figure": "training.participants" }, { "name": "平均", "formula": "r2 / r1" }, { "name": "场地", "manual": "rooms" }],
          "columns": [{ "name": "本期" }, { "name": "上年同期", "period": "yearBefore" }, { "name": "增减", "formula": "c1 - c2" }, { "name": "说明", "text": "note" }],
          "checks": [{ "rows": "1<=2" }] }
        """;

    [Fact]
    public async Task WordsWrittenByHand_AreKept_Frozen_PrintedAndNotCountedInTheShare()
    {
        await using var office = await OpenAsync();
        await office.Books.PostAsync(office.City.Village, Books.Draft(Books.Participants, "2026-03-01", 90));
        var table = await MakeAsync(office);
        table = await WriteAsync(office, table, "2", "4", " 含网上直播的班 ");
        table = await WriteAsync(office, table, "3", "4", "按期平均");
        table = await WriteAsync(office, table, "3", "4", "");
        table = await office.FileAsync(table);

        var opened = await office.OpenAsync(table.Id);
        Assert.Equal([null, "含网上直播的班", null, null], Enumerable.Range(0, 4).Select(row => opened.Sheet[row, 3].Words));
        Assert.Equal((90m, null, true), (opened.Sheet[1, 0].Value, opened.Sheet[1, 3].Value, opened.Sheet[2, 3].IsText));
        Assert.Empty(opened.Shares);
        Assert.Empty(opened.Differences);
        var file = new MemoryStream();
        TablePrint.Write(file, opened);
        var texts = Workbooks.ReadRows(file).SelectMany(row => row.Cells).Select(cell => cell.Text).ToList();
        Assert.Contains("含网上直播的班 ※", texts);
        Assert.Contains("文字后的※表示手工填写，不计入补充的占比。", texts);
        Assert.DoesNotContain(texts, text => text.StartsWith("※含手工补充", StringComparison.Ordinal));
        Assert.Equal(opened.Sheet.ToJson(), TableSheet.Parse(opened.Sheet.ToJson()).ToJson());
    }

    [Fact]
    public async Task WordsAndNumbers_KeepToTheirCells_AndASignedTableTakesNeither()
    {
        await using var office = await OpenAsync();
        var table = await MakeAsync(office);

        Assert.Equal("table.words.cell", await office.RefusedAsync(Actor.CommandLine, desk => desk.Service.WriteAsync(table.Id, table.Version, new("2", "1", "好"), Actor.CommandLine)));
        Assert.Equal("table.supplement.cell", await office.RefusedAsync(Actor.CommandLine, desk => desk.Service.SupplementAsync(table.Id, table.Version, new("2", "4", 5, "原因"), Actor.CommandLine)));
        Assert.Equal("table.words", await office.RefusedAsync(Actor.CommandLine, desk => desk.Service.WriteAsync(table.Id, table.Version, new("2", "4", new string('长', 501)), Actor.CommandLine)));
        table = await office.SignAsync(Actor.CommandLine, table, SignatureStep.Filler);
        Assert.Equal("table.signed", await office.RefusedAsync(Actor.CommandLine, desk => desk.Service.WriteAsync(table.Id, table.Version, new("2", "4", "好"), Actor.CommandLine)));
    }

    [Fact]
    public async Task ACorrection_TakesTheWordsAlong()
    {
        await using var office = await OpenAsync();
        var table = await office.FileAsync(await WriteAsync(office, await MakeAsync(office), "4", "4", "借用学校教室"));

        var next = await office.DoAsync(Actor.CommandLine, desk => desk.Service.CorrectAsync(Guid.CreateVersion7(), table.Id, "漏报一期", Actor.CommandLine));

        Assert.Equal("借用学校教室", (await office.OpenAsync(next.Id)).Sheet[3, 3].Words);
    }

    [Fact]
    public void EachCellOfWords_IsCountedAmongThoseFilledInByHand() => Assert.Equal(4 + 2, TableDemand.CellsByHand(TestTables.Read(Remarks).Definition!));

    private static async Task<TableOffice> OpenAsync()
    {
        var office = await TableOffice.OpenAsync();
        await office.DoAsync(Actor.CommandLine, desk => desk.Library.PutAsync(office.City.Top.Id, "remarks.json", Remarks, Actor.CommandLine));
        return office;
    }

    private static Task<StatisticalTable> MakeAsync(TableOffice office) =>
        office.DoAsync(Actor.CommandLine, desk => desk.Service.MakeAsync(new(Guid.CreateVersion7(), office.City.Top.Id, "remarks", "2026H1"), Actor.CommandLine));

    private static Task<StatisticalTable> WriteAsync(TableOffice office, StatisticalTable table, string row, string column, string text) =>
        office.DoAsync(Actor.CommandLine, desk => desk.Service.WriteAsync(table.Id, table.Version, new(row, column, text), Actor.CommandLine));
}
