using System.Globalization;
using Jinguo.Core.Base.Highlights;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Reports.Templates;
using Jinguo.Office.Documents;
using Jinguo.Office.Word;

namespace Jinguo.Core.Reports.Writing;

/// <summary>
/// Fills one template. Numbers are counted off in the order of the text, and only those that stand in it: which they are is
/// known after a first filling, because values that are nothing take their clauses with them.
/// </summary>
internal sealed class TemplateFiller(
    ReportOrder order, IReadOnlyDictionary<string, Slot> slots, QuoteBook quotes, IReadOnlyDictionary<HighlightSlot, IReadOnlyList<Highlight>> highlights, ReportAddress address)
{
    private readonly Dictionary<(QuoteKey, string), int> numbers = [];
    private readonly List<QuotedFigure> figures = [];
    private HashSet<(QuoteKey, string)>? standing;

    /// <summary>The numbers that stand in the text.</summary>
    public IReadOnlyList<QuotedFigure> Figures => figures;

    /// <summary>The numbers asked for that had nothing to tell.</summary>
    public IReadOnlyList<Quote> Silent { get; private set; } = [];

    /// <summary>Fills a template that <paramref name="open"/> opens anew each time; the caller disposes what comes back.</summary>
    public WordTemplate Fill(Func<WordTemplate> open)
    {
        using (var trial = open())
            standing = [.. trial.Fill(Answer).SelectMany(Said)];
        numbers.Clear();
        figures.Clear();
        var template = open();
        template.Fill(Answer);
        var told = figures.Select(figure => figure.Quote.Key).ToHashSet();
        Silent = [.. AskedFor().Where(quote => !told.Contains(quote.Key)).DistinctBy(quote => quote.Key)];
        return template;
    }

    private Filling Answer(Placeholder mark) => slots.GetValueOrDefault(mark.Name) switch
    {
        WordSlot word => Word(word.Word),
        FigureSlot figure => Value(figure, mark),
        BreakdownSlot breakdown => Breakdown(breakdown),
        HighlightSlot quoted => Filling.Paragraphs([.. highlights[quoted].Select(Highlight)]),
        TableSlot table => Bodies(table),
        _ => Filling.Keep,
    };

    private string Word(ReportWord word)
    {
        var day = China.Day(order.TakenAt);
        var written = string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
        return word switch
        {
            ReportWord.Body => order.Body.Name,
            ReportWord.Period => order.Period.Name,
            ReportWord.Year => order.Period.Last.Year.ToString(CultureInfo.InvariantCulture),
            ReportWord.NextYear => (order.Period.Last.Year + 1).ToString(CultureInfo.InvariantCulture),
            ReportWord.Day => written,
            _ => $"{order.Body.Name}\n{written}",
        };
    }

    private Filling Value(FigureSlot slot, Placeholder mark)
    {
        var quote = Quote(slot.Heading.QuotedOf(order.Body.Id, slot.Aspect));
        return Filling.Value(Linked(quote, Wording.InSentence(quote, slot.Style, mark.Behind)), quote.IsNothing);
    }

    // 技能培训1200余人次、家政服务80人次: only the options of which there is something.
    private Filling Breakdown(BreakdownSlot slot)
    {
        var told = slot.Headings.Select(option => (Name: option.OptionName!, Quote: Quote(option.QuotedOf(order.Body.Id, FigureAspect.Now)))).Where(option => !option.Quote.IsNothing).ToList();
        var runs = told.SelectMany((option, place) => (TextRun[])[new(place == 0 ? option.Name : "、" + option.Name), .. Linked(option.Quote, Wording.InSentence(option.Quote, slot.Style)).Runs]);
        return Filling.Value(RichText.Of([.. runs]), isNothing: told.Count == 0);
    }

    private RichText Highlight(Highlight one) => new TextRun(one.Text.TrimEnd('。') + "。", address.Record(one.SourceId));

    private Filling Bodies(TableSlot slot)
    {
        var rows = quotes.Bodies.Select(body => (Body: body, Cells: slot.Headings.Select(heading => Quote(heading.QuotedOf(body.Id, FigureAspect.Now))).ToList()))
            .Where(row => !row.Body.HasEnded || row.Cells.Exists(cell => !cell.IsNothing))
            .ToList();
        if (rows.TrueForAll(row => row.Cells.TrueForAll(cell => cell.IsNothing)))
            return Filling.RemoveParagraph;
        TableColumn[] columns = [new("单位", Share: 2), .. slot.Headings.Select(heading => new TableColumn($"{heading.FullName}（{heading.Unit}）", Alignment.Right))];
        return Filling.Of(new Table(columns, [.. rows.Select(row => (IReadOnlyList<RichText>)[row.Body.Name, .. row.Cells.Select(Cell)])]));
    }

    private RichText Cell(Quote quote) => quote.IsNothing ? Wording.InTable(quote) : Linked(quote, Wording.InTable(quote));

    private RichText Linked(Quote quote, string wording)
    {
        // The cell of a table always stands; a value in a sentence if the first filling left it there.
        if (standing is null || (order.Body.Id == quote.Key.OrganisationId && !standing.Contains((quote.Key, wording))))
            return wording;
        if (!numbers.TryGetValue((quote.Key, wording), out var number))
        {
            numbers[(quote.Key, wording)] = number = figures.Count + 1;
            figures.Add(new(number, wording, quote));
        }
        return new TextRun(wording, address.Figure(order.Id, order.Number, number));
    }

    private IEnumerable<(QuoteKey, string)> Said(Placeholder mark) => slots.GetValueOrDefault(mark.Name) switch
    {
        FigureSlot figure => figure.QuotedOf(order.Body.Id).Select(Quote).Select(quote => (quote.Key, Wording.InSentence(quote, figure.Style, mark.Behind))),
        BreakdownSlot breakdown => breakdown.QuotedOf(order.Body.Id).Select(Quote).Select(quote => (quote.Key, Wording.InSentence(quote, breakdown.Style))),
        _ => [],
    };

    private Quote Quote(QuoteKey key) => order.Kept.GetValueOrDefault(key) ?? quotes.Find(key)
        ?? throw new InvalidOperationException($"The figure {key} was not read.");

    private IEnumerable<Quote> AskedFor() => slots.Values.SelectMany(slot => slot.QuotedOf(order.Body.Id)).Select(Quote);
}
