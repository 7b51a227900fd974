using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jinguo.Office.Word;

/// <summary>A link in a paragraph.</summary>
/// <param name="Start">Where its text begins in the paragraph's text.</param>
/// <param name="Text">Its text now; somebody may have edited it.</param>
/// <param name="Address">Where it leads.</param>
public sealed record WordLink(int Start, string Text, string Address);

/// <summary>A paragraph's place in a table, all counted from 1.</summary>
/// <param name="Table">Which table of the document.</param>
/// <param name="Row">Its row.</param>
/// <param name="Cell">Which cell of the row; a merged cell counts once.</param>
public sealed record WordCell(int Table, int Row, int Cell);

/// <summary>A paragraph of a Word file.</summary>
/// <param name="Number">From 1, blank ones and those in tables included.</param>
/// <param name="Text">Its text; tabs and line breaks as characters, text that was deleted under tracking left out.</param>
/// <param name="Level">Level of a heading, 1 to 9; 0 for body text.</param>
/// <param name="Style">Name of its style, null for the default one.</param>
/// <param name="Links">Its links in order.</param>
/// <param name="Cell">Its place if it stands in a table.</param>
public sealed record WordParagraph(int Number, string Text, int Level, string? Style, IReadOnlyList<WordLink> Links, WordCell? Cell)
{
    /// <summary>True where it stands at the right, as a signature does.</summary>
    public bool IsRight { get; init; }
}

/// <summary>Reads the text of a Word file: what stands in its body, paragraph by paragraph.</summary>
public static class WordText
{
    /// <summary>Reads a file.</summary>
    /// <param name="content">The .docx.</param>
    /// <exception cref="OfficeFormatException">No .docx, damaged, encrypted, with macros, or too large; the message says what to do.</exception>
    public static IReadOnlyList<WordParagraph> Read(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var (document, file) = WordFile.Open(content, isEditable: false);
        using (file)
        using (document)
        {
            var main = document.MainDocumentPart!;
            var levels = new HeadingLevels(main);
            var cells = Cells(main.Document.Body!);
            var addresses = main.HyperlinkRelationships.DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Uri.OriginalString, StringComparer.Ordinal);
            return [.. ParagraphText.In(main.Document.Body!).Index().Select(p => Read(p.Index + 1, p.Item, levels, cells, addresses))];
        }
    }

    private static WordParagraph Read(int number, Paragraph paragraph, HeadingLevels levels, Dictionary<TableCell, WordCell> cells, Dictionary<string, string> addresses)
    {
        var text = new ParagraphText(paragraph);
        var cell = paragraph.Ancestors<TableCell>().FirstOrDefault() is { } around ? cells.GetValueOrDefault(around) : null;
        return new WordParagraph(
            number,
            text.Value,
            cell is null ? levels.Of(paragraph, text.Value) : 0,
            levels.StyleName(paragraph),
            [.. text.Links(addresses)],
            cell)
        {
            IsRight = paragraph.ParagraphProperties?.Justification?.Val.OrNull() is { } side && (side == JustificationValues.Right || side == JustificationValues.End),
        };
    }

    /// <summary>Counted once for the whole document: counting anew for each cell takes long in long tables.</summary>
    private static Dictionary<TableCell, WordCell> Cells(Body body)
    {
        var cells = new Dictionary<TableCell, WordCell>();
        var tables = body.Descendants<Table>().Index().ToDictionary(t => t.Item, t => t.Index + 1);
        var (lastOf, numbers) = (new Dictionary<OpenXmlElement, int>(), new Dictionary<TableRow, int>());
        foreach (var element in body.Descendants().Where(e => e is TableRow or TableCell && e.Parent is not null))
        {
            var number = lastOf[element.Parent!] = lastOf.GetValueOrDefault(element.Parent!) + 1;
            if (element is TableRow row)
            {
                numbers[row] = number;
            }
            else if (element.Ancestors<TableRow>().FirstOrDefault() is { } around && around.Ancestors<Table>().FirstOrDefault() is { } table)
            {
                cells[(TableCell)element] = new WordCell(tables[table], numbers[around], number);
            }
        }

        return cells;
    }
}
