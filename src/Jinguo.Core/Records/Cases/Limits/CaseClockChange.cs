using Jinguo.Core.Records.Cases.Clocks;

namespace Jinguo.Core.Records.Cases.Limits;

/// <summary>What happened to a clock of a case.</summary>
public enum ClockChangeKind
{
    /// <summary>延期: a longer time, once, approved and told (PET-08).</summary>
    Extension = 1,

    /// <summary>听证: its days in 复核 are not counted (PET-10).</summary>
    Hearing,

    /// <summary>暂缓: the body's own limit stands still; the law's runs on.</summary>
    Suspension,
}

/// <summary>How an extension stands; hearings and suspensions are granted as they are written down.</summary>
public enum ClockChangeState
{
    /// <summary>待批准.</summary>
    Waiting = 1,

    /// <summary>已批准. An extension counts once the petitioner was told why, too.</summary>
    Granted,

    /// <summary>没有批准.</summary>
    Refused,

    /// <summary>已收回, while it waited.</summary>
    Withdrawn,
}

/// <summary>
/// One change of one clock of a case: extended, or stood still. The clock is that of the rule which began then: a later one of the same
/// rule is another clock. Nothing is deleted; what is said of it stands sealed here and as a line of the course.
/// </summary>
public sealed class CaseClockChange
{
    /// <summary>Region of the case.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>What happened.</summary>
    public ClockChangeKind Kind { get; set; }

    /// <summary>The rule of the clock (<see cref="ClockRule.Code"/>).</summary>
    public required string Rule { get; set; }

    /// <summary>When the clock began (UTC).</summary>
    public DateTime Start { get; set; }

    /// <summary>Calendar days added by an extension; else 0.</summary>
    public int Days { get; set; }

    /// <summary>The day (China) of the approval of an extension, null before it; the first day that is not counted.</summary>
    public DateOnly? First { get; set; }

    /// <summary>The last day (China) that is not counted; null while it lasts, and for an extension.</summary>
    public DateOnly? Last { get; set; }

    /// <summary>Why, sealed.</summary>
    public required string Reason { get; set; }

    /// <summary>How it stands.</summary>
    public ClockChangeState State { get; set; }

    /// <summary>Who asked for it or wrote it down.</summary>
    public required string AskedByName { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime AskedAt { get; set; }

    /// <summary>Who approved or refused it, or null.</summary>
    public string? JudgedByName { get; set; }

    /// <summary>When (UTC), or null.</summary>
    public DateTime? JudgedAt { get; set; }

    /// <summary>The day (China) on which the petitioner was told why; null until she is.</summary>
    public DateOnly? ToldOn { get; set; }

    /// <summary>True where it is a change of this clock.</summary>
    public bool IsOf(Clock clock) => Rule == clock.Rule.Code && Start == clock.Start;

    /// <summary>The extension as it counts: approved, and told to the petitioner. Its reason stays sealed.</summary>
    internal ClockExtension? Extension => this is { Kind: ClockChangeKind.Extension, State: ClockChangeState.Granted, First: { } on, JudgedByName: { } judge, ToldOn: not null } ? new(Days, on, judge, Reason: "") : null;

    /// <summary>The days on which the clock stands still. The reason stays sealed.</summary>
    internal ClockStop? Stop => Kind != ClockChangeKind.Extension && First is { } first ? new(Kind == ClockChangeKind.Hearing ? ClockStopKind.Hearing : ClockStopKind.Suspension, first, Last, Reason: "") : null;
}
