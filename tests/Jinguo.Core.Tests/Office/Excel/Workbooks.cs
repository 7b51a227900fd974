using System.IO.Compression;
using System.Text;
using Jinguo.Office.Excel;

namespace Jinguo.Core.Tests.Office.Excel;

/// <summary>Files for the tests, and reading them in one go.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    internal static MemoryStream Write(Action<WorkbookWriter> write)
    {
        var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            write(book);
        }

        file.Position = 0;
        return file;
    }

    /// <summary>A workbook of one sheet whose inner XML is given: what other programs might have written.</summary>
    internal static MemoryStream OfXml(string sheetXml, string styles = "", params (string Path, string Text)[] more)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
            Add("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Add("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Add("xl/styles.xml", $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>""");
            Add("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}">{sheetXml}</worksheet>""");
            foreach (var (path, text) in more)
            {
                Add(path, text);
            }

            void Add(string path, string text)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        file.Position = 0;
        return file;
    }

    internal static List<SheetRow> ReadRows(Stream file, string name = "测试.xlsx", int sheet = 0)
    {
        using var book = Spreadsheet.Open(file, name);
        return [.. book.Sheets[sheet].Rows()];
    }

    internal static SheetHeader? FindHeader(Stream file, params string[] expected)
    {
        using var book = Spreadsheet.Open(file, "测试.xlsx");
        return SheetHeader.Find(book.Sheets[0], expected);
    }

    internal static Stream Open(string fixture) =>
        File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Office", "files", fixture));
}
