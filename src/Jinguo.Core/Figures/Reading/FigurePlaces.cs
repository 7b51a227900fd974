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
        var (id, withDirect) = (question.OrganisationId, question.WithChildren && question.Level is null);
        var edges = db.OrganisationEdges;
        // As it was, a body has the name that it had when the period ended.
        var named = question.Tree == FigureTree.AsWas ? spans.Where(span => !span.IsComparison).Max(span => span.Period.Last) : time.Today();
        // The body and those that hung directly below it at some time.
        var found = await ListAsync(
            visible.Organisations(Right.FigureRead).Where(asked => asked.Id == id).SelectMany(asked => edges.Where(edge => edge.OrganisationId == id || (withDirect && edge.ParentId == id))),
            db.Organisations, id, named, areFew: true, cancel);
        if (found.Find(place => place.Body.Id == id) is not { Body: var body })
            return null;
        IReadOnlyList<string> paths = question.Tree == FigureTree.AsIs ? [body.Path] : [.. found.Where(place => place.Body.Id == id).Select(place => place.Path).Append(body.Path).Distinct()];
        var below = question is { WithChildren: true, Level: { } level }
            ? await ListAsync(paths.Select(path => Below(path, question.Tree)).Aggregate((all, some) => all.Concat(some)), db.Organisations.Where(one => one.Level == level && one.Id != id), id, named, areFew: false, cancel)
            : found.FindAll(place => (question.Tree == FigureTree.AsIs ? place.ParentToday : place.Parent) == id);
        return question.Tree == FigureTree.AsIs
            ? new(body, paths, [.. below.DistinctBy(place => place.Body.Id).Select(child => new PlacedChild(child.Body, []))], Regions(), FactRegion())
            : new(
                body,
                paths,
                [.. below.GroupBy(place => place.Body.Id)
                    .Select(child => new PlacedChild(child.First().Body, [.. child.Select(place => new ChildPlace(place.Path, place.First, place.Last))]))
                    .Where(child => spans.Any(span => child.IsThereIn(span.Period)))],
                Regions(),
                FactRegion());

        List<int> Regions() => [.. found.Concat(below).Select(place => place.Region).Distinct()];

        int? FactRegion() => found.FindAll(place => place.Body.Id == id) is [{ Region: var region }, ..] own && own.TrueForAll(place => !place.HasOthersBelow) ? region : null;
    }

    private IQueryable<OrganisationEdge> Below(string path, FigureTree tree)
    {
        var (edges, end) = (db.OrganisationEdges, OrganisationPath.End(path));
        return tree == FigureTree.AsIs
            ? db.Organisations.Within(path).SelectMany(one => edges.Where(edge => edge.Region == one.Region && edge.OrganisationId == one.Id))
            : edges.Where(edge => string.Compare(edge.Path, path) >= 0 && string.Compare(edge.Path, end) < 0);
    }

#pragma warning disable CA1845 // Translated to SQL, where there are no spans.
    private async Task<List<Place>> ListAsync(IQueryable<OrganisationEdge> places, IQueryable<Organisation> bodies, int asked, DateOnly named, bool areFew, CancellationToken cancel)
    {
        var (former, edges, today) = (db.FormerNames, db.OrganisationEdges, time.Today());
        var rows = places.Join(bodies, edge => new { edge.Region, Id = edge.OrganisationId }, one => new { one.Region, one.Id }, (edge, one) => new { Edge = edge, One = one })
            .OrderBy(row => row.One.Order).ThenBy(row => row.One.Code).ThenBy(row => row.Edge.ValidFrom)
            .Select(row => new Place(
                row.One.Region,
                new FigureBody(
                    row.One.Id,
                    former.Where(one => one.Region == row.One.Region && one.OrganisationId == row.One.Id && one.LastDay >= named).OrderBy(one => one.LastDay).Select(one => one.Name).FirstOrDefault() ?? row.One.Name,
                    row.One.Code, row.One.Path,
                    row.One.ValidTo != null && row.One.ValidTo < today),
                row.One.ParentId,
                row.Edge.Path,
                row.Edge.ParentId,
                // Before a body was formed there is nothing of it anywhere: it has not come from elsewhere.
                row.Edge.ValidFrom <= row.One.ValidFrom ? DateOnly.MinValue : row.Edge.ValidFrom,
                row.Edge.ValidTo ?? DateOnly.MaxValue,
                // In a province there are many regions; elsewhere others only where a body came from another prefecture.
                row.One.Id == asked && (row.One.Region == 0 || edges.Any(other => other.IsForeign
                    && string.Compare(other.Path, row.Edge.Path) >= 0 && string.Compare(other.Path, row.Edge.Path.Substring(0, row.Edge.Path.Length - 1) + "0") < 0))));
        return await (areFew ? rows.Prepared() : rows).ToListAsync(cancel);
    }
