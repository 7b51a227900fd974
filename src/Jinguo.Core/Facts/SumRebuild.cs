using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Facts;

/// <summary>Makes the stored sums anew from the facts, in one transaction and one statement.</summary>
public sealed class SumRebuild(Db db)
{
    /// <summary>Rebuilds. Readers see the old sums until it is done; writers wait.</summary>
    /// <returns>How many cells there are now.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        // An act that has posted its facts but not yet its sums must add them to the new ones, not to the old.
        if (db is PostgresDb)
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE sums, counted_persons IN EXCLUSIVE MODE", cancel);
        await db.Sums.ExecuteDeleteAsync(cancel);
        await db.CountedPersons.ExecuteDeleteAsync(cancel);
        // A constant text made of names and hedge words of this assembly.
#pragma warning disable EF1003
        var cells = await db.Database.ExecuteSqlRawAsync(
            CellSql.With(db) + """

            INSERT INTO sums ("Region", "OrganisationId", "Tree", "MeasureId", "Option", "MonthOrYear", "Stripe", "Value", "Facts", "AtLeast", "JustBelow", "About", "Words", "FirstPosted", "LastPosted")
            SELECT "Region", "OrganisationId", "Tree", "MeasureId", "Option", "MonthOrYear", 0, "Value", "Facts", "AtLeast", "JustBelow", "About", "Words", "FirstPosted", "LastPosted" FROM cells
            WHERE "Tree" = 0 OR "Value" <> 0 OR "Facts" <> 0 OR "AtLeast" <> 0 OR "JustBelow" <> 0 OR "About" <> 0 OR "Words" <> 0
            """,
            cancel);
        await db.Database.ExecuteSqlRawAsync(
            CellSql.PersonsWith(db) + """

            INSERT INTO counted_persons ("Region", "OrganisationId", "Tree", "MeasureId", "Option", "Month", "PersonId", "Facts")
            SELECT "Region", "OrganisationId", "Tree", "MeasureId", "Option", "Month", "PersonId", "Facts" FROM persons_now WHERE "Facts" <> 0
            """,
            cancel);
#pragma warning restore EF1003
        await write.CommitAsync(cancel);
        return cells;
    }
}
