using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Records.Cases.Files;

internal sealed class CaseFileTable : IEntityTypeConfiguration<CaseFile>
{
    private const int LongestPlace = 32;
    private const int LongestPerson = 60;

    public void Configure(EntityTypeBuilder<CaseFile> table)
    {
        table.ToTable("case_files");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id);
        table.HasIndex(row => row.CaseId);
        table.Property(row => row.Place).HasMaxLength(LongestPlace);
        table.Property(row => row.AddedByName).HasMaxLength(LongestPerson);
        table.Property(row => row.StruckByName).HasMaxLength(LongestPerson);
    }
}
