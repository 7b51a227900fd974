using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
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
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    DefinitionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Period = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    CorrectionReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    KnownAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    BroughtUp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FiledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    IsCurrent = table.Column<bool>(type: "boolean", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistical_tables", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "table_definitions",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    KeptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    KeptBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    IsNewest = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_definitions", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "table_requests",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    DefinitionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Period = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SentBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    IsWithdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_requests", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "table_signatures",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    TableId = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_signatures", x => new { x.Region, x.TableId, x.Step });
                });

            migrationBuilder.CreateTable(
                name: "table_supplements",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    TableId = table.Column<Guid>(type: "uuid", nullable: false),
                    Row = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Column = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Amount = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    EnteredBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    EnteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
