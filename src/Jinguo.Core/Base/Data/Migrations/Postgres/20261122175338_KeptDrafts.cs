using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeptDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kept_drafts",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Period = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    Tree = table.Column<int>(type: "integer", nullable: false),
                    Sealed = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    KeptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_drafts", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_kept_drafts_AccountId_KeptAt",
                table: "kept_drafts",
                columns: new[] { "AccountId", "KeptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_kept_drafts_Id",
                table: "kept_drafts",
                column: "Id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept_drafts");
        }
    }
}
