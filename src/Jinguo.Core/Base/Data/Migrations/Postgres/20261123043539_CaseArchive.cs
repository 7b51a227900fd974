using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CaseArchive : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "DestroyedAt",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DestructionId",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "KeepUntil",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Retention",
                table: "cases",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "case_destructions",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposedByName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    ProposedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    JudgedByName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    JudgedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_destructions", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_case_destructions_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_retention_rules",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    Category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Term = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_retention_rules", x => new { x.Region, x.OrganisationId, x.Category });
                    table.ForeignKey(
                        name: "FK_case_retention_rules_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cases_DestructionId",
                table: "cases",
                column: "DestructionId");

            migrationBuilder.CreateIndex(
                name: "IX_cases_OrganisationId_KeepUntil",
                table: "cases",
                columns: new[] { "OrganisationId", "KeepUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_case_destructions_Id",
                table: "case_destructions",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_destructions_OrganisationId_ProposedAt",
                table: "case_destructions",
                columns: new[] { "OrganisationId", "ProposedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_case_retention_rules_OrganisationId",
                table: "case_retention_rules",
                column: "OrganisationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_destructions");

            migrationBuilder.DropTable(
                name: "case_retention_rules");

            migrationBuilder.DropIndex(
                name: "IX_cases_DestructionId",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_OrganisationId_KeepUntil",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "DestroyedAt",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "DestructionId",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "KeepUntil",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Retention",
                table: "cases");
        }
    }
}
