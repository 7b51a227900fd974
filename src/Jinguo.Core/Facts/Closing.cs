using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Facts;

/// <summary>
/// 锁账: the books of a body and of everything below it are closed up to a day. What is posted for such days afterwards
/// is a <see cref="LateCorrection"/> and says why.
/// </summary>
public sealed class Closing : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The body that closes.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Last day closed: the last of a month that has ended.</summary>
    public DateOnly Through { get; set; }

    /// <summary>When (UTC): figures known then are those that were closed.</summary>
    public DateTime At { get; set; }

    /// <summary>Who closed; null for the command line.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Her name then.</summary>
    public required string ActorName { get; set; }

    /// <summary>A word about it, or null.</summary>
    public string? Note { get; set; }

    /// <summary>When it was opened again (UTC); null while it is closed.</summary>
    public DateTime? ReopenedAt { get; set; }

    /// <summary>Who opened it again.</summary>
    public string? ReopenedBy { get; set; }

    /// <summary>Why it was opened again.</summary>
    public string? ReopenReason { get; set; }
}

internal sealed class ClosingTable : IEntityTypeConfiguration<Closing>
{
    public void Configure(EntityTypeBuilder<Closing> table)
    {
        table.ToTable("closings");
        table.CopyToAllServers();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.OrganisationId, row.Through });
        table.Property(row => row.ActorName).HasMaxLength(60);
        table.Property(row => row.Note).HasMaxLength(500);
        table.Property(row => row.ReopenedBy).HasMaxLength(60);
        table.Property(row => row.ReopenReason).HasMaxLength(500);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
