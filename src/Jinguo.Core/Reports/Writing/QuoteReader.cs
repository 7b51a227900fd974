using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Templates;

namespace Jinguo.Core.Reports.Writing;

/// <summary>Reads the numbers that a report quotes: all with one question, whatever their number.</summary>
public sealed class QuoteReader(FigureBook figures)
{
    /// <summary>Reads the numbers of a body for a document that others read: of sensitive measures only what is published, of its own body too.</summary>
    /// <param name="organisationId">The body.</param>
    /// <param name="period">The period.</param>
    /// <param name="tree">Whose tree.</param>
    /// <param name="keys">Measures and options.</param>
    /// <param name="withBodies">True to read the bodies directly below as well.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<QuoteBook>> ReadAsync(int organisationId, Period period, FigureTree tree, IEnumerable<FigureKey> keys, bool withBodies, CancellationToken cancel = default)
    {
        var wanted = keys.Distinct().ToList();
        if (wanted.Count == 0)
            return QuoteBook.Empty;
        var table = await figures.ReadAsync(new(organisationId, wanted, period) { Tree = tree, WithChildren = withBodies, WithYearBefore = true, ForOthers = true }, cancel);
        return table.Done ? new QuoteBook(table.Value, wanted) : Outcome<QuoteBook>.Refused(table.Problems);
    }

    /// <summary>Reads the numbers of a body in several periods, with one question too, for the reader's own eyes.</summary>
    /// <param name="organisationId">The body.</param>
    /// <param name="periods">The periods, each once.</param>
    /// <param name="tree">Whose tree.</param>
    /// <param name="keys">Measures and options.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<IReadOnlyDictionary<Period, QuoteBook>>> ReadAsync(int organisationId, IReadOnlyList<Period> periods, FigureTree tree, IEnumerable<FigureKey> keys, CancellationToken cancel = default)
    {
        var wanted = keys.Distinct().ToList();
        var table = await figures.ReadAsync(new(organisationId, wanted, periods) { Tree = tree, WithYearBefore = true }, cancel);
        return table.Done
            ? Outcome<IReadOnlyDictionary<Period, QuoteBook>>.With(periods.Index().ToDictionary(one => one.Item, one => new QuoteBook(table.Value, wanted, one.Index)), [])
            : Outcome<IReadOnlyDictionary<Period, QuoteBook>>.Refused(table.Problems);
    }

    /// <summary>Reads what the numbers of a snapshot are now.</summary>
    public Task<Outcome<QuoteBook>> ReadAsync(int organisationId, Snapshot snapshot, CancellationToken cancel = default)
    {
        var quotes = snapshot.Figures.Select(one => one.Quote).Concat(snapshot.Silent).Select(quote => quote.Key).ToList();
        _ = Period.TryParse(snapshot.Period, out var period);
        return ReadAsync(organisationId, period, snapshot.Tree, quotes.Select(key => FigureKey.Parse(key.Figure)), quotes.Exists(key => key.OrganisationId != organisationId), cancel);
    }
}

/// <summary>Numbers of a body and of those below it, ready to be quoted.</summary>
public sealed class QuoteBook
{
    private readonly FigureTable? table;
    private readonly int nowPlace;
    private readonly int beforePlace;
    private readonly Dictionary<int, FigureRow> rows = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <param name="table">Figures, with those of the year before.</param>
    /// <param name="keys">What was asked for.</param>
    /// <param name="period">Which of the periods that were asked for.</param>
    internal QuoteBook(FigureTable table, IReadOnlyList<FigureKey> keys, int period = 0)
    {
        (this.table, nowPlace, beforePlace) = (table, period, table.Periods.Count / 2 + period);
        foreach (var row in table.Rows.Where(row => row.Kind != FigureRowKind.Own))
            rows[row.Body.Id] = row;
        for (var i = 0; i < keys.Count; i++)
            places[keys[i].ToString()] = i;
    }

    private QuoteBook()
    {
    }

    internal static QuoteBook Empty { get; } = new();

    /// <summary>The bodies directly below, in the tree's order.</summary>
    public IReadOnlyList<FigureBody> Bodies => table is null ? [] : [.. table.Children.Select(row => row.Body)];

    /// <summary>A number; null where it was not asked for or the body is not there.</summary>
    public Quote? Find(QuoteKey key) =>
        rows.TryGetValue(key.OrganisationId, out var row) && places.TryGetValue(key.Figure, out var place) ? Quote(key, row, place) : null;

    private Quote Quote(QuoteKey key, FigureRow row, int place)
    {
        var (now, before) = (row[place, nowPlace], row[place, beforePlace]);
        var heading = now.Heading;
        var figure = key.Aspect == FigureAspect.YearBefore ? before : now;
        var definition = heading.DefinitionsIn(figure.Period) is [.., var last] ? last : null;
        var quote = new Quote(
            key,
            heading.FullName,
            row.Body.Name,
            figure.Period.Code,
            figure.IsNone ? null : figure.Value,
            heading.Unit,
            figure.Hedge,
            heading.Decimals,
            definition?.Version ?? 0,
            definition?.Text ?? "",
            figure.Facts,
            figure.FirstPosted,
            figure.LastPosted)
        { Words = figure.Words };
        return key.Aspect != FigureAspect.Change ? quote : quote with
        {
            Name = heading.FullName + "同比",
            Words = null,
            Value = Change(now, before),
            Unit = heading.IsRatio ? Points(heading.Unit) : "%",
            Hedge = null,
            Decimals = 1,
            Facts = now.Facts + before.Facts,
        };
    }

    // A change from nothing, or to nothing, is no percentage.
    private static decimal? Change(Figure now, Figure before)
    {
        if (now.IsNone || before.IsNone || now.Value is not { } value || before.Value is not { } old || value == 0 || old <= 0)
            return null;
        return Math.Round(now.Heading.IsRatio ? value - old : (value - old) / old * 100, 1, MidpointRounding.AwayFromZero);
    }

    private static string Points(string unit) => unit == "%" ? "个百分点" : unit;
}
