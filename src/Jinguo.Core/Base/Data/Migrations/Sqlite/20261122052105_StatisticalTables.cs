using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StatisticalTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "statistical_tables",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    DefinitionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    CorrectionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: true),
                    KnownAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    BroughtUp = table.Column<string>(type: "TEXT", nullable: true),
                    FiledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistical_tables", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "table_definitions",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    KeptBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsNewest = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_definitions", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "table_requests",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    DefinitionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_requests", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "table_signatures",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    TableId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_signatures", x => new { x.Region, x.TableId, x.Step });
                });

            migrationBuilder.CreateTable(
                name: "table_supplements",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    TableId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Row = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_supplements", x => new { x.Region, x.TableId, x.Row, x.Column });
                });

            migrationBuilder.CreateIndex(
                name: "IX_statistical_tables_Code_Period",
                table: "statistical_tables",
                columns: new[] { "Code", "Period" });

            migrationBuilder.CreateIndex(
                name: "IX_statistical_tables_Id",
                table: "statistical_tables",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statistical_tables_OrganisationId_Code_Period_Edition",
                table: "statistical_tables",
                columns: new[] { "OrganisationId", "Code", "Period", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_table_definitions_Id",
                table: "table_definitions",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_table_definitions_OrganisationId_Code_Version",
                table: "table_definitions",
                columns: new[] { "OrganisationId", "Code", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_table_requests_Id",
                table: "table_requests",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_table_requests_OrganisationId_Due",
                table: "table_requests",
                columns: new[] { "OrganisationId", "Due" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "statistical_tables");

            migrationBuilder.DropTable(
                name: "table_definitions");

            migrationBuilder.DropTable(
                name: "table_requests");

            migrationBuilder.DropTable(
                name: "table_signatures");

            migrationBuilder.DropTable(
                name: "table_supplements");
        }
    }
}
