using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using Jinguo.Office.Excel;

namespace Jinguo.Core.Tests.Office.Excel;

public sealed class WorkbookWriterTests
{
    private static readonly SheetLayout Ledger = new("培训", [
        new("日期", ColumnFormat.Date) { IsRequired = true, Prompt = "填写开班的日期，如 2024-05-01" },
        new("类别") { Choices = ["技能培训", "法律讲座", "家庭教育"] },
        new("身份证号"),
        new("人次", ColumnFormat.Integer),
        new("经费", ColumnFormat.Money),
        new("女性占比", ColumnFormat.Percent),
        new("登记时间", ColumnFormat.DateTime),
    ])
    {
        Title = "东山镇妇联培训台账",
        Subtitle = "单位：元",
        Footer = ["填表人", "审核人", "负责人", "日期"],
        RowsToFill = 3,
    };

    [Fact]
    public void WholeWorkbook_IsValid()
    {
        using var document = SpreadsheetDocument.Open(WriteLedger(), isEditable: false);

        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document);

        Assert.Empty(errors.Select(e => $"{e.Path?.XPath} {e.Description}"));
    }

    [Fact]
    public void Cells_ComeBackAsTheyWereWritten()
    {
        var rows = Workbooks.ReadRows(WriteLedger());
        var record = rows.Single(r => r.Number == 4);
        var total = rows.Single(r => r.Number == 5);

        Assert.Equal("2024-05-01|技能培训|320102199001011234|1234|56.5|82.5%|2024-05-01 09:30", string.Join('|', record.Cells.Select(c => c.Text)));
        Assert.Equal(
            [CellKind.Date, CellKind.Text, CellKind.Text, CellKind.Number, CellKind.Number, CellKind.Number, CellKind.Date],
            record.Cells.Select(c => c.Kind));
        Assert.Equal(("合计", 1234m), (total[1].Text, total[4].Number));
        Assert.StartsWith("填表人：", rows[^1][1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 138")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("'=1")]
    public void TextThatLooksLikeAFormula_StaysText(string text)
    {
        var workbook = Workbooks.Write(book => book.AddSheet(new SheetLayout("甲", [new("备注")])).Row(text));
        var csv = new MemoryStream();
        using (var writer = new CsvTableWriter(csv))
        {
            writer.Row("备注");
            writer.Row(text);
        }

        Assert.Equal((CellKind.Text, text), (Workbooks.ReadRows(workbook)[1][1].Kind, Workbooks.ReadRows(workbook)[1][1].Text));
        Assert.Equal(text, Workbooks.ReadRows(csv, "a.csv")[1][1].Text);
        Assert.StartsWith("\uFEFF备注\r\n'", Encoding.UTF8.GetString(csv.ToArray()).Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("＝1+1")]
    [InlineData("＠SUM(A1)")]
    public void TextThatProgramsTakeForAFormula_IsMarkedAsText(string text)
    {
        using var workbook = Workbooks.Write(book => book.AddSheet(new SheetLayout("甲", [new("备注")])).Row(text));
        using var printed = new StringWriter();
        using (var csv = new CsvTableWriter(printed))
            csv.Row(text, -5);

        Assert.Equal($"'{text},-5", printed.ToString().Replace("\"", "", StringComparison.Ordinal).TrimEnd('\n', '\r'));
        using var zip = new ZipArchive(workbook, ZipArchiveMode.Read);
        Assert.All(zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)), entry =>
        {
            using var sheet = entry.Open();
            Assert.DoesNotContain(XDocument.Load(sheet).Descendants(), element => element.Name.LocalName == "f");
        });
    }

    [Fact]
    public void SheetNames_AreMadeToFit()
    {
        var file = Workbooks.Write(book =>
        {
            book.AddNotes("2024/上半年[一]", []);
            book.AddNotes("2024-上半年-一-", []);
            book.AddNotes(new string('长', 40), []);
        });
        using var book = Spreadsheet.Open(file, "x.xlsx");

        Assert.Equal(["2024-上半年-一-", "2024-上半年-一-(2)", new string('长', 31)], book.Sheets.Select(s => s.Name));
    }

    [Fact]
    public void AnyRows_WrittenAreReadBackEqual()
    {
        Prop.ForAll(Rows(), rows =>
        {
            var file = Workbooks.Write(book =>
            {
                using var sheet = book.AddSheet(new SheetLayout("甲", [new("文字"), new("整数", ColumnFormat.Integer), new("金额", ColumnFormat.Money), new("日期", ColumnFormat.Date)]));
                foreach (var (text, whole, amount, day) in rows)
                {
                    sheet.Row("·" + text, whole, amount, day);
                }
            });
            var read = Workbooks.ReadRows(file).Skip(1)
                .Select(r => (r[1].Text[1..], (long)r[2].Number!.Value, r[3].Number!.Value, DateOnly.FromDateTime(r[4].Date!.Value)));
            Assert.Equal(rows, read);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AnyTexts_WrittenToCsvAreReadBackEqual()
    {
        Prop.ForAll(Rows(), rows =>
        {
            var file = new MemoryStream();
            using (var csv = new CsvTableWriter(file))
            {
                foreach (var row in rows)
                {
                    csv.Row(row.Text, "。" + row.Text, row.Whole);
                }
            }

            var read = Workbooks.ReadRows(file, "a.csv");
            Assert.Equal(
                rows.Select(r => (string.IsNullOrWhiteSpace(r.Text) ? "" : r.Text, "。" + r.Text, r.Whole.ToString(System.Globalization.CultureInfo.InvariantCulture))),
                read.Select(r => (r[1].Text, r[2].Text, r[3].Text)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void HundredThousandRows_StreamInBothDirections()
    {
        const int count = 100_000;
        var file = Workbooks.Write(book =>
        {
            using var sheet = book.AddSheet(new SheetLayout("大表", [new("村"), new("人次", ColumnFormat.Integer)]));
            for (var i = 1; i <= count; i++)
            {
                sheet.Row("第" + i + "村", i);
            }
        });
        using var book = Spreadsheet.Open(file, "大表.xlsx");
        var (sum, seen) = (0m, new List<WeakReference>());
        foreach (var row in book.Sheets[0].Rows().Skip(1))
        {
            sum += row[2].Number!.Value;
            if (row.Number % 20_000 == 0)
            {
                GC.Collect();
                Assert.All(seen, before => Assert.False(before.IsAlive, "A row that was read is still held."));
                seen.Add(new(row));
            }
        }

        Assert.Equal(count * (count + 1L) / 2, sum);
        Assert.Equal(5, seen.Count);
    }

    private static MemoryStream WriteLedger() => Workbooks.Write(book =>
    {
        using (var sheet = book.AddSheet(Ledger))
        {
            sheet.Row(new DateOnly(2024, 5, 1), "技能培训", "320102199001011234", 1234, 56.5m, 0.825m, new DateTime(2024, 5, 1, 9, 30, 0, DateTimeKind.Unspecified));
            sheet.Total("合计", CellValue.None, CellValue.None, 1234);
        }

        book.AddNotes("填表说明", ["一、带 * 的列必须填写。", "二、日期写成 2024-05-01。"]);
    });

    private static Arbitrary<List<(string Text, long Whole, decimal Amount, DateOnly Day)>> Rows()
    {
        var text = ArbMap.Default.GeneratorFor<string?>().Select(s => Valid(s ?? ""));
        var special = Gen.Elements("=1", "余", "_x0041_", "a\r\nb", " 前后 ", "\u0001", "𠮷某某", "'=x", "\"引号\"", "，,;\t");
        var row = from t in Gen.OneOf(text, special)
                  from whole in Gen.Choose(-1_000_000, 1_000_000_000)
                  from cents in Gen.Choose(-1_000_000, 1_000_000)
                  from day in Gen.Choose(0, 50_000)
                  select (t, (long)whole, cents / 100m, new DateOnly(1901, 1, 1).AddDays(day));
        return row.ListOf().Select(l => l.ToList()).ToArbitrary();
    }

    // Half surrogate pairs and NUL, which no text file can hold, are not what these laws are about.
    private static string Valid(string text) => string.Concat(text.EnumerateRunes()).Replace("\0", "", StringComparison.Ordinal);
}
