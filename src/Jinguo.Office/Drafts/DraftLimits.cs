namespace Jinguo.Office.Drafts;

/// <summary>How much a draft may hold, so that a broken or malicious file cannot exhaust the machine.</summary>
/// <param name="FileBytes">Size of the file.</param>
/// <param name="Letters">Length of its text in UTF-16 units; a report of ten pages has about 7,000.</param>
public sealed record DraftLimits(long FileBytes = 20L << 20, int Letters = 1_000_000)
{
    /// <summary>How long the reading of a PDF may take.</summary>
    public TimeSpan PdfTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How much memory the reading of a PDF may take.</summary>
    public long PdfMemoryBytes { get; init; } = 1L << 30;

    internal OfficeFormatException TooLong() =>
        new($"这份材料超过了 {Letters / 10_000} 万字的上限。请拆成几份再核。");
}
