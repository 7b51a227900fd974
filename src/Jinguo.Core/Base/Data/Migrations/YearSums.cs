namespace Jinguo.Core.Base.Data.Migrations;

/// <summary>Fills in the sums of whole years from those of months, in words both databases understand.</summary>
internal static class YearSums
{
    public const string Fill = """
        INSERT INTO sums ("Region", "OrganisationId", "MeasureId", "Option", "MonthOrYear", "Stripe", "Value", "Facts", "AtLeast", "JustBelow", "About", "Words", "FirstPosted", "LastPosted")
        SELECT "Region", "OrganisationId", "MeasureId", "Option", "MonthOrYear" / 100, "Stripe",
            SUM("Value"), SUM("Facts"), SUM("AtLeast"), SUM("JustBelow"), SUM("About"), SUM("Words"), MIN("FirstPosted"), MAX("LastPosted")
        FROM sums GROUP BY 1, 2, 3, 4, 5, 6
        """;

    public const string Remove = """DELETE FROM sums WHERE "MonthOrYear" < 10000""";
}
