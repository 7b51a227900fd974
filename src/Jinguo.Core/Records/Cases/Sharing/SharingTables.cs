using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Records.Cases.Sharing;

internal sealed class CaseReferralTable : IEntityTypeConfiguration<CaseReferral>
{
    public void Configure(EntityTypeBuilder<CaseReferral> table)
    {
        table.ToTable("case_referrals");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id);
        table.HasIndex(row => row.CaseId);
        table.HasIndex(row => new { row.ToId, row.State });
        table.HasIndex(row => row.ReceivedCaseId);
        table.Property(row => row.ToName).HasMaxLength(SharingChecks.LongestName);
        table.Property(row => row.Channel).HasMaxLength(20);
        table.Property(row => row.Kind).HasMaxLength(20);
        table.Property(row => row.Category).HasMaxLength(40);
        table.Property(row => row.Risk).HasMaxLength(20);
        table.Property(row => row.SentByName).HasMaxLength(ConsentChecks.LongestName);
        table.ComplexProperty(row => row.Consent).Property(consent => consent.AskedBy).HasMaxLength(ConsentChecks.LongestName);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.ToId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseReferralTextTable : IEntityTypeConfiguration<CaseReferralText>
{
    public void Configure(EntityTypeBuilder<CaseReferralText> table)
    {
        table.ToTable("case_referral_texts");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.ReferralId, row.Field });
    }
}

internal sealed class CaseGrantTable : IEntityTypeConfiguration<CaseGrant>
{
    public void Configure(EntityTypeBuilder<CaseGrant> table)
    {
        table.ToTable("case_grants");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id);
        table.HasIndex(row => row.CaseId);
        table.HasIndex(row => new { row.ToId, row.Until });
        table.Property(row => row.ToName).HasMaxLength(SharingChecks.LongestName);
        table.Property(row => row.GivenByName).HasMaxLength(ConsentChecks.LongestName);
        table.ComplexProperty(row => row.Consent).Property(consent => consent.AskedBy).HasMaxLength(ConsentChecks.LongestName);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.ToId).OnDelete(DeleteBehavior.Restrict);
    }
}
