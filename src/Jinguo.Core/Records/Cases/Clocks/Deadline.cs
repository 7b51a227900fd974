using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Records.Cases.Clocks;

/// <summary>
/// When a clock ends. The day of the event is not counted, days are days in China; hours run by the clock. What the rule does
/// not allow moves nothing: the law stands whatever was stored. Reckoned, never edited; where it is stored, the
/// <see cref="WorkCalendar.Version"/> belongs beside it.
/// </summary>
/// <param name="ByRule">By the rule, with its extension.</param>
/// <param name="Local">By the body's own limit, never later than the rule's; null without one. An extension that was granted replaces it.</param>
public sealed record Deadline(Due ByRule, Due? Local)
{
    /// <summary>The nearer one, which presses: the local one unless it is suspended, for the law runs on.</summary>
    public Due InForce => Local is { Day: not null } ? Local : ByRule;

    /// <summary>Reckons when a clock ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The calendar ends before it does.</exception>
    public static Deadline Of(Clock clock, WorkCalendar calendar)
    {
        var rule = clock.Rule;
        var isHabit = rule.Force == ClockForce.Local;
        var stops = clock.Stops.Where(stop => stop.Kind == ClockStopKind.Hearing ? rule.StopsForHearing : isHabit);
        var byRule = Reckon(clock, clock.Span, Math.Min(clock.Extension?.Days ?? 0, rule.MostExtensionDays), stops, calendar);
        if (clock.LocalLimit is not { } limit || !rule.TakesLocalLimit || clock.Extension is not null)
            return new(byRule, Local: null);
        var localStops = clock.Stops.Where(stop => stop.Kind == ClockStopKind.Suspension || rule.StopsForHearing);
        var local = Reckon(clock, limit, extraDays: 0, localStops, calendar);
        var isLater = !isHabit && local.EndsAt > byRule.EndsAt;
        return new(byRule, isLater ? byRule with { IsProvisional = byRule.IsProvisional || local.IsProvisional } : local);
    }

    private static Due Reckon(Clock clock, ClockSpan span, int extraDays, IEnumerable<ClockStop> stops, WorkCalendar calendar)
    {
        var due = new Due(clock, span);
        if (span.IsByHour)
        {
            var instant = clock.Start.AddHours(span.Count);
            return due with { Instant = instant, Day = China.Day(instant) };
        }
        var from = China.Day(clock.Start);
        var isWorking = span.Unit == ClockUnit.WorkingDay;
        var left = (span.Unit == ClockUnit.Month ? from.AddMonths(span.Count).DayNumber - from.DayNumber : span.Count) + extraDays;
        foreach (var stop in stops.Where(stop => stop.Last is null || stop.Last >= stop.First).OrderBy(stop => stop.First))
        {
            var before = stop.First.AddDays(-1);
            var counted = isWorking ? calendar.CountWorkingDays(from, before) : Math.Max(0, before.DayNumber - from.DayNumber);
            if (counted >= left)
                break;
            left -= counted;
            if (stop.Last is not { } last)
                return due with { StoppedFrom = stop.First, Remaining = left };
            from = last > from ? last : from;
        }
        var end = isWorking ? calendar.AddWorkingDays(from, left) : new(from.AddDays(left), IsProvisional: false);
        if (clock.MovesToWorkday && !isWorking)
            end = calendar.WorkingDayFrom(end.Day);
        return due with { Day = end.Day, IsProvisional = end.IsProvisional };
    }
}
