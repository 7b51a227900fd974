using Jinguo.Core.Base.Data;

namespace Jinguo.Core.Facts;

/// <summary>
/// The stored sums as they follow from the facts, in one statement: for verifying and for making them anew. A fact counts
/// for every body on its path, in the total of its measure and in its option, in its month and in its year; and, where its
/// body hangs elsewhere today, in what restates them on today's tree. From the facts of some regions, the sums of the bodies
/// of these regions are whole, and those of nation and province a share to be added to that of the other regions.
/// </summary>
internal static class CellSql
{
    /// <summary>The common tables that end in <c>cells</c>: Region, OrganisationId, Tree, MonthOrYear, MeasureId, Option and the sums.</summary>
    public static string With(Db db, RegionPart part) => $$"""
        WITH own AS (
            SELECT {{(int)SumTree.AsWas}} AS "Tree", 1 AS "Factor", facts."Path", {{Sums(db)}} FROM facts WHERE {{part.Sql("facts")}} GROUP BY 1, 2, 3, 4, 5, 6
            UNION ALL
            SELECT {{(int)SumTree.Restated}}, 1, organisations."Path", {{Sums(db)}} {{Moved}} WHERE {{part.Sql("facts")}} GROUP BY 1, 2, 3, 4, 5, 6
            UNION ALL
            SELECT {{(int)SumTree.Restated}}, -1, facts."Path", {{Sums(db)}} {{Moved}} WHERE {{part.Sql("facts")}} GROUP BY 1, 2, 3, 4, 5, 6
        ), above AS (
            SELECT paths."Path", step.value AS "OrganisationId" FROM (SELECT DISTINCT "Path" FROM own) AS paths CROSS JOIN {{Steps(db)}}
        ), months AS (
            SELECT organisations."Region", above."OrganisationId", own."Tree", own."Month", own."MeasureId", CASE WHEN shares."Total" = 1 THEN 0 ELSE own."Option" END AS "Option",
                SUM("Factor" * "Value") AS "Value", SUM("Factor" * "Facts") AS "Facts",
                SUM("Factor" * "AtLeast") AS "AtLeast", SUM("Factor" * "JustBelow") AS "JustBelow",
                SUM("Factor" * "About") AS "About", SUM("Factor" * "Words") AS "Words",
                MIN("FirstPosted") AS "FirstPosted", MAX("LastPosted") AS "LastPosted"
            FROM own
            JOIN above ON above."Path" = own."Path"
            JOIN organisations ON organisations."Id" = above."OrganisationId"
            CROSS JOIN (SELECT 1 AS "Total" UNION ALL SELECT 0) AS shares
            WHERE shares."Total" = 1 OR own."Option" <> 0
            GROUP BY 1, 2, 3, 4, 5, 6
        ), cells AS (
            SELECT "Region", "OrganisationId", "Tree", "Month" AS "MonthOrYear", "MeasureId", "Option", {{Whole}}, "FirstPosted", "LastPosted" FROM months
            UNION ALL
            SELECT "Region", "OrganisationId", "Tree", "Month" / 100, "MeasureId", "Option", {{Added}}, MIN("FirstPosted"), MAX("LastPosted") FROM months GROUP BY 1, 2, 3, 4, 5, 6
        )
        """;

