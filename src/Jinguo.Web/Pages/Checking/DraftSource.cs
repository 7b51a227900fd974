using Jinguo.Core.Reports.Writing;
using Jinguo.Office;
using Jinguo.Office.Drafts;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Jinguo.Web.Pages.Checking;

/// <summary>
/// Where the draft on the page comes from: pasted words, a file, or a draft of a report. The page carries it from step to
/// step, so that nothing is kept here.
/// </summary>
public sealed class DraftSource
{
    /// <summary>Larger drafts are checked by the command line: a page of them cannot be read.</summary>
    public static readonly DraftLimits Limits = new(FileBytes: 20L << 20, Letters: 100_000);

    /// <summary>A larger Word file is not carried along: its words are, and the comments come in a file of them.</summary>
    private const int MostCarried = 4 << 20;

    /// <summary>Pasted or edited words.</summary>
    public string? Text { get; set; }

    /// <summary>Name of the file.</summary>
    public string? Name { get; set; }

    /// <summary>The Word file, in Base64.</summary>
    public string? Content { get; set; }

    /// <summary>True where the Word file is too large to be carried: it is chosen again for its comments.</summary>
    public bool IsLarge { get; set; }

    /// <summary>The report whose draft it is.</summary>
    public Guid? Report { get; set; }

    /// <summary>Which draft of it.</summary>
    public int? Draft { get; set; }

    /// <summary>The Word file; empty where there is none.</summary>
    [ValidateNever]
    internal byte[] Word { get; private set; } = [];

    /// <summary>The words that stand on the page as its name.</summary>
    public string Title => Name is { Length: > 0 } ? Name : "粘贴的文字";

    /// <summary>Reads the draft; a chosen file goes before everything else. Null where there is none.</summary>
    /// <exception cref="OfficeFormatException">It cannot be read; the message says what to do.</exception>
    public async Task<DraftText?> ReadAsync(IFormFile? file, ReportReader reports, CancellationToken cancel)
    {
        if (file is not null)
        {
            await using var stream = file.OpenReadStream();
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, cancel);
            (Text, IsLarge, Report, Draft, Name) = (null, false, null, null, Path.GetFileName(file.FileName.Replace('\\', '/')));
            return await ReadAsync(copy.ToArray(), cancel);
        }
        if (Report is { } report)
        {
            if (await reports.FindDraftAsync(report, Draft, cancel) is not { } opened)
                return null;
            (Draft, Name, Word) = (opened.Number, $"{opened.Title}（第{opened.Number}稿）", opened.File);
            return await DraftReader.ReadAsync(new MemoryStream(Word), Limits, cancel: cancel);
        }
        if (Content is { Length: > 0 } content)
            return await ReadAsync(Decoded(content), cancel);
        if (string.IsNullOrWhiteSpace(Text))
            return null;
        if (Text.Length > Limits.Letters)
            throw new OfficeFormatException($"文字超过了{Limits.Letters / 10_000}万字，请分几次核。");
        // Browsers send two letters for the end of a line.
        Text = Text.ReplaceLineEndings("\n");
        return DraftText.Of(Text);
    }

    private async Task<DraftText> ReadAsync(byte[] content, CancellationToken cancel)
    {
        var draft = await DraftReader.ReadAsync(new MemoryStream(content), Limits, cancel: cancel);
        Word = draft.Kind == DraftKind.Word ? content : [];
        IsLarge = Word.Length > MostCarried;
        Content = Word.Length > 0 && !IsLarge ? Convert.ToBase64String(content) : null;
        // What is not carried would be lost with the next step: its words are.
        Text = Content is null ? draft.Text : null;
        return draft;
    }

    private static byte[] Decoded(string content)
    {
        var bytes = new byte[content.Length];
        return Convert.TryFromBase64String(content, bytes, out var length) ? bytes[..length] : throw new OfficeFormatException("这份Word文件没有完整传到，请重新选一次。");
    }
}
