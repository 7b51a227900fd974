using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Which cells are wanted.</summary>
/// <param name="Body">The body.</param>
/// <param name="Paths">Where it hung over time, or hangs today: what its facts are found by.</param>
/// <param name="Children">Bodies below that are wanted as well.</param>
/// <param name="AreDeep">True where they hang anywhere below, false for directly below.</param>
/// <param name="Regions">The regions of all these bodies.</param>
/// <param name="FactRegion">The region of all that is below the body; null where there are several.</param>
/// <param name="Tree">Whose tree is followed.</param>
/// <param name="Measures">Flows, stocks and observed measures.</param>
/// <param name="Options">Options wanted besides the totals of all measures.</param>
/// <param name="Today">The day at which the periods were cut.</param>
/// <param name="Spans">Periods as far as they have run.</param>
/// <param name="KnownAt">As the books stood at this instant, or null for now.</param>
internal sealed record CellQuestion(int Body, IReadOnlyList<string> Paths, IReadOnlyList<int> Children, bool AreDeep, IReadOnlyList<int> Regions, int? FactRegion, FigureTree Tree, IReadOnlyCollection<Measure> Measures, IReadOnlyCollection<(int Measure, int Option)> Options, DateOnly Today, IReadOnlyList<Span> Spans, DateTime? KnownAt);

/// <summary>
/// Reads cells in at most two statements: whole years and months from the stored sums together with days of started months from the
/// facts, so that both are of one instant; then observed values from their last entries.
/// </summary>
internal sealed class CellReader(Db db)
{
    public async Task<Dictionary<CellKey, Cell>> ReadAsync(CellQuestion question, CancellationToken cancel)
    {
        var cells = new Dictionary<CellKey, Cell>();
        var children = question.Children.ToHashSet();
        if (Parts(question).ToList() is { Count: > 0 } parts)
            foreach (var row in await parts.Select((part, index) => part.Rows(index)).Aggregate((all, rows) => all.Concat(rows)).ToListAsync(cancel))
                foreach (var target in parts[row.Part].Targets[row.Number])
                    row.AddTo(cells, target, question.Body, children);
        if (Of(question, MeasureKind.Observed) is { Count: > 0 } observed)
            await new ObservedReader(db).AddAsync(cells, question, observed, cancel);
        return cells;
    }

    private IEnumerable<Part> Parts(CellQuestion question)
    {
        foreach (var kind in new[] { MeasureKind.Flow, MeasureKind.Stock })
        {
            if (Of(question, kind) is not { Count: > 0 } measures)
                continue;
            var spans = question.Spans.Select(span => SpanParts.Of(kind, span, question.Today, fromFacts: question.KnownAt is not null)).ToList();
            foreach (var sums in Wanted(question, measures))
            {
                // All single months and years together: a table of many periods costs hardly more than one of one.
                foreach (var single in spans.Index().SelectMany(span => span.Item.Sums, (span, range) => (span.Index, Range: range)).Where(one => one.Range.IsSingle).GroupBy(one => question.Spans[one.Index].IsComparison))
                {
                    var targets = single.ToLookup(one => one.Range.First, one => new CellTarget(one.Index, one.Range.TakenAway));
                    List<int> numbers = [.. targets.Select(number => number.Key)];
                    yield return new(part => Each(In(sums, numbers), part, single.Key), targets);
                }
                foreach (var (index, range) in spans.Index().SelectMany(span => span.Item.Sums, (span, range) => (span.Index, range)).Where(one => !one.range.IsSingle))
                    yield return new(part => Added(sums.Where(sum => sum.MonthOrYear >= range.First && sum.MonthOrYear <= range.Last), part), To(index, range.TakenAway));
            }
            foreach (var (index, span) in spans.Index())
                foreach (var days in span.Pieces)
                    foreach (var path in question.Paths)
                        yield return new(part => Facts(question, path, measures, days, part), To(index, days.TakenAway));
        }

        static ILookup<int, CellTarget> To(int span, bool takenAway) => new[] { new CellTarget(span, takenAway) }.ToLookup(_ => 0);
    }

    // Totals, and options apart from them: one option asked for must not bring the options of all other measures along.
    private IEnumerable<IQueryable<Sum>> Wanted(CellQuestion question, List<int> measures)
    {
        var options = question.Options.Where(one => measures.Contains(one.Measure)).ToList();
        var (withOptions, numbers) = (options.ConvertAll(one => one.Measure).Distinct().ToList(), options.ConvertAll(one => one.Option).Distinct().ToList());
        foreach (var tree in question.Tree == FigureTree.AsWas ? (SumTree[])[SumTree.AsWas] : [SumTree.AsWas, SumTree.Restated])
        {
            yield return Of(measures).Where(sum => sum.Tree == tree && sum.Option == 0);
            if (options.Count > 0)
                yield return Of(withOptions).Where(sum => sum.Tree == tree && numbers.Contains(sum.Option));
        }

        IQueryable<Sum> Of(List<int> some) => some is [var measure] ? OfBodies(question).Where(sum => sum.MeasureId == measure) : OfBodies(question).Where(sum => some.Contains(sum.MeasureId));
    }

    // Of different persons the cells tell how many facts there are and when they were posted, as of a flow.
    private static List<int> Of(CellQuestion question, MeasureKind kind) =>
        [.. question.Measures.Where(measure => measure.Kind == kind || (kind == MeasureKind.Flow && measure.Kind == MeasureKind.Distinct)).Select(measure => measure.Id)];

