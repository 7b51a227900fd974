using System.Text;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Facts;

/// <summary>
/// Differences to stored sums, gathered over an act and applied in one fixed order (lowest level first), so that
/// concurrent acts wait for each other instead of deadlocking.
/// </summary>
internal sealed class SumDeltas(int stripes, DateTime instant)
{
    private const int RowsPerStatement = 60;
    private const int Columns = 14;
    private readonly Dictionary<Cell, Delta> deltas = [];

    /// <param name="fact">The fact or reversal.</param>
    /// <param name="count">+1 for a fact, −1 for a reversal.</param>
    /// <param name="above">Its body and every ancestor.</param>
    public void Add(Fact fact, int count, IEnumerable<Ancestor> above)
    {
        var hedge = Hedge.ClassOf(fact.Hedge);
        var word = Hedge.NumberOf(fact.Hedge) * count;
        var month = Month.Of(fact.Day).Number;
        foreach (var node in above)
        {
            var stripe = node.Level <= Level.City ? Stripe(fact.SourceId) : 0;
            AddCells(node, 0, stripe);
            if (fact.Option != 0)
                AddCells(node, fact.Option, stripe);
        }

        void AddCells(Ancestor node, int option, int stripe)
        {
            var cell = new Cell(node.Level, node.Region, node.OrganisationId, fact.MeasureId, option, month, stripe);
            AddCell(cell);
            AddCell(cell with { MonthOrYear = fact.Day.Year });
        }

        void AddCell(Cell cell)
        {
            deltas.TryGetValue(cell, out var delta);
            deltas[cell] = new(
                delta.Value + fact.Value,
                delta.Facts + count,
                delta.AtLeast + (hedge == HedgeClass.AtLeast ? count : 0),
                delta.JustBelow + (hedge == HedgeClass.JustBelow ? count : 0),
                delta.About + (hedge == HedgeClass.About ? count : 0),
                delta.Words + word);
        }
    }

    public async Task ApplyAsync(Db db, CancellationToken cancel)
    {
        var ordered = deltas.OrderBy(pair => pair.Key.Order).ToList();
        foreach (var chunk in ordered.Chunk(RowsPerStatement))
        {
            var sql = new StringBuilder("""
                INSERT INTO sums ("Region", "OrganisationId", "MeasureId", "Option", "MonthOrYear", "Stripe", "Value", "Facts", "AtLeast", "JustBelow", "About", "Words", "FirstPosted", "LastPosted") VALUES
                """);
            var parameters = new List<object>(chunk.Length * Columns);
            foreach (var (cell, delta) in chunk)
            {
                sql.Append(parameters.Count == 0 ? " (" : ", (");
                sql.AppendJoin(", ", Enumerable.Range(parameters.Count, Columns).Select(number => $"{{{number}}}")).Append(')');
                parameters.AddRange([cell.Region, cell.OrganisationId, cell.MeasureId, cell.Option, cell.MonthOrYear, cell.Stripe, delta.Value, delta.Facts, delta.AtLeast, delta.JustBelow, delta.About, delta.Words, instant, instant]);
            }
            sql.Append("""
                 ON CONFLICT ("Region", "OrganisationId", "MonthOrYear", "MeasureId", "Option", "Stripe") DO UPDATE SET
                "Value" = sums."Value" + excluded."Value", "Facts" = sums."Facts" + excluded."Facts",
                "AtLeast" = sums."AtLeast" + excluded."AtLeast", "JustBelow" = sums."JustBelow" + excluded."JustBelow",
                "About" = sums."About" + excluded."About", "Words" = sums."Words" + excluded."Words",
                "FirstPosted" = CASE WHEN excluded."FirstPosted" < sums."FirstPosted" THEN excluded."FirstPosted" ELSE sums."FirstPosted" END,
                "LastPosted" = CASE WHEN excluded."LastPosted" > sums."LastPosted" THEN excluded."LastPosted" ELSE sums."LastPosted" END
                """);
            await db.Database.ExecuteSqlRawAsync(sql.ToString(), parameters, cancel);
        }
    }

    // The last bytes of a version-7 key are random; the same record always meets the same stripe.
    private int Stripe(Guid source) => stripes == 1 ? 0 : source.ToByteArray()[15] % stripes;

    private readonly record struct Delta(long Value, long Facts, long AtLeast, long JustBelow, long About, long Words);

    private readonly record struct Cell(Level Level, int Region, int OrganisationId, int MeasureId, int Option, int MonthOrYear, int Stripe)
    {
        public (int, int, int, int, int, int, int) Order => (-(int)Level, Region, OrganisationId, MonthOrYear, MeasureId, Option, Stripe);
    }
}
