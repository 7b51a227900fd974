namespace Jinguo.Core.Records.Cases.Clocks;

/// <summary>延期: a longer time, granted once.</summary>
/// <param name="Days">Calendar days added, 1 to <see cref="ClockRule.MostExtensionDays"/>.</param>
/// <param name="On">The day of the approval, not after the day it extends.</param>
/// <param name="ApprovedBy">The head who approved it.</param>
/// <param name="Reason">The reason, which is told to the petitioner (条例34条); empty where it stays sealed.</param>
public sealed record ClockExtension(int Days, DateOnly On, string ApprovedBy, string Reason);

/// <summary>Why a clock stands still.</summary>
public enum ClockStopKind
{
    /// <summary>听证: stops 复核, by law.</summary>
    Hearing = 1,

    /// <summary>暂停: stops a local limit only; the law's runs on.</summary>
    Suspension,
}

/// <summary>Days on which a clock stands still.</summary>
/// <param name="Kind">Why.</param>
/// <param name="First">First day that is not counted.</param>
/// <param name="Last">Last day that is not counted; null while it lasts.</param>
/// <param name="Reason">In words; empty where it stays sealed.</param>
public sealed record ClockStop(ClockStopKind Kind, DateOnly First, DateOnly? Last, string Reason);

/// <summary>期限: one running time limit of a case, and what happened to it. When it ends is its <see cref="Deadline"/>.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Start">The instant (UTC) of the event that starts it; for a paper with a day only, <c>China.Start</c> of that day.</param>
public sealed record Clock(ClockRule Rule, DateTime Start)
{
    /// <summary>How long it was set for in this case, where that is shorter than the rule's most: a protection order of three months. Null for the rule's.</summary>
    public ClockSpan? Term { get; init; }

    /// <summary>How long it runs by law.</summary>
    public ClockSpan Span => Term ?? Rule.Span;

    /// <summary>The extension, once granted. More than the rule allows is not counted.</summary>
    public ClockExtension? Extension { get; init; }

    /// <summary>When it stood still, in any order; they may overlap. What the rule does not allow to stop it does not.</summary>
    public IReadOnlyList<ClockStop> Stops { get; init; } = [];

    /// <summary>The body's own limit, or null.</summary>
    public ClockSpan? LocalLimit { get; init; }

    /// <summary>The instant (UTC) at which the matter was done, or null.</summary>
    public DateTime? DoneAt { get; init; }

    /// <summary>
    /// True where an end on a rest day moves to the next working day. Off: the 信访工作条例 does not say so (domain-rules §13.3, 1).
    /// </summary>
    public bool MovesToWorkday { get; init; }
}
