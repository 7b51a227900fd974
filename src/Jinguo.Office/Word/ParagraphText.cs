using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jinguo.Office.Word;

/// <summary>
/// The text of a paragraph over all its runs: Word cuts one word into several runs wherever somebody typed, corrected or spell-checked.
/// Text boxes inside the paragraph have paragraphs of their own and do not belong to it; nor does deleted or moved text.
/// </summary>
internal sealed class ParagraphText
{
    private readonly List<(Text Element, int Start)> _pieces = [];

    internal ParagraphText(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in Own(paragraph))
        {
            switch (element)
            {
                case Text piece:
                    _pieces.Add((piece, text.Length));
                    text.Append(piece.Text);
                    break;
                case TabChar:
                    text.Append('\t');
                    break;
                case CarriageReturn:
                case Break mark when (mark.Type.OrNull() ?? BreakValues.TextWrapping) == BreakValues.TextWrapping:
                    text.Append('\n');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
            }
        }

        Value = text.ToString();
    }

    internal string Value { get; }

    /// <summary>Text boxes are stored twice, the second time for programs of before 2010.</summary>
    internal static bool IsOldCopy(Paragraph paragraph) => paragraph.Ancestors<AlternateContentFallback>().Any();

    /// <summary>Something to be seen: text, a picture, a field.</summary>
    internal static bool HasContent(OpenXmlElement element) =>
        element is Table || element.Descendants<Text>().Any(t => !string.IsNullOrWhiteSpace(t.Text))
        || element.Descendants().Any(e => e is Drawing or Picture or EmbeddedObject or FieldCode or SimpleField);

    /// <summary>The links with a target outside the document.</summary>
    internal IEnumerable<WordLink> Links(OpenXmlPart part) =>
        from piece in _pieces
        let link = piece.Element.Ancestors<Hyperlink>().FirstOrDefault()
        where link?.Id?.Value is not null
        group piece by link into pieces
        let address = part.HyperlinkRelationships.FirstOrDefault(r => r.Id == pieces.Key.Id!.Value)?.Uri.OriginalString
        where address is not null
        select new WordLink(pieces.First().Start, string.Concat(pieces.Select(p => p.Element.Text)), address);

    /// <summary>
    /// Cuts runs so that a stretch of the text stands in runs of its own, and returns these. The text must be read anew afterwards.
    /// </summary>
    internal IReadOnlyList<Run> Isolate(int start, int length)
    {
        var end = start + length;
        // From the back, so that the positions before stay right.
        Cut(end);
        Cut(start);
        return [.. _pieces.Where(p => p.Start >= start && p.Start < end && p.Element.Text.Length > 0)
            .Select(p => p.Element.Ancestors<Run>().First())
            .Distinct()];
    }

    /// <summary>Replaces a stretch by plain text in the look of its first character.</summary>
    internal void Replace(int start, int length, string by)
    {
        var end = start + length;
        var isFirst = true;
        foreach (var (element, at) in _pieces.Where(p => p.Start < end && p.Start + p.Element.Text.Length > start))
        {
            var (from, to) = (Math.Max(start - at, 0), Math.Min(end - at, element.Text.Length));
            element.Text = element.Text[..from] + (isFirst ? by : "") + element.Text[to..];
            element.Space = SpaceProcessingModeValues.Preserve;
            isFirst = false;
        }
    }

    private void Cut(int position)
    {
        var index = _pieces.FindIndex(p => p.Start <= position && position < p.Start + p.Element.Text.Length);
        if (index < 0)
        {
            return;
        }

        var (piece, start) = _pieces[index];
        var run = piece.Ancestors<Run>().First();
        if (position > start)
        {
            var rest = new Text(piece.Text[(position - start)..]) { Space = SpaceProcessingModeValues.Preserve };
            piece.Text = piece.Text[..(position - start)];
            piece.Space = SpaceProcessingModeValues.Preserve;
            piece.InsertAfterSelf(rest);
            _pieces.Insert(index + 1, (rest, position));
            piece = rest;
        }

        MoveToNewRun(run, piece);
    }

    /// <summary>Everything of a run from an element on goes into a new run behind it, in the same look.</summary>
    private static void MoveToNewRun(Run run, OpenXmlElement first)
    {
        if (first.PreviousSibling() is null or RunProperties)
        {
            return;
        }

        var next = new Run();
        if (run.RunProperties is { } look)
        {
            next.Append(look.CloneNode(true));
        }

        foreach (var element in new[] { first }.Concat(first.ElementsAfter()).ToList())
        {
            element.Remove();
            next.Append(element);
        }

        run.InsertAfterSelf(next);
    }

    private static IEnumerable<OpenXmlElement> Own(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is Paragraph or Drawing or Picture or AlternateContent or MoveFromRun or DeletedRun)
            {
                continue;
            }

            yield return child;
            foreach (var below in Own(child))
            {
                yield return below;
            }
        }
    }
}
