namespace Jinguo.Core.Base.Files;

/// <summary>What a file is, by its first bytes. The name only tells Office formats, all of them zip archives, apart.</summary>
public static class MediaTypes
{
    /// <summary>The Word format.</summary>
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The Excel format.</summary>
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly (byte[] Magic, string Type)[] Known =
    [
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0x25, 0x50, 0x44, 0x46, 0x2D], "application/pdf"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/vnd.ms-office"),
    ];

    private static readonly HashSet<string> Runnable = new(StringComparer.OrdinalIgnoreCase)
    {
        ".apk", ".bat", ".chm", ".cmd", ".com", ".cpl", ".dll", ".exe", ".hta", ".htm", ".html", ".jar", ".js", ".jse", ".lnk",
        ".msi", ".pif", ".ps1", ".reg", ".scr", ".sh", ".svg", ".vbe", ".vbs", ".wsf",
    };

    /// <summary>Media type of a content.</summary>
    /// <param name="head">At least the first 16 bytes, if there are so many.</param>
    /// <param name="name">Name as uploaded.</param>
    public static string Sniff(ReadOnlySpan<byte> head, string name)
    {
        foreach (var (magic, type) in Known)
            if (head.StartsWith(magic))
                return type;
        if (head.Length >= 12 && head[..4].SequenceEqual("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8))
            return "image/webp";
        if (head.StartsWith("PK\x3\x4"u8))
            return Path.GetExtension(name).ToUpperInvariant() switch { ".DOCX" => Word, ".XLSX" => Excel, _ => "application/zip" };
        return head.Contains((byte)0) ? "application/octet-stream" : "text/plain";
    }

    /// <summary>
    /// True for what a computer would run when it is opened: programs, scripts, installers and pages. The work needs none of
    /// them, and a file sent to all bodies below must not be one.
    /// </summary>
    /// <param name="head">At least the first 4 bytes, if there are so many.</param>
    /// <param name="name">Name as uploaded.</param>
    public static bool IsProgram(ReadOnlySpan<byte> head, string name) =>
        head.StartsWith("MZ"u8) || head.StartsWith("\x7FELF"u8) || head.StartsWith("#!"u8)
        || Runnable.Contains(Path.GetExtension(name.TrimEnd(' ', '.')));

    /// <summary>True for pictures that a browser may show in the page.</summary>
    public static bool IsPicture(string mediaType) => mediaType is "image/jpeg" or "image/png" or "image/webp";
}
