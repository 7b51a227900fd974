using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Changes;

/// <summary>
/// A seal: one hash over the heads of all chains that grew since the seal before, and over that seal, so that it covers every
/// entry until then. Never updated or deleted.
/// </summary>
public sealed class Seal
{
    /// <summary>Its number, from 1 without a gap.</summary>
    public long Number { get; set; }

    /// <summary>When it was set (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>How many chains grew.</summary>
    public int Heads { get; set; }

    /// <summary>The hash, 64 hexadecimal digits.</summary>
    public required string Hash { get; set; }
}

/// <summary>The head of a chain under a seal.</summary>
public sealed class SealedHead
{
    /// <summary>The seal.</summary>
    public long SealNumber { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Number of its last entry then.</summary>
    public long Number { get; set; }

    /// <summary>Hash of that entry.</summary>
    public required string Hash { get; set; }
}

internal sealed class SealTable : IEntityTypeConfiguration<Seal>
{
    public void Configure(EntityTypeBuilder<Seal> table)
    {
        table.ToTable("seals");
        table.HasKey(row => row.Number);
        table.Property(row => row.Number).ValueGeneratedNever();
        table.Property(row => row.Hash).HasMaxLength(ChangeHash.Digits);
    }
}

internal sealed class SealedHeadTable : IEntityTypeConfiguration<SealedHead>
{
    public void Configure(EntityTypeBuilder<SealedHead> table)
    {
        table.ToTable("sealed_heads");
        table.HasKey(row => new { row.SealNumber, row.OrganisationId });
        table.Property(row => row.Hash).HasMaxLength(ChangeHash.Digits);
    }
}
