using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Jinguo.Office.Documents;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Jinguo.Office.Word;

/// <summary>
/// A .docx that a user made in Word or WPS, with marks {{…}} in body, tables, text boxes, headers and footers. Filling changes the marks,
/// and what follows from them, and nothing else.
/// </summary>
public sealed class WordTemplate : IDisposable
{
    private readonly WordprocessingDocument _document;
    private readonly MemoryStream _file;
    private readonly MainDocumentPart _main;

    private WordTemplate(WordprocessingDocument document, MemoryStream file)
    {
        (_document, _file, _main) = (document, file, document.MainDocumentPart!);
        Placeholders = [.. WordFile.TextParts(_main).SelectMany(Scan)];
    }

    /// <summary>All marks in order of the document, body first; those that were not closed too.</summary>
    public IReadOnlyList<Placeholder> Placeholders { get; }

    /// <summary>Opens a template; the stream may be closed afterwards.</summary>
    /// <exception cref="OfficeFormatException">No .docx, damaged, encrypted, with macros, or too large; the message says what to do.</exception>
    public static WordTemplate Open(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var (document, file) = WordFile.Open(content, isEditable: true);
        return new WordTemplate(document, file);
    }

    /// <summary>
    /// Puts an answer into the place of every closed mark. A heading that has lost everything below it is removed, and numbers typed
    /// by hand (一、 （一） 1. （1）) are set right where paragraphs went or were repeated.
    /// </summary>
    /// <param name="answer">Asked once for each mark.</param>
    /// <returns>The marks whose answers stand in the document; the others went with their clause or paragraph.</returns>
    public IReadOnlyList<Placeholder> Fill(Func<Placeholder, Filling> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        WordStyles.EnsureLink(_main);
        var outline = new Outline(_main);
        var printed = new List<Placeholder>();
        foreach (var part in WordFile.TextParts(_main))
        {
            var filler = new ParagraphFiller(part, WordPage.TextWidthPoints(_main));
            foreach (var (paragraph, number) in Numbered(part))
            {
                var text = new ParagraphText(paragraph).Value;
                outline.Became(paragraph, filler.Fill(paragraph, mark => answer(Marked(mark))));
                printed.AddRange(filler.Printed.Select(Marked));
                filler.Printed.Clear();

                Placeholder Marked(Marks.Mark mark) => ToPlaceholder(mark, text, PlaceOf(part), number);
            }
        }

        outline.Tidy();
        return printed;
    }

    /// <summary>Adds blocks at the end of the document, before its last page settings: an annex, a code.</summary>
    /// <param name="blocks">What is added; begin with a <see cref="PageBreak"/> for a new page.</param>
    /// <param name="house">The look of what is added.</param>
    public void Append(IReadOnlyList<Block> blocks, HouseStyle house)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(house);
        BlockWriter.Append(_main, blocks, house);
    }

    /// <summary>Writes the document as it is now.</summary>
    /// <param name="target">Need not be seekable, stays open.</param>
    public void Save(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        _document.ChangeDocumentType(WordprocessingDocumentType.Document);
        foreach (var part in WordFile.TextParts(_main))
        {
            part.RootElement?.Save();
        }

        _main.StyleDefinitionsPart?.Styles?.Save();
        using var copy = new MemoryStream();
        using (_document.Clone(copy))
        {
            // Closing the clone completes the file.
        }

        copy.Position = 0;
        copy.CopyTo(target);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _document.Dispose();
        _file.Dispose();
    }

    private static IEnumerable<Placeholder> Scan(OpenXmlPart part) =>
        from numbered in Numbered(part)
        where !ParagraphText.IsOldCopy(numbered.Paragraph)
        let text = new ParagraphText(numbered.Paragraph).Value
        from mark in Marks.In(text)
        select ToPlaceholder(mark, text, PlaceOf(part), numbered.Number);

    private static Placeholder ToPlaceholder(Marks.Mark mark, string text, string place, int number) =>
        new(mark.Name, place, number, Marks.Nearby(text, mark)) { IsClosed = mark.IsClosed, Behind = Marks.Behind(text, mark) };

    /// <summary>Paragraphs in order; blank ones have no number of their own, since nobody counts them.</summary>
    private static List<(Paragraph Paragraph, int Number)> Numbered(OpenXmlPart part)
    {
        var number = 0;
        return [.. (part.RootElement?.Descendants<Paragraph>() ?? [])
            .Select(p => (p, new ParagraphText(p).Value.Trim().Length > 0 ? ++number : number))];
    }

    private static string PlaceOf(OpenXmlPart part) => part switch
    {
        HeaderPart => "页眉",
        FooterPart => "页脚",
        FootnotesPart or EndnotesPart => "脚注",
        _ => "正文",
    };
}
