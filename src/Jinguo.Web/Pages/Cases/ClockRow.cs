using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Web.Ui;

namespace Jinguo.Web.Pages.Cases;

/// <summary>A clock of a case as a row of its page.</summary>
/// <param name="Due">When it ends.</param>
/// <param name="State">How it stands.</param>
/// <param name="Words">剩3天, 已办….</param>
public sealed record ClockRow(Due Due, ClockState State, string Words)
{
    /// <summary>The rows: what runs, by its end; then what is done, the latest first.</summary>
    public static IReadOnlyList<ClockRow> Of(IEnumerable<Clock> clocks, WorkCalendar calendar, DateTime now) =>
        [.. clocks.Select(clock => Of(Deadline.Of(clock, calendar).InForce, now)).OrderBy(row => row.Clock.DoneAt is not null).ThenBy(row => row.Clock.DoneAt is null ? row.Due.EndsAt : null).ThenByDescending(row => row.Clock.DoneAt)];

    /// <summary>The clock.</summary>
    public Clock Clock => Due.Clock;

    /// <summary>By what it ends: 条例34条，60日，延长20日; a limit of the body's own with the law's behind it.</summary>
    public string Basis
    {
        get
        {
            var (clock, law) = (Due.Clock, $"{Due.Clock.Rule.Source}，{Due.Clock.Span.Name}");
            return clock.Extension is { } extension ? $"{law}，延长{extension.Days}日"
                : Due.Span == clock.Span ? law
                : clock.Rule.Force == ClockForce.Local ? $"{clock.Rule.Source}，{Due.Span.Name}"
                : $"本单位{Due.Span.Name}（{law}）";
        }
    }

    /// <summary>A right of the person that she let pass is nobody's fault.</summary>
    public bool HasLapsed => State == ClockState.Overdue && Clock.Rule.Bearer == ClockBearer.Person;

    /// <summary>Class of its mark.</summary>
    public string Css => State switch
    {
        ClockState.Done or ClockState.DoneLate => "is-done",
        ClockState.Overdue when !HasLapsed => "is-late",
        ClockState.Soon => "is-near",
        _ => "",
    };

    /// <summary>Icon of its mark, or null.</summary>
    public string? Icon => State switch
    {
        ClockState.Done or ClockState.DoneLate => "check",
        ClockState.Overdue when !HasLapsed => "alert-triangle",
        ClockState.Soon => "clock",
        _ => null,
    };

    /// <summary>When it was done, or ends; 暂定 where holidays that are not announced yet may move it.</summary>
    public string End(DateOnly today) =>
        Clock.DoneAt is { } done ? Show.ShortDay(China.Day(done), today)
        : Due.Instant is { } instant ? Show.DayAndClock(instant, today)
        : Due.Day is { } day ? Show.ShortDay(day, today) + (Due.IsProvisional ? "（暂定）" : "")
        : Show.None;

    private static ClockRow Of(Due due, DateTime now)
    {
        var row = new ClockRow(due, due.StateAt(now), DueWords.Of(due, now));
        return row.HasLapsed ? row with { Words = "已过" } : row;
    }
}
