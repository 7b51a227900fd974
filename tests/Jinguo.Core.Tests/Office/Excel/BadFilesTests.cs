using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Jinguo.Office;
using Jinguo.Office.Excel;

namespace Jinguo.Core.Tests.Office.Excel;

public sealed class BadFilesTests
{
    [Theory]
    [InlineData("", "空的")]
    [InlineData("%PDF-1.7 …", "PDF")]
    [InlineData("<html><body><table><tr><td>1</td></tr></table></body></html>", "网页")]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>", "另存为 .xlsx")]
    [InlineData("{\\rtf1 hello}", "文字文档")]
    [InlineData("a\0b\0c", "损坏")]
    public void OtherFiles_AreRefusedWithARemedy(string content, string word)
    {
        var refusal = Assert.Throws<OfficeFormatException>(() => Spreadsheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(content)), "台账.xlsx"));

        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("台账.xlsx", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("请", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word/document.xml", "Word 文档")]
    [InlineData("xl/workbook.bin", ".xlsb")]
    [InlineData("a.txt", "压缩包")]
    public void OtherZips_AreRefusedByName(string entry, string word)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(entry);
        }

        Assert.Contains(word, Assert.Throws<OfficeFormatException>(() => Spreadsheet.Open(file, "a.xlsx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongExtension_DoesNotMatter() =>
        Assert.Equal("一", Workbooks.ReadRows(Workbooks.Write(b => b.AddNotes("说明", ["一"])), "台账.csv")[0][1].Text);

    [Fact]
    public void ZipBomb_IsStoppedBeforeItIsRead()
    {
        var file = Workbooks.OfXml("<sheetData>" + string.Concat(Enumerable.Repeat("<row/>", 500_000)) + "</sheetData>");

        var refusal = Assert.Throws<OfficeFormatException>(() => Spreadsheet.Open(file, "a.xlsx", new SpreadsheetLimits(UnpackedBytes: 1 << 20)));
        Assert.Contains("太大", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EndlessCell_IsStopped()
    {
        var file = Workbooks.OfXml($"""<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{new string('长', 2_000_000)}</t></is></c></row></sheetData>""");

        Assert.Throws<OfficeFormatException>(() => Spreadsheet.Open(file, "a.xlsx"));
    }

    [Fact]
    public void TooLargeFile_IsRefusedByItsSize() =>
        Assert.Contains("上限", Assert.Throws<OfficeFormatException>(() => Spreadsheet.Open(new MemoryStream(new byte[2 << 20]), "a.xlsx", new SpreadsheetLimits(FileBytes: 1 << 20))).Message, StringComparison.Ordinal);

    [Fact]
    public void EntityTricks_AreRefused()
    {
        var file = Workbooks.OfXml("<sheetData/>", more: ("xl/sharedStrings.xml", """<!DOCTYPE sst [<!ENTITY a "aaaa">]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&a;</t></si></sst>"""));

        Assert.Throws<OfficeFormatException>(() => Workbooks.ReadRows(file));
    }

    [Fact]
    public void PartsNamedTwice_AreReadOnce()
    {
        using var file = Workbooks.Write(book => book.AddSheet(new SheetLayout("甲", [new("内容")])).Row("刺绣"));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.GetEntry("xl/_rels/workbook.xml.rels")!.Open();
            var all = new StreamReader(part).ReadToEnd();
            part.SetLength(0);
            var twice = all.IndexOf("<Relationship ", StringComparison.Ordinal);
            part.Write(Encoding.UTF8.GetBytes(all.Insert(twice, all[twice..all.LastIndexOf("</", StringComparison.Ordinal)])));
        }

        Assert.Contains(Workbooks.ReadRows(file), row => row[1].Text == "刺绣");
    }

    [Fact]
    public void UnclosedQuoteInALongCsv_IsTold()
    {
        var text = "日期,内容\n2024-05-01,\"没有结束\n" + string.Concat(Enumerable.Repeat("2024-05-02,正常的一行\n", 30_000));

        var refusal = Assert.Throws<OfficeFormatException>(() => Workbooks.ReadRows(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv"));
        Assert.Contains("双引号", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DamagedXlsx_NeverThrowsAnythingElse() =>
        DamageNeverThrowsAnythingElse(Workbooks.Write(b => b.AddSheet(new SheetLayout("甲", [new("一"), new("二")])).Row("a", 1)).ToArray());

    [Fact]
    public void DamagedXls_NeverThrowsAnythingElse()
    {
        using var file = Workbooks.Open("training.xls");
        var whole = new byte[file.Length];
        file.ReadExactly(whole);
        DamageNeverThrowsAnythingElse(whole);
    }

    private static void DamageNeverThrowsAnythingElse(byte[] whole)
    {
        var damage = from position in Gen.Choose(0, whole.Length - 1)
                     from value in Gen.Choose(0, 255)
                     from cut in Gen.Frequency((3, Gen.Constant(whole.Length)), (1, Gen.Choose(0, whole.Length)))
                     select (position, value, cut);
        Prop.ForAll(damage.ToArbitrary(), d =>
        {
            var bytes = whole.ToArray();
            bytes[d.position] = (byte)d.value;
            try
            {
                Workbooks.ReadRows(new MemoryStream(bytes[..d.cut]));
            }
            catch (OfficeFormatException)
            {
                // The one way to refuse a file.
            }
        }).QuickCheckThrowOnFailure();
    }
}
