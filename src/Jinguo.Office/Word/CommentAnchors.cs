using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jinguo.Office.Word;

/// <summary>Marks in a paragraph where its comments begin and end.</summary>
internal sealed class CommentAnchors
{
    private readonly Dictionary<OpenXmlElement, List<OpenXmlElement>> _before = [];
    private readonly Dictionary<OpenXmlElement, List<OpenXmlElement>> _behind = [];

    /// <exception cref="ArgumentException">A comment stands outside the text of the paragraph.</exception>
    internal static void Place(Paragraph paragraph, IReadOnlyList<WordComment> comments, CommentWriter writer)
    {
        var text = new ParagraphText(paragraph);
        foreach (var comment in comments)
        {
            if (comment.Start < 0 || comment.End < comment.Start || comment.End > text.Value.Length)
            {
                throw new ArgumentException($"A comment stands outside the text of paragraph {comment.Paragraph}.", nameof(comments));
            }
        }

        // Word knows no comments in text boxes: they stand at the run that holds the box.
        var box = paragraph.Ancestors<Run>().LastOrDefault();
        var stretches = comments.Select(comment => (Start: Whole(text.Value, comment.Start, -1), End: Whole(text.Value, comment.End, +1), comment.Text)).ToList();
        if (box is null)
        {
            text.Cut(stretches.Where(s => s.End > s.Start).SelectMany(s => new[] { s.Start, s.End }));
        }

        var anchors = new CommentAnchors();
        foreach (var (start, end, said) in stretches)
        {
            var id = writer.Add(said);
            var from = new CommentRangeStart { Id = id };
            var (to, reference) = (new CommentRangeEnd { Id = id }, writer.Reference(id));
            if (box is null && end == start)
            {
                paragraph.Append(from, to, reference);
                continue;
            }

            var last = box ?? Outermost(text.RunAt(end - 1));
            Add(anchors._before, box ?? Outermost(text.RunAt(start)), from);
            Add(anchors._behind, last, to);
            Add(anchors._behind, Top(last), reference);
        }

        anchors.Insert();
    }

    /// <summary>Letters outside the plane of the common ones are two units, which must not be parted.</summary>
    private static int Whole(string text, int place, int step) =>
        place > 0 && place < text.Length && char.IsSurrogatePair(text[place - 1], text[place]) ? place + step : place;

    /// <summary>Letters with their reading above them are runs in a run.</summary>
    private static Run Outermost(Run run) => run.Ancestors<Run>().LastOrDefault() ?? run;

    /// <summary>The link, insertion or field around a run: the mark of the comment shall be no part of it.</summary>
    private static OpenXmlElement Top(OpenXmlElement element)
    {
        while (element.Parent is not (null or Paragraph))
        {
            element = element.Parent;
        }

        return element;
    }

    private static void Add(Dictionary<OpenXmlElement, List<OpenXmlElement>> marks, OpenXmlElement at, OpenXmlElement mark)
    {
        if (!marks.TryGetValue(at, out var there))
        {
            marks[at] = there = [];
        }

        there.Add(mark);
    }

    /// <summary>Writes the children of each parent anew: to insert them one by one takes long in long paragraphs.</summary>
    private void Insert()
    {
        foreach (var parent in _before.Keys.Concat(_behind.Keys).Select(element => element.Parent!).Distinct().ToList())
        {
            var children = parent.ChildElements.ToList();
            parent.RemoveAllChildren();
            foreach (var child in children)
            {
                parent.Append(_before.GetValueOrDefault(child, []));
                parent.Append(child);
                parent.Append(_behind.GetValueOrDefault(child, []));
            }
        }
    }
}
