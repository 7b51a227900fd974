using Jinguo.Core.Records.Cases.Clocks;

namespace Jinguo.Core.Tests.Records.Cases.Clocks;

public sealed class ClockSpanTests
{
    [Theory]
    [InlineData("15C", 15, ClockUnit.Day, "15日", 15)]
    [InlineData("5W", 5, ClockUnit.WorkingDay, "5个工作日", 7)]
    [InlineData("11W", 11, ClockUnit.WorkingDay, "11个工作日", 16)]
    [InlineData("72H", 72, ClockUnit.Hour, "72小时", 3)]
    [InlineData("25H", 25, ClockUnit.Hour, "25小时", 2)]
    [InlineData("6M", 6, ClockUnit.Month, "6个月", 186)]
    public void ASpan_IsReadAndWritten(string text, int count, ClockUnit unit, string name, int usualDays)
    {
        Assert.True(ClockSpan.TryParse($" {text.ToLowerInvariant()} ", out var span));
        Assert.Equal((new ClockSpan(count, unit), text, name, usualDays), (span, span.ToString(), span.Name, span.UsualDays));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("C")]
    [InlineData("15")]
    [InlineData("15D")]
    [InlineData("0C")]
    [InlineData("-1C")]
    [InlineData("1001C")]
    [InlineData("1 5C")]
    [InlineData("1.5H")]
    [InlineData("99999999999H")]
    public void WhatIsNoSpan_IsNotRead(string? text) => Assert.False(ClockSpan.TryParse(text, out _));

    [Theory]
    [InlineData(0)]
    [InlineData(ClockSpan.MostCount + 1)]
    public void ASpanOutOfItsRange_IsRefused(int count) => Assert.Throws<ArgumentOutOfRangeException>(() => ClockSpan.Days(count));
}
