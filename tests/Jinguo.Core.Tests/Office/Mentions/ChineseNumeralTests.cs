using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Forms;
using Jinguo.Office.Mentions;

namespace Jinguo.Core.Tests.Office.Mentions;

public sealed class ChineseNumeralTests
{
    [Theory]
    [InlineData(0, "零")]
    [InlineData(10, "十")]
    [InlineData(110, "一百一十")]
    [InlineData(123, "一百二十三")]
    [InlineData(1_005, "一千零五")]
    [InlineData(10_005, "一万零五")]
    [InlineData(100_000, "十万")]
    [InlineData(100_000_500, "一亿零五百")]
    [InlineData(100_050_000, "一亿零五万")]
    [InlineData(-3, "负三")]
    public void ChineseNumeral_IsReadAloud(long number, string text) => Assert.Equal(text, ChineseNumeral.Of(number));

    [Fact]
    public void Number_ToChineseText_AndBack_IsTheSame() =>
        Prop.ForAll(Numbers().ToArbitrary(), number =>
        {
            Assert.True(Quantity.TryParse(ChineseNumeral.Of(number), out var read, out _));
            Assert.Equal(number, read.Value);
        }).QuickCheckThrowOnFailure();

    internal static Gen<long> Numbers() =>
        from digits in Gen.Choose(1, 15)
        from high in Gen.Choose(0, 999_999_999)
        from low in Gen.Choose(0, 999_999_999)
        from round in Gen.Choose(0, 8)
        select (high * 1_000_000_000L + low) % (long)Math.Pow(10, digits) / (long)Math.Pow(10, round) * (long)Math.Pow(10, round);
}
