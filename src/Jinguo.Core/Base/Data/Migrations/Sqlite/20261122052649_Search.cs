using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Sqlite
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
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
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

            // The words themselves: contentless, written and deleted by number. Single characters are prefixes of pairs: h and four letters.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE search_words USING fts5(words, persons, content='', contentless_delete=1, tokenize='ascii', prefix='5');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE search_words;");

            migrationBuilder.DropTable(
                name: "search_entries");
        }
    }
}