#pragma warning restore CA1845

    private sealed record Place(int Region, FigureBody Body, int? ParentToday, string Path, int? Parent, DateOnly First, DateOnly Last, bool HasOthersBelow);
}

/// <summary>A body below another.</summary>
/// <param name="Body">The body.</param>
/// <param name="Places">Where it hung there over time, in order; none for always.</param>
internal sealed record PlacedChild(FigureBody Body, IReadOnlyList<ChildPlace> Places)
{
    private readonly List<Period> times = Together(Places);

    /// <summary>True when it hung there on some day of the period.</summary>
    public bool IsThereIn(Period period) => times.Count == 0 || TimesIn(period).Any();

    /// <summary>True when it hung there from the first to the last day.</summary>
    public bool IsThereAll(Period period) => times.Count == 0 || times.Any(time => time.First <= period.First && time.Last >= period.Last);

    /// <summary>True when it hung there on this day.</summary>
    public bool IsThereOn(DateOnly day) => IsThereAll(new(day, day));

    /// <summary>The parts of a period in which it hung there.</summary>
    public IEnumerable<Period> TimesIn(Period period) => times.Where(time => time.First <= period.Last && time.Last >= period.First).Select(time => Cut(time, period));

    /// <summary>Its paths there in the parts of a period.</summary>
    public IEnumerable<(string Path, Period Time)> PlacesIn(Period period) =>
        Places.Where(place => place.First <= period.Last && place.Last >= period.First).Select(place => (place.Path, Cut(new(place.First, place.Last), period)));

    private static Period Cut(Period time, Period period) =>
        new(time.First > period.First ? time.First : period.First, time.Last < period.Last ? time.Last : period.Last);

    // Where it went from one place there to another, or what is above it did, it was there all the time.
    private static List<Period> Together(IReadOnlyList<ChildPlace> places)
    {
        var joined = new List<Period>(places.Count);
        foreach (var place in places)
        {
            if (joined.Count > 0 && joined[^1].Last.AddDays(1) == place.First)
                joined[^1] = new(joined[^1].First, place.Last);
            else
                joined.Add(new(place.First, place.Last));
        }
        return joined;
    }
}

/// <summary>A place of a body.</summary>
/// <param name="Path">Path.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
internal readonly record struct ChildPlace(string Path, DateOnly First, DateOnly Last);

/// <summary>The bodies of a question.</summary>
/// <param name="Body">The body asked for.</param>
/// <param name="Paths">Where it hung over time; today's alone where today's tree is followed.</param>
/// <param name="Children">The bodies directly below, or those of a level, in the tree's order.</param>
/// <param name="Regions">The regions of all of them.</param>
/// <param name="FactRegion">The region of all that is or was below the body; null where there are several.</param>
internal sealed record Places(FigureBody Body, IReadOnlyList<string> Paths, IReadOnlyList<PlacedChild> Children, IReadOnlyList<int> Regions, int? FactRegion)
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
        var isThereAtEnd = children[0].IsThereOn(period.Last);
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
