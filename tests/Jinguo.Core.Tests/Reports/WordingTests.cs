using Jinguo.Core.Reports.Templates;
using Jinguo.Core.Reports.Writing;

namespace Jinguo.Core.Tests.Reports;

/// <summary>How numbers stand in sentences.</summary>
public class WordingTests
{
    [Theory]
    [InlineData("50", "人次", "余", NumberStyle.Exact, "", "50余人次")]
    [InlineData("1200", "人", "约", NumberStyle.Exact, "", "约1200人")]
    [InlineData("1200", "人", "以上", NumberStyle.Exact, "", "1200人以上")]
    [InlineData("38362", "人次", "", NumberStyle.Exact, "", "38362人次")]
    [InlineData("38362", "人次", "", NumberStyle.Rounded, "", "3.8万余人次")]
    [InlineData("38000", "人次", "", NumberStyle.Rounded, "", "3.8万人次")]
    [InlineData("38362", "人次", "近", NumberStyle.Rounded, "", "近38362人次")]
    [InlineData("312000", "元", "", NumberStyle.Exact, "", "31.2万元")]
    [InlineData("97.6", "%", "", NumberStyle.Exact, "", "97.6%")]
    [InlineData("120000", "人", "余", NumberStyle.Bare, "", "120000余")]
    [InlineData("485", "期", "", NumberStyle.Exact, "期培训班", "485")]
    public void Number_HasHedgeAndUnitInTheirPlaces(string value, string unit, string hedge, NumberStyle style, string behind, string expected) =>
        Assert.Equal(expected, Wording.InSentence(Quote(value, unit, FigureAspect.Now, hedge), style, behind));

    [Theory]
    [InlineData("12.9", "%", "增长12.9%")]
    [InlineData("-3.7", "%", "下降3.7%")]
    [InlineData("0", "%", "持平")]
    [InlineData("13.0", "%", "增长13%")]
    [InlineData("2.5", "个百分点", "提高2.5个百分点")]
    public void Change_IsSaidInWords(string value, string unit, string expected) =>
        Assert.Equal(expected, Wording.InSentence(Quote(value, unit, FigureAspect.Change), NumberStyle.Exact));

    internal static Quote Quote(string value, string unit, FigureAspect aspect = FigureAspect.Now, string hedge = "") => new(
        new(7, "training.participants", aspect), "培训人次", "东山镇妇联", "2026", decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit, hedge.Length == 0 ? null : hedge, 0, 1, "口径", 3, null, null);
}
