using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Tests.Figures;

public sealed class SpanPartsTests
{
    [Theory]
    [InlineData("2026", "202601-202612", "")]
    [InlineData("2026-01-01..2026-11-20", "202601-202610", "2026-11-01..2026-11-20")]
    [InlineData("2026-01-15..2026-03-31", "202602-202603", "2026-01-15..2026-01-31")]
    [InlineData("2026-01-15..2026-03-10", "202602-202602", "2026-01-15..2026-01-31 2026-03-01..2026-03-10")]
    [InlineData("2026-01-15..2026-02-10", "", "2026-01-15..2026-01-31 2026-02-01..2026-02-10")]
    [InlineData("2026-01-15..2026-01-20", "", "2026-01-15..2026-01-20")]
    [InlineData("2026-01-15..2026-01-31", "", "2026-01-15..2026-01-31")]
    [InlineData("2026-01-01..2026-01-20", "", "2026-01-01..2026-01-20")]
    [InlineData("2025-12-31..2026-01-01", "", "2025-12-31..2025-12-31 2026-01-01..2026-01-01")]
    public void AFlow_IsWholeMonthsFromSums_AndStartedOnesFromFacts(string period, string months, string days)
    {
        var parts = SpanParts.Of(MeasureKind.Flow, Books.Span(period), fromFacts: false);

        Assert.Equal(months, parts.Months is { } whole ? $"{whole.First}-{whole.Last}" : "");
        Assert.Equal(days, string.Join(' ', parts.Pieces.Select(piece => $"{piece.First:yyyy-MM-dd}..{piece.Last:yyyy-MM-dd}")));
    }

    [Fact]
    public void AStock_RunsFromTheBeginning()
    {
        var parts = SpanParts.Of(MeasureKind.Stock, Books.Span("2026-11-10..2026-11-20"), fromFacts: false);

        Assert.Equal(202610, parts.Months!.Value.Last);
        Assert.Equal(Books.Day("2026-11-01"), Assert.Single(parts.Pieces).First);
    }

    [Fact]
    public void TheBooksOfAnEarlierInstant_AreReadFromTheFactsAlone() =>
        Assert.Null(SpanParts.Of(MeasureKind.Flow, Books.Span("2026"), fromFacts: true).Months);
}
