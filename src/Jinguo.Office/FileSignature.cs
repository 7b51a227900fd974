using System.Text;

namespace Jinguo.Office;

/// <summary>Kinds of files that users take for one another.</summary>
internal enum FileKind
{
    Empty,
    Zip,

    /// <summary>The container of Office files before 2007 and of encrypted ones, or the bare stream of Excel 2–4.</summary>
    Compound,
    Pdf,
    Picture,
    Archive,
    RichText,

    /// <summary>HTML or XML.</summary>
    Markup,
    Text,
    Unknown,
}

/// <summary>Tells what kind of file it is by its first bytes: names are often wrong.</summary>
internal static class FileSignature
{
    private const int Length = 4096;

    private static readonly (byte[] Start, FileKind Kind)[] Starts =
    [
        ("PK\u0003\u0004"u8.ToArray(), FileKind.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0], FileKind.Compound),
        ("%PDF"u8.ToArray(), FileKind.Pdf),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], FileKind.Picture),
        ([0xFF, 0xD8, 0xFF], FileKind.Picture),
        ("GIF8"u8.ToArray(), FileKind.Picture),
        ("BM"u8.ToArray(), FileKind.Picture),
        ("Rar!"u8.ToArray(), FileKind.Archive),
        ("7z"u8.ToArray(), FileKind.Archive),
        ([0x1F, 0x8B], FileKind.Archive),
        ("{\\rtf"u8.ToArray(), FileKind.RichText),
    ];

    /// <summary>The kind of a seekable file, which stands at its beginning afterwards.</summary>
    internal static FileKind Of(Stream content)
    {
        Span<byte> buffer = stackalloc byte[Length];
        content.Position = 0;
        var start = buffer[..content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        content.Position = 0;
        return Of(start);
    }

    /// <summary>What a person calls such a file.</summary>
    internal static string Name(FileKind kind) => kind switch
    {
        FileKind.Pdf => "PDF 文件",
        FileKind.Picture => "图片",
        FileKind.RichText => "文字文档",
        _ => "压缩包",
    };

    private static FileKind Of(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
        {
            return FileKind.Empty;
        }

        foreach (var (known, kind) in Starts)
        {
            // Text may begin with the same two letters, but holds no zeros.
            if (start.StartsWith(known) && (known.Length > 2 || start.Contains((byte)0)))
            {
                return kind;
            }
        }

        if (start.Length > 3 && start[0] == 9 && start[1] is 0 or 2 or 4 or 8 && start[3] == 0)
        {
            return FileKind.Compound;
        }

        return !TextEncoding.IsUtf16(start) && start.Contains((byte)0) ? FileKind.Unknown
            : IsMarkup(start) ? FileKind.Markup
            : FileKind.Text;
    }

    private static bool IsMarkup(ReadOnlySpan<byte> start)
    {
        var text = Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\r', '\n', '\t');
        return text.StartsWith('<') && (text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<table", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<?xml", StringComparison.Ordinal));
    }
}
