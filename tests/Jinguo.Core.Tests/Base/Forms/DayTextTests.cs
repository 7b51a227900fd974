using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Tests.Base.Forms;

public class DayTextTests
{
    [Theory]
    [InlineData("2009年5月4日", "2009-05-04", "2009-05-04")]
    [InlineData("２００９年５月４日", "2009-05-04", "2009-05-04")]
    [InlineData("2009.5.4", "2009-05-04", "2009-05-04")]
    [InlineData("2009/5/4", "2009-05-04", "2009-05-04")]
    [InlineData("2009-05-04", "2009-05-04", "2009-05-04")]
    [InlineData("2009-5-4 0:00:00", "2009-05-04", "2009-05-04")]
    [InlineData("2009-05-04T08:30:00", "2009-05-04", "2009-05-04")]
    [InlineData("20090504", "2009-05-04", "2009-05-04")]
    [InlineData("09年5月4日", "2009-05-04", "2009-05-04")]
    [InlineData("5月4日", "2010-05-04", "2010-05-04")]
    [InlineData("5月4号", "2010-05-04", "2010-05-04")]
    [InlineData("5.4", "2010-05-04", "2010-05-04")]
    [InlineData("5/4", "2010-05-04", "2010-05-04")]
    [InlineData("2009年2月", "2009-02-01", "2009-02-28")]
    [InlineData("2009年2月份", "2009-02-01", "2009-02-28")]
    [InlineData("2009-02", "2009-02-01", "2009-02-28")]
    [InlineData("3月", "2010-03-01", "2010-03-31")]
    [InlineData("2009年", "2009-01-01", "2009-12-31")]
    [InlineData("全年", "2010-01-01", "2010-12-31")]
    [InlineData("2010年上半年", "2010-01-01", "2010-06-30")]
    [InlineData("下半年", "2010-07-01", "2010-12-31")]
    [InlineData("2009年第三季度", "2009-07-01", "2009-09-30")]
    [InlineData("4季度", "2010-10-01", "2010-12-31")]
    [InlineData("2009年5月4日至6日", "2009-05-04", "2009-05-06")]
    [InlineData("2009年5月4日—6月2日", "2009-05-04", "2009-06-02")]
    [InlineData("2009年12月30日到2010年1月2日", "2009-12-30", "2010-01-02")]
    [InlineData("2009年5月4日-6日", "2009-05-04", "2009-05-06")]
    [InlineData("2009.5.4-2009.5.6", "2009-05-04", "2009-05-06")]
    [InlineData("2009-05-04至2009-05-06", "2009-05-04", "2009-05-06")]
    [InlineData("2009-05-04 - 2009-05-06", "2009-05-04", "2009-05-06")]
    [InlineData("8月21日至25日", "2010-08-21", "2010-08-25")]
    [InlineData("2009年3月至5月", "2009-03-01", "2009-05-31")]
    public void TryParse_ReadsDaysAsTheyAreWritten(string text, string first, string last)
    {
        Assert.True(DayText.TryParse(text, 2010, out var days));
        Assert.Equal((first, last), ($"{days.First:yyyy-MM-dd}", $"{days.Last:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("年")]
    [InlineData("4日")]
    [InlineData("2009年2月30日")]
    [InlineData("2009-13-01")]
    [InlineData("2009年5月6日至4日")]
    [InlineData("1200年5月4日")]
    [InlineData("2009.5-6")]
    [InlineData("春节前")]
    [InlineData("39937")]
    public void TryParse_WhatIsNoDay_IsRefused(string text) => Assert.False(DayText.TryParse(text, 2010, out _));

    [Theory]
    [InlineData("2009-05-04", "2009-05-04", null, "2009年5月4日")]
    [InlineData("2009-05-04", "2009-05-04", 2009, "5月4日")]
    [InlineData("2009-05-04", "2009-05-06", 2009, "5月4日至6日")]
    [InlineData("2009-05-04", "2009-06-06", 2010, "2009年5月4日至6月6日")]
    [InlineData("2009-12-30", "2010-01-02", 2009, "12月30日至2010年1月2日")]
    [InlineData("2009-01-01", "2009-12-31", 2009, "全年")]
    [InlineData("2009-01-01", "2009-12-31", null, "2009年")]
    [InlineData("2009-01-01", "2009-06-30", 2009, "上半年")]
    [InlineData("2009-03-01", "2009-03-31", 2009, "3月")]
    [InlineData("2009-03-01", "2009-05-31", 2009, "3月至5月")]
    public void Print_LeavesOutTheYearTheReaderKnows(string first, string last, int? known, string expected) =>
        Assert.Equal(expected, DayText.Print(Days(first, last), known));

    [Fact]
    public void TryParse_ReadsBackEveryPrintedRange()
    {
        var start = new DateOnly(2023, 12, 20);
        for (var first = 0; first < 60; first++)
        {
            for (var length = 0; length < 400; length += length < 40 ? 1 : 29)
            {
                var days = new Period(start.AddDays(first), start.AddDays(first + length));
                Assert.True(DayText.TryParse(DayText.Print(days, null), 1999, out var again));
                Assert.Equal(days, again);
                Assert.True(DayText.TryParse(DayText.Print(days, days.First.Year), days.First.Year, out again));
                Assert.Equal(days, again);
            }
        }
    }

    private static Period Days(string first, string last) =>
        new(DateOnly.ParseExact(first, "yyyy-MM-dd"), DateOnly.ParseExact(last, "yyyy-MM-dd"));
}
