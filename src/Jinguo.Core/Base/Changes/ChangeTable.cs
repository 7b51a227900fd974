using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Changes;

internal sealed class ChangeTable : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> table)
    {
        table.ToTable("changes");
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => new { row.SubjectKind, row.SubjectId });
        table.HasIndex(row => new { row.OrganisationId, row.At });
        // The audit administrator reads all of it by time, which the keys are ordered by, and what some people did.
        table.HasIndex(row => row.Id);
        table.HasIndex(row => new { row.AccountId, row.Id });
        // Rows of versions before the chain wait with the number 0 until the start chains them.
        table.HasIndex(row => new { row.OrganisationId, row.Number }).IsUnique().HasFilter("\"Number\" > 0");
        table.Property(row => row.Hash).HasMaxLength(ChangeHash.Digits);
        table.Property(row => row.Act).HasMaxLength(60);
        table.Property(row => row.SubjectKind).HasMaxLength(40);
        table.Property(row => row.SubjectId).HasMaxLength(60);
        table.Property(row => row.ActorName).HasMaxLength(60);
        table.Property(row => row.Reason).HasMaxLength(1000);
    }
}
