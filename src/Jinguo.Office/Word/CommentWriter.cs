using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jinguo.Office.Word;

/// <summary>Writes comments into the part that holds them, behind those that are there.</summary>
internal sealed class CommentWriter
{
    private readonly Comments _comments;
    private readonly string _author;
    private readonly string _initials;
    private readonly DateTimeOffset _instant;
    private readonly (string Text, string Mark) _styles;
    private int _lastId;

    /// <param name="main">The document.</param>
    /// <param name="author">Who makes the comments.</param>
    /// <param name="instant">When; Word prints it as it is written, whatever the zone.</param>
    internal CommentWriter(MainDocumentPart main, string author, DateTimeOffset instant)
    {
        var part = main.WordprocessingCommentsPart ?? main.AddNewPart<WordprocessingCommentsPart>();
        _comments = part.Comments ??= new Comments();
        (_author, _instant) = (RunWriter.XmlAllowed(author), instant);
        _initials = string.Concat(_author.EnumerateRunes().Take(2));
        _styles = WordStyles.EnsureComments(main);
        _lastId = Ids(main).DefaultIfEmpty(-1).Max();
    }

    /// <summary>Adds a comment; its id names it where it stands.</summary>
    internal string Add(string text)
    {
        var id = (++_lastId).ToString(CultureInfo.InvariantCulture);
        var comment = new Comment
        {
            Id = id,
            Author = _author,
            Initials = _initials,
            Date = new DateTimeValue { InnerText = _instant.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) },
        };
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = _styles.Text }));
            if (index == 0)
            {
                paragraph.Append(Mark(new AnnotationReferenceMark()));
            }

            paragraph.Append(new Run(new Text(RunWriter.XmlAllowed(line)) { Space = SpaceProcessingModeValues.Preserve }));
            comment.Append(paragraph);
        }

        _comments.Append(comment);
        return id;
    }

    /// <summary>What leads from the text to a comment; prints nothing.</summary>
    internal Run Reference(string id) => Mark(new CommentReference { Id = id });

    private Run Mark(OpenXmlElement mark) => new(new RunProperties(new RunStyle { Val = _styles.Mark }), mark);

    // Places may name comments that are gone; a new one must not take their id.
    private IEnumerable<int> Ids(MainDocumentPart main) =>
        _comments.Elements<Comment>().Select(comment => comment.Id?.Value)
            .Concat(main.Document.Descendants<MarkupRangeType>().Where(mark => mark is CommentRangeStart or CommentRangeEnd).Select(mark => mark.Id?.Value))
            .Concat(main.Document.Descendants<CommentReference>().Select(mark => mark.Id?.Value))
            .Select(id => int.TryParse(id, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue / 2 ? number : -1);
}
