using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Jinguo.Office.Documents;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Jinguo.Office.Word;

/// <summary>Fills the marks of one paragraph of a part.</summary>
internal sealed class ParagraphFiller(OpenXmlPart part, double textWidthPoints)
{
    private readonly RunWriter _runs = new(part);

    /// <summary>The marks whose answers were printed, in the order in which they were asked for.</summary>
    internal List<Marks.Mark> Printed { get; } = [];

    /// <returns>The paragraphs that came of it, in order; none if it was removed.</returns>
    internal IReadOnlyList<Paragraph> Fill(Paragraph paragraph, Func<Marks.Mark, Filling> answer)
    {
        var fillings = Marks.In(new ParagraphText(paragraph).Value)
            .Where(m => m.IsClosed)
            .Select(m => (Mark: m, Filling: answer(m)))
            .Where(f => f.Filling is not Filling.KeepFilling)
            .ToList();
        if (fillings.Count == 0)
        {
            return [paragraph];
        }

        if (fillings.Exists(f => f.Filling is Filling.RemoveFilling or Filling.ParagraphsFilling { Texts.Count: 0 }))
        {
            return Remove(paragraph);
        }

        var marks = fillings.Select(f => new Clauses.Stretch(f.Mark.Start, f.Mark.Start + f.Mark.Length)).ToList();
        var values = fillings.Where(f => f.Filling is Filling.ValueFilling)
            .Select(f => new Clauses.Value(f.Mark.Start, f.Mark.Length, ((Filling.ValueFilling)f.Filling).IsNothing)).ToList();
        if (Clauses.Gone(new ParagraphText(paragraph).Value, marks, values) is not { } gone)
        {
            return Remove(paragraph);
        }

        fillings.RemoveAll(f => gone.Any(g => g.Holds(f.Mark.Start)));
        Printed.AddRange(fillings.Select(f => f.Mark));
        var copies = fillings.Select(f => f.Filling).OfType<Filling.ParagraphsFilling>().Select(p => p.Texts.Count).DefaultIfEmpty(1).Max();
        return [.. Repeat(paragraph, copies).Index().SelectMany(copy => FillOne(copy.Item, copy.Index, fillings, gone))];
    }

    private static List<Paragraph> Repeat(Paragraph paragraph, int count)
    {
        var paragraphs = new List<Paragraph> { paragraph };
        while (paragraphs.Count < count)
        {
            var copy = (Paragraph)paragraph.CloneNode(true);
            // What must be unique in a document or ends a section stays with the first.
            copy.Descendants().Where(e => e is BookmarkStart or BookmarkEnd or SectionProperties).ToList().ForEach(e => e.Remove());
            (copy.ParagraphId, copy.TextId) = (null, null);
            paragraphs[^1].InsertAfterSelf(copy);
            paragraphs.Add(copy);
        }

        return paragraphs;
    }

    private Paragraph[] FillOne(Paragraph paragraph, int copy, List<(Marks.Mark Mark, Filling Filling)> fillings, IReadOnlyList<Clauses.Stretch> gone)
    {
        var tables = new List<(Documents.Table Table, RunProperties? Look)>();
        var cuts = new Stack<Clauses.Stretch>(gone);
        // From the back, so that the positions before stay right.
        foreach (var (mark, filling) in fillings.OrderByDescending(f => f.Mark.Start))
        {
            Cut(paragraph, cuts, mark.Start);
            var runs = new ParagraphText(paragraph).Isolate(mark.Start, mark.Length);
            var look = runs[0].RunProperties;
            switch (filling)
            {
                case Filling.TextFilling text:
                    Replace(runs, _runs.Write(text.Text, look, MayLink(runs[0])));
                    break;
                case Filling.ValueFilling value:
                    Replace(runs, _runs.Write(value.Text, look, MayLink(runs[0])));
                    break;
                case Filling.ParagraphsFilling paragraphs:
                    Replace(runs, _runs.Write(copy < paragraphs.Texts.Count ? paragraphs.Texts[copy] : RichText.Empty, look, MayLink(runs[0])));
                    break;
                case Filling.PictureFilling picture:
                    Replace(runs, [PictureWriter.Write(part, picture.Picture)]);
                    break;
                case Filling.TableFilling table:
                    tables.Insert(0, (table.Table, look));
                    Replace(runs, []);
                    break;
            }
        }

        Cut(paragraph, cuts, 0);
        return tables.Count == 0 ? [paragraph] : PlaceTables(paragraph, tables);
    }

    /// <summary>Takes out the stretches behind a position.</summary>
    private static void Cut(Paragraph paragraph, Stack<Clauses.Stretch> cuts, int behind)
    {
        while (cuts.TryPeek(out var cut) && cut.Start >= behind)
        {
            cuts.Pop();
            new ParagraphText(paragraph).Replace(cut.Start, cut.End - cut.Start, "");
        }
    }

    private Paragraph[] PlaceTables(Paragraph paragraph, List<(Documents.Table Table, RunProperties? Look)> tables)
    {
        foreach (var (table, look) in tables)
        {
            if (paragraph.PreviousSibling() is Table)
            {
                // Two tables that touch would become one.
                paragraph.InsertBeforeSelf(new Paragraph());
            }

            paragraph.InsertBeforeSelf(TableWriter.Write(table, textWidthPoints, _runs, look is { HasChildren: true } || part is not MainDocumentPart ? look ?? new RunProperties() : CellLook()));
        }

        // A cell and a part must end in a paragraph, and two tables must not touch.
        return ParagraphText.HasContent(paragraph) || paragraph.NextSibling() is not Paragraph ? [paragraph] : Remove(paragraph);
    }

    /// <summary>A mark without a look of its own gets our table style instead of the size of the text.</summary>
    private RunProperties? CellLook()
    {
        WordStyles.Ensure((MainDocumentPart)part, HouseStyle.Standard);
        return null;
    }

    private static Paragraph[] Remove(Paragraph paragraph)
    {
        var isNeeded = paragraph.Descendants<SectionProperties>().Any()
            || (paragraph.Parent is not Body && !paragraph.Parent!.Elements<Paragraph>().Any(p => p != paragraph));
        if (!isNeeded)
        {
            paragraph.Remove();
            return [];
        }

        foreach (var child in paragraph.ChildElements.Where(c => c is not ParagraphProperties).ToList())
        {
            child.Remove();
        }

        return [paragraph];
    }

    /// <summary>Links may not stand in links, nor in tracked insertions.</summary>
    private static bool MayLink(Run run) => run.Parent is Paragraph or SdtContentRun;

    private static void Replace(IReadOnlyList<Run> runs, IEnumerable<OpenXmlElement> by)
    {
        foreach (var element in by.ToList())
        {
            runs[0].InsertBeforeSelf(element);
        }

        foreach (var run in runs)
        {
            run.Elements<Text>().ToList().ForEach(t => t.Remove());
            if (!run.ChildElements.Any(c => c is not RunProperties))
            {
                run.Remove();
            }
        }
    }
}
