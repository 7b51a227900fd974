using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
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
                    Region = table.Column<int>(type: "integer", nullable: false),
                    CircularId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReceivedBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    Answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnsweredBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_circular_receipts", x => new { x.Region, x.CircularId, x.OrganisationId });
                });

            migrationBuilder.CreateTable(
                name: "circulars",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false, collation: "C"),
                    Files = table.Column<string>(type: "character varying(185)", maxLength: 185, nullable: false, collation: "C"),
                    NeedsAnswer = table.Column<bool>(type: "boolean", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: true),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SentBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
