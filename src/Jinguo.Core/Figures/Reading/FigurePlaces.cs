using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Finds the bodies of a question: where they hang today, or where they hung during its periods.</summary>
internal sealed class FigurePlaces(Db db, Visible visible, TimeProvider time)
{
    /// <summary>The bodies, or null where the one asked for is out of reach.</summary>
    public async Task<Places?> FindAsync(FigureQuestion question, IReadOnlyList<Span> spans, CancellationToken cancel)
    {
        var (id, withChildren, today) = (question.OrganisationId, question.WithChildren, time.Today());
        var (edges, former) = (db.OrganisationEdges, db.FormerNames);
        // As it was, a body has the name that it had when the period ended.
        var named = question.Tree == FigureTree.AsWas ? spans.Where(span => !span.IsComparison).Max(span => span.Period.Last) : today;
        // The body and those that hung directly below it at some time.
        var found = await visible.Organisations(Right.FigureRead).Where(asked => asked.Id == id)
            .SelectMany(asked => edges.Where(edge => edge.OrganisationId == id || (withChildren && edge.ParentId == id)))
            .Join(db.Organisations, edge => edge.OrganisationId, one => one.Id, (edge, one) => new { Edge = edge, One = one })
            .OrderBy(row => row.One.Order).ThenBy(row => row.One.Code).ThenBy(row => row.Edge.ValidFrom)
            .Select(row => new Place(
                new FigureBody(
                    row.One.Id,
                    former.Where(one => one.OrganisationId == row.One.Id && one.LastDay >= named).OrderBy(one => one.LastDay).Select(one => one.Name).FirstOrDefault() ?? row.One.Name,
                    row.One.Code, row.One.Path,
                    row.One.ValidTo != null && row.One.ValidTo < today),
                row.One.ParentId,
                row.Edge.Path,
                row.Edge.ParentId,
                // Before a body was formed there is nothing of it anywhere: it has not come from elsewhere.
                row.Edge.ValidFrom <= row.One.ValidFrom ? DateOnly.MinValue : row.Edge.ValidFrom,
                row.Edge.ValidTo ?? DateOnly.MaxValue))
            .ToListAsync(cancel);
        if (found.Find(place => place.Body.Id == id) is not { Body: var body })
            return null;
        if (question.Tree == FigureTree.AsIs)
            return new(body, [body.Path], [.. found.Where(place => place.ParentToday == id).Select(place => place.Body).DistinctBy(one => one.Id).Select(child => new PlacedChild(child, []))]);
        return new(
            body,
            [.. found.Where(place => place.Body.Id == id).Select(place => place.Path).Append(body.Path).Distinct()],
            [.. found.Where(place => place.Body.Id != id && place.Parent == id).GroupBy(place => place.Body.Id)
                .Select(child => new PlacedChild(child.First().Body, [.. child.Select(place => (place.First, place.Last))]))
                .Where(child => spans.Any(span => child.IsThereIn(span.Period)))]);
    }

    private sealed record Place(FigureBody Body, int? ParentToday, string Path, int? Parent, DateOnly First, DateOnly Last);
}

/// <summary>A body directly below another.</summary>
/// <param name="Body">The body.</param>
/// <param name="Times">When it hung there, first and last days; none for always.</param>
internal sealed record PlacedChild(FigureBody Body, IReadOnlyList<(DateOnly First, DateOnly Last)> Times)
{
    /// <summary>True when it hung there on some day of the period.</summary>
    public bool IsThereIn(Period period) => Times.Count == 0 || TimesIn(period).Any();

    /// <summary>True when it hung there from the first to the last day.</summary>
    public bool IsThereAll(Period period) => Times.Count == 0 || Times.Any(time => time.First <= period.First && time.Last >= period.Last);

