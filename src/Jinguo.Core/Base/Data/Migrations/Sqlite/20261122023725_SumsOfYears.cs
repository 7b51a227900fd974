using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SumsOfYears : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Without row numbers: the table is its key's tree, and reading a cell costs one way down instead of two.
            migrationBuilder.Sql("""
                ALTER TABLE sums RENAME TO sums_of_months;
                CREATE TABLE sums (
                    "Region" INTEGER NOT NULL, "OrganisationId" INTEGER NOT NULL, "Tree" INTEGER NOT NULL DEFAULT 0, "MonthOrYear" INTEGER NOT NULL, "MeasureId" INTEGER NOT NULL, "Option" INTEGER NOT NULL, "Stripe" INTEGER NOT NULL,
                    "Value" INTEGER NOT NULL, "Facts" INTEGER NOT NULL, "AtLeast" INTEGER NOT NULL, "JustBelow" INTEGER NOT NULL, "About" INTEGER NOT NULL, "Words" INTEGER NOT NULL,
                    "FirstPosted" TEXT NOT NULL, "LastPosted" TEXT NOT NULL,
                    CONSTRAINT "PK_sums" PRIMARY KEY ("Region", "OrganisationId", "Tree", "MonthOrYear", "MeasureId", "Option", "Stripe")
                ) WITHOUT ROWID;
                INSERT INTO sums ("Region", "OrganisationId", "MonthOrYear", "MeasureId", "Option", "Stripe", "Value", "Facts", "AtLeast", "JustBelow", "About", "Words", "FirstPosted", "LastPosted")
                SELECT "Region", "OrganisationId", "Month", "MeasureId", "Option", "Stripe", "Value", "Facts", "AtLeast", "JustBelow", "About", "Words", "FirstPosted", "LastPosted" FROM sums_of_months;
                DROP TABLE sums_of_months;
                """);

            // Sums of whole years from those of their months.
            migrationBuilder.Sql("""
                INSERT INTO sums ("Region", "OrganisationId", "MonthOrYear", "MeasureId", "Option", "Stripe", "Value", "Facts", "AtLeast", "JustBelow", "About", "Words", "FirstPosted", "LastPosted")
                SELECT "Region", "OrganisationId", "MonthOrYear" / 100, "MeasureId", "Option", "Stripe",
                    SUM("Value"), SUM("Facts"), SUM("AtLeast"), SUM("JustBelow"), SUM("About"), SUM("Words"), MIN("FirstPosted"), MAX("LastPosted")
                FROM sums GROUP BY 1, 2, 3, 4, 5, 6
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                ALTER TABLE sums RENAME TO sums_with_years;
                CREATE TABLE sums (
                    "Region" INTEGER NOT NULL, "OrganisationId" INTEGER NOT NULL, "Month" INTEGER NOT NULL, "MeasureId" INTEGER NOT NULL, "Option" INTEGER NOT NULL, "Stripe" INTEGER NOT NULL,
                    "Value" INTEGER NOT NULL, "Facts" INTEGER NOT NULL, "AtLeast" INTEGER NOT NULL, "JustBelow" INTEGER NOT NULL, "About" INTEGER NOT NULL, "Words" INTEGER NOT NULL,
                    "FirstPosted" TEXT NOT NULL, "LastPosted" TEXT NOT NULL,
                    CONSTRAINT "PK_sums" PRIMARY KEY ("Region", "OrganisationId", "MeasureId", "Option", "Month", "Stripe")
                );
                INSERT INTO sums ("Region", "OrganisationId", "Month", "MeasureId", "Option", "Stripe", "Value", "Facts", "AtLeast", "JustBelow", "About", "Words", "FirstPosted", "LastPosted")
                SELECT "Region", "OrganisationId", "MonthOrYear", "MeasureId", "Option", "Stripe", "Value", "Facts", "AtLeast", "JustBelow", "About", "Words", "FirstPosted", "LastPosted" FROM sums_with_years WHERE "Tree" = 0 AND "MonthOrYear" > 9999;
                DROP TABLE sums_with_years;
                """);
        }
    }
}
