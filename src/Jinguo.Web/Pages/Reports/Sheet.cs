using Jinguo.Core.Reports.Writing;
using Jinguo.Office.Word;

namespace Jinguo.Web.Pages.Reports;

/// <summary>A stretch of a paragraph on the sheet: words, or a number that can be opened.</summary>
/// <param name="Text">The words.</param>
/// <param name="Number">Number of the frozen figure, or null.</param>
/// <param name="Href">Where other links lead, or null.</param>
public sealed record SheetRun(string Text, int? Number = null, string? Href = null);

/// <summary>A paragraph on the sheet.</summary>
/// <param name="Look">Class of its look.</param>
/// <param name="Runs">Its stretches.</param>
public sealed record SheetParagraph(string Look, IReadOnlyList<SheetRun> Runs);

/// <summary>A paragraph, or a table of rows of cells.</summary>
/// <param name="Paragraph">The paragraph, or null.</param>
/// <param name="Rows">The rows of a table.</param>
public sealed record SheetPart(SheetParagraph? Paragraph, IReadOnlyList<IReadOnlyList<SheetParagraph>> Rows);

/// <summary>A draft as its page is printed, without the annex, read from the Word file itself.</summary>
public static class Sheet
{
    private const string TitleStyle = "公文标题";

    public static IReadOnlyList<SheetPart> Of(IReadOnlyList<WordParagraph> draft, Snapshot snapshot)
    {
        var parts = new List<SheetPart>();
        var text = DraftComparison.TextOf(draft).ToList();
        // A page break before the annex leaves a blank line behind.
        while (text.Count > 0 && text[^1].Text.Trim().Length == 0)
            text.RemoveAt(text.Count - 1);
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].Cell is not { } cell)
            {
                parts.Add(new(Paragraph(text[i], snapshot), []));
                continue;
            }
            var table = text.Skip(i).TakeWhile(one => one.Cell?.Table == cell.Table).ToList();
            parts.Add(new(null, [.. table.GroupBy(one => one.Cell!.Row).Select(row => (IReadOnlyList<SheetParagraph>)[.. row.Select(one => Paragraph(one, snapshot))])]));
            i += table.Count - 1;
        }
        return parts;
    }

    private static SheetParagraph Paragraph(WordParagraph paragraph, Snapshot snapshot) => new(
        paragraph.Style == TitleStyle ? "is-title" : paragraph.IsRight ? "is-right" : paragraph.Level switch { 1 => "is-first", 2 => "is-second", _ => "" },
        [.. Runs(paragraph, snapshot)]);

    private static IEnumerable<SheetRun> Runs(WordParagraph paragraph, Snapshot snapshot)
    {
        var at = 0;
        foreach (var link in paragraph.Links.Where(link => link.Text.Length > 0).OrderBy(link => link.Start))
        {
            if (link.Start > at)
                yield return new(paragraph.Text[at..link.Start]);
            var number = ReportAddress.NumberOf(link.Address, snapshot.Report) is { } found && found.Snapshot == snapshot.Number ? found.Number : (int?)null;
            yield return new(link.Text, number, number is null && Local(link.Address) is { } href ? href : null);
            at = link.Start + link.Text.Length;
        }
        if (at < paragraph.Text.Length)
            yield return new(paragraph.Text[at..]);
    }

    // Only links into this product are kept: an uploaded file may hold any other.
    private static string? Local(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.AbsolutePath.StartsWith("/ledgers/", StringComparison.Ordinal) ? uri.AbsolutePath : null;
}
