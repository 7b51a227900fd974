using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CaseLooking : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsMinor",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsMinor",
                table: "case_referrals",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "case_openings",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsEmergency = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    JudgedByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    JudgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_openings", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_case_openings_AccountId_EndsAt",
                table: "case_openings",
                columns: new[] { "AccountId", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_case_openings_CaseId_AccountId",
                table: "case_openings",
                columns: new[] { "CaseId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_case_openings_Id",
                table: "case_openings",
                column: "Id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_openings");

            migrationBuilder.DropColumn(
                name: "IsMinor",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "IsMinor",
                table: "case_referrals");
        }
    }
}
