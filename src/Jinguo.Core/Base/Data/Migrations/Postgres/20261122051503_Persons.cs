using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Persons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SealedWith",
                table: "records",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "persons",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    IdNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    IdIndex = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: true, collation: "C"),
                    Phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    PhoneIndex = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: true, collation: "C"),
                    SealedWith = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true, collation: "C"),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Sex = table.Column<int>(type: "integer", nullable: true),
                    EthnicGroup = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    PoliticalStatus = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    Education = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    Occupation = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Sector = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Residence = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_persons", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_persons_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "record_persons",
                columns: table => new
                {
                    Region = table.Column<int>(type: "integer", nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_record_persons", x => new { x.Region, x.RecordId, x.Field, x.Place });
                });

            migrationBuilder.CreateIndex(
                name: "IX_records_SealedWith",
                table: "records",
                column: "SealedWith");

            migrationBuilder.CreateIndex(
                name: "IX_persons_Id",
                table: "persons",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_persons_IdIndex",
                table: "persons",
                column: "IdIndex",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_persons_OrganisationId_Name",
                table: "persons",
                columns: new[] { "OrganisationId", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_persons_PhoneIndex",
                table: "persons",
                column: "PhoneIndex");

            migrationBuilder.CreateIndex(
                name: "IX_persons_SealedWith",
                table: "persons",
                column: "SealedWith");

            migrationBuilder.CreateIndex(
                name: "IX_record_persons_PersonId",
                table: "record_persons",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_record_persons_RecordId",
                table: "record_persons",
                column: "RecordId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "persons");

            migrationBuilder.DropTable(
                name: "record_persons");

            migrationBuilder.DropIndex(
                name: "IX_records_SealedWith",
                table: "records");

            migrationBuilder.DropColumn(
                name: "SealedWith",
                table: "records");
        }
    }
}
