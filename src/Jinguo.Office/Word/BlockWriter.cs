using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Jinguo.Office.Documents;
using WordParagraphElement = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Jinguo.Office.Word;

/// <summary>Turns blocks into the elements of a Word body, in our named styles.</summary>
internal sealed class BlockWriter
{
    private readonly OpenXmlPart _part;
    private readonly double _widthPoints;
    private readonly RunWriter _runs;
    private readonly int[] _numbers = new int[5];

    /// <param name="part">Where it is written.</param>
    /// <param name="house">The look.</param>
    /// <param name="widthPoints">The width of the text; that of the house if null.</param>
    internal BlockWriter(MainDocumentPart part, HouseStyle house, double? widthPoints = null)
    {
        (_part, _widthPoints, _runs) = (part, widthPoints ?? WordPage.TextWidthPoints(house), new RunWriter(part));
        WordStyles.Ensure(part, house);
    }

    internal static JustificationValues Justify(Alignment align, JustificationValues left) => align switch
    {
        Alignment.Center => JustificationValues.Center,
        Alignment.Right => JustificationValues.Right,
        _ => left,
    };

    /// <summary>Adds blocks at the end of a document, before its last page settings and as wide as its text.</summary>
    internal static void Append(MainDocumentPart main, IEnumerable<Block> blocks, HouseStyle house)
    {
        var body = main.Document.Body!;
        var end = body.Elements<SectionProperties>().LastOrDefault();
        foreach (var element in new BlockWriter(main, house, WordPage.TextWidthPoints(main)).Write(blocks))
        {
            if (end is null)
            {
                body.Append(element);
            }
            else
            {
                end.InsertBeforeSelf(element);
            }
        }
    }

    internal IEnumerable<OpenXmlElement> Title(string title)
    {
        foreach (var line in title.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return Paragraph(WordStyles.Title, line);
        }

        yield return Paragraph(WordStyles.Body, RichText.Empty);
    }

    internal IEnumerable<OpenXmlElement> Write(IEnumerable<Block> blocks) => blocks.SelectMany(Write);

    private IEnumerable<OpenXmlElement> Write(Block block) => block switch
    {
        Heading heading => [Paragraph(WordStyles.Heading(heading.Level), Number(heading) + heading.Text)],
        Documents.Paragraph paragraph => [Body(paragraph)],
        TextList list => list.Items.Index().Select(i => Paragraph(WordStyles.Body, RichText.Of([new TextRun(list.IsNumbered ? $"{i.Index + 1}. " : "· "), .. i.Item.Runs]))),
        PageBreak => [new WordParagraphElement(new Run(new Break { Type = BreakValues.Page }))],
        Documents.Picture picture => [Line(picture.Alignment, PictureWriter.Write(_part, picture))],
        // Two tables that touch would become one.
        Documents.Table table => [TableWriter.Write(table, _widthPoints, _runs), Paragraph(WordStyles.Cell, RichText.Empty)],
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    private string Number(Heading heading)
    {
        if (heading.Level is < 1 or > 4)
        {
            throw new ArgumentException("Headings have levels 1 to 4.", nameof(heading));
        }

        Array.Clear(_numbers, heading.Level + 1, _numbers.Length - heading.Level - 1);
        return heading.IsNumbered ? TypedNumber.Print(heading.Level, ++_numbers[heading.Level]) : "";
    }

    private WordParagraphElement Body(Documents.Paragraph paragraph)
    {
        var written = Paragraph(WordStyles.Body, paragraph.Text);
        if (!paragraph.IsIndented || paragraph.Alignment != Alignment.Left)
        {
            written.ParagraphProperties!.Indentation = new Indentation { FirstLine = "0", FirstLineChars = 0 };
        }

        if (paragraph.Alignment != Alignment.Left)
        {
            written.ParagraphProperties!.Justification = new Justification { Val = Justify(paragraph.Alignment, JustificationValues.Both) };
        }

        return written;
    }

    private static WordParagraphElement Line(Alignment align, Run content) =>
        new(new ParagraphProperties(new Justification { Val = Justify(align, JustificationValues.Left) }), content);

    private WordParagraphElement Paragraph(string style, RichText text)
    {
        var paragraph = new WordParagraphElement(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(_runs.Write(text));
        return paragraph;
    }
}
