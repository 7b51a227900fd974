using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jinguo.Office.Word;

/// <summary>
/// Which paragraphs are headings, and of what level: by outline level (own or by style), else by 一、 or （一） typed before a short line,
/// which is how most office texts are written. Lines with 1. and （1） are as often items of a list.
/// </summary>
internal sealed class HeadingLevels(MainDocumentPart main)
{
    private const int BodyText = 9;

    private readonly Dictionary<string, Style> _styles = (main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        .Where(s => s.StyleId?.Value is not null)
        .GroupBy(s => s.StyleId!.Value!, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>1 to 9; 0 for body text.</summary>
    internal int Of(Paragraph paragraph, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return 0;
        }

        var outline = paragraph.ParagraphProperties?.OutlineLevel?.Val.OrNull() ?? OfStyle(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value, depth: 0);
        return outline is { } level and >= 0 and < BodyText ? level + 1
            : TypedNumber.Find(text) is { Level: <= 2 } number && TypedNumber.IsHeadingLine(text) ? number.Level
            : 0;
    }

    /// <summary>The style's name as Word shows it; null for the default style.</summary>
    internal string? StyleName(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id
            ? _styles.TryGetValue(id, out var style) ? style.StyleName?.Val?.Value ?? id : id
            : null;

    private int? OfStyle(string? id, int depth)
    {
        // Styles may be based on each other in a circle in damaged files.
        if (id is null || depth > 20 || !_styles.TryGetValue(id, out var style))
        {
            return null;
        }

        return style.StyleParagraphProperties?.OutlineLevel?.Val.OrNull() ?? OfStyle(style.BasedOn?.Val?.Value, depth + 1);
    }
}
