using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SumsOfYears : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_sums",
                table: "sums");

            migrationBuilder.RenameColumn(
                name: "Month",
                table: "sums",
                newName: "MonthOrYear");

            migrationBuilder.AddColumn<int>(
                name: "Tree",
                table: "sums",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "PK_sums",
                table: "sums",
                columns: new[] { "Region", "OrganisationId", "Tree", "MonthOrYear", "MeasureId", "Option", "Stripe" });

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
            migrationBuilder.Sql("""DELETE FROM sums WHERE "Tree" > 0 OR "MonthOrYear" < 10000""");

            migrationBuilder.DropPrimaryKey(
                name: "PK_sums",
                table: "sums");

            migrationBuilder.DropColumn(
                name: "Tree",
                table: "sums");

            migrationBuilder.RenameColumn(
                name: "MonthOrYear",
                table: "sums",
                newName: "Month");

            migrationBuilder.AddPrimaryKey(
                name: "PK_sums",
                table: "sums",
                columns: new[] { "Region", "OrganisationId", "MeasureId", "Option", "Month", "Stripe" });
        }
    }
}
