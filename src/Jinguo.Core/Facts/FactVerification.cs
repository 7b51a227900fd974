using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Facts;

/// <summary>A stored sum that is not what the facts say. It must never occur.</summary>
/// <param name="Organisation">Name of the body.</param>
/// <param name="Code">Its code.</param>
/// <param name="Measure">Code of the measure.</param>
/// <param name="Option">Number of the option; 0 is the total.</param>
/// <param name="MonthOrYear">yyyyMM of a month, yyyy of a whole year.</param>
/// <param name="Stored">Value stored, in the measure's smallest unit.</param>
/// <param name="Recomputed">Value recomputed from the facts.</param>
/// <param name="StoredFacts">Number of facts stored.</param>
/// <param name="RecomputedFacts">Number of facts recomputed.</param>
public sealed record CellDifference(string Organisation, string Code, string Measure, int Option, int MonthOrYear, long Stored, long Recomputed, long StoredFacts, long RecomputedFacts);

/// <summary>A fact that cannot be right. It must never occur.</summary>
/// <param name="Fact">Key of the fact.</param>
/// <param name="Text">What is wrong, for the person at the terminal.</param>
public sealed record FactFault(Guid Fact, string Text);

/// <summary>What a verification found.</summary>
/// <param name="Facts">Facts looked at.</param>
/// <param name="Cells">Stored sums compared, stripes added.</param>
/// <param name="Differences">Cells that differ, at most <see cref="FactVerification.MostListed"/>.</param>
/// <param name="Faults">Facts that cannot be right, at most as many.</param>
public sealed record VerificationResult(long Facts, long Cells, IReadOnlyList<CellDifference> Differences, IReadOnlyList<FactFault> Faults)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsClean => Differences.Count == 0 && Faults.Count == 0;
}

/// <summary>Compares the stored sums with the facts, and the facts with each other and with the tree.</summary>
public sealed class FactVerification(Db db)
{
    /// <summary>More findings of a kind are not listed.</summary>
    public const int MostListed = 1000;

    /// <summary>Verifies everything.</summary>
    public Task<VerificationResult> RunAsync(CancellationToken cancel = default) => RunAsync(RegionPart.Whole, cancel);

    /// <summary>
    /// Verifies the facts of some regions and the sums of the bodies in them. The sums of nation and province, which come from all
    /// regions, are compared where the part is the whole, else with those of the bodies directly below (<see cref="UpperVerification"/>).
    /// </summary>
    public async Task<VerificationResult> RunAsync(RegionPart part, CancellationToken cancel = default)
    {
        using var patience = db.AllowLongStatements();
        var facts = part.IsWhole ? db.Facts : db.Facts.Where(fact => fact.Region % part.Of == part.Number);
        var sums = part.IsWhole ? db.Sums : db.Sums.Where(sum => sum.Region != 0 && sum.Region % part.Of == part.Number);
        var cells = sums.Select(sum => new { sum.Region, sum.OrganisationId, sum.Tree, sum.MeasureId, sum.Option, sum.MonthOrYear }).Distinct();
        return new(
            await facts.LongCountAsync(cancel),
            await cells.LongCountAsync(cancel),
            [.. await DifferencesAsync(part, cancel), .. await PersonDifferencesAsync(part, cancel), .. part.IsWhole ? [] : await new UpperVerification(db).RunAsync(MostListed, cancel)],
            [.. await ReversalFaultsAsync(facts, cancel), .. await PlaceFaultsAsync(facts, cancel)]);
    }

    private async Task<IReadOnlyList<CellDifference>> DifferencesAsync(RegionPart part, CancellationToken cancel)
    {
        // One statement, so that acts going on meanwhile are seen whole or not at all.
#pragma warning disable EF1002, EF1003 // A constant text made of numbers, names and hedge words of this assembly.
        return await db.Database.SqlQueryRaw<CellDifference>(
            CellSql.With(db, part) + $$"""
            , sides AS (
                SELECT "Region", "OrganisationId", "Tree", "MeasureId", "Option", "MonthOrYear", 1 AS "IsStored", "Value", "Facts", "AtLeast", "JustBelow", "About", "Words" FROM sums WHERE {{Bodies(part, "sums")}}
                UNION ALL
                SELECT "Region", "OrganisationId", "Tree", "MeasureId", "Option", "MonthOrYear", 0, -"Value", -"Facts", -"AtLeast", -"JustBelow", -"About", -"Words" FROM cells WHERE {{Bodies(part, "cells")}}
            ), differences AS (
                SELECT "OrganisationId", "MeasureId", "Option", "MonthOrYear",
                    CAST(SUM(CASE WHEN "IsStored" = 1 THEN "Value" ELSE 0 END) AS bigint) AS "Stored",
                    CAST(-SUM(CASE WHEN "IsStored" = 0 THEN "Value" ELSE 0 END) AS bigint) AS "Recomputed",
                    CAST(SUM(CASE WHEN "IsStored" = 1 THEN "Facts" ELSE 0 END) AS bigint) AS "StoredFacts",
                    CAST(-SUM(CASE WHEN "IsStored" = 0 THEN "Facts" ELSE 0 END) AS bigint) AS "RecomputedFacts"
                FROM sides GROUP BY "Region", "OrganisationId", "Tree", "MeasureId", "Option", "MonthOrYear"
                HAVING SUM("Value") <> 0 OR SUM("Facts") <> 0 OR SUM("AtLeast") <> 0 OR SUM("JustBelow") <> 0 OR SUM("About") <> 0 OR SUM("Words") <> 0
            )
            SELECT organisations."Name" AS "Organisation", organisations."Code", measures."Code" AS "Measure", differences."Option", differences."MonthOrYear",
                differences."Stored", differences."Recomputed", differences."StoredFacts", differences."RecomputedFacts"
            FROM differences
            JOIN organisations ON organisations."Id" = differences."OrganisationId"
            JOIN measures ON measures."Id" = differences."MeasureId"
            ORDER BY organisations."Path", measures."Code", differences."Option", differences."MonthOrYear"
            LIMIT {0}
            """,
            MostListed).ToListAsync(cancel);
#pragma warning restore EF1002, EF1003
    }

