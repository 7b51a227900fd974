using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Sqlite
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
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToId = table.Column<int>(type: "INTEGER", nullable: false),
                    ToName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GivenByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Consent_AskedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Consent_At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Consent_Ground = table.Column<int>(type: "INTEGER", nullable: false),
                    Consent_Words = table.Column<string>(type: "TEXT", nullable: false)
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
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Field = table.Column<int>(type: "INTEGER", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_referral_texts", x => new { x.Region, x.ReferralId, x.Field });
                });

            migrationBuilder.CreateTable(
                name: "case_referrals",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromId = table.Column<int>(type: "INTEGER", nullable: false),
                    ToId = table.Column<int>(type: "INTEGER", nullable: true),
                    ToName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Risk = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Visitors = table.Column<int>(type: "INTEGER", nullable: false),
                    IsUrgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Asks = table.Column<string>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReceivedCaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    Consent_AskedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Consent_At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Consent_Ground = table.Column<int>(type: "INTEGER", nullable: false),
                    Consent_Words = table.Column<string>(type: "TEXT", nullable: false)
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
