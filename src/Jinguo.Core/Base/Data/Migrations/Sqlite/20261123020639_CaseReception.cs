using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CaseReception : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_reception_addenda",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DayId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_reception_addenda", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "case_reception_bookings",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    DayId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IntakeKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    Phone = table.Column<string>(type: "TEXT", nullable: true),
                    Matter = table.Column<string>(type: "TEXT", nullable: true),
                    BookedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    BookedByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    BookedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attendance = table.Column<int>(type: "INTEGER", nullable: false),
                    Said = table.Column<string>(type: "TEXT", nullable: true),
                    SaidAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_reception_bookings", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "case_reception_days",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MovedFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Arrangement_From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Arrangement_Leader = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Arrangement_Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Arrangement_To = table.Column<TimeOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_reception_days", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_case_reception_days_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_reception_minutes",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    DayId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Receivers = table.Column<string>(type: "TEXT", nullable: false),
                    Visitors = table.Column<int>(type: "INTEGER", nullable: false),
                    Agreed = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    FinalAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinalByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_reception_minutes", x => new { x.Region, x.DayId });
                });

            migrationBuilder.CreateTable(
                name: "case_reception_rules",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    DayOfMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    MostBookings = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Usual_From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Usual_Leader = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Usual_Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Usual_To = table.Column<TimeOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_reception_rules", x => new { x.Region, x.OrganisationId });
                    table.ForeignKey(
                        name: "FK_case_reception_rules_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_addenda_DayId",
                table: "case_reception_addenda",
                column: "DayId");

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_addenda_Id",
                table: "case_reception_addenda",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_bookings_CaseId",
                table: "case_reception_bookings",
                column: "CaseId");

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
                name: "IX_case_reception_minutes_DayId",
                table: "case_reception_minutes",
                column: "DayId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_reception_rules_OrganisationId",
                table: "case_reception_rules",
                column: "OrganisationId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_reception_addenda");

            migrationBuilder.DropTable(
                name: "case_reception_bookings");

            migrationBuilder.DropTable(
                name: "case_reception_days");

            migrationBuilder.DropTable(
                name: "case_reception_minutes");

            migrationBuilder.DropTable(
                name: "case_reception_rules");
        }
    }
}
