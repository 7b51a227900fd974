using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Facts;

/// <summary>Makes the stored sums anew from the facts, in one transaction; large books part by part, so that what is added up at once stays in memory.</summary>
public sealed class SumRebuild(Db db)
{
    private const int FactsAtOnce = 5_000_000;

    /// <summary>Rebuilds. Readers see the old sums until it is done; writers wait.</summary>
    /// <returns>How many stored sums there are now.</returns>
    public async Task<long> RunAsync(CancellationToken cancel = default)
    {
        using var patience = db.AllowLongStatements();
        var parts = (int)(await db.Facts.LongCountAsync(cancel) / FactsAtOnce) + 1;
        return await RunAsync(parts, progress: null, cancel);
    }

    /// <summary>Rebuilds in a number of parts, and tells of each that is done.</summary>
    internal async Task<long> RunAsync(int parts, IProgress<int>? progress, CancellationToken cancel = default)
    {
        using var patience = db.AllowLongStatements();
        await using var write = await db.BeginWriteAsync(cancel);
        // An act that has posted its facts but not yet its sums must add them to the new ones, not to the old.
        if (db is PostgresDb)
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE sums, counted_persons IN EXCLUSIVE MODE", cancel);
        await db.Sums.ExecuteDeleteAsync(cancel);
        await db.CountedPersons.ExecuteDeleteAsync(cancel);
        for (var number = 0; number < parts; number++)
        {
            await AddAsync(new(number, parts), cancel);
            progress?.Report(number + 1);
        }
        var cells = await db.Sums.LongCountAsync(cancel);
        await write.CommitAsync(cancel);
        return cells;
    }

    // In the order of the keys, so that they are written side by side; nation and province have a share from every part.
    private async Task AddAsync(RegionPart part, CancellationToken cancel)
    {
#pragma warning disable EF1002, EF1003 // A constant text made of numbers, names and hedge words of this assembly.
        await db.Database.ExecuteSqlRawAsync(
            CellSql.With(db, part) + $$"""

            INSERT INTO sums ("Region", "OrganisationId", "Tree", "MonthOrYear", "MeasureId", "Option", "Stripe", "Value", "Facts", "AtLeast", "JustBelow", "About", "Words", "FirstPosted", "LastPosted")
            SELECT "Region", "OrganisationId", "Tree", "MonthOrYear", "MeasureId", "Option", 0, "Value", "Facts", "AtLeast", "JustBelow", "About", "Words", "FirstPosted", "LastPosted" FROM cells
            WHERE "Tree" = 0 OR "Value" <> 0 OR "Facts" <> 0 OR "AtLeast" <> 0 OR "JustBelow" <> 0 OR "About" <> 0 OR "Words" <> 0
            ORDER BY 1, 2, 3, 4, 5, 6
            {{SumDeltas.OrAdded}}
            """,
            cancel);
        await db.Database.ExecuteSqlRawAsync(
            CellSql.PersonsWith(db, part) + $$"""

            INSERT INTO counted_persons ("Region", "OrganisationId", "Tree", "MeasureId", "Option", "Month", "PersonId", "Facts")
            SELECT "Region", "OrganisationId", "Tree", "MeasureId", "Option", "Month", "PersonId", "Facts" FROM persons_now WHERE "Facts" <> 0
            {{PersonDeltas.OrAdded}}
            """,
            cancel);
#pragma warning restore EF1002, EF1003
    }
}
