using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Opens a figure: its definition, what it is made of, and the facts behind it.</summary>
public sealed class FigureExplainer(Db db, Visible visible, FigureBook book, MeasureCatalogCache measures)
{
    /// <summary>Explains one figure. Problems as in <see cref="FigureBook.ReadAsync"/>.</summary>
    /// <param name="organisationId">The body.</param>
    /// <param name="key">What the figure counts.</param>
    /// <param name="period">The period.</param>
    /// <param name="knownAt">As the books stood at this instant (UTC); null for now.</param>
    /// <param name="tree">Whose tree is followed.</param>
    /// <param name="isOwn">True for what the body did itself (本级), false with everything below it.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<Explanation>> ExplainAsync(int organisationId, FigureKey key, Period period, DateTime? knownAt = null, FigureTree tree = FigureTree.AsWas, bool isOwn = false, CancellationToken cancel = default)
    {
        var catalog = await measures.GetAsync(db, cancel);
        var heading = FigureHeadings.Find(catalog, key);
        if (!heading.Done)
            return Outcome<Explanation>.Refused(heading.Problems);
        List<FigureKey> parts = heading.Value.IsRatio ? [.. new FigureMaker(catalog).Parts(heading.Value).Select(part => new FigureKey(part.Code))] : [];
        List<FigureKey> options = key.Option is null ? [.. heading.Value.Measure.Options.Select(option => new FigureKey(key.Measure, option.Code))] : [];

        var read = await book.ReadAsync(new(organisationId, [key, .. parts, .. options], period) { WithChildren = true, WithYearBefore = true, KnownAt = knownAt, Tree = tree }, cancel);
        if (!read.Done)
            return Outcome<Explanation>.Refused(read.Problems);
        if (RowOf(read.Value, isOwn) is not { } told)
            return NoOwn();
        var place = await FactPlace.FindAsync(db, told.Body, tree, cancel);
        return new Explanation
        {
            Body = told.Body,
            Figure = told[0],
            Before = told[0, 1],
            Parts = [.. told.Figures.Skip(1).Take(parts.Count)],
            Breakdown = [.. told.Figures.Skip(1 + parts.Count).Where(figure => !figure.IsNone)],
            Composition = isOwn ? [] : [.. read.Value.Rows.Skip(1).Where(row => !row[0].IsNone)],
            IsSensitive = IsSensitive(told[0].Heading, catalog),
            Scope = isOwn ? [] : await ScopeAsync(told.Body, cancel),
            Newest = told[0].IsNone || IsSensitive(told[0].Heading, catalog) ? null : await NewestAsync(told, catalog, knownAt, FactsOf(place, db.Facts, told), cancel),
        };
    }

    /// <summary>A page of the facts behind a figure, newest day first. Problems as in <see cref="FigureBook.ReadAsync"/>.</summary>
    /// <param name="organisationId">The body.</param>
    /// <param name="key">What the figure counts.</param>
    /// <param name="period">The period.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">Lines a page.</param>
    /// <param name="knownAt">As the books stood at this instant (UTC); null for now.</param>
    /// <param name="tree">Whose tree is followed.</param>
    /// <param name="isOwn">True for what the body did itself (本级), false with everything below it.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<FactPage>> ListFactsAsync(int organisationId, FigureKey key, Period period, int page, int size, DateTime? knownAt = null, FigureTree tree = FigureTree.AsWas, bool isOwn = false, CancellationToken cancel = default)
    {
        var read = await book.ReadAsync(new(organisationId, [key], period) { WithChildren = isOwn, KnownAt = knownAt, Tree = tree }, cancel);
        if (!read.Done)
            return Outcome<FactPage>.Refused(read.Problems);
        if (RowOf(read.Value, isOwn) is not { } told)
            return NoOwn();
        var catalog = await measures.GetAsync(db, cancel);
        var (body, figure) = (told.Body, told[0]);
        var parts = new FigureMaker(catalog).Parts(figure.Heading).ToList();
        // Of a sensitive figure there are rows only where it is wholly the reader's own body's work.
        var isSensitive = IsSensitive(figure.Heading, catalog);
        if (isSensitive && figure.Disclosure != Disclosure.Exact)
            return new FactPage(body, figure, [], Seen: 0, Hidden: 0);
        var place = await FactPlace.FindAsync(db, body, tree, cancel);
        var listed = visible.Of<Fact>(Right.LedgerRead).AsNoTracking().WithoutCases();
        if (isSensitive)
            listed = listed.Where(fact => fact.OrganisationId == body.Id);
        var seen = Behind(listed);
        var count = figure.Facts == 0 ? 0
            // Where all is within reach but the cases, these are counted: they are few, the others may be millions.
            : SeesAll(tree) && parts.TrueForAll(part => part.Kind != MeasureKind.Observed) ? (int)figure.Facts - await Behind(db.Facts.OfCases()).CountAsync(cancel)
            : await seen.CountAsync(cancel);
        var rows = count == 0 ? [] : await seen.NewestFirst().Skip((page - 1) * size).Take(size)
            .Join(db.Organisations, fact => fact.OrganisationId, one => one.Id, (fact, one) => new { Fact = fact, one.Name })
            .OrderByDescending(row => row.Fact.Day).ThenByDescending(row => row.Fact.PostedAt).ThenByDescending(row => row.Fact.Id)
            .ToListAsync(cancel);
        return new FactPage(body, figure, [.. rows.Select(row => Line(row.Fact, row.Name, catalog))], count, (int)figure.Facts - count);

        IQueryable<Fact> Behind(IQueryable<Fact> facts) => FactsOf(place, facts, told).Behind(db.Facts, body, figure.Heading, parts, figure.Period, knownAt);
    }

