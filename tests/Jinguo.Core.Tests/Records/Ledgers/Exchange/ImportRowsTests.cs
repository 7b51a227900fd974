using System.Text;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Core.Tests.Office.Excel;

namespace Jinguo.Core.Tests.Records.Ledgers.Exchange;

/// <summary>What is found in the rows of a workbook: every wrong cell by row and column, with what to do; everything harmless is read.</summary>
public class ImportRowsTests
{
    [Theory]
    [InlineData("日期,内容,人次\n昨天下午,刺绣,50", "第2行A列“日期”", "认不出是哪一天")]
    [InlineData("日期,内容,人次\n2027-01-05,刺绣,50", "第2行A列“日期”", "还没有到")]
    [InlineData("日期,内容,人次\n,刺绣,50", "第2行A列“日期”", "请填“日期”")]
    [InlineData("日期,内容,人次\n2026-03-08,刺绣,很多人", "第2行C列“人次”", "请只填一个数")]
    [InlineData("日期,内容,人次\n2026-03-08,刺绣,三十来个吧", "第2行C列“人次”", "填的是“三十来个吧”，认不出是多少。请只填一个数，例如 30、约30 或 30余人次")]
    [InlineData("日期,内容,人次\n2026-03-08,刺绣,50期", "第2行C列“人次”", "单位应是“人次”")]
    [InlineData("日期,内容,人次\n2026-03-08,刺绣,500000", "第2行C列“人次”", "不能多于100,000人次")]
    [InlineData("日期,内容,人次\n2026-03-08,刺绣,50.5", "第2行C列“人次”", "要填整数")]
    [InlineData("日期,内容,类别\n2026-03-08,刺绣,舞蹈", "第2行C列“类别”", "技能、法律")]
    [InlineData("日期,内容,经费\n2026-03-08,刺绣,5000美元", "第2行C列“经费”", "元或万元")]
    [InlineData("日期,内容,人次,妇女\n2026-03-08,刺绣,50,60", "第2行D列“妇女”", "妇女不能多于人次")]
    [InlineData("日期,内容,人次\n2026-03-08,,50", "第2行B列“内容”", "请填“内容”")]
    [InlineData("日期,人次\n2026-03-08,50", "第2行", "表里没有这一列")]
    [InlineData("单位,日期,内容\n安平11村妇联,2026-03-08,刺绣", "第2行A列“单位”", "您要写的是不是")]
    [InlineData("单位,日期,内容\n宣平市妇联,2026-03-08,刺绣", "第2行A列“单位”", "可以替它记账的单位")]
    public async Task A_wrong_cell_is_told_by_row_and_column_with_what_to_do(string csv, string place, string remedy)
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);

        var found = await desk.LookAsync(ledger.Township, csv, ledger.City.Township);

        var note = Assert.Single(found.Notes);
        Assert.Equal(place, note.Place);
        Assert.Contains(remedy, note.Text, StringComparison.Ordinal);
        Assert.Equal((1, 1, 0), (found.Read, found.Bad, found.Good));
    }

    [Theory]
    [InlineData("日期,内容,人次\n２０２６年３月８日,刺绣,５０", "50", "2026-03-08")]
    [InlineData("日期,内容,人次\n2026.3.8,刺绣,50余人", "50余", "2026-03-08")]
    [InlineData("日期,内容,人次\n2026/3/8,刺绣,\"1,200\"", "1200", "2026-03-08")]
    [InlineData("日期,内容,人次\n3月8日,刺绣,近200", "近200", "2026-03-08")]
    [InlineData("日期,内容,人次（万人）\n20260308,刺绣,1.2", "12000", "2026-03-08")]
    [InlineData("日期,内容,人次（万人）\n2026-03-08 09:30,刺绣,300人", "300", "2026-03-08")]
    [InlineData("日期 *,内容 *,人 次：\n2026-03-08,刺绣,50", "50", "2026-03-08")]
    [InlineData("day,topic,participants\n2026-03-08,刺绣,50", "50", "2026-03-08")]
    public async Task What_people_write_is_read(string csv, string participants, string day)
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);

        var found = await desk.WriteAsync(ledger.Village, csv);

        Assert.Empty(found.Notes);
        var record = Assert.Single(await desk.RecordsAsync());
        await using var db = ledger.Database.Open();
        var values = (await ledger.Types.GetAsync(db)).Values(record);
        Assert.Equal(participants, (values["participants"] as Core.Base.Forms.NumberValue)?.Quantity.ToString() ?? "");
        Assert.Equal(day, $"{record.Day:O}");
    }

    [Theory]
    [InlineData("经费", "5000", 500_000)]
    [InlineData("经费（元）", "5000", 500_000)]
    [InlineData("经费(万元)", "1.2", 1_200_000)]
    [InlineData("经费（千元）", "3", 300_000)]
    [InlineData("经费（万元）", "3000元", 300_000)]
    [InlineData("经费（元）", "1.2万元", 1_200_000)]
    [InlineData("经费（万元）", "1.2万", 1_200_000)]
    public async Task Money_is_read_in_the_unit_of_its_cell_else_of_its_heading(string heading, string cell, long cents)
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);

        await desk.WriteAsync(ledger.Village, $"日期,内容,{heading}\n2026-03-08,刺绣,{cell}");

        Assert.Equal(cents, await ledger.SumAsync("training.cost", ledger.City.Village));
    }

    [Fact]
    public async Task A_column_without_unit_that_says_wan_in_some_cells_only_is_not_guessed_at()
    {
        await using var ledger = await Ledger.OpenAsync();

        var found = await new ImportDesk(ledger).LookAsync(ledger.Village, "日期,内容,经费\n2026-03-08,刺绣,3\n2026-03-09,剪纸,1.2万元\n2026-03-10,编织,800元\n2026-03-11,烹饪,200000");

        var note = Assert.Single(found.Notes);
        Assert.Equal(("import.unit.mixed", 2, "C"), (note.Code, note.Row, note.Letter));
        Assert.Contains("经费（元）", note.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("合计,,170", "合计行")]
    [InlineData("本月合计：,,170", "合计行")]
    [InlineData("填表人：张某某,,", "签名")]
    [InlineData("日期,内容,人次", "表头")]
    [InlineData(",,,第一季度", "都空着")]
    public async Task A_row_that_tells_no_work_is_left_out_and_said(string row, string reason)
    {
        await using var ledger = await Ledger.OpenAsync();

        var found = await new ImportDesk(ledger).LookAsync(ledger.Village, $"日期,内容,人次\n2026-03-08,刺绣,50\n\n2026-03-09,剪纸,120\n{row}");

        Assert.Equal((2, 2, 0), (found.Read, found.Good, found.Bad));
        var note = Assert.Single(found.Notes);
        Assert.Equal((5, RowState.LeftOut), (note.Row, note.State));
        Assert.Contains(reason, note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Titles_and_headers_of_two_rows_are_seen_through()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        var file = Workbooks.OfXml("""
            <sheetData>
              <row r="1"><c r="A1" t="inlineStr"><is><t>芙蓉村2025年妇女培训台账</t></is></c></row>
              <row r="2"><c r="A2" t="inlineStr"><is><t>日期</t></is></c><c r="B2" t="inlineStr"><is><t>内容</t></is></c><c r="C2" t="inlineStr"><is><t>人次</t></is></c><c r="E2" t="inlineStr"><is><t>经费（万元）</t></is></c></row>
              <row r="3"><c r="C3" t="inlineStr"><is><t>合计</t></is></c><c r="D3" t="inlineStr"><is><t>妇女</t></is></c></row>
              <row r="4"><c r="A4" t="inlineStr"><is><t>3月8日</t></is></c><c r="B4" t="inlineStr"><is><t>刺绣</t></is></c><c r="C4"><v>50</v></c><c r="D4"><v>40</v></c><c r="E4"><v>0.5</v></c></row>
              <row r="5"><c r="B5" t="inlineStr"><is><t>剪纸</t></is></c><c r="C5"><v>20</v></c><c r="D5"><v>20</v></c></row>
            </sheetData>
            <mergeCells count="5"><mergeCell ref="A1:E1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:D2"/><mergeCell ref="A4:A5"/></mergeCells>
            """).ToArray();

        var found = await desk.WriteAsync(ledger.Village, await desk.BringAsync(ledger.Village, "台账.xlsx", file, type: "training"));

        Assert.Empty(found.Notes);
        Assert.Equal(["2025-03-08 刺绣", "2025-03-08 剪纸"], (await desk.RecordsAsync()).Select(record => $"{record.Day:O} {record.Title}").Order(StringComparer.Ordinal));
        Assert.Equal(70, await ledger.SumAsync("training.participants", ledger.City.Village));
        Assert.Equal(500_000, await ledger.SumAsync("training.cost", ledger.City.Village));
    }

    [Theory]
    [InlineData("""<c r="C2"><f>20+30</f></c>""", "保存一次")]
    [InlineData("""<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>""", "#DIV/0!")]
    [InlineData("""<c r="C2"><v>50</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>2026-03-09</t></is></c><c r="B3" t="inlineStr"><is><t>剪纸</t></is></c>""", "取消合并")]
    public async Task A_number_that_nobody_can_know_is_not_guessed_at(string cell, string remedy)
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        var file = Workbooks.OfXml($"""
            <sheetData>
              <row r="1"><c r="A1" t="inlineStr"><is><t>日期</t></is></c><c r="B1" t="inlineStr"><is><t>内容</t></is></c><c r="C1" t="inlineStr"><is><t>人次</t></is></c></row>
              <row r="2"><c r="A2" t="inlineStr"><is><t>2026-03-08</t></is></c><c r="B2" t="inlineStr"><is><t>刺绣</t></is></c>{cell}</row>
            </sheetData>
            {(cell.Contains("r=\"3\"", StringComparison.Ordinal) ? """<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>""" : "")}
            """).ToArray();

        var found = await desk.LookAsync(ledger.Village, await desk.BringAsync(ledger.Village, "台账.xlsx", file, type: "training"));

        Assert.Equal(("C", RowState.Bad), (found.Notes[0].Letter, found.Notes[0].State));
        Assert.Contains(remedy, found.Notes[0].Text, StringComparison.Ordinal);
        Assert.Equal(found.Read, found.Bad);
    }

    [Fact]
    public async Task A_formula_counts_by_its_stored_value()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        var file = Workbooks.OfXml("""
            <sheetData>
              <row r="1"><c r="A1" t="inlineStr"><is><t>日期</t></is></c><c r="B1" t="inlineStr"><is><t>内容</t></is></c><c r="C1" t="inlineStr"><is><t>人次</t></is></c></row>
              <row r="2"><c r="A2" t="inlineStr"><is><t>2026-03-08</t></is></c><c r="B2" t="inlineStr"><is><t>刺绣</t></is></c><c r="C2"><f>20+30</f><v>50</v></c></row>
            </sheetData>
            """).ToArray();

        await desk.WriteAsync(ledger.Village, await desk.BringAsync(ledger.Village, "台账.xlsx", file, type: "training"));

        Assert.Equal(50, await ledger.SumAsync("training.participants", ledger.City.Village));
    }

    [Fact]
    public async Task A_text_file_of_old_excel_in_gbk_is_read()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("单位,日期,内容,人次\n芙蓉11村,2026年3月8日,刺绣,５０余人\n");

        var found = await desk.WriteAsync(ledger.Township, await desk.BringAsync(ledger.Township, "妇女培训.csv", gbk, ledger.City.Township, "training"));

        Assert.Equal(1, found.Good);
        Assert.Equal(ledger.City.Village.Id, Assert.Single(await desk.RecordsAsync()).OrganisationId);
    }

    [Theory]
    [InlineData("报表.pdf", "%PDF-1.7 …", "PDF")]
    [InlineData("空.xlsx", "", "空的")]
    [InlineData("网页.xls", "<html><table><tr><td>日期</td></tr></table></html>", "网页")]
    [InlineData("坏.xlsx", "PK\u0003\u0004 nothing", "打开")]
    public async Task A_wrong_file_is_refused_with_a_polite_word(string name, string content, string word)
    {
        await using var ledger = await Ledger.OpenAsync();

        var import = await new ImportDesk(ledger).TryBringAsync(ledger.Village, name, Encoding.UTF8.GetBytes(content));

        Assert.False(import.Done);
        Assert.Contains(word, Assert.Single(import.Problems).Text, StringComparison.Ordinal);
    }
}
