using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CaseDues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Calendar",
                table: "cases",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "DueAt",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DueRule",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "IsProvisional",
                table: "cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_cases_Calendar",
                table: "cases",
                column: "Calendar",
                filter: "\"IsProvisional\"");

            migrationBuilder.CreateIndex(
                name: "IX_cases_OrganisationId_DueAt",
                table: "cases",
                columns: new[] { "OrganisationId", "DueAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_cases_Calendar",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_OrganisationId_DueAt",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Calendar",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "DueRule",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "IsProvisional",
                table: "cases");
        }
    }
}
