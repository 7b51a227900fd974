using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Reading;

/// <summary>
/// Reads figures of the bodies within the reader's reach. Exact at once: stored sums change in the transaction of the
/// record. One question costs two statements, whatever its size; a third where observed values are asked for, one where a
/// period has ended, which may be closed, and one where the bodies of a level are asked for. Every figure that anybody sees passes here: of sensitive measures it tells what the
/// reader may know (<see cref="SensitiveCells"/>).
/// </summary>
public sealed class FigureBook(Db db, Visible visible, MeasureCatalogCache measures, TimeProvider time, SensitiveThreshold? threshold = null)
{
    /// <summary>The most bodies that a table of a level has.</summary>
    public const int MostBodies = 5000;

    private readonly BodiesBelow below = new(db);

    /// <summary>Everything that can be asked for at the reader's body, in the order of lists.</summary>
    /// <param name="withOptions">True for each option of a breakdown after its total.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyList<FigureHeading>> ListHeadingsAsync(bool withOptions = false, CancellationToken cancel = default)
    {
        var catalog = await measures.GetAsync(db, cancel);
        return [.. catalog.Offered(visible.Actor.Path).SelectMany(measure => withOptions ? FigureHeadings.Of(measure) : [FigureHeadings.Total(measure)])];
    }

    /// <summary>Reads figures. Problems: the body is out of reach, a measure or option is unknown, a level has more than <see cref="MostBodies"/>.</summary>
    public async Task<Outcome<FigureTable>> ReadAsync(FigureQuestion question, CancellationToken cancel = default)
    {
        var catalog = await measures.GetAsync(db, cancel);
        var headings = new List<FigureHeading>(question.Keys.Count);
        foreach (var key in question.Keys)
        {
            var heading = FigureHeadings.Find(catalog, key, question.AsStored);
            if (!heading.Done)
                return Outcome<FigureTable>.Refused(heading.Problems);
            headings.Add(heading.Value);
        }

        var today = question.KnownAt is { } instant ? China.Day(instant) : time.Today();
        var spans = question.Periods.Select(period => Span(period, today)).ToList();
        if (question.WithYearBefore)
            spans.AddRange(spans.Select(span => new Span(span.Period.YearBefore, IsOpen: true, IsComparison: true)).ToList());

        var maker = new FigureMaker(catalog);
        var parts = headings.SelectMany(maker.Parts).Distinct().ToList();
        // Beside the bodies of a level nothing tells what is a body's own.
        var isExact = question.OrganisationId == visible.Actor.OrganisationId && !question.ForOthers && question.Level is null;
        var sensitive = new SensitiveCells(catalog, question.AsStored ? [] : parts, isExact, threshold ?? new(), today);
        var showsChildren = question.WithChildren && visible.Actor.Reach(Right.FigureRead) == RoleScope.Subtree;
        if (await new FigurePlaces(db, visible, time).FindAsync(question with { WithChildren = showsChildren || sensitive.NeedChildren }, spans, cancel) is not { } places)
            return Problem.NotFound("这个组织的数据");
        if (places.Children.Count > MostBodies)
            return new Problem("level", $"下面有{places.Children.Count}个这样的单位，一张表最多列{MostBodies}个，请从下一级单位看。", "level");
        var cells = await places.ReadAsync(
            db,
            new(
                places.Body.Id,
                places.Paths,
                [.. places.Children.Select(child => child.Body.Id)],
                question.Level is not null,
                places.Regions,
                places.FactRegion,
                question.Tree,
                sensitive.Read(parts),
                sensitive.Read([.. headings.Where(heading => heading.Number != 0).Select(heading => (heading.Measure.Id, heading.Number))]),
                today,
                spans,
                question.KnownAt),
            cancel);
        await sensitive.PutAsync(below, cells, places, cancel);
        List<FigureBody> bodies = [places.Body, .. showsChildren ? places.Children.Select(child => child.Body) : []];
        var closings = await ClosingTimes.LoadAsync(db, bodies, spans, today, question.KnownAt, cancel);
        return new FigureRows(maker, headings, spans, cells, closings, sensitive).Table(bodies, withOwn: question.Level is null);
    }

    /// <summary>Reads one figure.</summary>
    public async Task<Outcome<Figure>> ReadOneAsync(int organisationId, FigureKey key, Period period, DateTime? knownAt = null, CancellationToken cancel = default)
    {
        var table = await ReadAsync(new(organisationId, [key], period) { KnownAt = knownAt }, cancel);
        return table.Done ? table.Value.Total[0] : Outcome<Figure>.Refused(table.Problems);
    }

    /// <summary>
    /// When something was last posted for each body directly below, with everything below that (UTC): in the months of
    /// the period, whatever was counted. Bodies without a posting are not in it.
    /// </summary>
    public async Task<IReadOnlyDictionary<int, DateTime>> NewestBelowAsync(int organisationId, Period period, CancellationToken cancel = default)
    {
        var (first, last) = (period.MonthRange.First.Number, period.MonthRange.Last.Number);
        // Neither a case of violence nor the day of publishing is work to be told of.
        var untold = (await measures.GetAsync(db, cancel)).All.Where(measure => measure.IsSensitive || PublishedCounts.Are(measure)).Select(measure => measure.Id).ToList();
        return await visible.Organisations(Right.FigureRead).Where(body => body.ParentId == organisationId)
            .Join(db.Sums, body => new { body.Region, body.Id }, sum => new { sum.Region, Id = sum.OrganisationId }, (_, sum) => sum)
            .Where(sum => sum.Tree == SumTree.AsWas && sum.Option == 0 && sum.MonthOrYear >= first && sum.MonthOrYear <= last && sum.Facts > 0 && !untold.Contains(sum.MeasureId))
            .GroupBy(sum => sum.OrganisationId)
            .Select(body => new { body.Key, Last = body.Max(sum => sum.LastPosted) })
            .ToDictionaryAsync(body => body.Key, body => body.Last, cancel);
    }

    // Days to come do not count yet: a period that has not begun has nothing in it.
    private static Span Span(Period period, DateOnly today) => new(period.UpTo(today), period.First <= today, IsComparison: false);
}

/// <summary>A period as far as it has run.</summary>
/// <param name="Period">First to last day.</param>
/// <param name="IsOpen">False where it has not begun.</param>
/// <param name="IsComparison">True for the year before: its values are told, not when they were posted.</param>
internal readonly record struct Span(Period Period, bool IsOpen, bool IsComparison);
