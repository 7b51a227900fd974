using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jinguo.Office.Word;

/// <summary>
/// The headings and typed numbers of a template as they were before it was filled, so that afterwards headings without
/// anything below them go and numbers have no gaps.
/// </summary>
internal sealed class Outline
{
    private readonly HeadingLevels _levels;
    private readonly Body _body;
    private readonly HashSet<Paragraph> _headingsWithText = [];
    private readonly List<(int First, List<Paragraph> Paragraphs)> _sequences = [];
    private readonly Dictionary<Paragraph, IReadOnlyList<Paragraph>> _became = [];

    internal Outline(MainDocumentPart main)
    {
        _levels = new HeadingLevels(main);
        _body = main.Document.Body!;
        var elements = _body.ChildElements.ToList();
        for (var i = 0; i < elements.Count; i++)
        {
            if (LevelOf(elements[i]) is > 0 and var level && HasText(elements, i, level))
            {
                _headingsWithText.Add((Paragraph)elements[i]);
            }
        }

        FindSequences();
    }

    /// <summary>Says what a paragraph became.</summary>
    internal void Became(Paragraph paragraph, IReadOnlyList<Paragraph> result) => _became[paragraph] = result;

    /// <summary>Removes headings that lost all their text, and numbers the rest without gaps.</summary>
    internal void Tidy()
    {
        RemoveEmptySections();
        foreach (var (first, paragraphs) in _sequences)
        {
            Renumber(first, paragraphs);
        }
    }

    private void RemoveEmptySections()
    {
        var elements = _body.ChildElements.ToList();
        // From the back, so that a heading whose sub-headings all went is seen to be empty too.
        for (var i = elements.Count - 1; i >= 0; i--)
        {
            if (elements[i] is Paragraph heading && _headingsWithText.Contains(heading)
                && LevelOf(heading) is > 0 and var level && !HasText(elements, i, level))
            {
                RemoveBlankLines(elements, i + 1);
                heading.Remove();
                elements.RemoveAt(i);
                _became[heading] = [];
            }
        }
    }

    private void RemoveBlankLines(List<OpenXmlElement> elements, int from)
    {
        while (from < elements.Count && elements[from] is Paragraph blank && LevelOf(blank) == 0
            && !blank.Descendants().Any(e => e is SectionProperties or Break))
        {
            blank.Remove();
            elements.RemoveAt(from);
        }
    }

    /// <summary>Whether anything but headings and blank lines stands before the next heading of the same or a higher level.</summary>
    private bool HasText(List<OpenXmlElement> elements, int heading, int level)
    {
        for (var i = heading + 1; i < elements.Count; i++)
        {
            var next = LevelOf(elements[i]);
            if (next > 0 && next <= level)
            {
                return false;
            }

            if (next == 0 && ParagraphText.HasContent(elements[i]))
            {
                return true;
            }
        }

        return false;
    }

    private int LevelOf(OpenXmlElement element) =>
        element is Paragraph paragraph ? _levels.Of(paragraph, new ParagraphText(paragraph).Value) : 0;

    /// <summary>Runs of numbers that count up by one on one level; a higher level begins them anew.</summary>
    private void FindSequences()
    {
        var open = new (List<Paragraph>? Sequence, int Last)[5];
        foreach (var paragraph in _body.Elements<Paragraph>())
        {
            if (TypedNumber.Find(new ParagraphText(paragraph).Value) is not { } number)
            {
                continue;
            }

            Array.Clear(open, number.Level + 1, open.Length - number.Level - 1);
            if (open[number.Level] is not ({ } sequence, var last) || number.Value != last + 1)
            {
                sequence = [];
                _sequences.Add((number.Value, sequence));
            }

            sequence.Add(paragraph);
            open[number.Level] = (sequence, number.Value);
        }
    }

    private void Renumber(int first, List<Paragraph> sequence)
    {
        var now = sequence.SelectMany(p => _became.GetValueOrDefault(p, [p])).Where(p => p.Parent is not null).ToList();
        if (now.SequenceEqual(sequence) || now.Count == 0)
        {
            return;
        }

        for (var i = 0; i < now.Count; i++)
        {
            var text = new ParagraphText(now[i]);
            if (TypedNumber.Find(text.Value) is { } number && number.Value != first + i)
            {
                text.Replace(number.Start, number.Length, number.Rewrite(text.Value.Substring(number.Start, number.Length), first + i));
            }
        }
    }
}
