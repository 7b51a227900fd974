using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Forms;
using Jinguo.Office.Mentions;
using HedgeWord = Jinguo.Office.Mentions.HedgeWord;

namespace Jinguo.Core.Tests.Office.Mentions;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData(38362, "38362", "3.8万余", "38,362")]
    [InlineData(380_000, "38万", "38万", "380,000")]
    [InlineData(12_000, "1.2万", "1.2万", "12,000")]
    [InlineData(12_345, "12345", "1.2万余", "12,345")]
    [InlineData(150_000_000, "1.5亿", "1.5亿", "150,000,000")]
    [InlineData(1_263, "1263", "1200余", "1,263")]
    [InlineData(263, "263", "260余", "263")]
    [InlineData(86, "86", "86", "86")]
    [InlineData(0, "0", "0", "0")]
    public void Number_InSentencesAndTables(decimal value, string exact, string rounded, string table) =>
        Assert.Equal((exact, rounded, table), (FigureText.Exact(value), FigureText.Rounded(value), FigureText.InTable(value)));

    [Theory]
    [InlineData(50, "余", "人次", "50余人次")]
    [InlineData(40_000, "余", "元", "4万余元")]
    [InlineData(50, "近", "人", "近50人")]
    [InlineData(263, "左右", "人次", "263人次左右")]
    [InlineData(50, "以上", "人", "50人以上")]
    [InlineData(1_000, "上", "人", "上千人")]
    [InlineData(1_200, "上", "人", "达1200人")]
    public void Hedge_StandsInItsPlace(decimal value, string hedge, string unit, string text) =>
        Assert.Equal(text, FigureText.InSentence(value, hedge, unit));

    [Theory]
    [InlineData(12_345, "余", "1.2万余人")]
    [InlineData(12_345, "近", "近12345人")]
    public void Rounding_KeepsWhatTheHedgeSays(decimal value, string hedge, string text) =>
        Assert.Equal(text, FigureText.Rounded(value, hedge, "人"));

    [Fact]
    public void NumberInASentence_IsReadBackWithItsHedgeAndUnit()
    {
        var mention = from number in ChineseNumeralTests.Numbers()
                      from hedge in Gen.Elements(["", .. HedgeWord.All.Select(h => h.Word)])
                      from unit in Gen.Elements("", "人", "人次", "元", "户", "期")
                      where number > 0 && hedge != "上"
                      select (number, hedge, unit);
        Prop.ForAll(mention.ToArbitrary(), m =>
            Assert.Equal((m.number, m.hedge, m.unit), Read(FigureText.InSentence(m.number, m.hedge, m.unit)))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void RoundedNumber_IsNeverMoreThanTheNumber_AndLosesLessThanATenth() =>
        Prop.ForAll(ChineseNumeralTests.Numbers().ToArbitrary(), number =>
        {
            var (value, hedge, _) = Read(FigureText.Rounded(number));
            Assert.InRange(value, number * 0.9m, number);
            Assert.Equal(value == number, hedge.Length == 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Money_InTables_HasTwoDecimals() => Assert.Equal("1,234.50", FigureText.InTable(1234.5m, 2));

    private static (decimal Value, string Hedge, string Unit) Read(string text)
    {
        Assert.True(Quantity.TryParse(text, out var quantity, out var unit), text);
        return (quantity.Value, quantity.Hedge.Word(), unit);
    }
}
