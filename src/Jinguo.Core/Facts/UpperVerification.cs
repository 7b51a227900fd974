using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Facts;

/// <summary>
/// Checks the sums of nation and province against those of the bodies directly below and their own facts (figures.md, law 1, on
/// today's tree): values and numbers of facts, month by month. It reads what is stored of few bodies, whatever the facts are.
/// </summary>
internal sealed class UpperVerification(Db db)
{
    /// <summary>What differs, at most so many.</summary>
    public async Task<IReadOnlyList<CellDifference>> RunAsync(int most, CancellationToken cancel)
    {
#pragma warning disable EF1002 // A constant text made of numbers and names of this assembly.
        return await db.Database.SqlQueryRaw<CellDifference>(
            $$"""
            WITH sides AS (
                SELECT "OrganisationId", "MeasureId", "Option", "MonthOrYear", "Value" AS "Stored", 0 AS "Recomputed", "Facts" AS "StoredFacts", 0 AS "RecomputedFacts"
                FROM sums WHERE "Region" = 0 AND "MonthOrYear" > 9999
                UNION ALL
                SELECT upper."Id", sums."MeasureId", sums."Option", sums."MonthOrYear", 0, sums."Value", 0, sums."Facts"
                FROM organisations AS upper
                JOIN organisations AS below ON below."ParentId" = upper."Id"
                JOIN sums ON sums."Region" = below."Region" AND sums."OrganisationId" = below."Id" AND sums."MonthOrYear" > 9999
                WHERE upper."Region" = 0
                UNION ALL
                SELECT facts."OrganisationId", facts."MeasureId", CASE WHEN shares."Total" = 1 THEN 0 ELSE facts."Option" END, {{CellSql.Month(db)}}, 0, facts."Value", 0, CASE WHEN facts."Reverses" IS NULL THEN 1 ELSE -1 END
                FROM facts
                CROSS JOIN (SELECT 1 AS "Total" UNION ALL SELECT 0) AS shares
                WHERE facts."Region" = 0 AND (shares."Total" = 1 OR facts."Option" <> 0)
            ), differences AS (
                SELECT "OrganisationId", "MeasureId", "Option", "MonthOrYear", CAST(SUM("Stored") AS bigint) AS "Stored", CAST(SUM("Recomputed") AS bigint) AS "Recomputed",
                    CAST(SUM("StoredFacts") AS bigint) AS "StoredFacts", CAST(SUM("RecomputedFacts") AS bigint) AS "RecomputedFacts"
                FROM sides GROUP BY 1, 2, 3, 4
                HAVING SUM("Stored") <> SUM("Recomputed") OR SUM("StoredFacts") <> SUM("RecomputedFacts")
            )
            SELECT organisations."Name" AS "Organisation", organisations."Code", measures."Code" AS "Measure", differences."Option", differences."MonthOrYear",
                differences."Stored", differences."Recomputed", differences."StoredFacts", differences."RecomputedFacts"
            FROM differences
            JOIN organisations ON organisations."Id" = differences."OrganisationId"
            JOIN measures ON measures."Id" = differences."MeasureId"
            ORDER BY organisations."Path", measures."Code", differences."Option", differences."MonthOrYear"
            LIMIT {0}
            """,
            most).ToListAsync(cancel);
#pragma warning restore EF1002
    }
}
