using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 30,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "persons",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    IdNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IdIndex = table.Column<string>(type: "TEXT", maxLength: 22, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PhoneIndex = table.Column<string>(type: "TEXT", maxLength: 22, nullable: true),
                    SealedWith = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Sex = table.Column<int>(type: "INTEGER", nullable: true),
                    EthnicGroup = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    PoliticalStatus = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Education = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Occupation = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Sector = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Residence = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false)
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
