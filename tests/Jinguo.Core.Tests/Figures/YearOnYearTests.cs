using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Tests.Figures;

public sealed class YearOnYearTests
{
    [Theory]
    [InlineData(46, 41, "增12.2%")]
    [InlineData(27, 31, "减12.9%")]
    [InlineData(5, 5, "持平")]
    [InlineData(5, 0, "—")]
    [InlineData(0, 5, "减100.0%")]
    [InlineData(2241, 1000, "增124.1%")]
    public void AChange_IsAWordAndAPercentage(int now, int before, string expected) =>
        Assert.Equal(expected, YearOnYear.Text(Figure(MeasureKind.Flow, "人次", now), Figure(MeasureKind.Flow, "人次", before)));

    [Fact]
    public void ARate_ChangesInPoints() =>
        Assert.Equal("增2.5个百分点", YearOnYear.Text(Figure(MeasureKind.Ratio, "%", 82.5m), Figure(MeasureKind.Ratio, "%", 80)));

    [Fact]
    public void WhereNothingWasRecorded_ThereIsNoChange() =>
        Assert.Equal("—", YearOnYear.Text(Figure(MeasureKind.Flow, "人次", 5), Figure(MeasureKind.Flow, "人次", 0) with { Facts = 0 }));

    private static Figure Figure(MeasureKind kind, string unit, decimal value) =>
        new(new(new("m"), new() { Code = "m", Name = "m", Unit = unit, Kind = kind, Pack = "p", Group = "g" }, option: null), default, value, Hedge: null, Facts: 1, Approximate: 0, FirstPosted: null, LastPosted: null);
}
