using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CaseDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_drafts",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sealed = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    KeptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_drafts", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_case_drafts_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_case_drafts_AccountId_KeptAt",
                table: "case_drafts",
                columns: new[] { "AccountId", "KeptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_case_drafts_Id",
                table: "case_drafts",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_drafts_KeptAt",
                table: "case_drafts",
                column: "KeptAt");

            migrationBuilder.CreateIndex(
                name: "IX_case_drafts_OrganisationId",
                table: "case_drafts",
                column: "OrganisationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_drafts");
        }
    }
}
