using Jinguo.Core.Base;

namespace Jinguo.Core.Tests.Base;

/// <summary>What nobody typed goes; what belongs to a script stays.</summary>
public class CleanTextTests
{
    [Theory]
    [InlineData("张\0某\u0001某", "张某某")]
    [InlineData("名\u202Efdp.exe", "名fdp.exe")]
    [InlineData("\uFEFF甲\uFFFF\uFFFE", "甲")]
    public void What_nobody_typed_is_taken_out(string text, string clean) => Assert.Equal(clean, CleanText.Of(text));

    // Not as inline data: an attribute cannot hold half a pair.
    [Fact]
    public void Halves_of_a_pair_are_taken_out() => Assert.Equal("半个", CleanText.Of("\uDE00半\uD83D个\uD83D"));

    [Theory]
    [InlineData("第一行\r\n第二行\t完")]
    [InlineData("𠮷家村 😀")]
    [InlineData("ئايال\u200Fلار\u200D")]
    [InlineData("")]
    public void What_belongs_to_a_text_stays(string text) => Assert.Same(text, CleanText.Of(text));
}
