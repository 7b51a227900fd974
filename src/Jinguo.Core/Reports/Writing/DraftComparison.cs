using Jinguo.Office.Word;

namespace Jinguo.Core.Reports.Writing;

/// <summary>What became of a frozen number in a draft that somebody edited.</summary>
public enum QuoteFate
{
    /// <summary>It stands there as frozen.</summary>
    Kept,

    /// <summary>Its link is there and its words are others.</summary>
    Changed,

    /// <summary>Its words stand there, but no longer lead to the figure.</summary>
    Unlinked,

    /// <summary>It is no longer in the text.</summary>
    Removed,
}

/// <summary>A frozen number and what became of it.</summary>
/// <param name="Figure">The number.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Text">The words that stand there now, where they were changed.</param>
public sealed record QuoteInDraft(QuotedFigure Figure, QuoteFate Fate, string Text);

/// <summary>Compares an edited draft with the frozen figures: by the links of the numbers, and by their words.</summary>
public static class DraftComparison
{
    /// <summary>One line for each frozen number, in their order.</summary>
    public static IReadOnlyList<QuoteInDraft> Compare(IReadOnlyList<WordParagraph> draft, Snapshot snapshot)
    {
        var text = TextOf(draft);
        var links = text.SelectMany(paragraph => paragraph.Links)
            .Select(link => (Number: ReportAddress.NumberOf(link.Address, snapshot.Report), link.Text))
            .Where(link => link.Number?.Snapshot == snapshot.Number)
            .ToLookup(link => link.Number!.Value.Number, link => link.Text);
        var words = string.Join('\n', text.Select(paragraph => paragraph.Text));
        return [.. snapshot.Figures.Select(figure => Fate(figure, [.. links[figure.Number]], words))];
    }

    /// <summary>The freezing that the links of a draft belong to; null where it has none.</summary>
    public static int? SnapshotOf(IReadOnlyList<WordParagraph> draft, Guid report) => draft
        .SelectMany(paragraph => paragraph.Links)
        .Select(link => ReportAddress.NumberOf(link.Address, report)?.Snapshot)
        .FirstOrDefault(number => number is not null);

    /// <summary>The paragraphs before the annex.</summary>
    public static IReadOnlyList<WordParagraph> TextOf(IReadOnlyList<WordParagraph> draft) =>
        [.. draft.TakeWhile(paragraph => paragraph.Text.Trim() != Annex.Title)];

    private static QuoteInDraft Fate(QuotedFigure figure, List<string> linked, string words)
    {
        // Words deleted to nothing leave an empty link behind.
        linked.RemoveAll(string.IsNullOrWhiteSpace);
        if (linked.Find(text => text.Trim() != figure.Wording) is { } other)
            return new(figure, QuoteFate.Changed, other.Trim());
        if (linked.Count > 0)
            return new(figure, QuoteFate.Kept, figure.Wording);
        return words.Contains(figure.Wording, StringComparison.Ordinal)
            ? new(figure, QuoteFate.Unlinked, figure.Wording)
            : new(figure, QuoteFate.Removed, "");
    }
}
