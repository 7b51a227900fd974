using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Tests.Reports;
using static Jinguo.Core.Tests.Records.OldReports.OldReportDesk;

namespace Jinguo.Core.Tests.Records.OldReports;

/// <summary>Nothing is counted twice: not by two documents, not by a document and records, not above and below.</summary>
public sealed class OldFigureOverlapTests : IAsyncLifetime
{
    private OldReportDesk desk = null!;

    public async Task InitializeAsync() => desk = await OpenAsync();

    public async Task DisposeAsync()
    {
        await desk.AssertSoundAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task AYearAndItsHalf_Overlap_AndTheRefusalNamesTheDocumentAndTheRest()
    {
        await desk.AddAsync(desk.Township, "东山镇2009年上半年总结", "2009H1 training.participants 500");

        var problem = await RefusedAsync(desk.Township, "2009 training.participants 1300");

        Assert.Contains("《东山镇2009年上半年总结》里2009年上半年的", problem.Text, StringComparison.Ordinal);
        Assert.Contains("记在2009年下半年", problem.Text, StringComparison.Ordinal);
        await desk.AddAsync(desk.Township, "下半年总结", "2009H2 training.participants 800");
        Assert.Equal("1,300", await desk.FigureAsync(desk.City, "training.participants", "2009"));
    }

    [Fact]
    public async Task AWholeAndAPartInAnotherDocument_Overlap_TwoPartsDoNot()
    {
        await desk.AddAsync(desk.Township, "甲", "2009 training.participants/skills 60");

        await RefusedAsync(desk.Township, "2009 training.participants 1300");
        await desk.AddAsync(desk.Township, "乙", "2009 training.participants/farming 40");

        Assert.Equal("100", await desk.FigureAsync(desk.City, "training.participants", "2009"));
    }

    [Fact]
    public async Task ABodyAboveAndABodyBelow_DoNotCountTheSame()
    {
        await desk.AddAsync(desk.Township, "东山镇2009年总结", "2009 training.participants 500");

        Assert.Contains($"{desk.Township.Name}《东山镇2009年总结》", (await RefusedAsync(desk.County, "2009 training.participants 1300")).Text, StringComparison.Ordinal);
        Assert.Contains("《东山镇2009年总结》", (await RefusedAsync(desk.Village, "2009Q4 training.participants 13")).Text, StringComparison.Ordinal);
        await desk.AddAsync(desk.Office.City.All.First(body => body.Level == Level.Township && body.Id != desk.Township.Id), "西河镇2009年总结", "2009 training.participants 300");
        await desk.AddAsync(desk.County, "县2010年总结", "2010 training.participants 1300");
    }

    [Fact]
    public async Task ADocumentAboveThatSheMayNotSee_IsNotNamed()
    {
        await desk.AddAsync(desk.County, "县妇联内部材料", "2009 training.participants 500");

        var problem = await RefusedAsync(desk.Township, "2009 training.participants 1300", ReportOffice.Person(desk.Township, Role.Chair));

        Assert.DoesNotContain("内部材料", problem.Text, StringComparison.Ordinal);
        Assert.Contains(desk.County.Name, problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatRecordsTell_IsNotToldAgain()
    {
        await desk.Office.PostAsync(desk.Village, "2009-03-08 training.participants/skills 7", "2005-03-08 venues.count 2");

        Assert.Contains("2009年的培训人次台账已有7人次", (await RefusedAsync(desk.Township, "2009 training.participants 1300")).Text, StringComparison.Ordinal);
        Assert.Contains("台账已有2个", (await RefusedAsync(desk.County, "2009 venues.count 12")).Text, StringComparison.Ordinal);
        await desk.AddAsync(desk.Township, "甲", "2009H2 training.participants 1300", "2004 venues.count 12", "2009Q1 training.participants/farming 3");
    }

    [Fact]
    public async Task RecordsEnteredAfterwards_AreShownAtTheFigure()
    {
        var report = await desk.AddAsync(desk.Township, "东山镇2009年总结", "2009 training.participants 500", "2009 visits.households 40", "2009 venues.count 12");
        Assert.Equal(0, (await desk.ReadAsync(report))!.Doubled);

        await desk.Office.PostAsync(desk.Village, "2009-03-08 training.participants 7", "2009-08-08 training.participants 8", "2008-03-08 venues.count 2");

        var opened = (await desk.ReadAsync(report))!;
        Assert.Equal(2, opened.Doubled);
        Assert.Equal([15m, null, 2m], opened.Figures.Lines.Select(line => line.Recorded));
        await desk.StrikeAsync(report, opened.Figures.Lines[0].Figure.Id);
        Assert.Equal("15", await desk.FigureAsync(desk.City, "training.participants", "2009"));
        Assert.Equal(1, (await desk.ReadAsync(report))!.Doubled);
    }

    [Fact]
    public async Task AFigureStruckOut_OverlapsNoMore()
    {
        var report = await desk.AddAsync(desk.Township, "甲", "2009 training.participants 500");
        await desk.StrikeAsync(report);

        await desk.AddAsync(desk.County, "乙", "2009 training.participants 1300");

        Assert.Equal("1,300", await desk.FigureAsync(desk.City, "training.participants", "2009"));
    }

    [Fact]
    public async Task EverythingThatOverlaps_IsToldAtOnce_RowByRow_AndNothingIsLeftBehind()
    {
        await desk.AddAsync(desk.Township, "甲", "2009 training.participants 500");
        await desk.Office.PostAsync(desk.Village, "2009-03-08 visits.households 7");

        var added = await desk.TryAddAsync(Document(desk.Township, "乙", "2009 training.participants 500", "2009 training.sessions 12", "2009 visits.households 40"));

        Assert.Equal([(1, "old-report.told"), (3, "old-report.recorded")], added.Problems.Select(problem => (problem.Row!.Value, problem.Code)));
        Assert.Equal("—", await desk.FigureAsync(desk.City, "training.sessions", "2009"));
    }

    private async Task<Problem> RefusedAsync(Organisation body, string figure, Actor? actor = null)
    {
        var facts = await desk.FactsAsync();
        var added = await desk.TryAddAsync(Document(body, "总结", figure), actor);
        Assert.False(added.Done);
        Assert.Equal(facts, await desk.FactsAsync());
        return added.Problems.Single();
    }
}
