using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Jinguo.Office.Mentions;
using Jinguo.Testing;
using Jinguo.Testing.Mentions;

namespace Jinguo.Core.Tests.Office.Mentions;

public sealed class MentionReaderTests
{
    private static readonly MentionReader Reader = new(MentionLexicon.Read(File.ReadAllText(RepositoryFolder.At("packs", "checking", "lexicon.json"))));

    public static TheoryData<string, string> Figures
    {
        get
        {
            var sentences = new TheoryData<string, string>();
            foreach (var (text, figures) in MentionSentences.Figures)
                sentences.Add(text, figures);
            return sentences;
        }
    }

    public static TheoryData<string> Nothing => [.. MentionSentences.Nothing];

    [Theory, MemberData(nameof(Figures))]
    public void Figures_AreReadWithValueUnitAndHedge(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", Reader.Read(text).Select(Told)));

    [Theory, MemberData(nameof(Nothing))]
    public void DatesOrdinalsListNumbersAndNames_AreNoFigures(string text) =>
        Assert.Empty(Reader.Read(text).Select(Told));

    [Theory]
    [InlineData("培训妇女300人次。", MentionRole.Result)]
    [InlineData("力争培训妇女300人次。", MentionRole.Target)]
    [InlineData("招待费不超过5万元。", MentionRole.Target)]
    [InlineData("资助“春蕾计划”女童56人。", MentionRole.Result)]
    [InlineData("全国妇女占48.8%。", MentionRole.Background)]
    [InlineData("全县生产总值达120亿元。", MentionRole.Background)]
    public void Targets_AndTheFiguresOfOthers_AreToldApart(string text, MentionRole role) =>
        Assert.Equal(role, Assert.Single(Reader.Read(text)).Role);

    [Theory]
    [InlineData("印制连心卡1500余张。", "印制连心卡")]
    [InlineData("有17名女工得到表彰。", "女工得到表彰")]
    [InlineData("其中市级8人。", "其中市级")]
    [InlineData("办结率100%。", "办结率")]
    public void WhatIsCounted_IsTheWordsBehind_OrThoseBefore(string text, string of) =>
        Assert.Equal(of, Assert.Single(Reader.Read(text)).Of);

    [Theory]
    [InlineData("24万户", "10000")]
    [InlineData("1.25万元", "100")]
    [InlineData("12000人", "1")]
    [InlineData("55.9%", "0.1")]
    [InlineData("三千万元", "10000000")]
    public void TheStep_IsThatOfTheLastDigitWritten(string text, string step) =>
        Assert.Equal(decimal.Parse(step, CultureInfo.InvariantCulture), Assert.Single(Reader.Read(text)).Step);

    [Fact]
    public void WhateverJinguoPrints_IsReadBackAsPrinted() =>
        Prop.ForAll(ChineseNumeralTests.Numbers().ToArbitrary(), Gen.Elements<string>(["", "余", "近", "约", "以上", "左右", "超过"]).ToArbitrary(), (number, hedge) =>
        {
            var printed = FigureText.InSentence(number, hedge, "人次");
            var read = Assert.Single(Reader.Read($"全年培训妇女{printed}，受到欢迎。"));
            Assert.Equal((printed, (decimal)number, "人次", hedge), (read.Text, read.Value, read.Unit, read.Approximation ?? ""));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyText_IsReadWithoutHarm_AndSpansAreItsOwn() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements<char>([.. "一二两十百千万亿点0159./%％，,-至第个年月日人次上近余多达分之（）《》“”：截今去半季度期间以来全市县镇村共其中每占\n 培训妇女"])).ToArbitrary(), letters =>
        {
            var text = new string(letters);
            Assert.All(Reader.Read(text), read => Assert.Equal(text[read.Start..read.End], read.Text));
        }).QuickCheckThrowOnFailure();

    private static string Told(Mention read) =>
        $"{read.Text}={read.Value.ToString("0.####", CultureInfo.InvariantCulture)} {read.Unit ?? "-"} {read.Kind.ToString().ToLowerInvariant()}{(read.Approximation is { } word ? " " + word : "")}";
}
