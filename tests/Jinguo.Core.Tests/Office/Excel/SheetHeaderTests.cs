using Jinguo.Office.Excel;

namespace Jinguo.Core.Tests.Office.Excel;

public sealed class SheetHeaderTests
{
    private const string TwoRows = """
        <sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>东山镇妇联培训台账</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>填报单位：东山镇妇联</t></is></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>日期</t></is></c><c r="B3" t="inlineStr"><is><t>参训人次</t></is></c><c r="D3" t="inlineStr"><is><t>经费（万元）</t></is></c></row>
        <row r="4"><c r="B4" t="inlineStr"><is><t>合计</t></is></c><c r="C4" t="inlineStr"><is><t>其中
        女性</t></is></c></row>
        <row r="5"><c r="A5" t="inlineStr"><is><t>2024-05-01</t></is></c><c r="B5"><v>50</v></c><c r="C5"><v>48</v></c><c r="D5"><v>1.2</v></c></row>
        </sheetData>
        <mergeCells count="4"><mergeCell ref="A1:D1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/><mergeCell ref="D3:D4"/></mergeCells>
        """;

    [Theory]
    [InlineData("日期", "经费")]
    [InlineData("合计", "其中女性")]
    [InlineData]
    public void TwoRowHeader_JoinsGroupAndColumn(params string[] expected)
    {
        var header = Workbooks.FindHeader(Workbooks.OfXml(TwoRows), expected);

        Assert.NotNull(header);
        Assert.Equal((3, 4), (header.FirstRow, header.LastRow));
        Assert.Equal(
            ["A 日期 日期", "B 合计 参训人次/合计", "C 其中女性 参训人次/其中女性", "D 经费（万元） 经费（万元）"],
            header.Columns.Select(c => $"{c.Letter} {c.Name} {c.Path}"));
    }

    [Fact]
    public void MergedHeader_CountsForAllItsColumns()
    {
        var header = Workbooks.FindHeader(Workbooks.OfXml("""
            <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>联系方式</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>张某某</t></is></c><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c></row></sheetData>
            <mergeCells count="1"><mergeCell ref="B1:C1"/></mergeCells>
            """), "姓名");

        Assert.NotNull(header);
        Assert.Equal((1, 1), (header.FirstRow, header.LastRow));
        Assert.Equal(["姓名", "联系方式", "联系方式"], header.Columns.Select(c => c.Name));
    }

    [Fact]
    public void OurOwnTables_AreFoundUnderTitleAndSubtitle()
    {
        var file = Workbooks.Write(book => book.AddSheet(new SheetLayout("培训", [new("日期", ColumnFormat.Date) { IsRequired = true }, new("人数", ColumnFormat.Integer)])
        {
            Title = "培训台账",
            Subtitle = "单位：东山镇妇联　期间：2024年",
        }).Row(new DateOnly(2024, 5, 1), 50));

        var header = Workbooks.FindHeader(file, "日期", "人数");

        Assert.Equal((3, 3), (header?.FirstRow, header?.LastRow));
        Assert.Equal(["日期*", "人数"], header?.Columns.Select(c => c.Name));
    }

    [Fact]
    public void EmptySheet_HasNoHeader() =>
        Assert.Null(Workbooks.FindHeader(Workbooks.OfXml("<sheetData/>"), "日期"));

    [Theory]
    [InlineData("捐款金额（万元）*", "捐款金额", "万元")]
    [InlineData(" 捐款 金额(万元) ", "捐款金额", "万元")]
    [InlineData("ＩＤ号：", "id号", null)]
    [InlineData("（必填）", "(必填)", null)]
    public void HeaderText_ComparesBareNames(string text, string key, string? note) =>
        Assert.Equal((key, note), (HeaderText.Key(text), HeaderText.Note(text)));
}