    /// <summary>
    /// Counted persons as they follow from the facts: the same steps upwards, month by month, ending in <c>persons</c>.
    /// </summary>
    public static string PersonsWith(Db db, RegionPart part) => $$"""
        WITH own AS (
            SELECT {{(int)SumTree.AsWas}} AS "Tree", 1 AS "Factor", facts."Path", {{Persons(db)}} FROM facts WHERE "PersonId" IS NOT NULL AND {{part.Sql("facts")}} GROUP BY 1, 2, 3, 4, 5, 6, 7
            UNION ALL
            SELECT {{(int)SumTree.Restated}}, 1, organisations."Path", {{Persons(db)}} {{Moved}} WHERE "PersonId" IS NOT NULL AND {{part.Sql("facts")}} GROUP BY 1, 2, 3, 4, 5, 6, 7
            UNION ALL
            SELECT {{(int)SumTree.Restated}}, -1, facts."Path", {{Persons(db)}} {{Moved}} WHERE "PersonId" IS NOT NULL AND {{part.Sql("facts")}} GROUP BY 1, 2, 3, 4, 5, 6, 7
        ), above AS (
            SELECT paths."Path", step.value AS "OrganisationId" FROM (SELECT DISTINCT "Path" FROM own) AS paths CROSS JOIN {{Steps(db)}}
        ), persons_now AS (
            SELECT organisations."Region", above."OrganisationId", own."Tree", own."MeasureId", CASE WHEN shares."Total" = 1 THEN 0 ELSE own."Option" END AS "Option", own."Month", own."PersonId",
                CAST(SUM("Factor" * "Facts") AS bigint) AS "Facts"
            FROM own
            JOIN above ON above."Path" = own."Path"
            JOIN organisations ON organisations."Id" = above."OrganisationId"
            CROSS JOIN (SELECT 1 AS "Total" UNION ALL SELECT 0) AS shares
            WHERE shares."Total" = 1 OR own."Option" <> 0
            GROUP BY 1, 2, 3, 4, 5, 6, 7
        )
        """;

    private static readonly string[] Numbers = ["Value", "Facts", "AtLeast", "JustBelow", "About", "Words"];

    // The sums of bigints are numerics in PostgreSQL.
    private static string Whole => string.Join(", ", Numbers.Select(number => $"""CAST("{number}" AS bigint) AS "{number}" """));

    private static string Added => string.Join(", ", Numbers.Select(number => $"""CAST(SUM("{number}") AS bigint)"""));

    private static string Persons(Db db) => $""" "MeasureId", "Option", {Month(db)} AS "Month", "PersonId", SUM({Sign}) AS "Facts" """;

    // Facts of bodies that hang elsewhere today.
    private const string Moved = """FROM facts JOIN organisations ON organisations."Id" = facts."OrganisationId" AND organisations."Path" <> facts."Path" """;

    private static string Sums(Db db) => $"""
        "MeasureId", "Option", {Month(db)} AS "Month",
        SUM("Value") AS "Value", SUM({Sign}) AS "Facts",
        SUM(CASE WHEN "Hedge" IN ({Words(HedgeClass.AtLeast)}) THEN {Sign} ELSE 0 END) AS "AtLeast",
        SUM(CASE WHEN "Hedge" IN ({Words(HedgeClass.JustBelow)}) THEN {Sign} ELSE 0 END) AS "JustBelow",
        SUM(CASE WHEN "Hedge" IN ({Words(HedgeClass.About)}) THEN {Sign} ELSE 0 END) AS "About",
        SUM({Sign} * {WordNumber}) AS "Words",
        MIN("PostedAt") AS "FirstPosted", MAX("PostedAt") AS "LastPosted"
        """;

    private const string Sign = """(CASE WHEN "Reverses" IS NULL THEN 1 ELSE -1 END)""";

    // The numbers in /1/14/203/: 1, 14, 203.
    private static string Steps(Db db) => db is SqliteDb
        ? """json_each('[' || replace(trim(paths."Path", '/'), '/', ',') || ']') AS step"""
        : """LATERAL unnest(CAST(string_to_array(trim(both '/' FROM paths."Path"), '/') AS integer[])) AS step (value)""";

    private static string WordNumber =>
        $"""(CASE {string.Join(' ', Hedge.Words.Keys.Select(word => $"WHEN \"Hedge\" = '{word}' THEN {Hedge.NumberOf(word)}"))} ELSE 0 END)""";

    private static string Words(HedgeClass wanted) =>
        string.Join(", ", Hedge.Words.Where(word => word.Value == wanted).Select(word => $"'{word.Key}'"));

    /// <summary>The month of a fact as yyyyMM.</summary>
    public static string Month(Db db) => db is SqliteDb
        ? """CAST(substr("Day", 1, 4) || substr("Day", 6, 2) AS integer)"""
        : """CAST(to_char("Day", 'YYYYMM') AS integer)""";
}
