using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Testing;
using static Jinguo.Core.Tests.Records.Cases.Clocks.Clocks;

namespace Jinguo.Core.Tests.Records.Cases.Clocks;

/// <summary>How a clock stands, and how that is told.</summary>
public sealed class DueTests
{
    [Theory]
    [Rule("PET-06")]
    [InlineData("2026-11-06 15:00", ClockState.Running, "剩15天")]
    [InlineData("2026-11-17 23:59", ClockState.Running, "剩4天")]
    [InlineData("2026-11-18 00:00", ClockState.Soon, "剩3天")]
    [InlineData("2026-11-21 00:01", ClockState.Soon, "今天到期")]
    [InlineData("2026-11-21 23:59", ClockState.Soon, "今天到期")]
    [InlineData("2026-11-22 00:00", ClockState.Overdue, "逾期1天")] // red on the 16th day
    [InlineData("2026-12-01 12:00", ClockState.Overdue, "逾期10天")]
    public void ANotice_IsRedOnTheSixteenthDay(string now, ClockState state, string words) => Stands(Of(ClockRules.Notice, "2026-11-06 15:00"), now, state, words);

    [Theory]
    [InlineData("2026-11-20", ClockState.Running, "剩49天")]
    [InlineData("2026-12-31 23:59", ClockState.Running, "剩8天")]
    [InlineData("2027-01-01 00:00", ClockState.Soon, "剩7天")]
    [InlineData("2027-01-09 00:00", ClockState.Overdue, "逾期1天")]
    [Rule("PET-08")]
    public void ALongClock_WarnsAWeekBefore(string now, ClockState state, string words) => Stands(Of(ClockRules.Decision, "2026-11-09"), now, state, words);

    [Theory]
    [InlineData("2026-11-20", ClockState.Running, "剩180天")]
    [InlineData("2027-04-18", ClockState.Running, "剩31天")]
    [InlineData("2027-04-19", ClockState.Soon, "剩30天")]
    [InlineData("2027-05-20", ClockState.Overdue, "逾期1天")]
    [Rule("DV-08")]
    public void AProtectionOrder_WarnsThirtyDaysBefore_SoThatRenewalIsAskedInTime(string now, ClockState state, string words) =>
        Stands(Of(ClockRules.OrderInForce, "2026-11-19"), now, state, words);

    [Theory]
    [InlineData("2026-11-16 16:20", ClockState.Running, "剩72小时")]
    [InlineData("2026-11-16 16:21", ClockState.Running, "剩71小时")]
    [InlineData("2026-11-18 22:19", ClockState.Running, "剩18小时")]
    [InlineData("2026-11-18 22:20", ClockState.Soon, "剩18小时")] // the last quarter
    [InlineData("2026-11-19 15:21", ClockState.Soon, "剩不到1小时")]
    [InlineData("2026-11-19 16:20", ClockState.Soon, "剩不到1小时")]
    [InlineData("2026-11-19 16:20:01", ClockState.Overdue, "逾期1小时")]
    [InlineData("2026-11-20 17:20", ClockState.Overdue, "逾期25小时")]
    [Rule("DV-08")]
    public void AClockOfHours_EndsAtItsInstant_AndWarnsInItsLastQuarter(string now, ClockState state, string words) =>
        Stands(Of(ClockRules.OrderDecision, "2026-11-16 16:20"), now, state, words);

    [Theory]
    [InlineData("petition.notice", "2026-11-06 15:00", "2026-11-21 23:59:59", ClockState.Done, "已办")]
    [InlineData("petition.notice", "2026-11-06 15:00", "2026-11-22 00:00", ClockState.DoneLate, "逾期办结")]
    [InlineData("dv.order.decide", "2026-11-16 16:20", "2026-11-19 16:20", ClockState.Done, "已办")]
    [InlineData("dv.order.decide", "2026-11-16 16:20", "2026-11-19 16:20:01", ClockState.DoneLate, "逾期办结")]
    [Rule("PET-06"), Rule("DV-08")]
    public void WhatIsDone_CountsByDay_AndForHoursByInstant(string rule, string start, string done, ClockState state, string words)
    {
        var clock = Of(ClockRules.Find(rule)!, start) with { DoneAt = At(done) };
        Stands(clock, done, state, words);
        Stands(clock, "2027-11-20", state, words);
    }

    [Fact]
    [Rule("PET-10")]
    public void WhatStandsStill_IsTold_AlsoWhenItIsDone()
    {
        var clock = Of(ClockRules.RecheckAnswer, "2026-11-09") with { Stops = [Hearing("2026-11-20", null)] };

        Stands(clock, "2026-11-19", ClockState.Running, "到期日待定");
        Stands(clock, "2026-12-20", ClockState.Stopped, "中止，还有20天");
        Stands(clock with { DoneAt = At("2026-12-20") }, "2026-12-20", ClockState.Done, "已办");
        var local = (Of(ClockRules.Objection, "2026-11-20") with { LocalLimit = ClockSpan.WorkingDays(4), Stops = [Suspension("2026-11-24", null)] }).Deadline().Local!;
        Assert.Equal("中止，还有3个工作日", DueWords.Of(local, At("2026-11-30")));
    }

    [Fact]
    public void TheDaysOfWarning_AreASetting()
    {
        var due = Of(ClockRules.Notice, "2026-11-06").Deadline().InForce;

        Assert.Equal(ClockState.Soon, due.StateAt(At("2026-11-16"), new(ShortDays: 5, LongDays: 10)));
        Assert.Equal(ClockState.Running, due.StateAt(At("2026-11-16"), new(ShortDays: 4)));
    }

    private static void Stands(Clock clock, string now, ClockState state, string words)
    {
        var due = clock.Deadline().InForce;
        Assert.Equal((state, words), (due.StateAt(At(now)), DueWords.Of(due, At(now))));
    }
}
