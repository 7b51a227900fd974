using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Core.Tests.Base.Time;
using Jinguo.Testing;
using static Jinguo.Core.Tests.Records.Cases.Clocks.Clocks;

namespace Jinguo.Core.Tests.Records.Cases.Clocks;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData("2026-11-06 00:00", "2026-11-21")]
    [InlineData("2026-11-06 23:59", "2026-11-21")]
    [InlineData("2026-11-07 00:01", "2026-11-22")]
    [InlineData("2026-12-20", "2027-01-04")]
    [InlineData("2028-02-20", "2028-03-06")] // over 29 February
    [InlineData("2027-02-20", "2027-03-07")]
    public void TheDayOfTheEvent_IsADayInChina_AndIsNotCounted(string start, string due) =>
        Assert.Equal(Day(due), Of(ClockRules.Notice, start).Deadline().InForce.Day);

    [Theory]
    [InlineData("2027-08-31", "2028-02-29")]
    [InlineData("2026-08-31", "2027-02-28")]
    [InlineData("2026-08-28", "2027-02-28")]
    [InlineData("2028-02-29", "2028-08-29")]
    [InlineData("2026-12-31", "2027-06-30")]
    [Rule("DV-08")]
    public void SixMonths_EndOnTheSameDay_OrTheLastOfAShorterMonth(string made, string due) =>
        Assert.Equal(Day(due), Of(ClockRules.OrderInForce, made).Deadline().InForce.Day);

    [Fact]
    [Rule("DV-08")]
    public void SeventyTwoHours_RunOverTheWeekend_ByTheClock()
    {
        var due = Of(ClockRules.OrderDecision, "2026-11-20 23:59").Deadline().InForce;

        Assert.Equal((At("2026-11-23 23:59"), Day("2026-11-23")), (due.Instant, due.Day));
        Assert.Equal(TimeSpan.FromHours(2), due.TimeLeft(At("2026-11-23 21:59")));
    }

    [Theory]
    [InlineData("2026-11-06", false, "2026-11-21", false)] // a Saturday stays
    [InlineData("2026-11-06", true, "2026-11-23", false)]
    [InlineData("2026-09-16", true, "2026-10-08", false)]
    [InlineData("2026-09-25", true, "2026-10-10", false)] // a Saturday that is worked
    [InlineData("2026-12-26", false, "2027-01-10", false)]
    [InlineData("2026-12-26", true, "2027-01-11", true)]
    [Rule("PET-06")]
    public void AnEndOnARestDay_MovesOnlyWhereThatIsSwitchedOn(string start, bool moves, string due, bool isProvisional)
    {
        var end = (Of(ClockRules.Notice, start) with { MovesToWorkday = moves }).Deadline().InForce;

        Assert.Equal((Day(due), isProvisional), (end.Day!.Value, end.IsProvisional));
    }

    [Fact]
    [Rule("PET-07")]
    public void AProvisionalDay_IsReckonedAgain_WhenTheNextYearIsAnnounced()
    {
        var clock = Of(ClockRules.Objection, "2023-12-27");
        var before = Deadline.Of(clock, SlowCalendar.Product(2023)).InForce;
        var after = Deadline.Of(clock, SlowCalendar.Product(2024)).InForce;

        Assert.Equal((Day("2024-01-03"), true), (before.Day!.Value, before.IsProvisional));
        Assert.Equal((Day("2024-01-04"), false), (after.Day!.Value, after.IsProvisional));
        Assert.NotEqual(SlowCalendar.Product(2023).Version, SlowCalendar.Product(2024).Version);
    }

    [Theory]
    [InlineData(30, "2027-02-07")]
    [InlineData(10, "2027-01-18")]
    [InlineData(90, "2027-02-07")] // more than the law allows is not counted
    [Rule("PET-08")]
    public void TheDecision_IsExtendedFromTheEndOfSixtyDays(int days, string due) =>
        Assert.Equal(Day(due), (Of(ClockRules.Decision, "2026-11-09") with { Extension = Extension(days) }).Deadline().InForce.Day);

    [Fact]
    [Rule("PET-06")]
    public void WhatTheRuleDoesNotAllow_MovesNothing()
    {
        var clock = Of(ClockRules.Notice, "2026-11-06") with { Extension = Extension(30), Stops = [Hearing("2026-11-10", null), Suspension("2026-11-11", null)] };

        Assert.Equal(Day("2026-11-21"), clock.Deadline().InForce.Day);
    }

    public static TheoryData<string, string, string?, string, string?, string?> Hearings => new()
    {
        { "three days, both counted", "2026-11-20", "2026-11-22", "2026-11-20", "2026-11-22", "2026-12-12" },
        { "one day", "2026-11-20", "2026-11-20", "2026-11-20", "2026-11-20", "2026-12-10" },
        { "overlapping", "2026-11-20", "2026-11-22", "2026-11-21", "2026-11-25", "2026-12-15" },
        { "one in the other", "2026-11-20", "2026-11-26", "2026-11-21", "2026-11-22", "2026-12-16" },
        { "side by side", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-12-13" },
        { "before the start", "2026-11-01", "2026-11-05", "2026-11-01", "2026-11-09", "2026-12-09" },
        { "over the start", "2026-11-05", "2026-11-11", "2026-11-05", "2026-11-11", "2026-12-11" },
        { "after the end", "2026-12-10", "2026-12-11", "2026-12-10", null, "2026-12-09" },
        { "on the last day", "2026-12-09", "2026-12-10", "2026-12-09", "2026-12-09", "2026-12-11" },
        { "after an end that was moved", "2026-11-20", "2026-11-22", "2026-12-12", "2026-12-13", "2026-12-14" },
        { "backwards", "2026-11-22", "2026-11-20", "2026-11-22", "2026-11-20", "2026-12-09" },
        { "open", "2026-11-20", null, "2026-11-10", "2026-11-11", null },
        { "open from the start", "2026-11-09", null, "2026-11-09", "2026-11-09", null },
    };

    [Theory]
    [MemberData(nameof(Hearings))]
    [Rule("PET-10")]
    public void AHearing_IsNotCounted(string what, string first, string? last, string first2, string? last2, string? due)
    {
        var clock = Of(ClockRules.RecheckAnswer, "2026-11-09") with { Stops = [Hearing(first2, last2), Hearing(first, last)] };

        Assert.Equal((what, due is null ? null : Day(due)), (what, clock.Deadline().InForce.Day));
    }

    [Fact]
    [Rule("PET-10")]
    public void AClockThatStandsStill_KnowsWhatIsLeft_AndIsNotOverdue()
    {
        var due = (Of(ClockRules.RecheckAnswer, "2026-11-09") with { Stops = [Hearing("2026-11-20", null)] }).Deadline().InForce;

        Assert.Equal((Day("2026-11-20"), 20), (due.StoppedFrom, due.Remaining));
        Assert.Null(due.EndsAt);
        Assert.Null(due.DaysLeft(Day("2026-11-25")));
        Assert.Equal(ClockState.Running, due.StateAt(At("2026-11-19 23:59")));
        Assert.Equal(ClockState.Stopped, due.StateAt(At("2026-11-20 00:00")));
        Assert.Equal(ClockState.Stopped, due.StateAt(At("2027-11-20")));
    }

    [Fact]
    [Rule("PET-08")]
    public void ALocalLimit_IsShownBesideTheLaw_AndPresses()
    {
        var deadline = (Of(ClockRules.Decision, "2026-11-09") with { LocalLimit = ClockSpan.WorkingDays(10) }).Deadline();

        Assert.Equal((Day("2026-11-23"), Day("2027-01-08")), (deadline.Local!.Day, deadline.ByRule.Day));
        Assert.Same(deadline.Local, deadline.InForce);
        Assert.Equal((ClockState.Overdue, ClockState.Running), (deadline.InForce.StateAt(At("2026-11-24")), deadline.ByRule.StateAt(At("2026-11-24"))));
    }

    [Theory]
    [InlineData("20C", "2026-11-21")]
    [InlineData("10W", "2026-11-20")]
    [InlineData("48H", "2026-11-08")]
    [Rule("PET-06")]
    public void ALocalLimit_IsNeverLaterThanTheLaw(string limit, string due)
    {
        Assert.True(ClockSpan.TryParse(limit, out var span));
        Assert.Equal(Day(due), (Of(ClockRules.Notice, "2026-11-06") with { LocalLimit = span }).Deadline().InForce.Day);
    }

    [Fact]
    [Rule("PET-06")]
    public void TenWorkingDaysOverAHolidayWeek_EndWithTheLawsFifteenDays() =>
        Assert.Equal(Day("2026-10-13"), (Of(ClockRules.Notice, "2026-09-28") with { LocalLimit = ClockSpan.WorkingDays(10) }).Deadline().Local!.Day);

    [Fact]
    public void ASuspension_StopsTheLocalLimit_WhileTheLawRunsOn()
    {
        var clock = Of(ClockRules.Decision, "2026-11-09") with { LocalLimit = ClockSpan.Days(20) };
        var ended = (clock with { Stops = [Suspension("2026-11-20", "2026-11-24")] }).Deadline();
        var open = (clock with { Stops = [Suspension("2026-11-20", null)] }).Deadline();
        var longOne = (clock with { Stops = [Suspension("2026-11-20", "2027-02-01")] }).Deadline();

        Assert.Equal((Day("2026-12-04"), Day("2027-01-08")), (ended.Local!.Day, ended.ByRule.Day));
        Assert.Equal(ClockState.Stopped, open.Local!.StateAt(At("2026-11-24")));
        Assert.Same(open.ByRule, open.InForce);
        Assert.Equal(Day("2027-01-08"), longOne.InForce.Day);
    }

    [Fact]
    [Rule("PET-08")]
    public void AnExtensionThatWasGranted_ReplacesTheLocalLimit()
    {
        var deadline = (Of(ClockRules.Decision, "2026-11-09") with { LocalLimit = ClockSpan.Days(20), Extension = Extension(30) }).Deadline();

        Assert.Null(deadline.Local);
        Assert.Equal(Day("2027-02-07"), deadline.InForce.Day);
    }

    [Fact]
    [Rule("PET-09")]
    public void ThePersonsOwnTime_IsNotShortened() =>
        Assert.Null((Of(ClockRules.ReviewRequest, "2026-11-09") with { LocalLimit = ClockSpan.Days(7) }).Deadline().Local);

    [Fact]
    public void AHabit_IsSetAsTheBodyLikes_AndMayBeSuspended()
    {
        var clock = Of(ClockRules.RedVisit, "2026-11-16") with { Stops = [Suspension("2026-11-20", "2026-11-21")] };

        Assert.Equal(Day("2026-11-25"), clock.Deadline().InForce.Day);
        Assert.Equal(Day("2026-11-28"), (clock with { LocalLimit = ClockSpan.Days(10) }).Deadline().InForce.Day);
    }
}
