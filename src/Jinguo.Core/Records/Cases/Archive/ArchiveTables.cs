using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Records.Cases.Archive;

internal sealed class CaseRetentionRuleTable : IEntityTypeConfiguration<CaseRetentionRule>
{
    public void Configure(EntityTypeBuilder<CaseRetentionRule> table)
    {
        table.ToTable("case_retention_rules");
        table.CopyToAllServers();
        table.HasKey(row => new { row.Region, row.OrganisationId, row.Category });
        table.HasIndex(row => row.OrganisationId);
        table.Property(row => row.Category).HasMaxLength(40);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseDestructionTable : IEntityTypeConfiguration<CaseDestruction>
{
    private const int LongestName = 60;

    public void Configure(EntityTypeBuilder<CaseDestruction> table)
    {
        table.ToTable("case_destructions");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id);
        table.HasIndex(row => new { row.OrganisationId, row.ProposedAt });
        table.Property(row => row.ProposedByName).HasMaxLength(LongestName);
        table.Property(row => row.JudgedByName).HasMaxLength(LongestName);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
