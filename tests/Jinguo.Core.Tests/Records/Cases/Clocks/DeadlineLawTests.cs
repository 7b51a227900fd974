using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Core.Tests.Base.Time;

namespace Jinguo.Core.Tests.Records.Cases.Clocks;

/// <summary>Whatever happens to a clock from 2010 to 2030, it ends when a walk from day to day says so.</summary>
public sealed class DeadlineLawTests
{
    private const int Cases = 3000;

    private static readonly SlowCalendar Slow = new();
    private static readonly DateTime First = new(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // A habit takes every span; nothing clamps it, and suspensions count.
    private static readonly Gen<ClockSpan> Spans =
        from unit in Gen.Elements(ClockUnit.Day, ClockUnit.WorkingDay, ClockUnit.Month)
        from count in Gen.Choose(1, unit == ClockUnit.Month ? 13 : 90)
        select new ClockSpan(count, unit);

    private static readonly Gen<DateTime> Starts = Gen.Choose(0, 20 * 366 * 24 * 60).Select(minutes => First.AddMinutes(minutes));

    private static readonly Gen<Clock> AnyClock =
        from span in Spans
        from start in Starts
        from count in Gen.Choose(0, 4)
        from stops in Stop(China.Day(start)).ArrayOf(count)
        from moves in Gen.Elements(false, true)
        select new Clock(ClockRules.RedVisit with { Span = span }, start) { Stops = stops, MovesToWorkday = moves };

    [Fact]
    public void AClock_EndsWhenAWalkFromDayToDaySaysSo() =>
        Prop.ForAll(AnyClock.ToArbitrary(), clock =>
        {
            var due = Deadline.Of(clock, Clocks.Calendar).ByRule;
            return (due.Day, due.StoppedFrom, due.Remaining, due.IsProvisional) == Walk(clock);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    /// <summary>
    /// Law: a later start never ends earlier; a clock that stands still ends later than any other. Months with stops are left out: from
    /// 30 and 31 January a month ends on the same day, so that a stop on the 31st moves only the first.
    /// </summary>
    [Fact]
    public void ALaterStart_NeverEndsEarlier()
    {
        var cases = from clock in AnyClock where clock.Rule.Span.Unit != ClockUnit.Month || clock.Stops.Count == 0 from minutes in Gen.Choose(0, 40 * 24 * 60) select (clock, minutes);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var later = one.clock with { Start = one.clock.Start.AddMinutes(one.minutes) };
            return End(later) >= End(one.clock);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
    }

    /// <summary>Law: a local limit ends with the law's at the latest, whatever stops it; and no stop ends anything earlier.</summary>
    [Fact]
    public void ALocalLimit_NeverEndsLater_AndAStopNeverEarlier()
    {
        var cases = from clock in AnyClock from rule in Gen.Elements(ClockRules.Notice, ClockRules.Objection, ClockRules.Decision, ClockRules.RecheckAnswer) select clock with { Rule = rule, LocalLimit = clock.Rule.Span };
        Prop.ForAll(cases.ToArbitrary(), clock =>
        {
            var (with, without) = (Deadline.Of(clock, Clocks.Calendar), Deadline.Of(clock with { Stops = [] }, Clocks.Calendar));
            return with.InForce.EndsAt <= with.ByRule.EndsAt
                && (with.InForce.Day ?? DateOnly.MaxValue) >= without.InForce.Day
                && with.ByRule.EndsAt == without.ByRule.EndsAt;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
    }

    /// <summary>Law: the states follow each other in time, and what is done on the last day is done in time.</summary>
    [Fact]
    public void TheLastDay_IsInTime_AndTheNextIsNot() =>
        Prop.ForAll(AnyClock.Select(clock => clock with { Stops = [] }).ToArbitrary(), clock =>
        {
            var due = Deadline.Of(clock, Clocks.Calendar).InForce;
            var (last, over) = (China.EndOf(due.Day!.Value), China.Start(due.Day.Value.AddDays(1)));
            ClockState Done(DateTime at) => Deadline.Of(clock with { DoneAt = at }, Clocks.Calendar).InForce.StateAt(over.AddDays(9));
            return due.StateAt(last) == ClockState.Soon && due.StateAt(over) == ClockState.Overdue && Done(last) == ClockState.Done && Done(over) == ClockState.DoneLate;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static Gen<ClockStop> Stop(DateOnly start) =>
        from first in Gen.Choose(-20, 110)
        from length in Gen.Frequency((6, Gen.Choose(-1, 25)), (1, Gen.Constant(int.MaxValue)))
        select new ClockStop(ClockStopKind.Suspension, start.AddDays(first), length == int.MaxValue ? null : start.AddDays(first + length), "等候鉴定");

    private static DateOnly End(Clock clock) => Deadline.Of(clock, Clocks.Calendar).ByRule.Day ?? DateOnly.MaxValue;

    private static (DateOnly? Day, DateOnly? StoppedFrom, int? Remaining, bool IsProvisional) Walk(Clock clock)
    {
        var span = clock.Rule.Span;
        var day = China.Day(clock.Start);
        var isWorking = span.Unit == ClockUnit.WorkingDay;
        var left = span.Unit == ClockUnit.Month ? DaysOfMonths(day, span.Count) : span.Count;
        var isProvisional = false;
        while (left > 0)
        {
            day = day.AddDays(1);
            if (clock.Stops.Any(stop => stop.Last is null && stop.First <= day))
                return (null, clock.Stops.Where(stop => stop.Last is null).Min(stop => stop.First), left, false);
            var counts = !clock.Stops.Any(stop => stop.First <= day && day <= stop.Last);
            isProvisional |= isWorking && !Slow.IsSettled(day);
            if (counts && (!isWorking || Slow.IsWorkingDay(day)))
                left--;
        }
        if (!clock.MovesToWorkday || isWorking)
            return (day, null, null, isProvisional);
        var moved = Slow.WorkingDayFrom(day);
        return (moved.Day, null, null, moved.IsProvisional);
    }

    private static int DaysOfMonths(DateOnly from, int months)
    {
        var (year, month) = (from.Year, from.Month + months);
        for (; month > 12; month -= 12)
            year++;
        var day = from.Day;
        while (!DateOnly.TryParse($"{year}-{month}-{day}", System.Globalization.CultureInfo.InvariantCulture, out _))
            day--;
        return new DateOnly(year, month, day).DayNumber - from.DayNumber;
    }
}
