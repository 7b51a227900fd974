using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Jinguo.Office.Word;

/// <summary>Opens .docx files that come from users, and refuses everything else with words that help.</summary>
internal static class WordFile
{
    private const long MostBytes = 50L << 20;
    private const long MostUnpackedBytes = 300L << 20;

    // Between two tags, and of one tag: the time to read one grows with the square of the number of its attributes.
    private const int LongestText = 4 << 20;
    private const string Remedy = "请用 Word 或 WPS 打开，另存为 .docx 后再上传。";

    /// <summary>A copy in memory, checked and wholly parsed.</summary>
    /// <exception cref="OfficeFormatException">No .docx, damaged, encrypted, with macros, or too large.</exception>
    internal static (WordprocessingDocument Document, MemoryStream File) Open(Stream content, bool isEditable)
    {
        var file = Copy(content);
        try
        {
            RefuseOthers(file);
            var document = WordprocessingDocument.Open(file, isEditable, new OpenSettings { AutoSave = false });
            Load(document);
            return (document, file);
        }
        catch (Exception cause) when (cause is InvalidDataException or FileFormatException or OpenXmlPackageException or XmlException or UriFormatException or InvalidOperationException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            throw new OfficeFormatException($"这个 Word 文件读不出来，可能已损坏。{Remedy}", cause);
        }
    }

    private static MemoryStream Copy(Stream content)
    {
        var file = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (content.Read(buffer) is > 0 and var read)
        {
            file.Write(buffer, 0, read);
            if (file.Length > MostBytes)
            {
                throw new OfficeFormatException($"这个 Word 文件超过了 {MostBytes >> 20} MB 的上限，请压缩或删去其中的图片后再上传。");
            }
        }

        file.Position = 0;
        return file;
    }

    private static void RefuseOthers(MemoryStream file)
    {
        var start = file.GetBuffer().AsSpan(0, (int)Math.Min(file.Length, 8));
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new OfficeFormatException($"这是旧的 .doc 格式，或是设了打开密码的文件。{Remedy}有密码的请先去掉密码。");
        }

        if (!start.StartsWith("PK"u8))
        {
            throw new OfficeFormatException($"这不是 Word 文件（.docx）。{Remedy}");
        }

        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.GetEntry("word/document.xml") is null && !zip.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
        {
            throw new OfficeFormatException($"这不是 Word 文件（.docx）。{Remedy}");
        }

        if (zip.Entries.Any(e => e.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new OfficeFormatException($"这个 Word 文件带有宏，出于安全不能使用。{Remedy}");
        }

        var left = MostUnpackedBytes;
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            var scan = new XmlScan(left, IsXml(entry.Name) ? LongestText : int.MaxValue);
            if (!scan.Run(part))
            {
                throw TooLarge();
            }

            left -= scan.Bytes;
        }

        file.Position = 0;
    }

    /// <summary>The library parses a part when it is first asked for; damage shall show now and not later.</summary>
    private static void Load(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart;
        if (main is not null && ReadParts(main).Any(part => !IsXml(part.Uri.OriginalString)))
        {
            throw new InvalidDataException("A part with text has a name that hides what it is.");
        }

        if (main is not null && !WordXml.IsModest(ReadParts(main)))
        {
            throw TooLarge();
        }

        if (main?.Document?.Body is null)
        {
            throw new InvalidDataException("The document has no body.");
        }

        if (document.DocumentType is not (DocumentFormat.OpenXml.WordprocessingDocumentType.Document or DocumentFormat.OpenXml.WordprocessingDocumentType.Template))
        {
            throw new OfficeFormatException($"这不是普通的 Word 文件（.docx）。{Remedy}");
        }

        foreach (var part in ReadParts(main))
        {
            if (part.RootElement is { } root)
            {
                SmartTags.Open(root);
            }
        }
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static OfficeFormatException TooLarge() => new("这个 Word 文件展开后太大，无法处理。请压缩或删去其中的图片，或拆成几个文件后再上传。");

    /// <summary>The parts that are made trees of.</summary>
    private static IEnumerable<OpenXmlPart> ReadParts(MainDocumentPart main) =>
        TextParts(main).Concat(new OpenXmlPart?[] { main.StyleDefinitionsPart, main.WordprocessingCommentsPart }.OfType<OpenXmlPart>());

    /// <summary>The parts with text, the body first.</summary>
    internal static IEnumerable<OpenXmlPart> TextParts(MainDocumentPart main)
    {
        yield return main;
        foreach (var header in main.HeaderParts)
        {
            yield return header;
        }

        foreach (var footer in main.FooterParts)
        {
            yield return footer;
        }

        if (main.FootnotesPart is { } footnotes)
        {
            yield return footnotes;
        }

        if (main.EndnotesPart is { } endnotes)
        {
            yield return endnotes;
        }
    }
}
