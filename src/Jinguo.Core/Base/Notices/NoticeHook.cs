using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Notices;

/// <summary>Whose group robot a message goes to.</summary>
public enum HookProduct
{
    /// <summary>企业微信.</summary>
    WeCom = 1,

    /// <summary>钉钉.</summary>
    DingTalk,
}

/// <summary>
/// The web hook of a body: once a working day at most it tells a group how much waits, where something does. Off until
/// somebody switches it on.
/// </summary>
public sealed class NoticeHook : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>The body; it has one hook.</summary>
    public int OrganisationId { get; set; }

    /// <summary>True while it is to tell.</summary>
    public bool IsOn { get; set; }

    /// <summary>Whose robot.</summary>
    public HookProduct Product { get; set; }

    /// <summary>The address, sealed: who knows it may write to the group. Null once it was removed.</summary>
    public string? Address { get; set; }

    /// <summary>The secret by which 钉钉 has messages signed, sealed; null without.</summary>
    public string? Secret { get; set; }

    /// <summary>The groups it tells of: numbers of <see cref="NoticeGroup"/> with spaces between.</summary>
    public required string Groups { get; set; }

    /// <summary>From this hour on, in China, it tells.</summary>
    public int Hour { get; set; }

    /// <summary>The last day on which a node took it up, whatever came of it: nobody takes it up again on that day.</summary>
    public DateOnly? TakenOn { get; set; }

    /// <summary>How often it was tried on that day.</summary>
    public int Attempts { get; set; }

    /// <summary>When (UTC) it is tried again after a failure on that day; null while it is not to be.</summary>
    public DateTime? AgainAt { get; set; }

    /// <summary>When (UTC) a message arrived last.</summary>
    public DateTime? ToldAt { get; set; }

    /// <summary>Why the last message did not arrive; null when it did.</summary>
    public string? Failure { get; set; }

    /// <summary>When (UTC) it did not.</summary>
    public DateTime? FailedAt { get; set; }

    /// <summary>Counts settings, so that a stale one is noticed.</summary>
    public int Version { get; set; }

    /// <summary>The groups it tells of.</summary>
    public IReadOnlyList<NoticeGroup> ToldGroups => [.. Groups.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<NoticeGroup>)];
}

/// <summary>Sets of the module.</summary>
public static class NoticesDb
{
    extension(Db db)
    {
        /// <summary>Web hooks of bodies.</summary>
        public DbSet<NoticeHook> NoticeHooks => db.Set<NoticeHook>();
    }
}

internal sealed class NoticeHookTable : IEntityTypeConfiguration<NoticeHook>
{
    // A sealed text is about a third longer than the text, and 48 letters.
    private const int LongestSealed = 2000;

    public void Configure(EntityTypeBuilder<NoticeHook> table)
    {
        table.ToTable("notice_hooks");
        table.HasKey(row => new { row.Region, row.OrganisationId });
        table.HasIndex(row => row.OrganisationId).IsUnique();
        table.HasIndex(row => new { row.IsOn, row.TakenOn });
        table.Property(row => row.Address).HasMaxLength(LongestSealed);
        table.Property(row => row.Secret).HasMaxLength(LongestSealed);
        table.Property(row => row.Groups).HasMaxLength(20);
        table.Property(row => row.Failure).HasMaxLength(200);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
