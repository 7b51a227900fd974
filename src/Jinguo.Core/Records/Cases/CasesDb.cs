using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Cases.Archive;
using Jinguo.Core.Records.Cases.Files;
using Jinguo.Core.Records.Cases.Limits;
using Jinguo.Core.Records.Cases.Looking;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Core.Records.Cases.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Records.Cases;

/// <summary>Sets of the module.</summary>
public static class CasesDb
{
    extension(Db db)
    {
        /// <summary>Cases; read through <see cref="CaseAccess"/>.</summary>
        public DbSet<Case> Cases => db.Set<Case>();

        /// <summary>What they tell about people, sealed.</summary>
        public DbSet<CaseText> CaseTexts => db.Set<CaseText>();

        /// <summary>Their course.</summary>
        public DbSet<CaseEntry> CaseEntries => db.Set<CaseEntry>();

        /// <summary>Who keeps out of a case.</summary>
        public DbSet<CaseRecusal> CaseRecusals => db.Set<CaseRecusal>();

        /// <summary>Referrals to other bodies and departments.</summary>
        public DbSet<CaseReferral> CaseReferrals => db.Set<CaseReferral>();

        /// <summary>What they carry, sealed.</summary>
        public DbSet<CaseReferralText> CaseReferralTexts => db.Set<CaseReferralText>();

        /// <summary>Cases given to a body to read for a review.</summary>
        public DbSet<CaseGrant> CaseGrants => db.Set<CaseGrant>();

        /// <summary>Who may read for a time what she could not.</summary>
        public DbSet<CaseOpening> CaseOpenings => db.Set<CaseOpening>();

        /// <summary>What happened to clocks of cases.</summary>
        public DbSet<CaseClockChange> CaseClockChanges => db.Set<CaseClockChange>();

        /// <summary>Limits of bodies' own.</summary>
        public DbSet<CaseLimit> CaseLimits => db.Set<CaseLimit>();

        /// <summary>Cases that are being typed, sealed.</summary>
        public DbSet<CaseDraft> CaseDrafts => db.Set<CaseDraft>();

        /// <summary>Rules of reception days.</summary>
        public DbSet<ReceptionRule> ReceptionRules => db.Set<ReceptionRule>();

        /// <summary>Reception days on which something was booked, changed or written.</summary>
        public DbSet<ReceptionDay> ReceptionDays => db.Set<ReceptionDay>();

        /// <summary>Bookings of reception days; read through <see cref="ReceptionAccess"/>.</summary>
        public DbSet<ReceptionBooking> ReceptionBookings => db.Set<ReceptionBooking>();

        /// <summary>Minutes of reception days.</summary>
        public DbSet<ReceptionMinutes> ReceptionMinutes => db.Set<ReceptionMinutes>();

        /// <summary>What was added to them once they were final.</summary>
        public DbSet<ReceptionAddendum> ReceptionAddenda => db.Set<ReceptionAddendum>();

        /// <summary>Files of cases; their contents lie sealed in the file folder.</summary>
        public DbSet<CaseFile> CaseFiles => db.Set<CaseFile>();

        /// <summary>What there is of the kinds of evidence, sealed.</summary>
        public DbSet<CaseEvidence> CaseEvidence => db.Set<CaseEvidence>();

        /// <summary>How long bodies keep the cases of a class.</summary>
        public DbSet<CaseRetentionRule> CaseRetentionRules => db.Set<CaseRetentionRule>();

        /// <summary>Lists for destruction; read through <see cref="CaseAccess"/>.</summary>
        public DbSet<CaseDestruction> CaseDestructions => db.Set<CaseDestruction>();

        /// <summary>Bodies that handle cases.</summary>
        public DbSet<CaseOffice> CaseOffices => db.Set<CaseOffice>();
    }
}

internal sealed class CaseTable : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> table)
    {
        table.ToTable("cases");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id);
        table.HasIndex(row => new { row.Region, row.OrganisationId, row.Year, row.Sequence }).IsUnique();
        table.HasIndex(row => new { row.OrganisationId, row.Stage, row.ReceivedAt });
        table.HasIndex(row => new { row.OrganisationId, row.IdIndex });
        table.HasIndex(row => new { row.OrganisationId, row.PhoneIndex });
        table.HasIndex(row => row.QueryIndex);
        table.Property(row => row.Channel).HasMaxLength(20);
        table.Property(row => row.Kind).HasMaxLength(20);
        table.Property(row => row.Category).HasMaxLength(40);
        table.Property(row => row.Risk).HasMaxLength(20);
        table.Property(row => row.IdIndex).HasMaxLength(BlindIndex.Length);
        table.Property(row => row.PhoneIndex).HasMaxLength(BlindIndex.Length);
        table.Property(row => row.QueryIndex).HasMaxLength(BlindIndex.Length);
        table.HasIndex(row => new { row.OrganisationId, row.DueAt });
        table.HasIndex(row => new { row.OrganisationId, row.KeepUntil });
        table.HasIndex(row => row.DestructionId);
        table.HasIndex(row => row.Calendar).HasFilter("\"IsProvisional\"");
        table.Property(row => row.DueRule).HasMaxLength(40);
        table.Property(row => row.Calendar).HasMaxLength(16);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseTextTable : IEntityTypeConfiguration<CaseText>
{
    public void Configure(EntityTypeBuilder<CaseText> table)
    {
        table.ToTable("case_texts");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.CaseId, row.Field });
    }
}

internal sealed class CaseEntryTable : IEntityTypeConfiguration<CaseEntry>
{
    public void Configure(EntityTypeBuilder<CaseEntry> table)
    {
        table.ToTable("case_entries");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id);
        table.HasIndex(row => new { row.CaseId, row.At });
        table.Property(row => row.WrittenByName).HasMaxLength(60);
        table.Property(row => row.StruckByName).HasMaxLength(60);
    }
}

internal sealed class CaseRecusalTable : IEntityTypeConfiguration<CaseRecusal>
{
    public void Configure(EntityTypeBuilder<CaseRecusal> table)
    {
        table.ToTable("case_recusals");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.CaseId, row.AccountId });
        table.HasIndex(row => new { row.CaseId, row.AccountId });
    }
}

internal sealed class CaseOfficeTable : IEntityTypeConfiguration<CaseOffice>
{
    public void Configure(EntityTypeBuilder<CaseOffice> table)
    {
        table.ToTable("case_offices");
        table.CopyToAllServers();
        table.HasKey(row => new { row.Region, row.OrganisationId });
        table.HasIndex(row => row.OrganisationId).IsUnique();
        table.Property(row => row.Prefix).HasMaxLength(CaseOffice.LongestPrefix);
        table.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class CaseDraftTable : IEntityTypeConfiguration<CaseDraft>
{
    public void Configure(EntityTypeBuilder<CaseDraft> table)
    {
        table.ToTable("case_drafts");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id);
        table.HasIndex(row => new { row.AccountId, row.KeptAt });
        table.HasIndex(row => row.KeptAt);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