    // A body that has moved away took its records along; what they counted before stays in the figures of its old place.
    private bool SeesAll(FigureTree tree) => visible.Actor is var actor && actor.Reach(Right.LedgerRead) == RoleScope.Subtree
        && (actor.Path == "/" || OrganisationPath.IsRoot(actor.Path) || tree == FigureTree.AsIs);

    private static FactLine Line(Fact fact, string body, MeasureCatalog catalog)
    {
        var measure = catalog.Get(fact.MeasureId);
        var option = measure.Options.Find(one => one.Number == fact.Option);
        return new(
            new(fact.SourceKind, fact.SourceId),
            fact.Day,
            body,
            new(new(measure.Code, option?.Code), measure, option),
            measure.InUnit(fact.Value),
            fact.Hedge.Length == 0 ? null : fact.Hedge,
            fact.PostedAt);
    }

    private static bool IsSensitive(FigureHeading heading, MeasureCatalog catalog) => new FigureMaker(catalog).Parts(heading).Any(part => part.IsSensitive);

    private async Task<IReadOnlyList<ScopeCount>> ScopeAsync(FigureBody body, CancellationToken cancel) =>
        await db.Organisations.Within(body.Path).Where(one => one.Id != body.Id && one.ValidTo == null)
            .GroupBy(one => one.Level).OrderBy(level => level.Key)
            .Select(level => new ScopeCount(level.Key, level.Count()))
            .ToListAsync(cancel);

    private static FigureRow? RowOf(FigureTable table, bool isOwn) => isOwn ? table.Own : table.Total;

    private static IQueryable<Fact> FactsOf(FactPlace place, IQueryable<Fact> facts, FigureRow told)
    {
        var body = told.Body.Id;
        return told.Kind == FigureRowKind.Own ? place.Of(facts.Where(fact => fact.OrganisationId == body)) : place.Of(facts);
    }

    // With nothing below it that the reader may see, a body has no work of its own apart from its total.
    private static Problem NoOwn() => Problem.NotFound("这个组织的本级数");

    private async Task<NewestPosting?> NewestAsync(FigureRow told, MeasureCatalog catalog, DateTime? knownAt, IQueryable<Fact> facts, CancellationToken cancel) =>
        await facts.WithoutCases().Behind(db.Facts, told.Body, told[0].Heading, new FigureMaker(catalog).Parts(told[0].Heading), told[0].Period, knownAt)
            .OrderByDescending(fact => fact.PostedAt).ThenByDescending(fact => fact.Id)
            .Join(db.Organisations, fact => fact.OrganisationId, one => one.Id, (fact, one) => new NewestPosting(fact.PostedAt, one.Name))
            .FirstOrDefaultAsync(cancel);
}
