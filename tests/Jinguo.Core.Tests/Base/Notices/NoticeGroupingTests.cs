using Jinguo.Core.Base.Notices;

namespace Jinguo.Core.Tests.Base.Notices;

/// <summary>How what waits is grouped and ordered. Today is 20 November 2026.</summary>
public class NoticeGroupingTests
{
    private static readonly NoticeDays Days = new(new(2026, 11, 20));

    [Theory]
    [InlineData("2026-11-19", NoticeGroup.Overdue)]
    [InlineData("2026-11-20", NoticeGroup.Soon)]
    [InlineData("2026-11-30", NoticeGroup.Soon)]
    [InlineData("2026-12-01", NoticeGroup.Waiting)]
    [InlineData(null, NoticeGroup.Waiting)]
    public void AThing_IsGroupedByItsLastDay(string? due, NoticeGroup expected) =>
        Assert.Equal(expected, Days.GroupOf(due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void ATerm_IsSoonDueThreeMonthsBefore() => Assert.Equal(new DateOnly(2027, 2, 20), Days.TermSoon);

    [Fact]
    public void Notices_StandByGroup_ThenByDay_WhateverTheirKind()
    {
        Notice Due(NoticeKind kind, int day) => new(kind, Days.GroupOf(new(2026, 11, day)), "1", $"{day}") { Due = new(2026, 11, day) };
        var ordered = NoticeBoard.InOrder([new(NoticeKind.Review, NoticeGroup.Waiting, "1", "审核"), Due(NoticeKind.Circular, 25), Due(NoticeKind.Visit, 18), new(NoticeKind.Returned, NoticeGroup.Returned, "1", "退回"), Due(NoticeKind.Table, 15)]);

        Assert.Equal(["15", "18", "25", "退回", "审核"], ordered.Select(notice => notice.Title));
    }

    [Fact]
    public void Counts_AreAddedUpByKindAndByGroup()
    {
        var counts = new NoticeCounts([new(NoticeKind.Visit, NoticeGroup.Overdue, 2), new(NoticeKind.Visit, NoticeGroup.Soon, 3), new(NoticeKind.Table, NoticeGroup.Overdue, 1)]);

        Assert.Equal((6, 5, 3, 0), (counts.Total, counts[NoticeKind.Visit], counts[NoticeGroup.Overdue], counts[NoticeGroup.Waiting]));
    }
}
