using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Sqlite
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
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Tree = table.Column<int>(type: "INTEGER", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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
