using System.Text;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Facts;

/// <summary>
/// Differences to stored sums, gathered over an act and applied in one fixed order (lowest level first), so that
/// concurrent acts wait for each other instead of deadlocking.
/// </summary>
internal sealed class SumDeltas(int stripes, DateTime instant)
{
    private const int RowsPerStatement = 60;
    private const int Columns = 15;
    private readonly Dictionary<Cell, Delta> deltas = [];

    /// <summary>The end of an insert: where there is a sum already, the new one is added to it.</summary>
    internal const string OrAdded = """
         ON CONFLICT ("Region", "OrganisationId", "Tree", "MonthOrYear", "MeasureId", "Option", "Stripe") DO UPDATE SET
        "Value" = sums."Value" + excluded."Value", "Facts" = sums."Facts" + excluded."Facts",
        "AtLeast" = sums."AtLeast" + excluded."AtLeast", "JustBelow" = sums."JustBelow" + excluded."JustBelow",
        "About" = sums."About" + excluded."About", "Words" = sums."Words" + excluded."Words",
        "FirstPosted" = CASE WHEN excluded."FirstPosted" < sums."FirstPosted" THEN excluded."FirstPosted" ELSE sums."FirstPosted" END,
        "LastPosted" = CASE WHEN excluded."LastPosted" > sums."LastPosted" THEN excluded."LastPosted" ELSE sums."LastPosted" END
        """;

    /// <param name="fact">The fact or reversal.</param>
    /// <param name="tree">Its body and every ancestor on its day and today.</param>
    public void Add(Fact fact, TreeOnDays tree)
    {
        var own = new FactSum(fact);
        foreach (var node in tree.Ancestors(fact.Path))
            Add(SumTree.AsWas, node, own, +1);
        AddRestated(own, tree, fact.Path, tree.PathNow(fact.OrganisationId));
    }

    /// <summary>Facts that counted below one body count below another on today's tree.</summary>
    public void AddRestated(FactSum facts, TreeOnDays tree, string before, string now)
    {
        if (before == now)
            return;
        var (old, current) = (tree.Ancestors(before).ToList(), tree.Ancestors(now).ToList());
        foreach (var node in old.Except(current))
            Add(SumTree.Restated, node, facts, -1);
        foreach (var node in current.Except(old))
            Add(SumTree.Restated, node, facts, +1);
    }

    private void Add(SumTree tree, Ancestor node, FactSum facts, int sign)
    {
        var stripe = node.Level <= Level.City ? Stripe(facts.SourceId) : 0;
        var total = new Cell(node.Level, node.Region, node.OrganisationId, tree, facts.MeasureId, 0, facts.Month.Number, stripe);
        foreach (var cell in facts.Option == 0 ? (ReadOnlySpan<Cell>)[total] : [total, total with { Option = facts.Option }])
        {
            Add(cell, facts, sign);
            Add(cell with { MonthOrYear = facts.Month.Year }, facts, sign);
        }
    }

    private void Add(Cell cell, FactSum facts, int sign)
    {
        deltas.TryGetValue(cell, out var delta);
        deltas[cell] = new(
            delta.Value + facts.Value * sign,
            delta.Facts + facts.Facts * sign,
            delta.AtLeast + facts.Of(HedgeClass.AtLeast) * sign,
            delta.JustBelow + facts.Of(HedgeClass.JustBelow) * sign,
            delta.About + facts.Of(HedgeClass.About) * sign,
            delta.Words + facts.Words * sign);
    }

    public async Task ApplyAsync(Db db, CancellationToken cancel)
    {
        var ordered = deltas.OrderBy(pair => pair.Key.Order).ToList();
        foreach (var chunk in ordered.Chunk(RowsPerStatement))
        {
            var sql = new StringBuilder("""
                INSERT INTO sums ("Region", "OrganisationId", "Tree", "MeasureId", "Option", "MonthOrYear", "Stripe", "Value", "Facts", "AtLeast", "JustBelow", "About", "Words", "FirstPosted", "LastPosted") VALUES
                """);
            var parameters = new List<object>(chunk.Length * Columns);
            foreach (var (cell, delta) in chunk)
            {
                sql.Append(parameters.Count == 0 ? " (" : ", (");
                sql.AppendJoin(", ", Enumerable.Range(parameters.Count, Columns).Select(number => $"{{{number}}}")).Append(')');
                parameters.AddRange([cell.Region, cell.OrganisationId, (int)cell.Tree, cell.MeasureId, cell.Option, cell.MonthOrYear, cell.Stripe, delta.Value, delta.Facts, delta.AtLeast, delta.JustBelow, delta.About, delta.Words, instant, instant]);
            }
            sql.Append(OrAdded);
            await db.Database.ExecuteSqlRawAsync(sql.ToString(), parameters, cancel);
        }
    }

    // The last bytes of a version-7 key are random; the same record always meets the same stripe.
    private int Stripe(Guid source) => stripes == 1 ? 0 : source.ToByteArray()[15] % stripes;

    private readonly record struct Delta(long Value, long Facts, long AtLeast, long JustBelow, long About, long Words);

    private readonly record struct Cell(Level Level, int Region, int OrganisationId, SumTree Tree, int MeasureId, int Option, int MonthOrYear, int Stripe)
    {
        public (int, int, int, SumTree, int, int, int, int) Order => (-(int)Level, Region, OrganisationId, Tree, MonthOrYear, MeasureId, Option, Stripe);
    }
}
