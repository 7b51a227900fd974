using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Trail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "changes",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<long>(
                name: "Number",
                table: "changes",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "chain_heads",
                columns: table => new
                {
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    SealedNumber = table.Column<long>(type: "bigint", nullable: false),
                    ArchivedNumber = table.Column<long>(type: "bigint", nullable: false),
                    ArchivedHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chain_heads", x => x.OrganisationId);
                });

            migrationBuilder.CreateTable(
                name: "sealed_heads",
                columns: table => new
                {
                    SealNumber = table.Column<long>(type: "bigint", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sealed_heads", x => new { x.SealNumber, x.OrganisationId });
                });

            migrationBuilder.CreateTable(
                name: "seals",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Heads = table.Column<int>(type: "integer", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seals", x => x.Number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_changes_OrganisationId_Number",
                table: "changes",
                columns: new[] { "OrganisationId", "Number" },
                unique: true,
                filter: "\"Number\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_chain_heads_unsealed",
                table: "chain_heads",
                column: "OrganisationId",
                filter: "\"Number\" <> \"SealedNumber\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The guards are set at every start (TrailSetup) and stand on these columns.
            migrationBuilder.Sql(
                """
                DROP TRIGGER IF EXISTS trail_changes_update ON changes;
                DROP TRIGGER IF EXISTS trail_changes_delete ON changes;
                DROP TRIGGER IF EXISTS trail_changes_truncate ON changes;
                """);

            migrationBuilder.DropTable(
                name: "chain_heads");

            migrationBuilder.DropTable(
                name: "sealed_heads");

            migrationBuilder.DropTable(
                name: "seals");

            migrationBuilder.DropIndex(
                name: "IX_changes_OrganisationId_Number",
                table: "changes");

            migrationBuilder.DropColumn(
                name: "Hash",
                table: "changes");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "changes");
        }
    }
}
