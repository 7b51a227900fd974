using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CaseSharing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_grants",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToId = table.Column<int>(type: "integer", nullable: false),
                    ToName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GivenByName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Consent_AskedBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Consent_At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Consent_Ground = table.Column<int>(type: "integer", nullable: false),
                    Consent_Words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_grants", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_case_grants_organisations_ToId",
                        column: x => x.ToId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_referral_texts",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    ReferralId = table.Column<Guid>(type: "uuid", nullable: false),
                    Field = table.Column<int>(type: "integer", nullable: false),
                    Sealed = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_referral_texts", x => new { x.Region, x.ReferralId, x.Field });
                });

            migrationBuilder.CreateTable(
                name: "case_referrals",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromId = table.Column<int>(type: "integer", nullable: false),
                    ToId = table.Column<int>(type: "integer", nullable: true),
                    ToName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Risk = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Visitors = table.Column<int>(type: "integer", nullable: false),
                    IsUrgent = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "date", nullable: true),
                    Asks = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SentByName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReceivedCaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Answer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Consent_AskedBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Consent_At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Consent_Ground = table.Column<int>(type: "integer", nullable: false),
                    Consent_Words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_referrals", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_case_referrals_organisations_ToId",
                        column: x => x.ToId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_case_grants_CaseId",
                table: "case_grants",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_case_grants_Id",
                table: "case_grants",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_grants_ToId_Until",
                table: "case_grants",
                columns: new[] { "ToId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_case_referrals_CaseId",
                table: "case_referrals",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_case_referrals_Id",
                table: "case_referrals",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_referrals_ReceivedCaseId",
                table: "case_referrals",
                column: "ReceivedCaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_referrals_ToId_State",
                table: "case_referrals",
                columns: new[] { "ToId", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_grants");

            migrationBuilder.DropTable(
                name: "case_referral_texts");

            migrationBuilder.DropTable(
                name: "case_referrals");
        }
    }
}
