using System.Globalization;
using System.Text;
using Jinguo.Office.Excel;

namespace Jinguo.Core.Tests.Office.Excel;

public sealed class SpreadsheetTests
{
    [Fact]
    public void Formula_WithStoredValue_CountsByIt()
    {
        var cell = Workbooks.ReadRows(Workbooks.OfXml("""<sheetData><row r="1"><c r="A1"><f>1+2</f><v>3</v></c></row></sheetData>"""))[0][1];

        Assert.Equal((CellKind.Number, 3m, "3"), (cell.Kind, cell.Number, cell.Text));
    }

    [Theory]
    [InlineData("""<c r="B2"><f>SUM(A1:A9)</f></c>""")]
    [InlineData("""<c r="B2"><f>SUM(A1:A9)</f><v/></c>""")]
    [InlineData("""<c r="B2"><f>SUM(A1:A9)</f><v></v></c>""")]
    [InlineData("""<c r="B2"><f t="shared" si="0"/></c>""")]
    [InlineData("""<x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="B2"><x:f>1+2</x:f></x:c>""")]
    public void Formula_WithoutStoredValue_IsSeen(string cell)
    {
        var rows = Workbooks.ReadRows(Workbooks.OfXml($"""<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2">{cell}</row></sheetData>"""));

        Assert.Equal((2, CellKind.FormulaWithoutValue, "B"), (rows[1].Number, rows[1][2].Kind, rows[1][2].Letter));
    }

    [Fact]
    public void Formula_WhoseValueIsTheEmptyText_IsEmpty()
    {
        var row = Workbooks.ReadRows(Workbooks.OfXml("""<sheetData><row r="1"><c r="A1" t="str"><f>IF(1,"","x")</f><v></v></c><c r="B1"><v>2</v></c></row></sheetData>"""))[0];

        Assert.Equal(CellKind.Empty, row[1].Kind);
    }

    [Theory]
    [InlineData("""0"余人" """, "50", "50余人")]
    [InlineData("0.0%", "0.825", "82.5%")]
    [InlineData("#,##0.00_ ", "1234.5", "1234.5")]
    [InlineData("0!.0,\"万\"", "12345", "12345")]
    [InlineData("\"约\"0", "7", "约7")]
    public void Number_IsShownWithTheWordsOfItsFormat(string format, string value, string shown)
    {
        var styles = $"""<numFmts count="1"><numFmt numFmtId="170" formatCode="{format.Trim().Replace("\"", "&quot;", StringComparison.Ordinal)}"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs>""";
        var cell = Workbooks.ReadRows(Workbooks.OfXml($"""<sheetData><row r="1"><c r="A1" s="1"><v>{value}</v></c></row></sheetData>""", styles))[0][1];

        Assert.Equal((decimal.Parse(value, CultureInfo.InvariantCulture), shown), (cell.Number, cell.Text));
    }

    [Theory]
    [InlineData(14, "45000", "2023-03-15")]
    [InlineData(31, "45000", "2023-03-15")]
    [InlineData(57, "45000", "2023-03-15")]
    [InlineData(22, "45000.5", "2023-03-15 12:00")]
    public void Date_IsKnownByItsFormat_AlsoByTheChineseBuiltInOnes(int format, string value, string shown)
    {
        var styles = $"""<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="{format}" applyNumberFormat="1"/></cellXfs>""";
        var cell = Workbooks.ReadRows(Workbooks.OfXml($"""<sheetData><row r="1"><c r="A1" s="1"><v>{value}</v></c></row></sheetData>""", styles))[0][1];

        Assert.Equal((CellKind.Date, shown), (cell.Kind, cell.Text));
        Assert.NotNull(cell.Date);
    }

    [Fact]
    public void TimeOfDay_IsTextAndNoDate()
    {
        const string styles = """<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="20" applyNumberFormat="1"/></cellXfs>""";
        var cell = Workbooks.ReadRows(Workbooks.OfXml("""<sheetData><row r="1"><c r="A1" s="1"><v>0.375</v></c></row></sheetData>""", styles))[0][1];

        Assert.Equal((CellKind.Text, "09:00"), (cell.Kind, cell.Text));
    }

    [Fact]
    public void ErrorsBooleansAndInlineTexts_AreTold()
    {
        var row = Workbooks.ReadRows(Workbooks.OfXml("""<sheetData><row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="inlineStr"><is><t>东山镇</t></is></c></row></sheetData>"""))[0];

        Assert.Equal((CellKind.Error, "#DIV/0!"), (row[1].Kind, row[1].Text));
        Assert.Equal((CellKind.Boolean, true, "是"), (row[2].Kind, row[2].Boolean, row[2].Text));
        Assert.Equal((CellKind.Text, "东山镇"), (row[3].Kind, row[3].Text));
    }

    [Fact]
    public void BlankRows_AreLeftOut_AndNumbersAreThoseOfTheFile()
    {
        var rows = Workbooks.ReadRows(Workbooks.OfXml("""<sheetData><row r="3"><c r="B3"><v>1</v></c></row><row r="4"><c r="A4"/></row><row r="9"><c r="A9"><v>2</v></c></row></sheetData>"""));

        Assert.Equal([3, 9], rows.Select(r => r.Number));
        Assert.Equal((CellKind.Empty, CellKind.Number), (rows[0][1].Kind, rows[0][2].Kind));
        Assert.True(rows[1][500].IsEmpty);
    }

