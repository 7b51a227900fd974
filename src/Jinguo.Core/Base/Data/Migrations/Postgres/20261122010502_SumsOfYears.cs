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
            migrationBuilder.RenameColumn(
                name: "Month",
                table: "sums",
                newName: "MonthOrYear");
            migrationBuilder.Sql(YearSums.Fill);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(YearSums.Remove);
            migrationBuilder.RenameColumn(
                name: "MonthOrYear",
                table: "sums",
                newName: "Month");
        }
    }
}
