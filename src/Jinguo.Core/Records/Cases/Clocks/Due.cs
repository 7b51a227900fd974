using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Records.Cases.Clocks;

/// <summary>How a clock stands at an instant.</summary>
public enum ClockState
{
    /// <summary>Time is left.</summary>
    Running = 1,

    /// <summary>快到期: little time is left.</summary>
    Soon,

    /// <summary>逾期: the time is over and nothing is done.</summary>
    Overdue,

    /// <summary>中止: it stands still, nobody knows until when.</summary>
    Stopped,

    /// <summary>已办, in time.</summary>
    Done,

    /// <summary>逾期办结: done, but late.</summary>
    DoneLate,
}

/// <summary>When a clock counts as <see cref="ClockState.Soon"/>: a setting. A clock of hours is soon due in its last quarter.</summary>
/// <param name="ShortDays">Calendar days before the end of a clock of at most <see cref="LongestShort"/> days.</param>
/// <param name="LongDays">Calendar days before the end of a longer one.</param>
public sealed record ClockWarning(int ShortDays = 3, int LongDays = 7)
{
    /// <summary>The longest clock that counts as short, in days.</summary>
    public const int LongestShort = 15;

    internal int DaysBefore(ClockRule rule, ClockSpan span) => rule.WarningDays ?? (span.UsualDays <= LongestShort ? ShortDays : LongDays);
}

/// <summary>When a clock ends, by its rule or by a local limit. A day clock ends with its last day in China, a clock of hours at its instant.</summary>
public sealed record Due
{
    private const int Quarter = 4;

    internal Due(Clock clock, ClockSpan span) => (Clock, Span) = (clock, span);

    /// <summary>The clock.</summary>
    public Clock Clock { get; }

    /// <summary>How long it was to run, without an extension.</summary>
    public ClockSpan Span { get; }

    /// <summary>The last day in time (China); null while it stands still with no end in sight.</summary>
    public DateOnly? Day { get; internal init; }

    /// <summary>The last instant in time (UTC) of a clock of hours; null for others.</summary>
    public DateTime? Instant { get; internal init; }

    /// <summary>True where holidays that are not announced yet may still move it (<see cref="ReckonedDay"/>).</summary>
    public bool IsProvisional { get; internal init; }

    /// <summary>First day on which it stands still with no end in sight; null where it has an end.</summary>
    public DateOnly? StoppedFrom { get; internal init; }

    /// <summary>What was left when it came to stand still, in days or working days of its span; null where it has an end.</summary>
    public int? Remaining { get; internal init; }

    /// <summary>The last instant in time (UTC, to the microsecond); null while it stands still.</summary>
    public DateTime? EndsAt => Instant ?? (Day is { } day ? China.EndOf(day) : null);

    /// <summary>Calendar days from a day to the last one: 0 on it, negative after it; null while the clock stands still.</summary>
    public int? DaysLeft(DateOnly day) => Day?.DayNumber - day.DayNumber;

    /// <summary>Time from an instant (UTC) to the end of a clock of hours, negative after it; null for others.</summary>
    public TimeSpan? TimeLeft(DateTime now) => Instant - now;

    /// <summary>
    /// How it stands: the due day itself is still in time, the day after is red (domain-rules §13.3, 1). What is done counts by day,
    /// for hours by instant.
    /// </summary>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="warning">When it is soon due; usual days where left out.</param>
    public ClockState StateAt(DateTime now, ClockWarning? warning = null)
    {
        if (Clock.DoneAt is { } done)
            return IsOver(done) ? ClockState.DoneLate : ClockState.Done;
        if (StoppedFrom is { } first)
            return China.Day(now) >= first ? ClockState.Stopped : ClockState.Running;
        return IsOver(now) ? ClockState.Overdue
            : IsNear(now, warning ?? new()) ? ClockState.Soon
            : ClockState.Running;
    }

    private bool IsOver(DateTime instant) => Instant is { } end ? instant > end : China.Day(instant) > Day;

    private bool IsNear(DateTime now, ClockWarning warning) => Instant is { } end
        ? now >= end - TimeSpan.FromHours(Span.Count) / Quarter
        : DaysLeft(China.Day(now)) <= warning.DaysBefore(Clock.Rule, Span);
}
