using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TaughtWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "taught_words",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Figure = table.Column<string>(type: "character varying(130)", maxLength: 130, nullable: true, collation: "C"),
                    TaughtAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TaughtBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_taught_words", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_taught_words_Id",
                table: "taught_words",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_taught_words_OrganisationId_Kind_Text_Unit",
                table: "taught_words",
                columns: new[] { "OrganisationId", "Kind", "Text", "Unit" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "taught_words");
        }
    }
}