    /// <summary>The parts of a period in which it hung there.</summary>
    public IEnumerable<Period> TimesIn(Period period) => Times
        .Where(time => time.First <= period.Last && time.Last >= period.First)
        .Select(time => new Period(time.First > period.First ? time.First : period.First, time.Last < period.Last ? time.Last : period.Last));
}

/// <summary>The bodies of a question.</summary>
/// <param name="Body">The body asked for.</param>
/// <param name="Paths">Where it hung over time; today's alone where today's tree is followed.</param>
/// <param name="Children">The bodies directly below, in the tree's order.</param>
internal sealed record Places(FigureBody Body, IReadOnlyList<string> Paths, IReadOnlyList<PlacedChild> Children)
{
    /// <summary>
    /// Reads their cells. A child that came or went during a period counts with the time that it hung here: its sums are
    /// read once more for that time, all children of one move together. So are those of a child that came or went in the
    /// rest of a started month: the days taken away from its sums are not all here.
    /// </summary>
    public async Task<Dictionary<CellKey, Cell>> ReadAsync(Db db, CellQuestion question, CancellationToken cancel)
    {
        var cells = await new CellReader(db).ReadAsync(question, cancel);
        // Read from the facts alone, each has counted only what was posted at this place.
        foreach (var (span, at) in question.Spans.Select((span, at) => (span, at)).Where(one => one.span.IsOpen && question.KnownAt is null))
            foreach (var group in Children.Where(child => !child.IsThereAll(SpanParts.Touched(span.Period, question.Today))).GroupBy(child => string.Join(' ', child.TimesIn(span.Period))))
                await PutAsync(cells, db, question, at, [.. group], cancel);
        await new PersonReader(db).PutAsync(cells, question, this, cancel);
        return cells;
    }

    private static async Task PutAsync(Dictionary<CellKey, Cell> cells, Db db, CellQuestion question, int at, List<PlacedChild> children, CancellationToken cancel)
    {
        var period = question.Spans[at].Period;
        var ids = children.ConvertAll(child => child.Body.Id);
        var isThereAtEnd = children[0].Times.Any(time => time.First <= period.Last && time.Last >= period.Last);
        var flows = question.Measures.Where(measure => measure.Kind is MeasureKind.Flow or MeasureKind.Distinct).ToList();
        var stocks = question.Measures.Where(measure => measure.Kind == MeasureKind.Stock).ToList();
        foreach (var key in cells.Keys.Where(key => key.Span == at && ids.Contains(key.Body) && flows.Concat(stocks).Any(measure => measure.Id == key.Measure)).ToList())
            cells.Remove(key);

        // Their sums are of all places, and so must be the days that are added to them or taken away: those of a started
        // month, and of a stock that came along the day on which it was given up elsewhere.
        var there = question with { Children = ids, Paths = await PathsAboveAsync(db, ids, cancel) };
        var times = children[0].TimesIn(period).Select(time => question.Spans[at] with { Period = time }).ToList();
        if (times.Count > 0 && flows.Count > 0)
            await AddAsync(there with { Spans = times, Measures = flows });
        if (isThereAtEnd && stocks.Count > 0)
            await AddAsync(there with { Spans = [question.Spans[at]], Measures = stocks });

        async Task AddAsync(CellQuestion some)
        {
            foreach (var (key, cell) in (await new CellReader(db).ReadAsync(some, cancel)).Where(one => ids.Contains(one.Key.Body)))
                cells[key with { Span = at }] = cells.GetValueOrDefault(key with { Span = at }) + cell;
        }
    }

    private static async Task<IReadOnlyList<string>> PathsAboveAsync(Db db, List<int> bodies, CancellationToken cancel)
    {
        var paths = await db.OrganisationEdges.Where(edge => bodies.Contains(edge.OrganisationId)).Select(edge => edge.Path).Distinct().ToListAsync(cancel);
        return [.. paths.Select(path => path[..(path.LastIndexOf('/', path.Length - 2) + 1)]).Distinct()];
    }
}
