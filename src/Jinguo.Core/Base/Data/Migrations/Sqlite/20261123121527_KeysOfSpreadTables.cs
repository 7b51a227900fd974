using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeysOfSpreadTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_records_Id",
                table: "records");

            migrationBuilder.DropIndex(
                name: "IX_cases_Id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_OrganisationId_Year_Sequence",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_QueryIndex",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_case_referrals_Id",
                table: "case_referrals");

            migrationBuilder.DropIndex(
                name: "IX_case_referrals_ReceivedCaseId",
                table: "case_referrals");

            migrationBuilder.DropIndex(
                name: "IX_case_recusals_CaseId_AccountId",
                table: "case_recusals");

            migrationBuilder.DropIndex(
                name: "IX_case_openings_Id",
                table: "case_openings");

            migrationBuilder.DropIndex(
                name: "IX_case_grants_Id",
                table: "case_grants");

            migrationBuilder.DropIndex(
                name: "IX_case_files_Id",
                table: "case_files");

            migrationBuilder.DropIndex(
                name: "IX_case_evidence_CaseId",
                table: "case_evidence");

            migrationBuilder.DropIndex(
                name: "IX_case_entries_Id",
                table: "case_entries");

            migrationBuilder.DropIndex(
                name: "IX_case_clock_changes_Id",
                table: "case_clock_changes");

            migrationBuilder.CreateIndex(
                name: "IX_records_Id",
                table: "records",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_cases_Id",
                table: "cases",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_cases_QueryIndex",
                table: "cases",
                column: "QueryIndex");

            migrationBuilder.CreateIndex(
                name: "IX_cases_Region_OrganisationId_Year_Sequence",
                table: "cases",
                columns: new[] { "Region", "OrganisationId", "Year", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_referrals_Id",
                table: "case_referrals",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_case_referrals_ReceivedCaseId",
                table: "case_referrals",
                column: "ReceivedCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_case_recusals_CaseId_AccountId",
                table: "case_recusals",
                columns: new[] { "CaseId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_case_openings_Id",
                table: "case_openings",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_case_grants_Id",
                table: "case_grants",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_case_files_Id",
                table: "case_files",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_case_evidence_CaseId",
                table: "case_evidence",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_case_entries_Id",
                table: "case_entries",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_case_clock_changes_Id",
                table: "case_clock_changes",
                column: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_records_Id",
                table: "records");

            migrationBuilder.DropIndex(
                name: "IX_cases_Id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_QueryIndex",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_Region_OrganisationId_Year_Sequence",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_case_referrals_Id",
                table: "case_referrals");

            migrationBuilder.DropIndex(
                name: "IX_case_referrals_ReceivedCaseId",
                table: "case_referrals");

            migrationBuilder.DropIndex(
                name: "IX_case_recusals_CaseId_AccountId",
                table: "case_recusals");

            migrationBuilder.DropIndex(
                name: "IX_case_openings_Id",
                table: "case_openings");

            migrationBuilder.DropIndex(
                name: "IX_case_grants_Id",
                table: "case_grants");

            migrationBuilder.DropIndex(
                name: "IX_case_files_Id",
                table: "case_files");

            migrationBuilder.DropIndex(
                name: "IX_case_evidence_CaseId",
                table: "case_evidence");

            migrationBuilder.DropIndex(
                name: "IX_case_entries_Id",
                table: "case_entries");

            migrationBuilder.DropIndex(
                name: "IX_case_clock_changes_Id",
                table: "case_clock_changes");

            migrationBuilder.CreateIndex(
                name: "IX_records_Id",
                table: "records",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_Id",
                table: "cases",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_OrganisationId_Year_Sequence",
                table: "cases",
                columns: new[] { "OrganisationId", "Year", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_QueryIndex",
                table: "cases",
                column: "QueryIndex",
                unique: true);

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
                name: "IX_case_recusals_CaseId_AccountId",
                table: "case_recusals",
                columns: new[] { "CaseId", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_openings_Id",
                table: "case_openings",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_grants_Id",
                table: "case_grants",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_files_Id",
                table: "case_files",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_evidence_CaseId",
                table: "case_evidence",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_entries_Id",
                table: "case_entries",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_clock_changes_Id",
                table: "case_clock_changes",
                column: "Id",
                unique: true);
        }
    }
}
