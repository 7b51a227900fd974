using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Jinguo.Office.Mentions;

namespace Jinguo.Core.Tests.Office.Mentions;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("50", "50", "", "")]
    [InlineData("50余人次", "50", "余", "人次")]
    [InlineData("1.2万元", "12000", "", "元")]
    [InlineData("３００多", "300", "多", "")]
    [InlineData("十九万", "190000", "", "")]
    [InlineData("3万5千余元", "35000", "余", "元")]
    [InlineData("3万5元", "35000", "", "元")]
    [InlineData("1,200", "1200", "", "")]
    [InlineData("1，200人", "1200", "", "人")]
    [InlineData("12 000 元", "12000", "", "元")]
    [InlineData("近千元", "1000", "近", "元")]
    [InlineData("上千人", "1000", "上", "人")]
    [InlineData("百分之八十二", "82", "", "%")]
    [InlineData("百分之82.5", "82.5", "", "%")]
    [InlineData("82.5%", "82.5", "", "%")]
    [InlineData("千分之三", "3", "", "‰")]
    [InlineData("八成五", "85", "", "%")]
    [InlineData("4万余", "40000", "余", "")]
    [InlineData("260余万元", "2600000", "余", "元")]
    [InlineData("228000多户", "228000", "多", "户")]
    [InlineData("不足3000.00元", "3000", "不足", "元")]
    [InlineData("达1200余人", "1200", "余", "人")]
    [InlineData("达50人", "50", "达", "人")]
    [InlineData("超十九万只", "190000", "超过", "只")]
    [InlineData("至少有一位", "1", "至少", "位")]
    [InlineData("263人次左右", "263", "左右", "人次")]
    [InlineData("两条以上", "2", "以上", "条")]
    [InlineData("大约50 人", "50", "约", "人")]
    [InlineData("十来个", "10", "左右", "个")]
    [InlineData("2千克", "2", "", "千克")]
    [InlineData("2千户", "2000", "", "户")]
    [InlineData("一百二十三", "123", "", "")]
    [InlineData("一万二", "12000", "", "")]
    [InlineData("一万零二", "10002", "", "")]
    [InlineData("1.5亿元", "150000000", "", "元")]
    [InlineData("三万亿", "3000000000000", "", "")]
    [InlineData("二〇一三年", "2013", "", "年")]
    [InlineData("-5", "-5", "", "")]
    [InlineData("负五", "-5", "", "")]
    [InlineData("￥1,234.50", "1234.5", "", "")]
    [InlineData("300元/人", "300", "", "元/人")]
    public void WholeCell_IsReadAsOneNumber(string text, string value, string hedge, string unit)
    {
        Assert.True(NumberText.TryRead(text, out var number, out var problem), problem);
        Assert.Equal(new NumberText(decimal.Parse(value, CultureInfo.InvariantCulture), hedge, unit), number);
    }

    [Theory]
    [InlineData("", "没有填")]
    [InlineData("  ", "没有填")]
    [InlineData("30-50人", "范围")]
    [InlineData("三至五人", "范围")]
    [InlineData("2024-05-01", "日期")]
    [InlineData("数十人", "没有说清")]
    [InlineData("几百", "没有说清")]
    [InlineData("十几人", "没有说清")]
    [InlineData("若干", "没有说清")]
    [InlineData("无", "不是数字")]
    [InlineData("1,2", "不是数字")]
    [InlineData("1.2.3", "不是数字")]
    [InlineData("培训50人", "不是数字")]
    [InlineData("50人,其中女性30人", "不是数字")]
    [InlineData("十百", "不是数字")]
    [InlineData("万万万万万万万万万万万万", "不是数字")]
    public void WhatIsNotOneNumber_IsToldWithARemedy(string text, string word)
    {
        Assert.False(NumberText.TryRead(text, out _, out var problem));
        Assert.Contains(word, problem, StringComparison.Ordinal);
    }

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
            Assert.True(NumberText.TryRead(ChineseNumeral.Of(number), out var read, out var problem), problem);
            Assert.Equal(number, read.Value);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void NumberInASentence_IsReadBackWithItsHedgeAndUnit()
    {
        var mention = from number in Numbers()
                      from hedge in Gen.Elements(["", .. HedgeWord.All.Select(h => h.Word)])
                      from unit in Gen.Elements("", "人", "人次", "元", "户", "期")
                      where number > 0 && hedge != "上"
                      select (number, hedge, unit);
        Prop.ForAll(mention.ToArbitrary(), m =>
        {
            Assert.True(NumberText.TryRead(FigureText.InSentence(m.number, m.hedge, m.unit), out var read, out var problem), problem);
            Assert.Equal(new NumberText(m.number, m.hedge, m.unit), read);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void RoundedNumber_IsNeverMoreThanTheNumber_AndLosesLessThanATenth() =>
        Prop.ForAll(Numbers().ToArbitrary(), number =>
        {
            Assert.True(NumberText.TryRead(FigureText.Rounded(Math.Abs(number)), out var read, out var problem), problem);
            Assert.InRange(read.Value, Math.Abs(number) * 0.9m, Math.Abs(number));
            Assert.Equal(read.Value == Math.Abs(number), read.Hedge.Length == 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyText_IsReadOrRefused_NeverAnError() =>
        Prop.ForAll(Gen.Elements([.. "0123456789.,万亿千百十零一二两余多近约达上以人元%- 至"]).ListOf().Select(l => string.Concat(l)).ToArbitrary(), text =>
            Assert.NotEqual(NumberText.TryRead(text, out _, out var problem), problem is not null)).QuickCheckThrowOnFailure();

    private static Gen<long> Numbers() =>
        from digits in Gen.Choose(1, 15)
        from high in Gen.Choose(0, 999_999_999)
        from low in Gen.Choose(0, 999_999_999)
        from round in Gen.Choose(0, 8)
        from sign in Gen.Elements(1L, 1L, 1L, -1L)
        select sign * ((high * 1_000_000_000L + low) % (long)Math.Pow(10, digits) / (long)Math.Pow(10, round) * (long)Math.Pow(10, round));
}