    [Fact]
    public void LongCodeTypedAsNumber_HasLostDigits()
    {
        var row = Workbooks.ReadRows(Workbooks.OfXml("""<sheetData><row r="1"><c r="A1"><v>320102199001011200</v></c><c r="B1"><v>13800138000</v></c></row></sheetData>"""))[0];

        Assert.Equal((true, false), (row[1].HasLostDigits, row[2].HasLostDigits));
        Assert.Equal("13800138000", row[2].Text);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("gbk", false)]
    [InlineData("GB18030", false)]
    [InlineData("utf-16", true)]
    public void Csv_IsReadInTheEncodingsOfChineseOffices(string encoding, bool withMark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoder = Encoding.GetEncoding(encoding);
        byte[] file = [.. withMark ? encoder.GetPreamble() : [], .. encoder.GetBytes("日期,村（社区）,人数\r\n2024-05-01,\"张村,李村\",50余人\r\n\r\n,,\r\n2024-05-02,王村,12\r\n")];

        var rows = Workbooks.ReadRows(new MemoryStream(file), "活动.csv");

        Assert.Equal([1, 2, 5], rows.Select(r => r.Number));
        Assert.Equal("日期|村（社区）|人数", string.Join('|', rows[0].Cells.Select(c => c.Text)));
        Assert.Equal("张村,李村", rows[1][2].Text);
        Assert.Equal("50余人", rows[1][3].Text);
    }

    [Theory]
    [InlineData("a\tb\tc\r\n1\t2,5\t3\r\n", "2,5")]
    [InlineData("a;b;c\n1;2;3\n", "2")]
    [InlineData("a,\"x;y;z;w\",c\n1,2,3\n", "2")]
    public void Csv_DelimiterIsFound(string text, string secondCell)
    {
        Assert.Equal(secondCell, Workbooks.ReadRows(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv")[1][2].Text);
    }

    [Fact]
    public void Sheets_AreListedWithHiddenOnes_AndMayBeReadInAnyOrderAndAgain()
    {
        var file = Workbooks.Write(book =>
        {
            foreach (var name in (string[])["培训", "活动", "走访"])
            {
                using var sheet = book.AddSheet(new SheetLayout(name, [new SheetColumn("名称") { Choices = ["甲", "乙"] }]));
                sheet.Row(name + "1");
                sheet.Row(name + "2");
            }
        });
        using var book = Spreadsheet.Open(file, "全年.xlsx");

        Assert.Equal(["培训", "活动", "走访", "选项"], book.Sheets.Select(s => s.Name));
        Assert.Equal([true, true, true, false], book.Sheets.Select(s => s.IsVisible));
        foreach (var i in (int[])[2, 0, 0, 1])
        {
            Assert.Equal(book.Sheets[i].Name + "2", book.Sheets[i].Rows().Last()[1].Text);
        }
    }

    [Fact]
    public void Rows_WhileAnotherSheetIsRead_FailsLoudly()
    {
        var file = Workbooks.Write(book =>
        {
            book.AddNotes("一", ["a", "b"]);
            book.AddNotes("二", ["c", "d"]);
        });
        using var book = Spreadsheet.Open(file, "x.xlsx");

        using var first = book.Sheets[0].Rows().GetEnumerator();
        Assert.True(first.MoveNext());
        _ = book.Sheets[1].Rows().First();

        Assert.Throws<InvalidOperationException>(() => first.MoveNext());
    }

    [Fact]
    public void Stream_StaysOpen_AndMustBeSeekable()
    {
        var file = Workbooks.Write(book => book.AddNotes("说明", ["一"]));
        using (var book = Spreadsheet.Open(file, "x.xlsx"))
        {
            _ = book.Sheets[0].Rows().ToList();
        }

        Assert.True(file.CanRead);
        Assert.Throws<ArgumentException>(() => Spreadsheet.Open(new System.IO.Compression.DeflateStream(file, System.IO.Compression.CompressionMode.Decompress), "x.xlsx"));
    }

    [Fact]
    public void OldXls_IsReadLikeXlsx()
    {
        using var file = Workbooks.Open("training.xls");
        using var book = Spreadsheet.Open(file, "training.xls");
        var rows = book.Sheets[0].Rows().ToList();

        Assert.Equal("日期|类别|参训人次|经费（元）", string.Join('|', rows[1].Cells.Select(c => c.Text)));
        Assert.Equal((CellKind.Date, "2024-05-01"), (rows[2][1].Kind, rows[2][1].Text));
        Assert.Equal((CellKind.Number, 1234.5m), (rows[2][4].Kind, rows[2][4].Number));
        Assert.Equal((CellKind.Text, "48余"), (rows[3][3].Kind, rows[3][3].Text));
        Assert.Equal((CellKind.Error, "#DIV/0!"), (rows[4][4].Kind, rows[4][4].Text));
    }
}
