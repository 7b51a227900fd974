using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Changes;

/// <summary>Where the chain of a body ends, how far it is sealed, and where it begins after older entries were archived.</summary>
public sealed class ChainHead
{
    /// <summary>The body; 0 for the installation.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Number of the last entry.</summary>
    public long Number { get; set; }

    /// <summary>Hash of the last entry; empty before the first.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Number of the last entry under a seal.</summary>
    public long SealedNumber { get; set; }

    /// <summary>Number of the last entry that was archived; 0 for none.</summary>
    public long ArchivedNumber { get; set; }

    /// <summary>Its hash, from which the rest of the chain is verified; empty for none.</summary>
    public string ArchivedHash { get; set; } = "";
}

internal sealed class ChainHeadTable : IEntityTypeConfiguration<ChainHead>
{
    public void Configure(EntityTypeBuilder<ChainHead> table)
    {
        table.ToTable("chain_heads");
        table.HasKey(row => row.OrganisationId);
        table.Property(row => row.OrganisationId).ValueGeneratedNever();
        table.Property(row => row.Hash).HasMaxLength(ChangeHash.Digits);
        table.Property(row => row.ArchivedHash).HasMaxLength(ChangeHash.Digits);
        // The minute's seal looks for what is new among hundreds of thousands of chains.
        table.HasIndex(row => row.OrganisationId, "IX_chain_heads_unsealed").HasFilter("\"Number\" <> \"SealedNumber\"");
    }
}
