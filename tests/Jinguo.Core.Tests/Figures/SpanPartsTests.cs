using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Tests.Figures;

public sealed class SpanPartsTests
{
    private static readonly DateOnly Today = new(2026, 11, 10);

    [Theory]
    [InlineData("2025", "202501-202512", "")]
    [InlineData("2025-01-01..2025-11-10", "202501-202510", "+2025-11-01..2025-11-10")]
    [InlineData("2025-01-01..2025-11-20", "202501-202511", "-2025-11-21..2025-11-30")]
    [InlineData("2026-01-01..2026-11-10", "202601-202611", "-2026-11-11..2026-11-30")]
    [InlineData("2025-01-15..2025-03-31", "202501-202503", "-2025-01-01..2025-01-14")]
    [InlineData("2025-01-20..2025-03-31", "202502-202503", "+2025-01-20..2025-01-31")]
    [InlineData("2025-01-20..2025-03-10", "202502-202502", "+2025-01-20..2025-01-31 +2025-03-01..2025-03-10")]
    [InlineData("2025-01-20..2025-02-10", "", "+2025-01-20..2025-01-31 +2025-02-01..2025-02-10")]
    [InlineData("2025-01-10..2025-02-20", "202501-202502", "-2025-01-01..2025-01-09 -2025-02-21..2025-02-28")]
    [InlineData("2025-01-15..2025-01-20", "", "+2025-01-15..2025-01-20")]
    [InlineData("2025-01-15..2025-01-31", "", "+2025-01-15..2025-01-31")]
    [InlineData("2025-01-01..2025-01-10", "", "+2025-01-01..2025-01-10")]
    [InlineData("2025-01-01..2025-01-20", "202501-202501", "-2025-01-21..2025-01-31")]
    [InlineData("2024-12-31..2025-01-01", "", "+2024-12-31..2024-12-31 +2025-01-01..2025-01-01")]
    public void AFlow_IsWholeMonthsFromSums_AndTheShorterSideOfStartedOnesFromFacts(string period, string months, string days)
    {
        var parts = SpanParts.Of(MeasureKind.Flow, Books.Span(period), Today, fromFacts: false);

        Assert.Equal(months, parts.Months is { } whole ? $"{whole.First}-{whole.Last}" : "");
        Assert.Equal(days, string.Join(' ', parts.Pieces.Select(piece => $"{(piece.TakenAway ? '-' : '+')}{piece.First:yyyy-MM-dd}..{piece.Last:yyyy-MM-dd}")));
    }

    [Fact]
    public void AStock_RunsFromTheBeginning()
    {
        var parts = SpanParts.Of(MeasureKind.Stock, Books.Span("2025-11-05..2025-11-10"), Today, fromFacts: false);

        Assert.Equal(202510, parts.Months!.Value.Last);
        Assert.Equal(new Days(Books.Day("2025-11-01"), Books.Day("2025-11-10")), Assert.Single(parts.Pieces));
    }

    [Fact]
    public void TheBooksOfAnEarlierInstant_AreReadFromTheFactsAlone() =>
        Assert.Null(SpanParts.Of(MeasureKind.Flow, Books.Span("2026"), Today, fromFacts: true).Months);
}
