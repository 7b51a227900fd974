using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jinguo.Core.Base.Data.Migrations.Sqlite
{
    /// <summary>
    /// The schema as it was with reception days: the thirty migrations until then in one, made before the first release. It bears the
    /// name of the last of them, so a database that has that one goes on from there.
    /// </summary>
    public partial class CaseReception : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: false),
                    Disabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Pending = table.Column<bool>(type: "INTEGER", nullable: false),
                    InitialPassword = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CodeSecret = table.Column<string>(type: "TEXT", nullable: true),
                    CodeStep = table.Column<long>(type: "INTEGER", nullable: false),
                    RecoveryCodes = table.Column<string>(type: "TEXT", nullable: true),
                    FailedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    LockedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastSignIn = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "case_clock_changes",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    First = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Last = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    JudgedByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    JudgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ToldOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_clock_changes", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "case_entries",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<int>(type: "INTEGER", nullable: true),
                    Step = table.Column<int>(type: "INTEGER", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: true),
                    Satisfaction = table.Column<int>(type: "INTEGER", nullable: true),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false),
                    StruckAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StruckByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    StruckReason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_entries", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "case_offices",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_offices", x => new { x.Region, x.OrganisationId });
                });

            migrationBuilder.CreateTable(
                name: "case_openings",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsEmergency = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    JudgedByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    JudgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_openings", x => new { x.Region, x.Id });
                });

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
                name: "case_recusals",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_recusals", x => new { x.Region, x.CaseId, x.AccountId });
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
                name: "case_texts",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Field = table.Column<int>(type: "INTEGER", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_texts", x => new { x.Region, x.CaseId, x.Field });
                });

            migrationBuilder.CreateTable(
                name: "chain_heads",
                columns: table => new
                {
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SealedNumber = table.Column<long>(type: "INTEGER", nullable: false),
                    ArchivedNumber = table.Column<long>(type: "INTEGER", nullable: false),
                    ArchivedHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chain_heads", x => x.OrganisationId);
                });

            migrationBuilder.CreateTable(
                name: "changes",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Fields = table.Column<string>(type: "TEXT", nullable: true),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_changes", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "circular_receipts",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    CircularId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReceivedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_circular_receipts", x => new { x.Region, x.CircularId, x.OrganisationId });
                });

            migrationBuilder.CreateTable(
                name: "client_keys",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_client_keys", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "corrections",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SourceKind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_corrections", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "counted_persons",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Tree = table.Column<int>(type: "INTEGER", nullable: false),
                    MeasureId = table.Column<int>(type: "INTEGER", nullable: false),
                    Option = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Facts = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counted_persons", x => new { x.Region, x.OrganisationId, x.MeasureId, x.Tree, x.Option, x.Month, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "elections",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    TermId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Expected = table.Column<int>(type: "INTEGER", nullable: true),
                    Present = table.Column<int>(type: "INTEGER", nullable: true),
                    Issued = table.Column<int>(type: "INTEGER", nullable: true),
                    Returned = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_elections", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "facts",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeasureId = table.Column<int>(type: "INTEGER", nullable: false),
                    Option = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    Hedge = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    SourceKind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DefinitionVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    PostedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PostedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reverses = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facts", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "highlights",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceKind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_highlights", x => new { x.Region, x.SourceKind, x.SourceId });
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Input = table.Column<string>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: true),
                    Message = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Progress = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "kept_drafts",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Tree = table.Column<int>(type: "INTEGER", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_drafts", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "key_marks",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_key_marks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "measures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Decimals = table.Column<int>(type: "INTEGER", nullable: false),
                    Formula = table.Column<string>(type: "TEXT", nullable: true),
                    BreakdownName = table.Column<string>(type: "TEXT", nullable: true),
                    IsSensitive = table.Column<bool>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Pack = table.Column<string>(type: "TEXT", nullable: false),
                    Group = table.Column<string>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Synonyms = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Initials = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<int>(type: "INTEGER", nullable: true),
                    Path = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_organisations_organisations_ParentId",
                        column: x => x.ParentId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pack_versions",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Kept = table.Column<string>(type: "TEXT", nullable: true),
                    LoadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pack_versions", x => new { x.Code, x.Version });
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

            migrationBuilder.CreateTable(
                name: "report_drafts",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    Snapshot = table.Column<int>(type: "INTEGER", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_drafts", x => new { x.Region, x.ReportId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "report_snapshots",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_snapshots", x => new { x.Region, x.ReportId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "report_templates",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_templates", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "reports",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Template = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Tree = table.Column<int>(type: "INTEGER", nullable: false),
                    TemplateFileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Drafts = table.Column<int>(type: "INTEGER", nullable: false),
                    Snapshots = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reports", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "sealed_heads",
                columns: table => new
                {
                    SealNumber = table.Column<long>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sealed_heads", x => new { x.SealNumber, x.OrganisationId });
                });

            migrationBuilder.CreateTable(
                name: "seals",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Heads = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seals", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "search_entries",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_entries", x => new { x.Region, x.SourceId });
                });

            migrationBuilder.CreateTable(
                name: "statistical_tables",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    DefinitionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    CorrectionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: true),
                    KnownAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    BroughtUp = table.Column<string>(type: "TEXT", nullable: true),
                    FiledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistical_tables", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "stored_files",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stored_files", x => new { x.Region, x.Id });
                });

            // Without row numbers: the table is its key's tree, and reading a cell costs one way down instead of two.
            migrationBuilder.Sql("""
                CREATE TABLE sums (
                    "Region" INTEGER NOT NULL, "OrganisationId" INTEGER NOT NULL, "Tree" INTEGER NOT NULL, "MonthOrYear" INTEGER NOT NULL, "MeasureId" INTEGER NOT NULL, "Option" INTEGER NOT NULL, "Stripe" INTEGER NOT NULL,
                    "Value" INTEGER NOT NULL, "Facts" INTEGER NOT NULL, "AtLeast" INTEGER NOT NULL, "JustBelow" INTEGER NOT NULL, "About" INTEGER NOT NULL, "Words" INTEGER NOT NULL,
                    "FirstPosted" TEXT NOT NULL, "LastPosted" TEXT NOT NULL,
                    CONSTRAINT "PK_sums" PRIMARY KEY ("Region", "OrganisationId", "Tree", "MonthOrYear", "MeasureId", "Option", "Stripe")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "table_definitions",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    KeptBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsNewest = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_definitions", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "table_requests",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    DefinitionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_requests", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "table_signatures",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    TableId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_signatures", x => new { x.Region, x.TableId, x.Step });
                });

            migrationBuilder.CreateTable(
                name: "table_supplements",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    TableId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Row = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_supplements", x => new { x.Region, x.TableId, x.Row, x.Column });
                });

            migrationBuilder.CreateTable(
                name: "taught_words",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Figure = table.Column<string>(type: "TEXT", maxLength: 130, nullable: true),
                    TaughtAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TaughtBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_taught_words", x => new { x.Region, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "role_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
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
                name: "sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Device = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sessions_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measure_definitions",
                columns: table => new
                {
                    MeasureId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", nullable: true),
                    DocumentNumber = table.Column<string>(type: "TEXT", nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measure_definitions", x => new { x.MeasureId, x.Version });
                    table.ForeignKey(
                        name: "FK_measure_definitions_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measure_options",
                columns: table => new
                {
                    MeasureId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measure_options", x => new { x.MeasureId, x.Number });
                    table.ForeignKey(
                        name: "FK_measure_options_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "passed_remainders",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    HalfYear = table.Column<int>(type: "INTEGER", nullable: false),
                    MeasureId = table.Column<int>(type: "INTEGER", nullable: false),
                    Option = table.Column<int>(type: "INTEGER", nullable: false),
                    FromPool = table.Column<bool>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceiverId = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passed_remainders", x => new { x.Region, x.HalfYear, x.MeasureId, x.Option, x.FromPool, x.OrganisationId, x.ReceiverId });
                    table.ForeignKey(
                        name: "FK_passed_remainders_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_tokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rights = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastUsed = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_tokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_access_tokens_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_access_tokens_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_drafts",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_drafts", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_case_drafts_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "case_limits",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_limits", x => new { x.Region, x.OrganisationId, x.Rule });
                    table.ForeignKey(
                        name: "FK_case_limits_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                    IsMinor = table.Column<bool>(type: "INTEGER", nullable: false),
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

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Risk = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Handler = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferedTo = table.Column<Guid>(type: "TEXT", nullable: true),
                    Visitors = table.Column<int>(type: "INTEGER", nullable: false),
                    IsRepeat = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsAnonymous = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsByProxy = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsSkippingLevel = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsMinor = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsUrgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TransferredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IdIndex = table.Column<string>(type: "TEXT", maxLength: 22, nullable: true),
                    PhoneIndex = table.Column<string>(type: "TEXT", maxLength: 22, nullable: true),
                    QueryIndex = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    NextStepDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DueRule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    IsProvisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    Calendar = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_cases_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "circulars",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    Files = table.Column<string>(type: "TEXT", maxLength: 185, nullable: false),
                    NeedsAnswer = table.Column<bool>(type: "INTEGER", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_circulars", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_circulars_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "closings",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReopenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReopenedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ReopenReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closings", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_closings_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "form_drafts",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_form_drafts", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_form_drafts_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "former_names",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_former_names", x => new { x.Region, x.OrganisationId, x.LastDay });
                    table.ForeignKey(
                        name: "FK_former_names_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    ByOrganisationId = table.Column<int>(type: "INTEGER", nullable: true),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Matching = table.Column<string>(type: "TEXT", nullable: false),
                    Findings = table.Column<string>(type: "TEXT", nullable: true),
                    Read = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    AlreadyThere = table.Column<int>(type: "INTEGER", nullable: false),
                    Bad = table.Column<int>(type: "INTEGER", nullable: false),
                    JobId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_imports_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_hooks",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Product = table.Column<int>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Secret = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Groups = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Hour = table.Column<int>(type: "INTEGER", nullable: false),
                    TakenOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    AgainAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FailedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_hooks", x => new { x.Region, x.OrganisationId });
                    table.ForeignKey(
                        name: "FK_notice_hooks_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "old_figures",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OldReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    MeasureId = table.Column<int>(type: "INTEGER", nullable: false),
                    Option = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    Hedge = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Quote = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Offset = table.Column<int>(type: "INTEGER", nullable: false),
                    StruckAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StruckBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    StruckReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_old_figures", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_old_figures_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_old_figures_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "old_reports",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_old_reports", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_old_reports_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisation_edges",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ParentId = table.Column<int>(type: "INTEGER", nullable: true),
                    Path = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisation_edges", x => new { x.Region, x.OrganisationId, x.ValidFrom });
                    table.ForeignKey(
                        name: "FK_organisation_edges_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "posts",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    TermId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ElectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Entry = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Departure = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Votes = table.Column<int>(type: "INTEGER", nullable: true),
                    IsInPartyCommittee = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsInVillageCommittee = table.Column<bool>(type: "INTEGER", nullable: false)
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
                name: "records",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TypeCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TypeVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Additions = table.Column<string>(type: "TEXT", nullable: true),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredByOrganisationId = table.Column<int>(type: "INTEGER", nullable: true),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NextVisit = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Values = table.Column<string>(type: "TEXT", nullable: false),
                    SealedWith = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    PersonalText = table.Column<string>(type: "TEXT", nullable: false),
                    Review = table.Column<int>(type: "INTEGER", nullable: false),
                    Counted = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    HighlightText = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Likeness = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_records", x => new { x.Region, x.Id });
                    table.ForeignKey(
                        name: "FK_records_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "role_assignments",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Scope = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_role_assignments", x => new { x.AccountId, x.OrganisationId, x.Role });
                    table.ForeignKey(
                        name: "FK_role_assignments_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_role_assignments_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "terms",
                columns: table => new
                {
                    Region = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Years = table.Column<int>(type: "INTEGER", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Ended = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Congress = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Covers = table.Column<int>(type: "INTEGER", nullable: true),
                    LeadersVacant = table.Column<int>(type: "INTEGER", nullable: false),
                    ExecutivesVacant = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Seats_Executives = table.Column<int>(type: "INTEGER", nullable: false),
                    Seats_FullTimeVices = table.Column<int>(type: "INTEGER", nullable: false),
                    Seats_PartTimeVices = table.Column<int>(type: "INTEGER", nullable: false),
                    Seats_SecondedVices = table.Column<int>(type: "INTEGER", nullable: false),
                    Seats_Standing = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "role_request_steps",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Scope = table.Column<int>(type: "INTEGER", nullable: false),
                    Gives = table.Column<bool>(type: "INTEGER", nullable: false)
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
                name: "IX_access_tokens_AccountId",
                table: "access_tokens",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_access_tokens_OrganisationId",
                table: "access_tokens",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_NormalizedUserName",
                table: "accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_clock_changes_CaseId",
                table: "case_clock_changes",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_case_clock_changes_Id",
                table: "case_clock_changes",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_drafts_AccountId_KeptAt",
                table: "case_drafts",
                columns: new[] { "AccountId", "KeptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_case_drafts_Id",
                table: "case_drafts",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_drafts_KeptAt",
                table: "case_drafts",
                column: "KeptAt");

            migrationBuilder.CreateIndex(
                name: "IX_case_drafts_OrganisationId",
                table: "case_drafts",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_case_entries_CaseId_At",
                table: "case_entries",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_case_entries_Id",
                table: "case_entries",
                column: "Id",
                unique: true);

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
                name: "IX_case_limits_OrganisationId",
                table: "case_limits",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_case_offices_OrganisationId",
                table: "case_offices",
                column: "OrganisationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_openings_AccountId_EndsAt",
                table: "case_openings",
                columns: new[] { "AccountId", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_case_openings_CaseId_AccountId",
                table: "case_openings",
                columns: new[] { "CaseId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_case_openings_Id",
                table: "case_openings",
                column: "Id",
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_case_recusals_CaseId_AccountId",
                table: "case_recusals",
                columns: new[] { "CaseId", "AccountId" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_cases_Calendar",
                table: "cases",
                column: "Calendar",
                filter: "\"IsProvisional\"");

            migrationBuilder.CreateIndex(
                name: "IX_cases_Id",
                table: "cases",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_OrganisationId_DueAt",
                table: "cases",
                columns: new[] { "OrganisationId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_OrganisationId_IdIndex",
                table: "cases",
                columns: new[] { "OrganisationId", "IdIndex" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_OrganisationId_PhoneIndex",
                table: "cases",
                columns: new[] { "OrganisationId", "PhoneIndex" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_OrganisationId_Stage_ReceivedAt",
                table: "cases",
                columns: new[] { "OrganisationId", "Stage", "ReceivedAt" });

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
                name: "IX_chain_heads_unsealed",
                table: "chain_heads",
                column: "OrganisationId",
                filter: "\"Number\" <> \"SealedNumber\"");

            migrationBuilder.CreateIndex(
                name: "IX_changes_AccountId_Id",
                table: "changes",
                columns: new[] { "AccountId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_changes_Id",
                table: "changes",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_changes_OrganisationId_At",
                table: "changes",
                columns: new[] { "OrganisationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_changes_OrganisationId_Number",
                table: "changes",
                columns: new[] { "OrganisationId", "Number" },
                unique: true,
                filter: "\"Number\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_changes_SubjectKind_SubjectId",
                table: "changes",
                columns: new[] { "SubjectKind", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_circular_receipts_CircularId_OrganisationId",
                table: "circular_receipts",
                columns: new[] { "CircularId", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_circular_receipts_OrganisationId_CircularId",
                table: "circular_receipts",
                columns: new[] { "OrganisationId", "CircularId" });

            migrationBuilder.CreateIndex(
                name: "IX_circulars_Id",
                table: "circulars",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_circulars_OrganisationId_SentAt",
                table: "circulars",
                columns: new[] { "OrganisationId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_closings_Id",
                table: "closings",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_closings_OrganisationId_Through",
                table: "closings",
                columns: new[] { "OrganisationId", "Through" });

            migrationBuilder.CreateIndex(
                name: "IX_corrections_Path_At",
                table: "corrections",
                columns: new[] { "Path", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_corrections_SourceId_SourceKind",
                table: "corrections",
                columns: new[] { "SourceId", "SourceKind" });

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
                name: "IX_facts_MeasureId_Day_Path",
                table: "facts",
                columns: new[] { "MeasureId", "Day", "Path" });

            migrationBuilder.CreateIndex(
                name: "IX_facts_Region_Reverses",
                table: "facts",
                columns: new[] { "Region", "Reverses" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_facts_SourceId_SourceKind",
                table: "facts",
                columns: new[] { "SourceId", "SourceKind" });

            migrationBuilder.CreateIndex(
                name: "IX_form_drafts_Code",
                table: "form_drafts",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_form_drafts_Id",
                table: "form_drafts",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_form_drafts_OrganisationId_Name",
                table: "form_drafts",
                columns: new[] { "OrganisationId", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_former_names_OrganisationId_LastDay",
                table: "former_names",
                columns: new[] { "OrganisationId", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_highlights_OrganisationId_Day",
                table: "highlights",
                columns: new[] { "OrganisationId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_imports_Id",
                table: "imports",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_imports_OrganisationId_CreatedAt",
                table: "imports",
                columns: new[] { "OrganisationId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_Id",
                table: "jobs",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_jobs_State_CreatedAt",
                table: "jobs",
                columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_kept_drafts_AccountId_KeptAt",
                table: "kept_drafts",
                columns: new[] { "AccountId", "KeptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_kept_drafts_Id",
                table: "kept_drafts",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_measure_options_MeasureId_Code",
                table: "measure_options",
                columns: new[] { "MeasureId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_measures_Code",
                table: "measures",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_hooks_IsOn_TakenOn",
                table: "notice_hooks",
                columns: new[] { "IsOn", "TakenOn" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_hooks_OrganisationId",
                table: "notice_hooks",
                column: "OrganisationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_old_figures_Id",
                table: "old_figures",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_old_figures_MeasureId_To",
                table: "old_figures",
                columns: new[] { "MeasureId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_old_figures_OldReportId_Offset",
                table: "old_figures",
                columns: new[] { "OldReportId", "Offset" });

            migrationBuilder.CreateIndex(
                name: "IX_old_figures_OrganisationId",
                table: "old_figures",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_old_reports_Id",
                table: "old_reports",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_old_reports_OrganisationId_AddedAt",
                table: "old_reports",
                columns: new[] { "OrganisationId", "AddedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_organisation_edges_OrganisationId",
                table: "organisation_edges",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_edges_Path",
                table: "organisation_edges",
                column: "Path");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_Code",
                table: "organisations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_organisations_ParentId_Order_Code",
                table: "organisations",
                columns: new[] { "ParentId", "Order", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_organisations_Path",
                table: "organisations",
                column: "Path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pack_versions_OrganisationId",
                table: "pack_versions",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_passed_remainders_MeasureId_HalfYear_Option",
                table: "passed_remainders",
                columns: new[] { "MeasureId", "HalfYear", "Option" });

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
                name: "IX_record_persons_PersonId",
                table: "record_persons",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_record_persons_RecordId",
                table: "record_persons",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_records_Day",
                table: "records",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_records_Id",
                table: "records",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_records_ImportId",
                table: "records",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_records_Likeness",
                table: "records",
                column: "Likeness");

            migrationBuilder.CreateIndex(
                name: "IX_records_NextVisit",
                table: "records",
                column: "NextVisit");

            migrationBuilder.CreateIndex(
                name: "IX_records_OrganisationId_TypeCode_Day",
                table: "records",
                columns: new[] { "OrganisationId", "TypeCode", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_records_Review_OrganisationId_UpdatedAt",
                table: "records",
                columns: new[] { "Review", "OrganisationId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_records_SealedWith",
                table: "records",
                column: "SealedWith");

            migrationBuilder.CreateIndex(
                name: "IX_records_TypeCode_Day",
                table: "records",
                columns: new[] { "TypeCode", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_report_snapshots_Hash",
                table: "report_snapshots",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_report_templates_Id",
                table: "report_templates",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_templates_OrganisationId_Name",
                table: "report_templates",
                columns: new[] { "OrganisationId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reports_Id",
                table: "reports",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reports_OrganisationId_ChangedAt",
                table: "reports",
                columns: new[] { "OrganisationId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_role_assignments_OrganisationId",
                table: "role_assignments",
                column: "OrganisationId");

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

            migrationBuilder.CreateIndex(
                name: "IX_search_entries_Number",
                table: "search_entries",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_search_entries_OrganisationId_Day",
                table: "search_entries",
                columns: new[] { "OrganisationId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_sessions_AccountId",
                table: "sessions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_statistical_tables_Code_Period",
                table: "statistical_tables",
                columns: new[] { "Code", "Period" });

            migrationBuilder.CreateIndex(
                name: "IX_statistical_tables_Id",
                table: "statistical_tables",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statistical_tables_OrganisationId_Code_Period_Edition",
                table: "statistical_tables",
                columns: new[] { "OrganisationId", "Code", "Period", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stored_files_Id",
                table: "stored_files",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stored_files_OrganisationId",
                table: "stored_files",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_table_definitions_Id",
                table: "table_definitions",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_table_definitions_OrganisationId_Code_Version",
                table: "table_definitions",
                columns: new[] { "OrganisationId", "Code", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_table_requests_Id",
                table: "table_requests",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_table_requests_OrganisationId_Due",
                table: "table_requests",
                columns: new[] { "OrganisationId", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_taught_words_Id",
                table: "taught_words",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_taught_words_OrganisationId_Kind_Text_Unit",
                table: "taught_words",
                columns: new[] { "OrganisationId", "Kind", "Text", "Unit" },
                unique: true);

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

            // The words themselves: contentless, written and deleted by number. Single characters are prefixes of pairs: h and four letters.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE search_words USING fts5(words, persons, content='', contentless_delete=1, tokenize='ascii', prefix='5');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE search_words;");

            migrationBuilder.DropTable(
                name: "access_tokens");

            migrationBuilder.DropTable(
                name: "case_clock_changes");

            migrationBuilder.DropTable(
                name: "case_drafts");

            migrationBuilder.DropTable(
                name: "case_entries");

            migrationBuilder.DropTable(
                name: "case_grants");

            migrationBuilder.DropTable(
                name: "case_limits");

            migrationBuilder.DropTable(
                name: "case_offices");

            migrationBuilder.DropTable(
                name: "case_openings");

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

            migrationBuilder.DropTable(
                name: "case_recusals");

            migrationBuilder.DropTable(
                name: "case_referral_texts");

            migrationBuilder.DropTable(
                name: "case_referrals");

            migrationBuilder.DropTable(
                name: "case_texts");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "chain_heads");

            migrationBuilder.DropTable(
                name: "changes");

            migrationBuilder.DropTable(
                name: "circular_receipts");

            migrationBuilder.DropTable(
                name: "circulars");

            migrationBuilder.DropTable(
                name: "client_keys");

            migrationBuilder.DropTable(
                name: "closings");

            migrationBuilder.DropTable(
                name: "corrections");

            migrationBuilder.DropTable(
                name: "counted_persons");

            migrationBuilder.DropTable(
                name: "elections");

            migrationBuilder.DropTable(
                name: "facts");

            migrationBuilder.DropTable(
                name: "form_drafts");

            migrationBuilder.DropTable(
                name: "former_names");

            migrationBuilder.DropTable(
                name: "highlights");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "kept_drafts");

            migrationBuilder.DropTable(
                name: "key_marks");

            migrationBuilder.DropTable(
                name: "measure_definitions");

            migrationBuilder.DropTable(
                name: "measure_options");

            migrationBuilder.DropTable(
                name: "notice_hooks");

            migrationBuilder.DropTable(
                name: "old_figures");

            migrationBuilder.DropTable(
                name: "old_reports");

            migrationBuilder.DropTable(
                name: "organisation_edges");

            migrationBuilder.DropTable(
                name: "pack_versions");

            migrationBuilder.DropTable(
                name: "passed_remainders");

            migrationBuilder.DropTable(
                name: "persons");

            migrationBuilder.DropTable(
                name: "posts");

            migrationBuilder.DropTable(
                name: "record_persons");

            migrationBuilder.DropTable(
                name: "records");

            migrationBuilder.DropTable(
                name: "report_drafts");

            migrationBuilder.DropTable(
                name: "report_snapshots");

            migrationBuilder.DropTable(
                name: "report_templates");

            migrationBuilder.DropTable(
                name: "reports");

            migrationBuilder.DropTable(
                name: "role_assignments");

            migrationBuilder.DropTable(
                name: "role_request_steps");

            migrationBuilder.DropTable(
                name: "sealed_heads");

            migrationBuilder.DropTable(
                name: "seals");

            migrationBuilder.DropTable(
                name: "search_entries");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "statistical_tables");

            migrationBuilder.DropTable(
                name: "stored_files");

            migrationBuilder.DropTable(
                name: "sums");

            migrationBuilder.DropTable(
                name: "table_definitions");

            migrationBuilder.DropTable(
                name: "table_requests");

            migrationBuilder.DropTable(
                name: "table_signatures");

            migrationBuilder.DropTable(
                name: "table_supplements");

            migrationBuilder.DropTable(
                name: "taught_words");

            migrationBuilder.DropTable(
                name: "terms");

            migrationBuilder.DropTable(
                name: "measures");

            migrationBuilder.DropTable(
                name: "role_requests");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "accounts");
        }
    }
}
