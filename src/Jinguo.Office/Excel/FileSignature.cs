using System.Text;

namespace Jinguo.Office.Excel;

/// <summary>Tells what kind of file it is by its first bytes: names are often wrong.</summary>
internal static class FileSignature
{
    internal enum Kind
    {
        Zip,
        Ole,
        Text,
    }

    private static readonly (byte[] Start, string What)[] Others =
    [
        ("%PDF"u8.ToArray(), "PDF 文件"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "图片"),
        ([0xFF, 0xD8, 0xFF], "图片"),
        ("GIF8"u8.ToArray(), "图片"),
        ("BM"u8.ToArray(), "图片"),
        ("Rar!"u8.ToArray(), "压缩包"),
        ("7z"u8.ToArray(), "压缩包"),
        ([0x1F, 0x8B], "压缩包"),
        ("{\\rtf"u8.ToArray(), "文字文档"),
    ];

    /// <exception cref="OfficeFormatException">Neither a workbook nor text.</exception>
    internal static Kind Of(Stream content, string fileName)
    {
        Span<byte> buffer = stackalloc byte[4096];
        content.Position = 0;
        var start = buffer[..content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        content.Position = 0;
        if (start.IsEmpty)
        {
            throw new OfficeFormatException($"文件“{fileName}”是空的。请打开检查一下内容，保存后再导入。");
        }

        if (start.StartsWith("PK\u0003\u0004"u8))
        {
            return Kind.Zip;
        }

        // A compound file, or the bare stream of Excel 2–4.
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || (start.Length > 3 && start[0] == 9 && start[1] is 0 or 2 or 4 or 8 && start[3] == 0))
        {
            return Kind.Ole;
        }

        foreach (var (other, what) in Others)
        {
            if (start.StartsWith(other) && (other.Length > 2 || start.Contains((byte)0)))
            {
                throw NotATable(fileName, what);
            }
        }

        RefuseTextThatIsNoTable(start, fileName);
        return Kind.Text;
    }

    internal static OfficeFormatException NotATable(string fileName, string what) =>
        new($"“{fileName}”是{what}，不是表格。请选择 Excel 文件（.xlsx、.xls）或 CSV 文件。");

    private static void RefuseTextThatIsNoTable(ReadOnlySpan<byte> start, string fileName)
    {
        var isUtf16 = start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (!isUtf16 && start.Contains((byte)0))
        {
            throw new OfficeFormatException($"文件“{fileName}”认不出是什么格式，可能已损坏。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。");
        }

        var text = Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\r', '\n', '\t');
        if (text.StartsWith('<') && (text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<table", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<?xml", StringComparison.Ordinal)))
        {
            throw new OfficeFormatException(
                $"“{fileName}”其实是网页或 XML 格式，只是名字像表格（有的系统导出时会这样）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。");
        }
    }
}
