using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Records.Cases.Looking;

internal sealed class CaseOpeningTable : IEntityTypeConfiguration<CaseOpening>
{
    private const int LongestName = 60;

    public void Configure(EntityTypeBuilder<CaseOpening> table)
    {
        table.ToTable("case_openings");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id);
        table.HasIndex(row => new { row.CaseId, row.AccountId });
        table.HasIndex(row => new { row.AccountId, row.EndsAt });
        table.Property(row => row.Name).HasMaxLength(LongestName);
        table.Property(row => row.JudgedByName).HasMaxLength(LongestName);
    }
}
