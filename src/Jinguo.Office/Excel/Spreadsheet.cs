using System.Text;
using ExcelDataReader;

namespace Jinguo.Office.Excel;

/// <summary>
/// A table file from a user, opened for reading: .xlsx, .xls (also WPS .et) or CSV in UTF-8, GB18030/GBK or UTF-16.
/// The kind is told by the content, not by the name. Rows stream; memory does not grow with their number.
/// </summary>
public sealed class Spreadsheet : IDisposable
{
    private readonly IDisposable[] _owned;

    static Spreadsheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private Spreadsheet(IReadOnlyList<Sheet> sheets, params IDisposable[] owned)
    {
        Sheets = sheets;
        _owned = owned;
    }

    /// <summary>All sheets in their order, hidden ones too; charts are left out.</summary>
    public IReadOnlyList<Sheet> Sheets { get; }

    /// <summary>Opens a file and checks that it can be read.</summary>
    /// <param name="content">The file, seekable; must stay open while reading and is not closed.</param>
    /// <param name="fileName">Its name, to speak of it and to name the sheet of a CSV.</param>
    /// <param name="limits">How large it may be; the defaults if null.</param>
    /// <exception cref="OfficeFormatException">Not a table, damaged, encrypted or too large; the message says what to do.</exception>
    public static Spreadsheet Open(Stream content, string fileName, SpreadsheetLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        if (!content.CanSeek)
        {
            throw new ArgumentException("The content must be seekable: a file is read more than once.", nameof(content));
        }

        limits ??= new SpreadsheetLimits();
        if (content.Length > limits.FileBytes)
        {
            throw new OfficeFormatException(
                $"文件“{fileName}”有 {content.Length >> 20} MB，超过了 {limits.FileBytes >> 20} MB 的上限。请删去图片和用不到的工作表，或拆成几个文件再导入。");
        }

        return TableKind.Of(content, fileName) switch
        {
            FileKind.Zip => OpenXlsx(content, fileName, limits),
            FileKind.Compound => OpenXls(content, fileName),
            _ => new Spreadsheet([new CsvSheet(content, fileName)]),
        };
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var owned in _owned)
        {
            owned.Dispose();
        }
    }

    private static Spreadsheet OpenXlsx(Stream content, string fileName, SpreadsheetLimits limits)
    {
        var package = XlsxPackage.Open(content, fileName, limits);
        try
        {
            var source = WorkbookSource.Open(() => ExcelReaderFactory.CreateOpenXmlReader(content, Keep()), fileName);
            var sheets = package.Sheets.Select(s => new WorkbookSheet(source, s.Name, s.IsVisible, s.MayHideCells ? () => new XlsxHiddenCells(s.OpenPart()) : null));
            return new Spreadsheet([.. sheets], source, package);
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    private static Spreadsheet OpenXls(Stream content, string fileName)
    {
        content.Position = 0;
        var source = WorkbookSource.Open(() => ExcelReaderFactory.CreateBinaryReader(content, Keep()), fileName);
        var sheets = source.ListSheets();
        var hidden = XlsHiddenCells.Of(content);
        return new Spreadsheet(
            [.. sheets.Index().Select(s => new WorkbookSheet(source, s.Item.Name, s.Item.IsVisible, s.Index < hidden.Count ? () => hidden[s.Index] : null))],
            source);
    }

    // GB18030 is what Chinese Excel wrote where an old .xls does not name its code page.
    private static ExcelReaderConfiguration Keep() =>
        new() { LeaveOpen = true, FallbackEncoding = Encoding.GetEncoding("GB18030") };
}
