using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Posts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "elections",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    TermId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Expected = table.Column<int>(type: "integer", nullable: true),
                    Present = table.Column<int>(type: "integer", nullable: true),
                    Issued = table.Column<int>(type: "integer", nullable: true),
                    Returned = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_elections", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "posts",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    TermId = table.Column<Guid>(type: "uuid", nullable: false),
                    ElectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Entry = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Departure = table.Column<int>(type: "integer", nullable: true),
                    Note = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Votes = table.Column<int>(type: "integer", nullable: true),
                    IsInPartyCommittee = table.Column<bool>(type: "boolean", nullable: false),
                    IsInVillageCommittee = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_posts", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_posts_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "terms",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Years = table.Column<int>(type: "integer", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    Ended = table.Column<DateOnly>(type: "date", nullable: true),
                    Congress = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    Covers = table.Column<int>(type: "integer", nullable: true),
                    LeadersVacant = table.Column<int>(type: "integer", nullable: false),
                    ExecutivesVacant = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Seats_Executives = table.Column<int>(type: "integer", nullable: false),
                    Seats_FullTimeVices = table.Column<int>(type: "integer", nullable: false),
                    Seats_PartTimeVices = table.Column<int>(type: "integer", nullable: false),
                    Seats_SecondedVices = table.Column<int>(type: "integer", nullable: false),
                    Seats_Standing = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_terms", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_terms_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_elections_Id",
                table: "elections",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_elections_TermId",
                table: "elections",
                column: "TermId");

            migrationBuilder.CreateIndex(
                name: "IX_posts_Id",
                table: "posts",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_posts_OrganisationId_Until",
                table: "posts",
                columns: new[] { "OrganisationId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_posts_PersonId",
                table: "posts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_posts_TermId",
                table: "posts",
                column: "TermId");

            migrationBuilder.CreateIndex(
                name: "IX_terms_Id",
                table: "terms",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_terms_OrganisationId",
                table: "terms",
                column: "OrganisationId",
                unique: true,
                filter: "\"Ended\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_terms_OrganisationId_From",
                table: "terms",
                columns: new[] { "OrganisationId", "From" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "elections");

            migrationBuilder.DropTable(
                name: "posts");

            migrationBuilder.DropTable(
                name: "terms");
        }
    }
}
