using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Access;

/// <summary>Where a request stands.</summary>
public enum RequestState
{
    /// <summary>Waits for the security administrator.</summary>
    Waiting = 1,

    /// <summary>Approved: in force.</summary>
    Approved,

    /// <summary>Refused, with a reason.</summary>
    Refused,

    /// <summary>Taken back by who asked.</summary>
    Withdrawn,
}

/// <summary>
/// 角色申请: a change of roles that the system administrator asked for, in force once the security administrator has approved
/// it. A new account is one with all its roles. An account has at most one that waits.
/// </summary>
public sealed class RoleRequest
{
    /// <summary>Key, version 7.</summary>
    public Guid Id { get; set; }

    /// <summary>Whose roles.</summary>
    public Guid AccountId { get; set; }

    /// <summary>Where it stands.</summary>
    public RequestState State { get; set; }

    /// <summary>Who asked; null for the command line.</summary>
    public Guid? AskedById { get; set; }

    /// <summary>Her name then.</summary>
    public required string AskedBy { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime AskedAt { get; set; }

    /// <summary>Name of who decided or took it back; null while it waits.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; set; }

    /// <summary>What is to change.</summary>
    public List<RoleRequestStep> Steps { get; } = [];

    /// <summary>One that waits.</summary>
    public static RoleRequest New(Actor actor, Guid account, IEnumerable<RoleStep> steps, TimeProvider time)
    {
        var request = new RoleRequest { Id = Guid.CreateVersion7(time.GetUtcNow()), AccountId = account, State = RequestState.Waiting, AskedById = actor.AccountId, AskedBy = actor.Name, AskedAt = time.Instant() };
        foreach (var (role, gives) in steps)
            request.Steps.Add(new() { RequestId = request.Id, OrganisationId = role.OrganisationId, Role = role.Role, Scope = role.Scope, Gives = gives });
        return request;
    }

    /// <summary>Its steps as values.</summary>
    public IReadOnlyList<RoleStep> AsSteps => [.. Steps.Select(step => new RoleStep(new(step.OrganisationId, step.Role, step.Scope), step.Gives))];
}

/// <summary>A step of a request, as it is stored: <see cref="RoleStep"/>.</summary>
public sealed class RoleRequestStep
{
    /// <summary>The request.</summary>
    public Guid RequestId { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>The role.</summary>
    public Role Role { get; set; }

    /// <summary>Its reach.</summary>
    public RoleScope Scope { get; set; }

    /// <summary>True to give it, false to take it.</summary>
    public bool Gives { get; set; }
}

internal sealed class RoleRequestTable : IEntityTypeConfiguration<RoleRequest>
{
    public void Configure(EntityTypeBuilder<RoleRequest> table)
    {
        table.ToTable("role_requests");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => new { row.State, row.Id });
        table.HasIndex(row => row.AccountId, "IX_role_requests_waiting").IsUnique().HasFilter("\"State\" = 1");
        table.HasIndex(row => row.AccountId);
        table.Property(row => row.State).IsConcurrencyToken();
        table.Property(row => row.AskedBy).HasMaxLength(AccountChecks.Longest);
        table.Property(row => row.DecidedBy).HasMaxLength(AccountChecks.Longest);
        table.Property(row => row.Reason).HasMaxLength(ApprovalService.LongestReason);
        table.Ignore(row => row.AsSteps);
        table.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(row => row.Steps).WithOne().HasForeignKey(step => step.RequestId);
    }
}

internal sealed class RoleRequestStepTable : IEntityTypeConfiguration<RoleRequestStep>
{
    public void Configure(EntityTypeBuilder<RoleRequestStep> table)
    {
        table.ToTable("role_request_steps");
        table.HasKey(row => new { row.RequestId, row.OrganisationId, row.Role });
        table.HasIndex(row => row.OrganisationId);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
