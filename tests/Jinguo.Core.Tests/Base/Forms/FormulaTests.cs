using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Tests.Base.Forms;

public class FormulaTests
{
    private static readonly Dictionary<string, Operand> Values = new(StringComparer.Ordinal)
    {
        ["a"] = Operand.Of(6m),
        ["b"] = Operand.Of(4m),
        ["zero"] = Operand.Of(0m),
        ["aid.given"] = Operand.Of(0.1m),
        ["aid.got"] = Operand.Of(0.2m),
        ["kind"] = Operand.Of("visit"),
        ["first"] = Operand.Of(new DateOnly(2009, 5, 4)),
        ["last"] = Operand.Of(new DateOnly(2009, 5, 6)),
        ["yes"] = Operand.Of(true),
        ["no"] = Operand.Of(false),
        ["photos"] = Operand.Other,
    };

    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("12 / 3 / 2", 2)]
    [InlineData("-a + 10", 4)]
    [InlineData("2 * -b", -8)]
    [InlineData("a / b * 100", 150)]
    [InlineData("  a+b ", 10)]
    public void Number_FollowsThePrecedenceOfSchool(string text, int expected) =>
        Assert.Equal(expected, Formula.Parse(text).Number(Of));

    [Fact]
    public void Number_ReckonsInDecimals_SoThatMoneyIsExact() =>
        Assert.Equal(0.3m, Formula.Parse("aid.given + aid.got").Number(Of));

    [Theory]
    [InlineData("a + missing")]
    [InlineData("a / zero")]
    [InlineData("99999999999999999999 * 99999999999999999999")]
    [InlineData("a / (b - 4)")]
    [InlineData("missing")]
    [InlineData("-missing")]
    public void Number_MissingOperandOrDivisionByZero_GivesNothingRatherThanZero(string text) =>
        Assert.Null(Formula.Parse(text).Number(Of));

    [Theory]
    [InlineData("a > b", true)]
    [InlineData("a < b", false)]
    [InlineData("a >= 6", true)]
    [InlineData("a <= 5.9", false)]
    [InlineData("a = 6.0", true)]
    [InlineData("a <> 6", false)]
    [InlineData("kind = 'visit'", true)]
    [InlineData("'call' = kind", false)]
    [InlineData("first <= last", true)]
    [InlineData("yes and not no", true)]
    [InlineData("no or a > b and kind = 'call'", false)]
    [InlineData("not (a > b)", false)]
    [InlineData("not a > b", false)]
    [InlineData("filled(a) and not filled(missing)", true)]
    [InlineData("filled(photos)", true)]
    public void Holds_TellsWhetherAConditionIsMet(string text, bool expected) =>
        Assert.Equal(expected, Formula.Parse(text).Holds(Of));

    [Theory]
    [InlineData("missing > 1")]
    [InlineData("missing > 1 and yes")]
    [InlineData("not (missing = 'x')")]
    [InlineData("a > kind")]
    public void Holds_WhatCannotBeTold_IsNeitherTrueNorFalse(string text) =>
        Assert.Null(Formula.Parse(text).Holds(Of));

    [Theory]
    [InlineData("missing > 1 and no", false)]
    [InlineData("missing > 1 or yes", true)]
    public void Holds_OneSideMayDecideAlone(string text, bool expected) =>
        Assert.Equal(expected, Formula.Parse(text).Holds(Of));

    [Theory]
    [InlineData("", 1, "没有写完")]
    [InlineData("a +", 4, "没有写完")]
    [InlineData("(a + b", 7, "右括号")]
    [InlineData("a b", 3, "多出了")]
    [InlineData("a + ）", 5, "英文半角")]
    [InlineData("a = 'x", 5, "单引号")]
    [InlineData("1.2.3", 1, "不是一个数")]
    [InlineData("and a", 1, "缺一个条件")]
    [InlineData("filled a", 8, "括号")]
    [InlineData("filled(a + b)", 10, "只写一个代码")]
    [InlineData("a ! b", 3, "多出了")]
    public void TryParse_WhatIsWrong_IsSaidWithItsPlace(string text, int position, string words)
    {
        Assert.False(Formula.TryParse(text, out _, out var error));
        Assert.Equal(position, error.Position);
        Assert.Contains(words, error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_NestedWithoutEnd_IsRefusedAndDoesNotOverflow() =>
        Assert.False(Formula.TryParse(new string('(', 100_000), out _, out _));

    [Fact]
    public void TryParse_LongSums_AreFine() =>
        Assert.Equal(2000, Formula.Parse(string.Join("+", Enumerable.Repeat("1", 2000))).Number(Of));

    [Theory]
    [InlineData("a + b", null)]
    [InlineData("a + c", "没有“c”")]
    [InlineData("a + kind", "要是一个数")]
    [InlineData("a > b", "得出一个数")]
    public void Check_AValue_MustBeANumberOverKnownCodes(string text, string? words) => AssertCheck(text, OperandKind.Number, words);

    [Theory]
    [InlineData("a > b and filled(photos)", null)]
    [InlineData("first <= last", null)]
    [InlineData("yes", null)]
    [InlineData("a", "是或否")]
    [InlineData("a > kind", "两边")]
    [InlineData("first > a", "两边")]
    [InlineData("photos = photos", "两边")]
    [InlineData("kind > 'a'", "= 或 <>")]
    [InlineData("a and yes", "都要是条件")]
    [InlineData("not a", "条件")]
    [InlineData("-kind > 1", "变号")]
    public void Check_ACondition_ComparesLikeWithLike(string text, string? words) => AssertCheck(text, OperandKind.Truth, words);

    [Fact]
    public void Codes_AreNamedOnceInOrder() =>
        Assert.Equal(["b", "a", "aid.given"], Formula.Parse("b + a * b > aid.given").Codes);

    private static void AssertCheck(string text, OperandKind expected, string? words)
    {
        var errors = Formula.Parse(text).Check(code => Values.TryGetValue(code, out var value) ? value.Kind : null, expected);
        if (words is null)
            Assert.Empty(errors);
        else
            Assert.Contains(words, Assert.Single(errors).Text, StringComparison.Ordinal);
    }

    private static Operand Of(string code) => Values.GetValueOrDefault(code);
}
