using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jinguo.Office.Word;

/// <summary>
/// The text of a paragraph over all its runs: Word cuts one word into several runs wherever somebody typed, corrected or spell-checked.
/// Text boxes inside the paragraph have paragraphs of their own and do not belong to it; nor does deleted or moved text.
/// </summary>
internal sealed class ParagraphText
{
    private List<Piece> _pieces = [];

    internal ParagraphText(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in Own(paragraph))
        {
            var letters = element switch
            {
                Text piece => piece.Text,
                TabChar => "\t",
                CarriageReturn => "\n",
                Break mark when (mark.Type.OrNull() ?? BreakValues.TextWrapping) == BreakValues.TextWrapping => "\n",
                NoBreakHyphen => "-",
                _ => null,
            };
            if (letters is not null)
            {
                _pieces.Add(new Piece(element, text.Length, letters.Length));
                text.Append(letters);
            }
        }

        Value = text.ToString();
    }

    /// <summary>An element with letters of the text.</summary>
    private sealed record Piece(OpenXmlElement Element, int Start, int Length)
    {
        internal int End => Start + Length;

        internal Run Run => Element.Ancestors<Run>().First();
    }

    internal string Value { get; }

    /// <summary>The paragraphs of a body in their order, as they are counted everywhere.</summary>
    internal static IEnumerable<Paragraph> In(Body body) => body.Descendants<Paragraph>().Where(p => !IsOldCopy(p));

    /// <summary>Text boxes are stored twice, the second time for programs of before 2010.</summary>
    internal static bool IsOldCopy(Paragraph paragraph) => paragraph.Ancestors<AlternateContentFallback>().Any();

    /// <summary>Something to be seen: text, a picture, a field.</summary>
    internal static bool HasContent(OpenXmlElement element) =>
        element is Table || element.Descendants<Text>().Any(t => !string.IsNullOrWhiteSpace(t.Text))
        || element.Descendants().Any(e => e is Drawing or Picture or EmbeddedObject or FieldCode or SimpleField);

    /// <summary>The links with a target outside the document.</summary>
    /// <param name="addresses">Where the links of the part lead, by their ids.</param>
    internal IEnumerable<WordLink> Links(IReadOnlyDictionary<string, string> addresses) =>
        from piece in _pieces
        where piece.Element is Text
        let link = piece.Element.Ancestors<Hyperlink>().FirstOrDefault()
        where link?.Id?.Value is not null
        group piece by link into pieces
        let address = addresses.GetValueOrDefault(pieces.Key.Id!.Value!)
        where address is not null
        select new WordLink(pieces.First().Start, string.Concat(pieces.Select(p => ((Text)p.Element).Text)), address);

    /// <summary>
    /// Cuts runs so that a stretch of the text stands in runs of its own, and returns these. The text must be read anew afterwards.
    /// </summary>
    internal IReadOnlyList<Run> Isolate(int start, int length)
    {
        var end = start + length;
        Cut([start, end]);
        return [.. _pieces.Where(p => p.Start >= start && p.Start < end && p.Element is Text && p.Length > 0).Select(p => p.Run).Distinct()];
    }

    /// <summary>Cuts runs, each in its own look, so that one begins at each of the places.</summary>
    internal void Cut(IEnumerable<int> places)
    {
        var left = new Stack<int>(places.Distinct().Order());
        var firsts = new HashSet<OpenXmlElement>();
        var pieces = new List<Piece>(_pieces.Count);
        for (var i = _pieces.Count - 1; i >= 0; i--)
        {
            var piece = _pieces[i];
            while (left.TryPeek(out var place) && place >= piece.Start)
            {
                left.Pop();
                if (place < piece.End)
                {
                    var first = Split(ref piece, place);
                    firsts.Add(first.Element);
                    if (first.Element != piece.Element)
                    {
                        pieces.Add(first);
                    }
                }
            }

            pieces.Add(piece);
        }

        pieces.Reverse();
        _pieces = pieces;
        foreach (var run in firsts.Select(first => first.Ancestors<Run>().First()).Distinct().ToList())
        {
            Divide(run, firsts);
        }
    }

    /// <summary>The run that holds a letter.</summary>
    /// <param name="place">From 0 to before the end of the text.</param>
    internal Run RunAt(int place)
    {
        // The last piece that begins at the place or before it: pieces without letters stand before the one with the letter.
        var (low, high) = (0, _pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _pieces[middle].Start <= place ? (middle, high) : (low, middle - 1);
        }

        return _pieces[low].Run;
    }

    /// <summary>Replaces a stretch by plain text in the look of its first character.</summary>
    internal void Replace(int start, int length, string by)
    {
        var end = start + length;
        var isFirst = true;
        foreach (var piece in _pieces.Where(p => p.Element is Text && p.Start < end && p.End > start))
        {
            var (element, from, to) = ((Text)piece.Element, Math.Max(start - piece.Start, 0), Math.Min(end - piece.Start, piece.Length));
            element.Text = element.Text[..from] + (isFirst ? by : "") + element.Text[to..];
            element.Space = SpaceProcessingModeValues.Preserve;
            isFirst = false;
        }
    }

    /// <summary>Cuts the text of a piece, which keeps what stands before the place.</summary>
    /// <returns>The piece that begins at the place: a new one behind the old, or the same one.</returns>
    private static Piece Split(ref Piece piece, int place)
    {
        if (place == piece.Start || piece.Element is not Text text)
        {
            return piece;
        }

        var rest = new Text(text.Text[(place - piece.Start)..]) { Space = SpaceProcessingModeValues.Preserve };
        text.Text = text.Text[..(place - piece.Start)];
        text.Space = SpaceProcessingModeValues.Preserve;
        text.InsertAfterSelf(rest);
        var behind = new Piece(rest, place, piece.End - place);
        piece = piece with { Length = place - piece.Start };
        return behind;
    }

    /// <summary>Makes several runs of one, in the same look; the elements given begin a new one.</summary>
    private static void Divide(Run run, HashSet<OpenXmlElement> firsts)
    {
        var elements = run.ChildElements.ToList();
        run.RemoveAllChildren();
        var (current, isEmpty) = (run, true);
        foreach (var element in elements)
        {
            if (firsts.Contains(element) && !isEmpty)
            {
                var next = (Run)run.CloneNode(deep: false);
                if (run.RunProperties is { } look)
                {
                    next.Append(look.CloneNode(true));
                }

                current.InsertAfterSelf(next);
                (current, isEmpty) = (next, true);
            }

            current.Append(element);
            isEmpty &= element is RunProperties;
        }
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
