using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_entries",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_entries", x => new { x.Region, x.SourceId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_search_entries_Number",
                table: "search_entries",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_search_entries_OrganisationId_Day",
                table: "search_entries",
                columns: new[] { "OrganisationId", "Day" });

            migrationBuilder.Sql(
                """
                ALTER TABLE search_entries ADD COLUMN "Words" tsvector NOT NULL DEFAULT '', ADD COLUMN "Persons" tsvector NOT NULL DEFAULT '';
                CREATE INDEX "IX_search_entries_Words" ON search_entries USING gin ("Words");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_entries");
        }
    }
}
