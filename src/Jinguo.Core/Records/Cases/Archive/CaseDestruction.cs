using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Records.Cases.Archive;

/// <summary>Where a list for destruction stands.</summary>
public enum DestructionState
{
    /// <summary>待核准: another supervisor has not said anything yet.</summary>
    Waiting = 1,

    /// <summary>已销毁.</summary>
    Done,

    /// <summary>已退回: its cases are kept.</summary>
    Refused,
}

/// <summary>销毁清册: cases kept long enough, which one supervisor puts on a list and another destroys. The list stays for ever; of the cases stay number, class, days and figures.</summary>
public sealed class CaseDestruction : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Who put the cases on it.</summary>
    public Guid ProposedBy { get; set; }

    /// <summary>Her name then.</summary>
    public required string ProposedByName { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime ProposedAt { get; set; }

    /// <summary>Where it stands.</summary>
    public DestructionState State { get; set; }

    /// <summary>Who destroyed them, or refused to; null before.</summary>
    public string? JudgedByName { get; set; }

    /// <summary>When (UTC), or null.</summary>
    public DateTime? JudgedAt { get; set; }

    /// <summary>The state in the users' words.</summary>
    public string StateName => State switch
    {
        DestructionState.Waiting => "待核准",
        DestructionState.Done => "已销毁",
        _ => "已退回",
    };
}
