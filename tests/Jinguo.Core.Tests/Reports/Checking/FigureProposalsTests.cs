using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Reports.Checking;
using Jinguo.Office.Drafts;

namespace Jinguo.Core.Tests.Reports.Checking;

/// <summary>What an old document tells: figures of its body with their measure and period, and numbers that are none.</summary>
public sealed class FigureProposalsTests : IAsyncLifetime
{
    private ReportOffice office = null!;

    public async Task InitializeAsync() => office = await ReportOffice.OpenAsync();

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task ANumber_IsProposedWithItsMeasureItsPeriodAndItsSentence()
    {
        var read = await ReadAsync("一年来，举办妇女培训班42期，受训妇女1300余人次。上半年走访慰问家庭18户。");

        Assert.Equal(
            ["42期 training.sessions 2009  True", "1300余人次 training.participants 2009 余 True", "18户 visits.households 2009H1  True"],
            read.Figures.Select(figure => $"{figure.Mention.Text} {figure.May[0].Key} {figure.Period.Code} {figure.Hedge} {figure.IsProposed}"));
        var sentence = read.Figures[1].Sentence;
        Assert.Equal("一年来，举办妇女培训班42期，受训妇女1300余人次。", sentence.Text);
        Assert.StartsWith("1300余人次", sentence.Text[sentence.At..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsToldTwice_IsProposedOnce_AndAPartBesideItsWhole()
    {
        var read = await ReadAsync("全年培训妇女1300人次，其中家政服务168人次。上半年培训妇女500人次。总之，全年培训妇女1300人次。");

        Assert.Equal(
            ["training.participants True", "training.participants:housekeeping True", "training.participants False", "training.participants False"],
            read.Figures.Select(figure => $"{figure.May[0].Key} {figure.IsProposed}"));
    }

    [Fact]
    public async Task WhatTheBooksHold_IsShown_AndNotProposed()
    {
        await office.PostAsync(office.City.Village, "2009-03-08 training.sessions 46");

        var read = await ReadAsync("举办妇女培训班42期，受训妇女1300人次。上半年举办妇女培训班18期。");

        Assert.Equal([false, true, false], read.Figures.Select(figure => figure.IsProposed));
        Assert.Equal("46期", read.Figures[0].Books.Single().Text);
    }

    [Theory]
    [InlineData("明年计划培训妇女2000人次。", "目标")]
    [InlineData("培训妇女1300人次，比上年增长15%。", "增减")]
    [InlineData("工作位居全市第三名。", "名次")]
    [InlineData("宣平市培训妇女300人次。", "不是本单位的")]
    public async Task NumbersThatAreNoFigures_AreLeftOutWithTheirReason(string text, string why)
    {
        var read = await ReadAsync(text);

        Assert.Contains(why, read.LeftOut.Single().Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheNumberOfABodyBelow_IsWithinThatOfTheBody()
    {
        var read = await ReadAsync("全市培训妇女1300人次。宣平市培训妇女300人次。", office.City.Top);

        Assert.Equal(["1300人次"], read.Figures.Select(figure => figure.Mention.Text));
        Assert.Equal(["是“宣平市”的数，含在本单位的数里；要入账请用它自己的材料"], read.LeftOut.Select(one => one.Why));
    }

    [Fact]
    public async Task DifferentPersons_CannotBeTaken_AndItSaysWhy()
    {
        var read = await ReadAsync("全年受助妇女儿童320人。");

        var figure = read.Figures.Single();
        Assert.Contains("不同的人", figure.Hindrance, StringComparison.Ordinal);
        Assert.False(figure.IsProposed);
    }

    [Fact]
    public async Task SeveralYearsTogether_AreNotTakenForTheYear()
    {
        var read = await ReadAsync("2005年至2009年培训妇女9000人次。");

        var figure = read.Figures.Single();
        Assert.Equal("2005-01-01..2009-12-31", figure.Period.Code);
        Assert.False(figure.IsProposed);
    }

    [Fact]
    public async Task ALongSentence_IsCutAroundTheNumber()
    {
        var words = string.Concat(Enumerable.Repeat("广大妇女群众积极参与", 60));

        var sentence = (await ReadAsync($"{words}培训妇女1300人次{words}。")).Figures.Single().Sentence;

        Assert.Equal(FigureProposals.LongestSentence, sentence.Text.Length);
        Assert.StartsWith("1300人次", sentence.Text[sentence.At..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABodyOutOfReach_IsNotRead()
    {
        var read = await office.AsAsync(office.Chair, desk => Proposals(desk).ReadAsync(DraftText.Of("培训妇女1300人次。"), new(office.City.Stranger.Id, Period.Year(2009))));

        Assert.False(read.Done);
    }

    private async Task<ProposedFigures> ReadAsync(string text, Organisation? body = null) =>
        (await office.AsAsync(ReportOffice.Person(body ?? office.City.County, Role.Chair), desk => Proposals(desk).ReadAsync(DraftText.Of(text), new((body ?? office.City.County).Id, Period.Year(2009))))).Value!;

    private static FigureProposals Proposals(Desk desk) => new(desk.Figures, new(desk.Figures), desk.Visible, desk.Taught);
}
