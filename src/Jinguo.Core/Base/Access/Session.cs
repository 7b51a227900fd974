using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Access;

/// <summary>A sign-in that is open: on which device, from where, since when. It ends by signing out, by ending it here, or by idleness.</summary>
public sealed class Session
{
    /// <summary>Key; the sign-in cookie names it.</summary>
    public Guid Id { get; set; }

    /// <summary>Whose.</summary>
    public Guid AccountId { get; set; }

    /// <summary>The account's security stamp when it began: after a new password older sessions are void.</summary>
    public required string Stamp { get; set; }

    /// <summary>The device in words: 安卓手机 微信.</summary>
    public required string Device { get; set; }

    /// <summary>Network address it came from.</summary>
    public string? Address { get; set; }

    /// <summary>Since when (UTC).</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>When something was last asked for (UTC), to the minute, so that reading a page seldom writes.</summary>
    public DateTime SeenAt { get; set; }
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> table)
    {
        table.ToTable("sessions");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.AccountId);
        table.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
        table.Property(row => row.Stamp).HasMaxLength(64);
        table.Property(row => row.Device).HasMaxLength(60);
        table.Property(row => row.Address).HasMaxLength(60);
    }
}