    private static string Bodies(RegionPart part, string table) => part.IsWhole ? "TRUE" : $"""{table}."Region" <> 0 AND {part.Sql(table)}""";

    // Of a month's persons: how many are stored otherwise than the facts say.
    private async Task<IReadOnlyList<CellDifference>> PersonDifferencesAsync(RegionPart part, CancellationToken cancel)
    {
#pragma warning disable EF1002, EF1003 // A constant text made of numbers and names of this assembly.
        return await db.Database.SqlQueryRaw<CellDifference>(
            CellSql.PersonsWith(db, part) + $$"""
            , sides AS (
                SELECT "Region", "OrganisationId", "Tree", "MeasureId", "Option", "Month", "PersonId", "Facts" AS "Stored", 0 AS "Recomputed" FROM counted_persons WHERE {{Bodies(part, "counted_persons")}}
                UNION ALL
                SELECT "Region", "OrganisationId", "Tree", "MeasureId", "Option", "Month", "PersonId", 0, "Facts" FROM persons_now WHERE {{Bodies(part, "persons_now")}}
            ), differences AS (
                SELECT "OrganisationId", "MeasureId", "Option", "Month", "PersonId", SUM("Stored") AS "Stored", SUM("Recomputed") AS "Recomputed"
                FROM sides GROUP BY "Region", "OrganisationId", "Tree", "MeasureId", "Option", "Month", "PersonId"
                HAVING SUM("Stored") <> SUM("Recomputed")
            )
            SELECT organisations."Name" AS "Organisation", organisations."Code", measures."Code" AS "Measure", differences."Option", differences."Month" AS "MonthOrYear",
                CAST(SUM(CASE WHEN differences."Stored" > 0 THEN 1 ELSE 0 END) AS bigint) AS "Stored", CAST(SUM(CASE WHEN differences."Recomputed" > 0 THEN 1 ELSE 0 END) AS bigint) AS "Recomputed",
                CAST(SUM(differences."Stored") AS bigint) AS "StoredFacts", CAST(SUM(differences."Recomputed") AS bigint) AS "RecomputedFacts"
            FROM differences
            JOIN organisations ON organisations."Id" = differences."OrganisationId"
            JOIN measures ON measures."Id" = differences."MeasureId"
            GROUP BY organisations."Name", organisations."Code", organisations."Path", measures."Code", differences."Option", differences."Month"
            ORDER BY organisations."Path", measures."Code", differences."Option", differences."Month"
            LIMIT {0}
            """,
            MostListed).ToListAsync(cancel);
#pragma warning restore EF1002, EF1003
    }

    private async Task<IEnumerable<FactFault>> ReversalFaultsAsync(IQueryable<Fact> facts, CancellationToken cancel)
    {
        var all = db.Facts;
        var wrong = await facts
            .Where(reversal => reversal.Reverses != null && !all.Any(old => old.Region == reversal.Region && old.Id == reversal.Reverses
                && old.Reverses == null && old.Value == -reversal.Value && old.MeasureId == reversal.MeasureId && old.Option == reversal.Option
                && old.OrganisationId == reversal.OrganisationId && old.PersonId == reversal.PersonId && old.Path == reversal.Path && old.Day == reversal.Day && old.Hedge == reversal.Hedge))
            .OrderBy(reversal => reversal.Id).Select(reversal => reversal.Id).Take(MostListed).ToListAsync(cancel);
        return wrong.Select(id => new FactFault(id, "冲销与被冲销的一笔对不上"));
    }

    private async Task<IEnumerable<FactFault>> PlaceFaultsAsync(IQueryable<Fact> facts, CancellationToken cancel)
    {
        var edges = db.Set<Base.Organisations.OrganisationEdge>();
        var all = db.Facts;
        // What was posted before a move is reversed at the old place; on the day of the move a stock is given up there.
        var wrong = await facts
            .Where(fact => fact.Reverses == null && !all.Any(other => other.Region == fact.Region && other.Reverses == fact.Id) && !edges.Any(edge => edge.Region == fact.Region && edge.OrganisationId == fact.OrganisationId && edge.Path == fact.Path
                && edge.ValidFrom <= fact.Day && (edge.ValidTo == null || fact.Day <= edge.ValidTo.Value.AddDays(1))))
            .OrderBy(fact => fact.Id).Select(fact => fact.Id).Take(MostListed).ToListAsync(cancel);
        return wrong.Select(id => new FactFault(id, "记在了当天不在此处的组织上"));
    }
}
