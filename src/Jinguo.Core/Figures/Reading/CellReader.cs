using Jinguo.Core.Base.Data;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Reading;

/// <summary>
/// Reads cells in at most two statements: whole years and months from the stored sums together with days of started months from the
/// facts, so that both are of one instant; then observed values from their last entries.
/// </summary>
internal sealed class CellReader(Db db)
{
    // Of more parts a statement has too many shapes to be kept.
    private const int MostPrepared = 3;

    private readonly SumCells sums = new(db);
    private readonly FactCells facts = new(db);

    public async Task<Dictionary<CellKey, Cell>> ReadAsync(CellQuestion question, CancellationToken cancel)
    {
        var cells = new Dictionary<CellKey, Cell>();
        var children = question.Children.ToHashSet();
        if (Parts(question).ToList() is { Count: > 0 } parts)
        {
            var rows = parts.Select((part, index) => part.Rows(index)).Aggregate((all, some) => all.Concat(some));
            // Sums are found by their key. Facts of some days are not: the best plan depends on how much lies below the body.
            if (parts.Count <= MostPrepared && parts.TrueForAll(part => part.AreSums))
                rows = rows.Prepared();
            foreach (var row in await rows.ToListAsync(cancel))
                foreach (var target in parts[row.Part].Targets[row.Number])
                    row.AddTo(cells, target, question.Body, children);
        }
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
            foreach (var wanted in sums.Wanted(question, measures, areRanges: false))
                // All single months and years together: a table of many periods costs hardly more than one of one.
                foreach (var single in spans.Index().SelectMany(span => span.Item.Sums, (span, range) => (span.Index, Range: range)).Where(one => one.Range.IsSingle).GroupBy(one => question.Spans[one.Index].IsComparison))
                {
                    var targets = single.ToLookup(one => one.Range.First, one => new CellTarget(one.Index, one.Range.TakenAway));
                    List<int> numbers = [.. targets.Select(number => number.Key)];
                    yield return new(part => SumCells.Each(wanted, numbers, part, single.Key), AreSums: true, targets);
                }
            foreach (var wanted in sums.Wanted(question, measures, areRanges: true))
                foreach (var (index, range) in spans.Index().SelectMany(span => span.Item.Sums, (span, range) => (span.Index, range)).Where(one => !one.range.IsSingle))
                    yield return new(part => SumCells.Added(wanted, range.First, range.Last, part), AreSums: true, To(index, range.TakenAway));
            foreach (var (index, span) in spans.Index())
                foreach (var days in span.Pieces)
                    foreach (var path in question.Paths)
                        yield return new(part => facts.Added(question, path, measures, days, part), AreSums: false, To(index, days.TakenAway));
        }

        static ILookup<int, CellTarget> To(int span, bool takenAway) => new[] { new CellTarget(span, takenAway) }.ToLookup(_ => 0);
    }

    // Of different persons the cells tell how many facts there are and when they were posted, as of a flow.
    private static List<int> Of(CellQuestion question, MeasureKind kind) =>
        [.. question.Measures.Where(measure => measure.Kind == kind || (kind == MeasureKind.Flow && measure.Kind == MeasureKind.Distinct)).Select(measure => measure.Id)];

    /// <summary>A part of the one statement, its rows marked with its place in it, and where they count, by month or year where they have one.</summary>
    private sealed record Part(Func<int, IQueryable<CellRow>> Rows, bool AreSums, ILookup<int, CellTarget> Targets);
}
