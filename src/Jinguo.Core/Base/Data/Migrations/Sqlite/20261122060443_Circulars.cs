using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Circulars : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "circular_receipts",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    CircularId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReceivedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_circular_receipts", x => new { x.Region, x.CircularId, x.OrganisationId });
                });

            migrationBuilder.CreateTable(
                name: "circulars",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    Files = table.Column<string>(type: "TEXT", maxLength: 185, nullable: false),
                    NeedsAnswer = table.Column<bool>(type: "INTEGER", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_circulars", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_circulars_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_circular_receipts_CircularId_OrganisationId",
                table: "circular_receipts",
                columns: new[] { "CircularId", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_circular_receipts_OrganisationId_CircularId",
                table: "circular_receipts",
                columns: new[] { "OrganisationId", "CircularId" });

            migrationBuilder.CreateIndex(
                name: "IX_circulars_Id",
                table: "circulars",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_circulars_OrganisationId_SentAt",
                table: "circulars",
                columns: new[] { "OrganisationId", "SentAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "circular_receipts");

            migrationBuilder.DropTable(
                name: "circulars");
        }
    }
}
