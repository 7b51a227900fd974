using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Records.Cases.Limits;

internal sealed class CaseClockChangeTable : IEntityTypeConfiguration<CaseClockChange>
{
    private const int LongestName = 60;

    public void Configure(EntityTypeBuilder<CaseClockChange> table)
    {
        table.ToTable("case_clock_changes");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id);
        table.HasIndex(row => row.CaseId);
        table.Property(row => row.Rule).HasMaxLength(40);
        table.Property(row => row.AskedByName).HasMaxLength(LongestName);
        table.Property(row => row.JudgedByName).HasMaxLength(LongestName);
    }
}

internal sealed class CaseLimitTable : IEntityTypeConfiguration<CaseLimit>
{
    public void Configure(EntityTypeBuilder<CaseLimit> table)
    {
        table.ToTable("case_limits");
        table.CopyToAllServers();
        table.HasKey(row => new { row.Region, row.OrganisationId, row.Rule });
        table.HasIndex(row => row.OrganisationId);
        table.Property(row => row.Rule).HasMaxLength(40);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
