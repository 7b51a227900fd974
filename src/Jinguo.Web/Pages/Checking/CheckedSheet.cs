using Jinguo.Core.Reports.Checking;
using Jinguo.Office.Drafts;

namespace Jinguo.Web.Pages.Checking;

/// <summary>A stretch of a paragraph: words, or the place of a finding.</summary>
/// <param name="Text">The words.</param>
/// <param name="Finding">What was found there, or null.</param>
public sealed record CheckedRun(string Text, DraftFinding? Finding);

/// <summary>A paragraph of the draft.</summary>
/// <param name="Look">Class of its look.</param>
/// <param name="Runs">Its stretches.</param>
public sealed record CheckedParagraph(string Look, IReadOnlyList<CheckedRun> Runs);

/// <summary>The draft as it is shown: paragraph by paragraph, each place marked once, by the gravest of what was found there.</summary>
public static class CheckedSheet
{
    public static IReadOnlyList<CheckedParagraph> Of(DraftText draft, IReadOnlyList<DraftFinding> findings)
    {
        var marks = Marks(findings);
        var sheet = new List<CheckedParagraph>(draft.Paragraphs.Count);
        var next = 0;
        foreach (var paragraph in draft.Paragraphs)
        {
            var runs = new List<CheckedRun>();
            var at = paragraph.Start;
            for (; next < marks.Count && marks[next].Start < paragraph.End; next++)
            {
                var mark = marks[next];
                if (mark.Start > at)
                    runs.Add(new(draft.Text[at..mark.Start], null));
                runs.Add(new(draft.Text[mark.Start..Math.Min(mark.End, paragraph.End)], mark));
                at = Math.Min(mark.End, paragraph.End);
            }
            if (at < paragraph.End)
                runs.Add(new(draft.Text[at..paragraph.End], null));
            if (runs.Count > 0)
                sheet.Add(new(paragraph.Word switch { { IsRight: true } => "is-right", { Level: 1 } => "is-first", { Level: > 1 } => "is-second", _ => "" }, runs));
        }
        return sheet;
    }

    // The gravest come first and take their place.
    private static List<DraftFinding> Marks(IReadOnlyList<DraftFinding> findings)
    {
        var taken = new SortedList<int, DraftFinding>();
        foreach (var finding in findings)
            if (!Overlaps(taken, finding))
                taken.Add(finding.Start, finding);
        return [.. taken.Values];
    }

    private static bool Overlaps(SortedList<int, DraftFinding> taken, DraftFinding finding)
    {
        var (low, high) = (0, taken.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = taken.Keys[middle] < finding.Start ? (middle + 1, high) : (low, middle);
        }
        return (low < taken.Count && taken.Keys[low] < finding.End) || (low > 0 && taken.Values[low - 1].End > finding.Start);
    }
}
