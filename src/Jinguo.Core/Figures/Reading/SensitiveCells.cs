using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Figures.Reading;

/// <summary>
/// Puts in the cells of sensitive measures what the reader may know (docs/adr/0010): of her own body what it counted itself,
/// of every other body what is published. The true counts of other bodies are not told anywhere.
/// </summary>
/// <param name="catalog">All measures.</param>
/// <param name="parts">Those asked for.</param>
/// <param name="isExact">True where the reader asks for her own body.</param>
/// <param name="threshold">The smallest count that is published.</param>
/// <param name="today">The day at which the periods were cut.</param>
internal sealed class SensitiveCells(MeasureCatalog catalog, IReadOnlyList<Measure> parts, bool isExact, SensitiveThreshold threshold, DateOnly today)
{
    /// <summary>In place of a body: what the body asked for did itself.</summary>
    public const int OwnWork = PersonReader.OwnWork;

    private readonly Dictionary<int, (Measure Measure, Measure Own, Measure Pool)> sensitive = parts.Where(part => part.IsSensitive)
        .ToDictionary(part => part.Id, part => (part, catalog.Get(PublishedCounts.Own(part.Code)), catalog.Get(PublishedCounts.Pool(part.Code))));

    private HashSet<int> withBodiesBelow = [];

    /// <summary>What a body did itself is its total without its children.</summary>
    public bool NeedChildren => isExact && sensitive.Count > 0;

    /// <summary>True for a measure of which only what the reader may know is in the cells.</summary>
    public bool Includes(Measure measure) => sensitive.ContainsKey(measure.Id);

    /// <summary>The measures to be read: what is published in place of the sensitive ones, and these only for the body's own counts.</summary>
    public List<Measure> Read(IEnumerable<Measure> wanted) =>
        [.. wanted.SelectMany(measure => sensitive.TryGetValue(measure.Id, out var one) ? isExact ? [measure, one.Own, one.Pool] : [one.Own, one.Pool] : (IEnumerable<Measure>)[measure])];

    /// <summary>The options to be read.</summary>
    public List<(int Measure, int Option)> Read(IReadOnlyCollection<(int Measure, int Option)> wanted) =>
        [.. wanted, .. wanted.Where(one => sensitive.ContainsKey(one.Measure)).SelectMany(one => ((int, int)[])[(sensitive[one.Measure].Own.Id, one.Option), (sensitive[one.Measure].Pool.Id, one.Option)])];

    /// <summary>Puts what may be known in place of what was read.</summary>
    public async Task PutAsync(BodiesBelow below, Dictionary<CellKey, Cell> cells, Places places, CancellationToken cancel)
    {
        if (sensitive.Count == 0)
            return;
        var children = places.Children.Select(child => child.Body.Id).ToList();
        List<int> bodies = [places.Body.Id, .. children];
        withBodiesBelow = await below.AmongAsync(bodies, cancel);
        foreach (var (measure, own, pool) in sensitive.Values)
            foreach (var (span, option) in cells.Keys.Where(key => key.Measure == measure.Id || key.Measure == own.Id || key.Measure == pool.Id).Select(key => (key.Span, key.Option)).Distinct().ToList())
            {
                var top = places.Body.Id;
                var lumps = Remainder(own);
                var mine = isExact ? Remainder(measure) : lumps;
                foreach (var body in bodies)
                    cells[new(span, body, measure.Id, option)] = Cell(body, own) + Cell(body, pool);
                cells[new(span, top, measure.Id, option)] = Cell(top, own) - lumps + mine + Cell(top, pool);
                cells[new(span, OwnWork, measure.Id, option)] = mine;

                Cell Cell(int body, Measure of) => cells.GetValueOrDefault(new(span, body, of.Id, option));
                // When the body did it, total and children cannot tell; when others did, nobody is to know.
                Cell Remainder(Measure of) => children.Aggregate(children.Count == 0 ? Cell(top, of) : Cell(top, of) with { First = null, Last = null }, (left, child) => left - Cell(child, of));
            }
    }

    /// <summary>A figure as its reader is told of it.</summary>
    /// <param name="figure">Made from the cells.</param>
    /// <param name="measures">The measures behind it.</param>
    /// <param name="cellOf">Their cells.</param>
    /// <param name="kind">What its row stands for.</param>
    /// <param name="body">The body of the row.</param>
    public Figure Told(Figure figure, IEnumerable<Measure> measures, Func<Measure, int, Cell> cellOf, FigureRowKind kind, FigureBody body)
    {
        var own = kind == FigureRowKind.Own || !withBodiesBelow.Contains(body.Id);
        if (measures.Where(Includes).ToList() is not { Count: > 0 } hidden || (isExact && own && kind != FigureRowKind.Child))
            return figure;
        var told = figure with { Threshold = threshold.Value };
        // Her own counts she may see together with nothing; what was told here and taken back there may leave little.
        var least = isExact && kind == FigureRowKind.Total ? 1 : Math.Min(threshold.Value, SensitiveThreshold.Usual);
        if (hidden.TrueForAll(part => Math.Abs(cellOf(part, figure.Heading.Number).Value) >= least))
            return told with { Disclosure = Disclosure.Published };
        Meters.Hide();
        var isSingle = !figure.Heading.IsRatio && (figure.Heading.Number != 0 || figure.Heading.Measure.Options.Count == 0);
        return told with { Value = null, Hedge = null, Disclosure = own && isSingle && IsOneHalfYear(figure.Period) ? Disclosure.Small : Disclosure.Untold };
    }

    // Counts that were not enough for a lump by the end of these months of one half-year are less than the threshold together.
    private bool IsOneHalfYear(Period period) =>
        period.EndsWithMonth && Month.Of(period.Last) < Month.Of(today) && period.First.Year == period.Last.Year && period.First.Month <= 6 == period.Last.Month <= 6;
}
