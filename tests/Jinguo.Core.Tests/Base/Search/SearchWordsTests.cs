using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Search;

namespace Jinguo.Core.Tests.Base.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("，。 ！", 0)]
    [InlineData("培", 1)]
    [InlineData("培训", 2)]
    [InlineData("妇女培训5期", 6)]
    [InlineData("VR show", 2)]
    public void AText_HasOneTokenForEachCharacterAndEachWord(string text, int tokens) =>
        Assert.Equal(tokens, SearchWords.Index(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

    [Theory]
    [InlineData("培训", "培训班")]
    [InlineData("培", "培训班")]
    [InlineData("班", "培训班")]
    [InlineData("训班", "培训班")]
    [InlineData("vr", "用VR上课")]
    [InlineData("ＶＲ", "用VR上课")]
    [InlineData("2026", "共2026人")]
    [InlineData("刺绣 村部", "在村部学刺绣")]
    [InlineData("𬭚", "王𬭚某某")]
    public void APart_IsFound(string search, string text) => Assert.True(Finds(search, text));

    [Theory]
    [InlineData("训培", "培训班")]
    [InlineData("培班", "培训班")]
    [InlineData("刺绣 镇", "在村部学刺绣")]
    [InlineData("妇女工作", "妇女 工作")]
    public void WhatIsNotThere_IsNotFound(string search, string text) => Assert.False(Finds(search, text));

    [Fact]
    public void HalfACharacter_IsNoError()
    {
        Assert.NotNull(SearchWords.Index("培\ud800训\udc00Ａ\ud800"));
        Assert.NotNull(SearchWords.Search("\udc00"));
    }

    /// <summary>Law: every stretch of a Chinese text is found in it.</summary>
    [Fact]
    public void EveryStretch_IsFound()
    {
        var texts = Gen.Choose(0, 11).Select(one => (char)('一' + one)).NonEmptyListOf().Select(string.Concat);
        var stretches = from text in texts from start in Gen.Choose(0, text.Length - 1) from length in Gen.Choose(1, 6) select (text, part: text.Substring(start, Math.Min(length, text.Length - start)));
        Prop.ForAll(stretches.ToArbitrary(), one => Finds(one.part, one.text)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    // As the databases look: each phrase is a run of tokens that follow each other, or the beginning of one.
    private static bool Finds(string search, string text)
    {
        var tokens = $" {SearchWords.Index(text)} ";
        return SearchWords.Search(search).All(phrase => tokens.Contains(phrase.IsPrefix ? $" {phrase.Tokens}" : $" {phrase.Tokens} ", StringComparison.Ordinal));
    }
}
