using Jinguo.Office;
using Jinguo.Office.Drafts;

namespace Jinguo.Web.Pages.OldReports;

/// <summary>The old document on the page. The page carries it from step to step, so that nothing is kept before its figures are confirmed.</summary>
public sealed class OldDocument
{
    /// <summary>Largest file that a page carries.</summary>
    public const int LargestFile = 6 << 20;

    private const int ShortestHeading = 4;
    private const int LongestHeading = 40;

    private static readonly DraftLimits Limits = new(LargestFile, Letters: 100_000);

    /// <summary>Name of the file.</summary>
    public string? Name { get; set; }

    /// <summary>The file, in Base64.</summary>
    public string? Content { get; set; }

    /// <summary>The file; empty before it is read.</summary>
    internal byte[] File { get; private set; } = [];

    /// <summary>Reads the document; a chosen file goes before the one carried. Null where there is none.</summary>
    /// <exception cref="OfficeFormatException">It cannot be read; the message says what to do.</exception>
    public async Task<DraftText?> ReadAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is { Length: > LargestFile })
            throw new OfficeFormatException($"这个文件超过了{LargestFile >> 20}MB，请删去其中的图片，或拆成几份再试。");
        if (file is not null)
        {
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy, cancel);
            (Name, File) = (Path.GetFileName(file.FileName.Replace('\\', '/')), copy.ToArray());
            Content = Convert.ToBase64String(File);
        }
        else if (Content is { Length: > 0 } content)
        {
            var bytes = new byte[content.Length];
            File = Convert.TryFromBase64String(content, bytes, out var length) ? bytes[..length] : throw new OfficeFormatException("这份材料没有完整传到，请重新选一次。");
        }
        return file is null && File.Length == 0 ? null : await DraftReader.ReadAsync(new MemoryStream(File), Limits, cancel: cancel);
    }

    /// <summary>The heading of a document: its first words, where they are no sentence; else null.</summary>
    public static string? Heading(DraftText draft)
    {
        var first = draft.Paragraphs.Select(paragraph => draft.Text.Substring(paragraph.Start, paragraph.Length).Trim()).FirstOrDefault(words => words.Length > 0);
        return first is { Length: >= ShortestHeading and <= LongestHeading } && first.IndexOfAny(['。', '，', '：', '；']) < 0 ? first : null;
    }
}
