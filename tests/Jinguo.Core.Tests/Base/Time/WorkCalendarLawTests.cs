using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Time;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Base.Time;

/// <summary>The work calendar says what a walk from day to day says, 2002 to 2030: before, within and after the years announced.</summary>
public sealed class WorkCalendarLawTests
{
    private static readonly SlowCalendar Slow = new();
    private static readonly WorkCalendar Fast = WorkCalendarReader.Read(File.ReadAllText(SlowCalendar.ShippedPath));

    private static readonly Gen<DateOnly> Days = Gen.Choose(new DateOnly(2002, 1, 1).DayNumber, new DateOnly(2030, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    [Fact]
    public void EveryDay_IsWorkedOrNot_AsTheTableSays()
    {
        for (var day = new DateOnly(2002, 1, 1); day.Year <= 2030; day = day.AddDays(1))
        {
            Assert.Equal((day, Slow.IsWorkingDay(day)), (day, Fast.IsWorkingDay(day)));
            Assert.Equal(Slow.WorkingDayFrom(day), Fast.WorkingDayFrom(day));
        }
    }

    [Fact]
    [Rule("PET-07")]
    public void FiveWorkingDays_FromEveryDay_AreThoseOfAWalk()
    {
        for (var day = new DateOnly(2010, 1, 1); day.Year <= 2030; day = day.AddDays(1))
            Assert.Equal((day, Slow.AddWorkingDays(day, 5)), (day, Fast.AddWorkingDays(day, 5)));
    }

    [Fact]
    public void AddingAndCounting_AreThoseOfAWalk()
    {
        var cases = from day in Days from count in Gen.Choose(0, 400) from span in Gen.Choose(-10, 800) select (day, count, span);
        Prop.ForAll(cases.ToArbitrary(), one =>
            Fast.AddWorkingDays(one.day, one.count) == Slow.AddWorkingDays(one.day, one.count)
            && Fast.CountWorkingDays(one.day, one.day.AddDays(one.span)) == Slow.CountWorkingDays(one.day, one.day.AddDays(one.span)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void CountingUndoesAdding_AndALaterDayNeverComesEarlier()
    {
        var cases = from day in Days from count in Gen.Choose(1, 1000) from later in Gen.Choose(0, 40) select (day, count, later);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var end = Fast.AddWorkingDays(one.day, one.count).Day;
            return Fast.IsWorkingDay(end) && Fast.CountWorkingDays(one.day, end) == one.count && Fast.AddWorkingDays(one.day.AddDays(one.later), one.count).Day >= end;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    /// <summary>Law: what was definite before the next year was announced stays; what was provisional is what the newer table says.</summary>
    [Fact]
    public void WhatIsDefinite_StaysWhenTheNextYearsAreAnnounced()
    {
        for (var year = 2009; year < 2026; year++)
        {
            var (before, after) = (SlowCalendar.Product(year), SlowCalendar.Product(year + 1));
            Assert.NotEqual(before.Version, after.Version);
            for (var day = new DateOnly(year, 11, 1); day.Year == year; day = day.AddDays(1))
            {
                for (var count = 1; count <= 30; count++)
                {
                    var earlier = before.AddWorkingDays(day, count);
                    var later = after.AddWorkingDays(day, count);
                    Assert.True(earlier.IsProvisional || earlier == later, $"{day:O} + {count}: {earlier} then {later}");
                    Assert.True(earlier.IsProvisional || earlier.Day.Year == year);
                    Assert.False(later.IsProvisional);
                }
            }
        }
    }
}