    // One value is told as such: of a list the planner of PostgreSQL makes a filter, and reads all that a body has.
    private static IQueryable<Sum> In(IQueryable<Sum> sums, List<int> numbers) =>
        numbers is [var number] ? sums.Where(sum => sum.MonthOrYear == number) : sums.Where(sum => numbers.Contains(sum.MonthOrYear));

    // The region is told where there is but one: then one server is asked. Of several, each body is looked for in its own; a list of
    // them beside would have the planner read all sums rather than look for each body.
    private IQueryable<Sum> OfBodies(CellQuestion question)
    {
        List<int> wanted = [question.Body, .. question.Children];
        return question.Regions is [var region]
            ? db.Sums.Where(sum => sum.Region == region && wanted.Contains(sum.OrganisationId))
            : db.Organisations.Where(one => wanted.Contains(one.Id)).Join(db.Sums, one => new { one.Region, one.Id }, sum => new { sum.Region, Id = sum.OrganisationId }, (_, sum) => sum);
    }

    // Of one month or year there is nothing to add but stripes, which is soon done here. Times, texts in SQLite, take as long
    // to read as all the rest: a comparison tells none.
    private static IQueryable<CellRow> Each(IQueryable<Sum> sums, int part, bool isComparison) => sums.Select(sum => new CellRow
    {
        Part = part,
        Number = sum.MonthOrYear,
        AreFacts = false,
        Body = sum.OrganisationId,
        Below = "",
        Measure = sum.MeasureId,
        Option = sum.Option,
        Word = "",
        IsReversal = false,
        Value = sum.Value,
        Facts = sum.Facts,
        AtLeast = sum.AtLeast,
        JustBelow = sum.JustBelow,
        About = sum.About,
        Words = sum.Words,
        First = isComparison ? null : sum.FirstPosted,
        Last = isComparison ? null : sum.LastPosted,
    });

    private static IQueryable<CellRow> Added(IQueryable<Sum> sums, int part) =>
        sums.GroupBy(sum => new { sum.OrganisationId, sum.MeasureId, sum.Option })
            .Select(cell => new CellRow
            {
                Part = part,
                Number = 0,
                AreFacts = false,
                Body = cell.Key.OrganisationId,
                Below = "",
                Measure = cell.Key.MeasureId,
                Option = cell.Key.Option,
                Word = "",
                IsReversal = false,
                Value = cell.Sum(sum => sum.Value),
                Facts = cell.Sum(sum => sum.Facts),
                AtLeast = cell.Sum(sum => sum.AtLeast),
                JustBelow = cell.Sum(sum => sum.JustBelow),
                About = cell.Sum(sum => sum.About),
                Words = cell.Sum(sum => sum.Words),
                First = cell.Min(sum => sum.FirstPosted),
                Last = cell.Max(sum => sum.LastPosted),
            });

    // What is below is the next step of the fact's path, or all of them where the bodies wanted hang deeper; nothing is the body itself.
#pragma warning disable CA1845, CA1866 // Translated to SQL, where there are no spans.
    private IQueryable<CellRow> Facts(CellQuestion question, string path, List<int> measures, Days days, int part)
    {
        var (end, length) = (OrganisationPath.End(path), path.Length);
        var facts = db.Facts.Where(fact => measures.Contains(fact.MeasureId) && fact.Day >= days.First && fact.Day <= days.Last);
        if (question.FactRegion is { } region)
            facts = facts.Where(fact => fact.Region == region);
        if (question.KnownAt is { } instant)
            facts = facts.Where(fact => fact.PostedAt <= instant);
        var placed = question.Tree == FigureTree.AsWas
            ? facts.Select(fact => new { Fact = fact, fact.Path })
            : facts.Join(db.Organisations, fact => fact.OrganisationId, one => one.Id, (fact, one) => new { Fact = fact, one.Path });
        var below = placed.Where(one => string.Compare(one.Path, path) >= 0 && string.Compare(one.Path, end) < 0);
        var stepped = question switch
        {
            { Children.Count: 0 } => below.Select(one => new { one.Fact, Below = "" }),
            { AreDeep: true } => below.Select(one => new { one.Fact, Below = one.Path.Substring(length) }),
            _ => below.Select(one => new { one.Fact, Below = (one.Path.Substring(length) + "/").Substring(0, (one.Path.Substring(length) + "/").IndexOf("/")) }),
        };
        return stepped
            .GroupBy(one => new
            {
                one.Below,
                one.Fact.MeasureId,
                one.Fact.Option,
                one.Fact.Hedge,
                IsReversal = one.Fact.Reverses != null,
            })
            .Select(cell => new CellRow
            {
                Part = part,
                Number = 0,
                AreFacts = true,
                Body = 0,
                Below = cell.Key.Below,
                Measure = cell.Key.MeasureId,
                Option = cell.Key.Option,
                Word = cell.Key.Hedge,
                IsReversal = cell.Key.IsReversal,
                Value = cell.Sum(one => one.Fact.Value),
                Facts = cell.LongCount(),
                AtLeast = 0,
                JustBelow = 0,
                About = 0,
                Words = 0,
                First = cell.Min(one => one.Fact.PostedAt),
                Last = cell.Max(one => one.Fact.PostedAt),
            });
    }
#pragma warning restore CA1845, CA1866

    /// <summary>A part of the one statement, its rows marked with its place in it, and where they count, by month or year where they have one.</summary>
    private sealed record Part(Func<int, IQueryable<CellRow>> Rows, ILookup<int, CellTarget> Targets);
}
