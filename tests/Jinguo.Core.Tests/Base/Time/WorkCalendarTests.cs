using System.Globalization;
using Jinguo.Core.Base.Time;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Base.Time;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = WorkCalendarReader.Read(File.ReadAllText(SlowCalendar.ShippedPath));

    [Theory]
    [InlineData("2026-02-13", true)]
    [InlineData("2026-02-14", true)] // a Saturday worked for 春节
    [InlineData("2026-02-16", false)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-09-20", true)] // a Sunday worked for 国庆节
    [InlineData("2026-09-26", false)]
    [InlineData("2026-10-10", true)]
    [InlineData("2018-12-29", true)] // for 元旦 of the next year
    [InlineData("2018-12-31", false)]
    [InlineData("2020-01-31", false)] // 春节 was made longer
    [InlineData("2027-10-01", true)] // not announced: a Friday
    [InlineData("2027-10-02", false)]
    public void ADay_IsWorked_AsTheNoticesSay(string day, bool isWorked) => Assert.Equal(isWorked, Calendar.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-11-20", 0, "2026-11-20", false)]
    [InlineData("2026-11-20", 5, "2026-11-27", false)]
    [InlineData("2026-11-21", 5, "2026-11-27", false)] // from a Saturday
    [InlineData("2026-09-30", 5, "2026-10-13", false)] // seven days off, then a worked Saturday
    [InlineData("2026-02-13", 1, "2026-02-14", false)]
    [InlineData("2026-02-14", 1, "2026-02-24", false)]
    [InlineData("2026-12-17", 5, "2026-12-24", false)]
    [InlineData("2026-12-18", 5, "2026-12-25", true)] // the notice for 2027 may still move the last days of December
    [InlineData("2026-12-30", 5, "2027-01-06", true)]
    [InlineData("2003-12-25", 5, "2004-01-02", true)]
    [InlineData("2024-02-28", 1, "2024-02-29", false)]
    public void WorkingDays_AreAdded_TheDayItselfNotCounted(string from, int count, string expected, bool isProvisional) =>
        Assert.Equal(new ReckonedDay(Day(expected), isProvisional), Calendar.AddWorkingDays(Day(from), count));

    [Theory]
    [InlineData("2026-11-20", "2026-11-27", 5)]
    [InlineData("2026-11-20", "2026-11-20", 0)]
    [InlineData("2026-11-20", "2026-11-01", 0)]
    [InlineData("2025-12-31", "2026-12-31", 248)]
    public void WorkingDays_AreCounted_TheFirstDayNot(string after, string until, int expected) =>
        Assert.Equal(expected, Calendar.CountWorkingDays(Day(after), Day(until)));

    [Theory]
    [Rule("PET-18")]
    [InlineData(2026, 1, 15, "2026-01-15", false)]
    [InlineData(2026, 8, 15, "2026-08-17", false)] // a Saturday
    [InlineData(2026, 2, 15, "2026-02-24", false)] // 春节
    [InlineData(2026, 2, 14, "2026-02-14", false)] // a Saturday that is worked
    [InlineData(2026, 2, 31, "2026-02-28", false)] // the last day of a short month, a worked Saturday
    [InlineData(2024, 2, 30, "2024-02-29", false)]
    [InlineData(2026, 10, 1, "2026-10-08", false)]
    [InlineData(2026, 1, 31, "2026-02-02", false)] // into the next month
    [InlineData(2027, 5, 15, "2027-05-17", true)]
    public void TheReceptionDay_MovesFromARestDay_ToTheNextWorkingDay(int year, int month, int day, string expected, bool isProvisional) =>
        Assert.Equal(new ReckonedDay(Day(expected), isProvisional), Calendar.ReceptionDay(year, month, day));

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    public void AReceptionDay_OutsideAnyMonth_IsRefused(int day) => Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.ReceptionDay(2026, 1, day));

    [Theory]
    [InlineData(-1)]
    [InlineData(WorkCalendar.MostDays + 1)]
    public void ACountOutOfItsRange_IsRefused(int count) => Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(Day("2026-11-20"), count));

    [Fact]
    public void TheCalendar_EndsWithTheLastDayThereIs() => Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(DateOnly.MaxValue.AddDays(-3), 10));

    [Fact]
    public void TheShippedTable_KnowsTheYears2004To2026()
    {
        Assert.Equal((2004, 2026), Calendar.AnnouncedYears);
        Assert.False(Calendar.IsAnnounced(2003));
        Assert.True(Calendar.IsAnnounced(2004));
        Assert.True(Calendar.IsAnnounced(2026));
        Assert.False(Calendar.IsAnnounced(2027));
    }

    [Fact]
    public void WithoutATable_WeekdaysAreWorked_AndEverythingIsProvisional()
    {
        var calendar = new WorkCalendar([]);

        Assert.Equal(new ReckonedDay(Day("2026-10-08"), IsProvisional: true), calendar.AddWorkingDays(Day("2026-10-01"), 5));
        Assert.Null(calendar.AnnouncedYears);
        Assert.False(calendar.IsAnnounced(2026));
    }

    [Fact]
    public void AnotherDayOrYear_IsAnotherVersion_AnotherOrderIsNot()
    {
        WorkYear plain = new(2026, [Day("2026-01-01"), Day("2026-01-02")], [Day("2026-01-04")]);
        WorkYear next = new(2027, [Day("2027-01-01")], []);
        var version = new WorkCalendar([plain, next]).Version;

        Assert.Matches("^[0-9a-f]{16}$", version);
        Assert.Equal(version, new WorkCalendar([next, plain with { Rest = [.. plain.Rest.Reverse()] }]).Version);
        string[] others = [new WorkCalendar([plain]).Version, new WorkCalendar([plain, next with { Rest = [Day("2027-01-04")] }]).Version, new WorkCalendar([plain with { Work = [] }, next]).Version];
        Assert.Equal(4, others.Append(version).Distinct().Count());
    }

    public static TheoryData<string, int, string[], string[]> Impossible => new()
    {
        { "a gap", 2028, ["2028-01-03"], [] },
        { "a year twice", 2026, ["2026-01-01"], [] },
        { "a day of another year", 2027, ["2026-12-31"], [] },
        { "a rest day at the weekend", 2027, ["2027-01-02"], [] },
        { "a make-up day in the week", 2027, ["2027-01-01"], ["2027-01-04"] },
        { "a day twice", 2027, ["2027-01-01", "2027-01-01"], [] },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void ACalendarThatCannotBe_IsRefused(string what, int year, string[] rest, string[] work)
    {
        WorkYear first = new(2026, [Day("2026-01-01")], []);
        Assert.True(Assert.Throws<ArgumentException>(() => new WorkCalendar([first, new(year, [.. rest.Select(Day)], [.. work.Select(Day)])])).Message.Length > 0, what);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
