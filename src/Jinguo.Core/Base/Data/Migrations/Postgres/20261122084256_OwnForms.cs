using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OwnForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Additions",
                table: "records",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Kept",
                table: "pack_versions",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "OrganisationId",
                table: "pack_versions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "pack_versions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidFrom",
                table: "pack_versions",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidTo",
                table: "pack_versions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OrganisationId",
                table: "measures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "form_drafts",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_form_drafts", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_form_drafts_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pack_versions_OrganisationId",
                table: "pack_versions",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_form_drafts_Code",
                table: "form_drafts",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_form_drafts_Id",
                table: "form_drafts",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_form_drafts_OrganisationId_Name",
                table: "form_drafts",
                columns: new[] { "OrganisationId", "Name" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "form_drafts");

            migrationBuilder.DropIndex(
                name: "IX_pack_versions_OrganisationId",
                table: "pack_versions");

            migrationBuilder.DropColumn(
                name: "Additions",
                table: "records");

            migrationBuilder.DropColumn(
                name: "Kept",
                table: "pack_versions");

            migrationBuilder.DropColumn(
                name: "OrganisationId",
                table: "pack_versions");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "pack_versions");

            migrationBuilder.DropColumn(
                name: "ValidFrom",
                table: "pack_versions");

            migrationBuilder.DropColumn(
                name: "ValidTo",
                table: "pack_versions");

            migrationBuilder.DropColumn(
                name: "OrganisationId",
                table: "measures");
        }
    }
}
