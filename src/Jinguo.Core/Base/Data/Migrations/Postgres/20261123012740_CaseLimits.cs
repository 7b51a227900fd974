using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CaseLimits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Months",
                table: "case_entries",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Satisfaction",
                table: "case_entries",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "case_clock_changes",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Start = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    First = table.Column<DateOnly>(type: "date", nullable: true),
                    Last = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    AskedByName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    JudgedByName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    JudgedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ToldOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_clock_changes", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "case_limits",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    Rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Days = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_limits", x => new { x.Region, x.OrganisationId, x.Rule });
                    table.ForeignKey(
                        name: "FK_case_limits_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_case_clock_changes_CaseId",
                table: "case_clock_changes",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_case_clock_changes_Id",
                table: "case_clock_changes",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_limits_OrganisationId",
                table: "case_limits",
                column: "OrganisationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_clock_changes");

            migrationBuilder.DropTable(
                name: "case_limits");

            migrationBuilder.DropColumn(
                name: "Months",
                table: "case_entries");

            migrationBuilder.DropColumn(
                name: "Satisfaction",
                table: "case_entries");
        }
    }
}
