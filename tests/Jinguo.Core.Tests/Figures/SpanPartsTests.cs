using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Tests.Figures;

public sealed class SpanPartsTests
{
    private static readonly DateOnly Today = new(2026, 11, 10);

    [Theory]
    [InlineData("2025-01-01..2025-11-10", "+202501..202510", "+2025-11-01..2025-11-10")]
    [InlineData("2025-01-01..2025-11-20", "+202501..202511", "-2025-11-21..2025-11-30")]
    [InlineData("2025-01-15..2025-03-31", "+202501..202503", "-2025-01-01..2025-01-14")]
    [InlineData("2025-01-20..2025-03-31", "+202502..202503", "+2025-01-20..2025-01-31")]
    [InlineData("2025-01-20..2025-03-10", "+202502..202502", "+2025-01-20..2025-01-31 +2025-03-01..2025-03-10")]
    [InlineData("2025-01-20..2025-02-10", "", "+2025-01-20..2025-01-31 +2025-02-01..2025-02-10")]
    [InlineData("2025-01-10..2025-02-20", "+202501..202502", "-2025-01-01..2025-01-09 -2025-02-21..2025-02-28")]
    [InlineData("2025-01-15..2025-01-20", "", "+2025-01-15..2025-01-20")]
    [InlineData("2025-01-15..2025-01-31", "", "+2025-01-15..2025-01-31")]
    [InlineData("2025-01-01..2025-01-10", "", "+2025-01-01..2025-01-10")]
    [InlineData("2025-01-01..2025-01-20", "+202501..202501", "-2025-01-21..2025-01-31")]
    [InlineData("2024-12-31..2025-01-01", "", "+2024-12-31..2024-12-31 +2025-01-01..2025-01-01")]
    public void AFlow_IsWholeMonthsFromSums_AndTheShorterSideOfStartedOnesFromFacts(string period, string sums, string days) =>
        AssertParts(sums, days, SpanParts.Of(MeasureKind.Flow, Span(period), Today, fromFacts: false));

    [Theory]
    [InlineData("2025", "+2025..2025")]
    [InlineData("2023-01-01..2025-12-31", "+2023..2025")]
    [InlineData("2023-11-01..2025-02-28", "+2024..2024 +202311..202312 +202501..202502")]
    [InlineData("2023-11-01..2024-02-28", "+202311..202402", "-2024-02-29..2024-02-29")]
    [InlineData("2025H1", "+202501..202506")]
    [InlineData("2025H2", "+202507..202512")]
    public void WholeYears_AreReadAsOneSum(string period, string sums, string days = "") =>
        AssertParts(sums, days, SpanParts.Of(MeasureKind.Flow, Span(period), Today, fromFacts: false));

    [Theory]
    [InlineData("2026-01-01..2026-11-10", "+2026..2026")]
    [InlineData("2026-07-01..2026-11-10", "+202607..202612")]
    [InlineData("2026-11-01..2026-11-10", "+202611..202612")]
    public void APeriodUntilToday_IsReadToTheEndOfItsYear_WithoutTheDaysToCome(string period, string sums) =>
        AssertParts(sums, "-2026-11-11..2026-12-31", SpanParts.Of(MeasureKind.Flow, Span(period), Today, fromFacts: false));

    [Theory]
    [InlineData("2025-01-01..2025-11-10", "+2025..2025 -202511..202512", "+2025-11-01..2025-11-10")]
    [InlineData("2025-01-01..2025-11-20", "+2025..2025 -202512..202512", "-2025-11-21..2025-11-30")]
    [InlineData("2025H1", "+202501..202506", "")]
    [InlineData("2025-02-01..2025-11-30", "+202502..202511", "")]
    public void TheYearBefore_IsReadAsAWholeYearWithoutItsLastMonths_WhereTheseAreFewer(string period, string sums, string days) =>
        AssertParts(sums, days, SpanParts.Of(MeasureKind.Flow, Span(period) with { IsComparison = true }, Today, fromFacts: false));

    [Fact]
    public void AStock_RunsFromTheBeginning() => AssertParts(
        "+1..2024 +202501..202510",
        "+2025-11-01..2025-11-10",
        SpanParts.Of(MeasureKind.Stock, Span("2025-11-05..2025-11-10"), Today, fromFacts: false));

    [Fact]
    public void TheBooksOfAnEarlierInstant_AreReadFromTheFactsAlone() =>
        AssertParts("", "+2026-01-01..2026-12-31", SpanParts.Of(MeasureKind.Flow, Span("2026"), Today, fromFacts: true));

    [Fact]
    public void APeriodThatHasNotBegun_HasNoParts() =>
        AssertParts("", "", SpanParts.Of(MeasureKind.Flow, Span("2027") with { IsOpen = false }, Today, fromFacts: false));

    private static Span Span(string period) => new(Books.Span(period), IsOpen: true, IsComparison: false);

    private static void AssertParts(string sums, string days, SpanParts parts)
    {
        Assert.Equal(sums, string.Join(' ', parts.Sums.Select(range => $"{Sign(range.TakenAway)}{range.First}..{range.Last}")));
        Assert.Equal(days, string.Join(' ', parts.Pieces.Select(piece => $"{Sign(piece.TakenAway)}{piece.First:yyyy-MM-dd}..{piece.Last:yyyy-MM-dd}")));
    }

    private static char Sign(bool isTakenAway) => isTakenAway ? '-' : '+';
}
