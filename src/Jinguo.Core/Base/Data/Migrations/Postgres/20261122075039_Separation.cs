using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Separation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Pending",
                table: "accounts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "role_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_role_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_role_requests_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "role_request_steps",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    Role = table.Column<int>(type: "integer", nullable: false),
                    Scope = table.Column<int>(type: "integer", nullable: false),
                    Gives = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_role_request_steps", x => new { x.RequestId, x.OrganisationId, x.Role });
                    table.ForeignKey(
                        name: "FK_role_request_steps_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_role_request_steps_role_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "role_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_changes_AccountId_Id",
                table: "changes",
                columns: new[] { "AccountId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_changes_Id",
                table: "changes",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_role_request_steps_OrganisationId",
                table: "role_request_steps",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_role_requests_AccountId",
                table: "role_requests",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_role_requests_State_Id",
                table: "role_requests",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_role_requests_waiting",
                table: "role_requests",
                column: "AccountId",
                unique: true,
                filter: "\"State\" = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "role_request_steps");

            migrationBuilder.DropTable(
                name: "role_requests");

            migrationBuilder.DropIndex(
                name: "IX_changes_AccountId_Id",
                table: "changes");

            migrationBuilder.DropIndex(
                name: "IX_changes_Id",
                table: "changes");

            migrationBuilder.DropColumn(
                name: "Pending",
                table: "accounts");
        }
    }
}
