using Jinguo.Office.Word;

namespace Jinguo.Office.Drafts;

/// <summary>What a draft was written in.</summary>
public enum DraftKind
{
    /// <summary>Plain text, from a file or pasted.</summary>
    Text,

    /// <summary>A Word file.</summary>
    Word,

    /// <summary>A PDF with text.</summary>
    Pdf,
}

/// <summary>A paragraph of a draft.</summary>
/// <param name="Number">From 1, blank ones included; of a Word file the number of its <see cref="WordParagraph"/>.</param>
/// <param name="Start">Where it begins in the draft's text, in UTF-16 units.</param>
/// <param name="Length">How long it is, without the line end behind it.</param>
/// <param name="Word">Level, style, links and place in a table, of a Word file.</param>
public sealed record DraftParagraph(int Number, int Start, int Length, WordParagraph? Word = null)
{
    /// <summary>Behind its last letter.</summary>
    public int End => Start + Length;
}

/// <summary>A stretch of a draft within one paragraph.</summary>
/// <param name="Paragraph">The paragraph's number.</param>
/// <param name="Start">Where it begins in the paragraph's text.</param>
/// <param name="End">Behind its last letter, in the paragraph's text.</param>
public sealed record DraftStretch(int Paragraph, int Start, int End);

/// <summary>
/// The text of a draft as one string, and which paragraph a place in it belongs to. All places are UTF-16 units.
/// The paragraphs of a Word file or PDF are joined by line feeds; plain text stays as it was, whatever ends its lines.
/// </summary>
public sealed class DraftText
{
    private DraftText(DraftKind kind, string text, IReadOnlyList<DraftParagraph> paragraphs) => (Kind, Text, Paragraphs) = (kind, text, paragraphs);

    /// <summary>What it was written in.</summary>
    public DraftKind Kind { get; }

    /// <summary>All of it.</summary>
    public string Text { get; }

    /// <summary>Its paragraphs in order, at least one.</summary>
    public IReadOnlyList<DraftParagraph> Paragraphs { get; }

    /// <summary>Plain text, as pasted.</summary>
    public static DraftText Of(string text) => Of(DraftKind.Text, text);

    /// <summary>The paragraph that holds a place; the line end behind a paragraph belongs to it.</summary>
    /// <param name="place">From 0 to the length of the text.</param>
    public DraftParagraph ParagraphAt(int place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(place, Text.Length);
        var (low, high) = (0, Paragraphs.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Paragraphs[middle].Start <= place ? (middle, high) : (low, middle - 1);
        }

        return Paragraphs[low];
    }

    /// <summary>Where a stretch of the text stands, paragraph by paragraph; one that is empty or a line end alone stands in one.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Behind its last letter.</param>
    public IReadOnlyList<DraftStretch> Locate(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Text.Length);
        var first = ParagraphAt(start);
        var stretches = new List<DraftStretch> { Within(first) };
        for (var next = first.Number; next < Paragraphs.Count && Paragraphs[next].Start < end; next++)
        {
            stretches.Add(Within(Paragraphs[next]));
        }

        var written = stretches.FindAll(stretch => stretch.End > stretch.Start);
        return written.Count > 0 ? written : [stretches[0]];

        DraftStretch Within(DraftParagraph paragraph) => new(
            paragraph.Number,
            Math.Clamp(start - paragraph.Start, 0, paragraph.Length),
            Math.Clamp(end - paragraph.Start, 0, paragraph.Length));
    }

    /// <summary>The part before a paragraph.</summary>
    /// <param name="paragraph">Its number, from 2.</param>
    public DraftText Before(int paragraph)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(paragraph, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(paragraph, Paragraphs.Count);
        return new DraftText(Kind, Text[..Paragraphs[paragraph - 2].End], [.. Paragraphs.Take(paragraph - 1)]);
    }

    internal static DraftText Of(DraftKind kind, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var paragraphs = new List<DraftParagraph>();
        var start = 0;
        while (text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var length)
        {
            paragraphs.Add(new DraftParagraph(paragraphs.Count + 1, start, length));
            start += length + (text.AsSpan(start + length).StartsWith("\r\n") ? 2 : 1);
        }

        paragraphs.Add(new DraftParagraph(paragraphs.Count + 1, start, text.Length - start));
        return new DraftText(kind, text, paragraphs);
    }

    internal static DraftText Of(IReadOnlyList<WordParagraph> paragraphs)
    {
        var placed = new List<DraftParagraph>(paragraphs.Count);
        var start = 0;
        foreach (var paragraph in paragraphs)
        {
            placed.Add(new DraftParagraph(paragraph.Number, start, paragraph.Text.Length, paragraph));
            start += paragraph.Text.Length + 1;
        }

        return placed.Count == 0 ? Of(DraftKind.Word, "")
            : new DraftText(DraftKind.Word, string.Join('\n', paragraphs.Select(paragraph => paragraph.Text)), placed);
    }
}
