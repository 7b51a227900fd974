namespace Jinguo.Office.Documents;

/// <summary>A stretch of text with one look. A figure is a run whose link opens the page that explains it.</summary>
/// <param name="Text">The words; a line feed begins a new line.</param>
/// <param name="Link">What opens when it is clicked; printed it looks like the text around it.</param>
/// <param name="IsBold">Whether it is bold.</param>
public sealed record TextRun(string Text, Uri? Link = null, bool IsBold = false);

/// <summary>Text of one paragraph, cell or placeholder. A string converts by itself.</summary>
/// <param name="Runs">Its runs in order.</param>
public sealed record RichText(IReadOnlyList<TextRun> Runs)
{
    /// <summary>No text.</summary>
    public static RichText Empty { get; } = new([]);

    /// <summary>The words without links and looks.</summary>
    public string Plain => string.Concat(Runs.Select(r => r.Text));

    /// <summary>Plain text.</summary>
    public static implicit operator RichText(string text) => string.IsNullOrEmpty(text) ? Empty : new([new TextRun(text)]);

    /// <summary>One run.</summary>
    public static implicit operator RichText(TextRun run) => new([run]);

    /// <summary>Several runs.</summary>
    public static RichText Of(params IReadOnlyList<TextRun> runs) => new(runs);
}
