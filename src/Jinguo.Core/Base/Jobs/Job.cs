using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Waits for a node.</summary>
    Waiting = 1,

    /// <summary>A node works on it; when the lease runs out, another may take it.</summary>
    Running,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Gave up; <see cref="Job.Message"/> says why.</summary>
    Failed,
}

/// <summary>Long work that a page started and may leave: an import, a hundred reports. Any node runs it; each stage is idempotent.</summary>
public sealed class Job : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key; also the client key of the act that started it.</summary>
    public Guid Id { get; set; }

    /// <summary>What work: <c>ledger.import</c>, <c>report.batch</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>The body for which it runs.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Who started it; null for the command line.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>State.</summary>
    public JobState State { get; set; }

    /// <summary>What to do, as JSON of the kind.</summary>
    public required string Input { get; set; }

    /// <summary>What came out, as JSON of the kind.</summary>
    public string? Result { get; set; }

    /// <summary>Sentence for the person who waits.</summary>
    public string? Message { get; set; }

    /// <summary>Steps done.</summary>
    public int Progress { get; set; }

    /// <summary>Steps in all; 0 while unknown.</summary>
    public int Total { get; set; }

    /// <summary>Until when (UTC) the node that works on it has it alone.</summary>
    public DateTime? LeasedUntil { get; set; }

    /// <summary>Times it was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was asked for (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? EndedAt { get; set; }
}

/// <summary>Sets of the module.</summary>
public static class JobsDb
{
    extension(Db db)
    {
        /// <summary>Long work.</summary>
        public DbSet<Job> Jobs => db.Set<Job>();
    }
}

internal sealed class JobTable : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> table)
    {
        table.ToTable("jobs");
        table.HasKey(row => new { row.Region, row.Id });
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.State, row.CreatedAt });
        table.Property(row => row.Kind).HasMaxLength(40);
        table.Property(row => row.Message).HasMaxLength(1000);
    }
}
