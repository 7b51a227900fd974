using Jinguo.Core.Base;
using Jinguo.Core.Base.Highlights;
using Jinguo.Core.Reports.Templates;
using Jinguo.Office;
using Jinguo.Office.Word;

namespace Jinguo.Core.Reports.Writing;

/// <summary>Writes a report: template and figures in, Word file and frozen figures out. Stores nothing.</summary>
public sealed class ReportWriter(TemplateWordsReader words, QuoteReader quotes, HighlightReader highlights, ReportAddress address)
{
    /// <summary>Writes a report. Problems: a mark of the template is not known, the file cannot be read, the body is out of reach.</summary>
    public async Task<Outcome<WrittenReport>> WriteAsync(ReportOrder order, byte[] template, CancellationToken cancel = default)
    {
        var reading = await ReadAsync(order, template, cancel);
        if (!reading.Done)
            return Outcome<WrittenReport>.Refused(reading.Problems);
        var filler = new TemplateFiller(order, reading.Value.Slots, reading.Value.Quotes, reading.Value.Highlights, address);
        using var filled = filler.Fill(() => Open(template));
        var snapshot = new Snapshot(order.Id, order.Number, order.Body.Code, order.Body.Name, order.Period.Code, order.Template, order.TakenAt, filler.Figures, filler.Silent) { Tree = order.Tree };
        var json = snapshot.ToJson();
        var hash = Snapshot.HashOf(json);
        filled.Append(Annex.Of(snapshot, new(order.Body.Code, hash), address), HouseStyle.Standard);
        using var docx = new MemoryStream();
        filled.Save(docx);
        return new WrittenReport(docx.ToArray(), snapshot, json, hash);
    }

    /// <summary>Says beforehand what a template would give.</summary>
    public async Task<Outcome<ReportForecast>> ForecastAsync(ReportOrder order, byte[] template, CancellationToken cancel = default)
    {
        var reading = await ReadAsync(order, template, cancel);
        if (!reading.Done)
            return Outcome<ReportForecast>.Refused(reading.Problems);
        var asked = reading.Value.Slots.Values.SelectMany(slot => slot.QuotedOf(order.Body.Id))
            .Distinct()
            .Select(key => reading.Value.Quotes.Find(key))
            .OfType<Quote>()
            .ToList();
        return new ReportForecast(
            asked.Count,
            [.. asked.Where(quote => quote.IsNothing).Select(quote => quote.Key.Aspect == FigureAspect.YearBefore ? quote.Name + "（去年）" : quote.Name)],
            reading.Value.Highlights.Values.SelectMany(list => list).Select(one => one.SourceId).Distinct().Count());
    }

    private async Task<Outcome<Reading>> ReadAsync(ReportOrder order, byte[] template, CancellationToken cancel)
    {
        IReadOnlyList<Placeholder> marks;
        try
        {
            using var opened = Open(template);
            marks = opened.Placeholders;
        }
        catch (OfficeFormatException cause)
        {
            return new Problem("template.file.format", cause.Message, "template");
        }
        var known = await words.ReadAsync(cancel);
        var problems = TemplateChecks.Check(marks, known);
        if (problems.Exists(problem => problem.Level == ProblemLevel.Error))
            return problems;
        var slots = marks.Select(mark => mark.Name).Distinct().ToDictionary(name => name, name => SlotReader.Read(name, known).Value!);

        var keys = slots.Values.SelectMany(slot => slot.Headings).Select(heading => heading.Key);
        var book = await quotes.ReadAsync(order.Body.Id, order.Period, order.Tree, keys, slots.Values.Any(slot => slot is TableSlot), cancel);
        if (!book.Done)
            return Outcome<Reading>.Refused(book.Problems);
        var quoted = await highlights.ListAsync(order.Body, order.Period, [.. slots.Values.OfType<HighlightSlot>().Distinct()], cancel);
        return new Reading(slots, book.Value, quoted);
    }

    private static WordTemplate Open(byte[] template)
    {
        using var stream = new MemoryStream(template);
        return WordTemplate.Open(stream);
    }

    private sealed record Reading(IReadOnlyDictionary<string, Slot> Slots, QuoteBook Quotes, IReadOnlyDictionary<HighlightSlot, IReadOnlyList<Highlight>> Highlights);
}
