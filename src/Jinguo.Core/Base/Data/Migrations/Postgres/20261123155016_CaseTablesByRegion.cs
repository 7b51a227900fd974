using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CaseTablesByRegion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_persons_OrganisationId_Name",
                table: "persons");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_minutes_DayId",
                table: "case_reception_minutes");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_days_Id",
                table: "case_reception_days");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_days_OrganisationId_Day",
                table: "case_reception_days");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_days_OrganisationId_Month",
                table: "case_reception_days");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_bookings_DayId_Sequence",
                table: "case_reception_bookings");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_bookings_Id",
                table: "case_reception_bookings");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_bookings_IntakeKey",
                table: "case_reception_bookings");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_addenda_Id",
                table: "case_reception_addenda");

            migrationBuilder.DropIndex(
                name: "IX_case_drafts_Id",
                table: "case_drafts");

            migrationBuilder.DropIndex(
                name: "IX_case_destructions_Id",
                table: "case_destructions");

            migrationBuilder.AddColumn<bool>(
                name: "IsForeign",
                table: "organisation_edges",
                type: "boolean",
                nullable: false,
                computedColumnSql: "strpos(\"Path\", '/' || CAST(\"Region\" AS text) || '/') = 0",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "IX_persons_Name_OrganisationId",
                table: "persons",
                columns: new[] { "Name", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_persons_OrganisationId",
                table: "persons",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_edges_Path_foreign",
                table: "organisation_edges",
                column: "Path",
                filter: "\"IsForeign\"");

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_minutes_DayId",
                table: "case_reception_minutes",
                column: "DayId");

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_days_Id",
                table: "case_reception_days",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_days_OrganisationId",
                table: "case_reception_days",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_days_Region_OrganisationId_Day",
                table: "case_reception_days",
                columns: new[] { "Region", "OrganisationId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_days_Region_OrganisationId_Month",
                table: "case_reception_days",
                columns: new[] { "Region", "OrganisationId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_bookings_DayId",
                table: "case_reception_bookings",
                column: "DayId");

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_bookings_Id",
                table: "case_reception_bookings",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_bookings_IntakeKey",
                table: "case_reception_bookings",
                column: "IntakeKey");

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_bookings_Region_DayId_Sequence",
                table: "case_reception_bookings",
                columns: new[] { "Region", "DayId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_bookings_Region_IntakeKey",
                table: "case_reception_bookings",
                columns: new[] { "Region", "IntakeKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_addenda_Id",
                table: "case_reception_addenda",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_case_drafts_Id",
                table: "case_drafts",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_case_destructions_Id",
                table: "case_destructions",
                column: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_persons_Name_OrganisationId",
                table: "persons");

            migrationBuilder.DropIndex(
                name: "IX_persons_OrganisationId",
                table: "persons");

            migrationBuilder.DropIndex(
                name: "IX_organisation_edges_Path_foreign",
                table: "organisation_edges");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_minutes_DayId",
                table: "case_reception_minutes");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_days_Id",
                table: "case_reception_days");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_days_OrganisationId",
                table: "case_reception_days");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_days_Region_OrganisationId_Day",
                table: "case_reception_days");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_days_Region_OrganisationId_Month",
                table: "case_reception_days");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_bookings_DayId",
                table: "case_reception_bookings");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_bookings_Id",
                table: "case_reception_bookings");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_bookings_IntakeKey",
                table: "case_reception_bookings");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_bookings_Region_DayId_Sequence",
                table: "case_reception_bookings");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_bookings_Region_IntakeKey",
                table: "case_reception_bookings");

            migrationBuilder.DropIndex(
                name: "IX_case_reception_addenda_Id",
                table: "case_reception_addenda");

            migrationBuilder.DropIndex(
                name: "IX_case_drafts_Id",
                table: "case_drafts");

            migrationBuilder.DropIndex(
                name: "IX_case_destructions_Id",
                table: "case_destructions");

            migrationBuilder.DropColumn(
                name: "IsForeign",
                table: "organisation_edges");

            migrationBuilder.CreateIndex(
                name: "IX_persons_OrganisationId_Name",
                table: "persons",
                columns: new[] { "OrganisationId", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_minutes_DayId",
                table: "case_reception_minutes",
                column: "DayId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_days_Id",
                table: "case_reception_days",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_days_OrganisationId_Day",
                table: "case_reception_days",
                columns: new[] { "OrganisationId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_days_OrganisationId_Month",
                table: "case_reception_days",
                columns: new[] { "OrganisationId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_bookings_DayId_Sequence",
                table: "case_reception_bookings",
                columns: new[] { "DayId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_bookings_Id",
                table: "case_reception_bookings",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_bookings_IntakeKey",
                table: "case_reception_bookings",
                column: "IntakeKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_addenda_Id",
                table: "case_reception_addenda",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_drafts_Id",
                table: "case_drafts",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_destructions_Id",
                table: "case_destructions",
                column: "Id",
                unique: true);
        }
    }
}
