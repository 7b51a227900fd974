using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Access;

/// <summary>A key by which a program acts through the API in the name of a person, for one body, with some of her rights, until a day.</summary>
public sealed class AccessToken
{
    /// <summary>Key; the first part of the token's text.</summary>
    public Guid Id { get; set; }

    /// <summary>What it is for: 一表通.</summary>
    public required string Name { get; set; }

    /// <summary>In whose name it acts. It can do nothing that she cannot.</summary>
    public Guid AccountId { get; set; }

    /// <summary>For which body: she has a role on it.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Names of the rights it passes on, with spaces between.</summary>
    public required string Rights { get; set; }

    /// <summary>SHA-256 of its text, in hexadecimal digits. The text itself is shown once and kept nowhere.</summary>
    public required string Hash { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime MadeAt { get; set; }

    /// <summary>When it ends (UTC).</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>When it was revoked (UTC), or null.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>The day in China on which it was last used, or null: by the day, so that reading seldom writes.</summary>
    public DateOnly? LastUsed { get; set; }
}

internal sealed class AccessTokenTable : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> table)
    {
        table.ToTable("access_tokens");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.AccountId);
        table.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        table.Property(row => row.Name).HasMaxLength(TokenChecks.LongestName);
        table.Property(row => row.Rights).HasMaxLength(500);
        table.Property(row => row.Hash).HasMaxLength(64);
    }
}
