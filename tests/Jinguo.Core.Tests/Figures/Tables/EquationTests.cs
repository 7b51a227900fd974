using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Figures.Tables.Definitions;

namespace Jinguo.Core.Tests.Figures.Tables;

public sealed class EquationTests
{
    [Fact]
    public void AChainWithEllipses_IsReadAsItsNeighbours()
    {
        Assert.True(Equation.TryParse("1=2+5+8=11+…+18 = 19 - 20", 32, out var equation, out _));

        Assert.Equal(["1=2+5+8", "2+5+8=11+…+18", "11+…+18=19-20"], equation.Parts.Select(part => part.Left.Text + part.Sign + part.Right.Text));
        Assert.Equal(Enumerable.Range(11, 8), equation.Parts[1].Right.Terms.Select(term => term.Number));
        Assert.True(equation.Parts[2].Right.Terms[1].IsTakenAway);
    }

    [Theory]
    [InlineData("3<=2", "<=")]
    [InlineData("3≤2", "<=")]
    [InlineData("1＝2＋3", "=")]
    [InlineData("2 ≥ 3", ">=")]
    [InlineData("2＞1", ">")]
    [InlineData("1=2+...+4", "=")]
    [InlineData("1=2+……+4", "=")]
    public void SignsAsPeopleTypeThem_AreRead(string text, string sign)
    {
        Assert.True(Equation.TryParse(text, 5, out var equation, out _));
        Assert.Equal(sign, equation.Parts[0].Sign);
    }

    [Theory]
    [InlineData("", "第1个字符处：没有写完，这里还缺一个栏号或行号")]
    [InlineData("1=", "第3个字符处：没有写完，这里还缺一个栏号或行号")]
    [InlineData("1+2", "第4个字符处：缺等号，例如 1=2+3")]
    [InlineData("1=甲", "第3个字符处：这里应是栏号或行号，却是“甲”")]
    [InlineData("1=2*3", "第4个字符处：看不懂“*”，这里应是 + - = <= >= 或写完")]
    [InlineData("1=2+9", "第5个字符处：没有第9栏（行），一共5")]
    [InlineData("1=0", "第3个字符处：没有第0栏（行），一共5")]
    [InlineData("1=99999999999", "第3个字符处：没有第99999999999栏（行），一共5")]
    [InlineData("1=4+…+2", "第8个字符处：省略号要从小到大，4的后面却是2")]
    [InlineData("1=2+…", "第6个字符处：省略号的后面要写 + 和最后一栏，例如 11+…+18")]
    [InlineData("1=2+3+2", "第8个字符处：“2+3+2”里2出现了两次")]
    public void AnEquationThatIsNone_IsRefusedWithPlaceAndReason(string text, string expected)
    {
        Assert.False(Equation.TryParse(text, 5, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void AnyEquationOfNumbers_IsReadAsItWasWritten()
    {
        var side = Gen.Choose(1, 9).ListOf().Select(numbers => numbers.Distinct().ToList()).Where(numbers => numbers.Count > 0);
        var chain = from sides in side.ListOf().Where(sides => sides.Count > 1)
                    from sign in Gen.Elements("=", "<=", ">=", "<", ">")
                    select (Sides: sides, Sign: sign);
        Prop.ForAll(chain.ToArbitrary(), one =>
        {
            Assert.True(Equation.TryParse(string.Join(one.Sign, one.Sides.Select(numbers => string.Join('+', numbers))), 9, out var equation, out var error), error);
            Assert.Equal(one.Sides.Count - 1, equation.Parts.Count);
            Assert.Equal(one.Sides.Skip(1), equation.Parts.Select(part => part.Right.Terms.Select(term => term.Number).ToList()));
            Assert.All(equation.Parts, part => Assert.Equal(one.Sign, part.Sign));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AnyText_IsReadOrRefusedInWords()
    {
        var text = Gen.Elements("1", "2", "12", "+", "-", "=", "<=", "…", " ", "甲", "(", "...").ListOf().Select(string.Concat);
        Prop.ForAll(text.ToArbitrary(), written =>
            Assert.True(Equation.TryParse(written, 20, out _, out var error) || error.StartsWith('第'))).QuickCheckThrowOnFailure();
    }
}
