using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Facts;

/// <summary>更正: something was posted for a day whose books were closed, and why.</summary>
public sealed class LateCorrection : IOwned
{
    /// <summary>Kind of the source where a whole body was moved (<see cref="SourceKind"/>).</summary>
    public const string Move = "organisation";

    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, ordered by time.</summary>
    public Guid Id { get; set; }

    /// <summary>The body whose work it is.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Path of the body when it was corrected.</summary>
    public required string Path { get; set; }

    /// <summary>Kind of the record behind it (<see cref="RecordRef"/>), or <see cref="Move"/>.</summary>
    public required string SourceKind { get; set; }

    /// <summary>Key of the record behind it; empty for <see cref="Move"/>.</summary>
    public Guid SourceId { get; set; }

    /// <summary>The earliest closed day concerned.</summary>
    public DateOnly Day { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>Who; null for the command line.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Her name then.</summary>
    public required string ActorName { get; set; }

    /// <summary>Why, in her words.</summary>
    public required string Reason { get; set; }
}

internal sealed class LateCorrectionTable : IEntityTypeConfiguration<LateCorrection>
{
    public void Configure(EntityTypeBuilder<LateCorrection> table)
    {
        table.ToTable("corrections");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => new { row.Path, row.At });
        table.HasIndex(row => new { row.SourceId, row.SourceKind });
        table.Property(row => row.Path).HasMaxLength(100);
        table.Property(row => row.SourceKind).HasMaxLength(20);
        table.Property(row => row.ActorName).HasMaxLength(60);
        table.Property(row => row.Reason).HasMaxLength(1000);
    }
}
