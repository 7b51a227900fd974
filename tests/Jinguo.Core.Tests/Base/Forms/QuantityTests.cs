using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Tests.Base.Forms;

public class QuantityTests
{
    [Theory]
    [InlineData("50", 50, HedgeWord.None, "")]
    [InlineData("５０", 50, HedgeWord.None, "")]
    [InlineData(" 1,200 ", 1200, HedgeWord.None, "")]
    [InlineData("1，200人", 1200, HedgeWord.None, "人")]
    [InlineData("50余人次", 50, HedgeWord.Odd, "人次")]
    [InlineData("1200多人", 1200, HedgeWord.More, "人")]
    [InlineData("4万余元", 40000, HedgeWord.Odd, "元")]
    [InlineData("10多万元", 100000, HedgeWord.More, "元")]
    [InlineData("1.2万元", 12000, HedgeWord.None, "元")]
    [InlineData("3万5千余元", 35000, HedgeWord.Odd, "元")]
    [InlineData("3万5000元", 35000, HedgeWord.None, "元")]
    [InlineData("1.5亿元", 150000000, HedgeWord.None, "元")]
    [InlineData("228000多户", 228000, HedgeWord.More, "户")]
    [InlineData("近200人", 200, HedgeWord.Nearly, "人")]
    [InlineData("将近200人", 200, HedgeWord.Nearly, "人")]
    [InlineData("约 50 人", 50, HedgeWord.About, "人")]
    [InlineData("50人左右", 50, HedgeWord.OrSo, "人")]
    [InlineData("50人以上", 50, HedgeWord.AndAbove, "人")]
    [InlineData("50以上", 50, HedgeWord.AndAbove, "")]
    [InlineData("超过300场", 300, HedgeWord.Exceeding, "场")]
    [InlineData("至少3次", 3, HedgeWord.AtLeast, "次")]
    [InlineData("达1200人", 1200, HedgeWord.Reaching, "人")]
    [InlineData("不足100户", 100, HedgeWord.Under, "户")]
    [InlineData("上千人", 1000, HedgeWord.UpOver, "人")]
    [InlineData("近千元", 1000, HedgeWord.Nearly, "元")]
    [InlineData("二十人", 20, HedgeWord.None, "人")]
    [InlineData("十二期", 12, HedgeWord.None, "期")]
    [InlineData("一百二十三", 123, HedgeWord.None, "")]
    [InlineData("一百二", 120, HedgeWord.None, "")]
    [InlineData("一百零二", 102, HedgeWord.None, "")]
    [InlineData("三万五", 35000, HedgeWord.None, "")]
    [InlineData("两千余人次", 2000, HedgeWord.Odd, "人次")]
    [InlineData("约50余人", 50, HedgeWord.About, "人")]
    [InlineData("达50余人", 50, HedgeWord.Reaching, "人")]
    [InlineData("¥5000", 5000, HedgeWord.None, "")]
    [InlineData("共计2750元", 2750, HedgeWord.None, "元")]
    [InlineData("1.2E+3", 1200, HedgeWord.None, "")]
    [InlineData("95%", 95, HedgeWord.None, "%")]
    [InlineData("-3", -3, HedgeWord.None, "")]
    [InlineData("0", 0, HedgeWord.None, "")]
    public void TryParse_ReadsWhatStandsInCells(string text, int value, HedgeWord hedge, string unit)
    {
        Assert.True(Quantity.TryParse(text, out var quantity, out var read));
        Assert.Equal((new Quantity(value, hedge), unit), (quantity, read));
    }

    [Theory]
    [InlineData("")]
    [InlineData("人")]
    [InlineData("若干")]
    [InlineData("几十人")]
    [InlineData("50-60人")]
    [InlineData("50、60")]
    [InlineData("1,2")]
    [InlineData("1.2.3")]
    [InlineData("50人（其中男3人）")]
    [InlineData("上午")]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("999999亿亿亿亿亿亿")]
    [InlineData("=A1+B1")]
    public void TryParse_WhatIsNotOneNumber_IsRefused(string text) => Assert.False(Quantity.TryParse(text, out _, out _));

    [Theory]
    [InlineData(50, HedgeWord.Odd, "50余人次")]
    [InlineData(1200, HedgeWord.Odd, "1200余人次")]
    [InlineData(12000, HedgeWord.None, "1.2万人次")]
    [InlineData(40000, HedgeWord.Odd, "4万余人次")]
    [InlineData(12345, HedgeWord.None, "12,345人次")]
    [InlineData(150000000, HedgeWord.About, "约1.5亿人次")]
    [InlineData(50, HedgeWord.AndAbove, "50人次以上")]
    [InlineData(1000, HedgeWord.UpOver, "上千人次")]
    [InlineData(10000, HedgeWord.UpOver, "上万人次")]
    [InlineData(1000, HedgeWord.None, "1000人次")]
    public void InSentence_PrintsUnitHedgeAndRoundThousands(int value, HedgeWord hedge, string expected) =>
        Assert.Equal(expected, new Quantity(value, hedge).InSentence("人次"));

    [Fact]
    public void TryParse_ReadsBackWhateverIsPrinted()
    {
        var law = Prop.ForAll(Quantities().ToArbitrary(), quantity =>
            Reads(quantity.ToString(), quantity, "") && Reads(quantity.InSentence("人次"), quantity, "人次") && Reads(quantity.InSentence(""), quantity, ""));
        law.QuickCheckThrowOnFailure();
    }

    internal static Gen<Quantity> Quantities() =>
        from whole in Gen.OneOf(Gen.Choose(0, 200), Gen.Choose(0, 2_000_000_000), Gen.Choose(1, 500).Select(round => round * 10_000))
        from cents in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 99)))
        from hedge in Gen.Elements(Enum.GetValues<HedgeWord>())
        select new Quantity(whole + (cents / 100m), hedge);

    private static bool Reads(string text, Quantity expected, string expectedUnit) =>
        Quantity.TryParse(text, out var quantity, out var unit) && quantity == expected && unit == expectedUnit;
}
