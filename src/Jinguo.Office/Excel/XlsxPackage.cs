using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Jinguo.Office.Excel;

/// <summary>
/// The zip of an .xlsx, looked through once before anything is parsed: how large it really is unpacked
/// (what the zip says of itself may be a lie), its sheets, and which of them have cells that the library hides.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    // A cell holds at most 32,767 characters; escaped that is still far below this.
    private const int LongestText = 1 << 20;
    private const int MostParts = 5_000;

    private readonly ZipArchive _zip;

    private XlsxPackage(ZipArchive zip) => _zip = zip;

    internal sealed record SheetPart(string Name, bool IsVisible, bool MayHideCells, Func<Stream> OpenPart);

    internal IReadOnlyList<SheetPart> Sheets { get; private set; } = [];

    /// <exception cref="OfficeFormatException">Not an .xlsx, damaged or too large.</exception>
    internal static XlsxPackage Open(Stream content, string fileName, SpreadsheetLimits limits)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            RefuseOtherDocuments(zip, fileName);
            var package = new XlsxPackage(zip);
            var hiding = package.Measure(fileName, limits);
            package.Sheets = [.. package.ReadSheets(hiding)];
            return package.Sheets.Count > 0 ? package : throw WorkbookSource.Damaged(fileName, null);
        }
        catch (Exception cause) when (cause is InvalidDataException or XmlException or EndOfStreamException or NullReferenceException)
        {
            zip?.Dispose();
            throw WorkbookSource.Damaged(fileName, cause);
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    public void Dispose() => _zip.Dispose();

    private static void RefuseOtherDocuments(ZipArchive zip, string fileName)
    {
        if (zip.GetEntry("xl/workbook.xml") is not null)
        {
            return;
        }

        if (zip.GetEntry("xl/workbook.bin") is not null || zip.GetEntry("content.xml") is not null)
        {
            throw new OfficeFormatException($"“{fileName}”是另一种格式的表格（.xlsb 或 .ods）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。");
        }

        throw TableKind.NotATable(fileName, zip switch
        {
            _ when zip.GetEntry("word/document.xml") is not null => "Word 文档",
            _ when zip.GetEntry("ppt/presentation.xml") is not null => "演示文稿",
            _ => "压缩包",
        });
    }

    private HashSet<string> Measure(string fileName, SpreadsheetLimits limits)
    {
        if (_zip.Entries.Count > MostParts)
        {
            throw TooLarge(fileName);
        }

        var hiding = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = limits.UnpackedBytes;
        foreach (var entry in _zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            var isSheet = entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase);
            var allowed = isSheet ? left : Math.Min(left, limits.SharedTextBytes);
            using var part = entry.Open();
            var scan = new XmlScan(allowed, LongestText);
            if (!scan.Run(part))
            {
                throw TooLarge(fileName);
            }

            left -= scan.Bytes;
            if (scan.SawHidden)
            {
                hiding.Add(entry.FullName);
            }
        }

        return hiding;
    }

    private IEnumerable<SheetPart> ReadSheets(HashSet<string> hiding)
    {
        // A damaged file may name two parts alike: the first counts.
        var targets = Load("xl/_rels/workbook.xml.rels").Elements()
            .Where(r => r.Attribute("Type")?.Value.EndsWith("/worksheet", StringComparison.Ordinal) == true)
            .ToLookup(r => r.Attribute("Id")!.Value, r => PartPath(r.Attribute("Target")!.Value), StringComparer.Ordinal);
        foreach (var sheet in Load("xl/workbook.xml").Descendants().Where(e => e.Name.LocalName == "sheet"))
        {
            var id = sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.Length > 0)?.Value;
            if (id is not null && targets[id].FirstOrDefault() is { } path && _zip.GetEntry(path) is { } entry)
            {
                var isVisible = sheet.Attribute("state")?.Value is null or "visible";
                yield return new SheetPart(sheet.Attribute("name")!.Value, isVisible, hiding.Contains(path), entry.Open);
            }
        }
    }

    private static string PartPath(string target) =>
        target.StartsWith('/') ? target[1..] : "xl/" + target.Replace("./", "", StringComparison.Ordinal);

    private XElement Load(string path)
    {
        using var part = (_zip.GetEntry(path) ?? throw new InvalidDataException(path)).Open();
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(xml);
    }

    private static OfficeFormatException TooLarge(string fileName) =>
        new($"文件“{fileName}”展开后太大，无法处理。请删去空白的行列、图片和用不到的工作表，或拆成几个文件再导入。");
}
