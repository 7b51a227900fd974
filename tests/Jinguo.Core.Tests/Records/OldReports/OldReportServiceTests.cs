using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Tests.Reports;
using Microsoft.EntityFrameworkCore;
using static Jinguo.Core.Tests.Records.OldReports.OldReportDesk;

namespace Jinguo.Core.Tests.Records.OldReports;

/// <summary>Figures of old documents come into the books and leave them again.</summary>
public sealed class OldReportServiceTests : IAsyncLifetime
{
    private OldReportDesk desk = null!;

    public async Task InitializeAsync() => desk = await OpenAsync();

    public async Task DisposeAsync()
    {
        await desk.AssertSoundAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task AFlow_CountsOnTheLastDayOfItsPeriod_AtItsBodyAndAbove()
    {
        await desk.AddAsync(desk.Township, "东山镇2008年总结", "2008 training.participants 1300余", "2008H1 visits.households 42");

        Assert.Equal("1,300余", await desk.FigureAsync(desk.Township, "training.participants", "2008"));
        Assert.Equal("1,300余", await desk.FigureAsync(desk.City, "training.participants", "2008-12"));
        Assert.Equal("—", await desk.FigureAsync(desk.City, "training.participants", "2008-11"));
        Assert.Equal("42", await desk.FigureAsync(desk.County, "visits.households", "2008-06"));
        Assert.Equal("—", await desk.FigureAsync(desk.Village, "training.participants", "2008"));
    }

    [Fact]
    public async Task AStock_SaysSoThroughoutItsPeriod_AndNothingBeforeOrAfter()
    {
        await desk.AddAsync(desk.Township, "东山镇2008年总结", "2008 venues.count 12");

        foreach (var within in (string[])["2008-01", "2008-06", "2008Q3", "2008"])
            Assert.Equal("12", await desk.FigureAsync(desk.County, "venues.count", within));
        Assert.Equal("—", await desk.FigureAsync(desk.County, "venues.count", "2007"));
        foreach (var after in (string[])["2009-01", "2009", "2026"])
            Assert.Equal("0", (await desk.FigureAsync(desk.County, "venues.count", after)).Replace("—", "0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AWholeBesideItsParts_CountsOnce()
    {
        var report = await desk.AddAsync(desk.Township, "东山镇2008年总结", "2008 training.participants 1300", "2008 training.participants/skills 168", "2008 training.participants/farming 200");

        Assert.Equal("1,300", await desk.FigureAsync(desk.City, "training.participants", "2008"));
        Assert.Equal("168", await desk.FigureAsync(desk.City, "training.participants/skills", "2008"));

        var figures = (await desk.ReadAsync(report))!.Figures.Lines;
        await desk.StrikeAsync(report, figures[1].Figure.Id);
        Assert.Equal("1,300", await desk.FigureAsync(desk.City, "training.participants", "2008"));
        Assert.Equal("—", (await desk.FigureAsync(desk.City, "training.participants/skills", "2008")).Replace("0", "—", StringComparison.Ordinal));
        await desk.StrikeAsync(report, figures[0].Figure.Id);
        Assert.Equal("200", await desk.FigureAsync(desk.City, "training.participants", "2008"));
    }

    [Fact]
    public async Task StrikingOut_RestoresEveryFigure()
    {
        await desk.Office.PostAsync(desk.Village, "2008-03-08 visits.households 7", "2007-03-08 venues.count 2");
        var before = await desk.EverythingAsync("2007", "2008", "2008-12", "2009");

        var report = await desk.AddAsync(desk.Township, "东山镇2008年总结", "2008 training.participants 1300余", "2008H1 training.sessions 42", "2008 donations.money 123456.78");
        Assert.NotEqual(before, await desk.EverythingAsync("2007", "2008", "2008-12", "2009"));
        await desk.StrikeAsync(report);

        Assert.Equal(before, await desk.EverythingAsync("2007", "2008", "2008-12", "2009"));
        var opened = await desk.ReadAsync(report);
        Assert.Equal((0, 3), (opened!.Line.Standing, opened.Line.Struck));
        Assert.All(opened.Figures.Lines, line => Assert.Equal("看错了", line.Figure.StruckReason));
        await desk.StrikeAsync(report);
    }

    [Fact]
    public async Task StrikingOut_WantsAReason()
    {
        var report = await desk.AddAsync(desk.Township, "东山镇2008年总结", "2008 training.sessions 42");

        var struck = await desk.AsAsync(service => service.StrikeAsync(report.Id, null, " "));

        Assert.Equal("old-report.reason", struck.Problems.Single().Code);
        Assert.Equal("42", await desk.FigureAsync(desk.Township, "training.sessions", "2008"));
    }

    [Fact]
    public async Task TheSameTableSentTwice_PostsOnce_AndAnotherBodysKeyIsRefused()
    {
        var document = Document(desk.Township, "东山镇2008年总结", "2008 training.participants 1300");

        await desk.AddAsync(document);
        Assert.Equal(document.Key, (await desk.AddAsync(document)).Id);

        Assert.Equal("1,300", await desk.FigureAsync(desk.City, "training.participants", "2008"));
        Assert.Equal(Problem.KeyTakenCode, (await desk.TryAddAsync(document with { OrganisationId = desk.County.Id })).Problems.Single().Code);
    }

    [Fact]
    public async Task ManyWhoConfirmTheSameRowAtOnce_PostOnce()
    {
        var one = Document(desk.Township, "东山镇2008年总结", "2008 training.participants 1300");
        List<Core.Records.OldReports.NewOldReport> sent = [one, one, .. Enumerable.Range(0, 6).Select(number => one with { Key = Guid.CreateVersion7(), OrganisationId = number % 2 == 0 ? desk.Township.Id : desk.County.Id })];

        var done = await Task.WhenAll(sent.Select(document => Task.Run(() => desk.TryAddAsync(document))));

        Assert.Single(done.Where(outcome => outcome.Done).Select(outcome => outcome.Value!.Id).Distinct());
        Assert.All(done.Where(outcome => !outcome.Done), outcome => Assert.Equal("old-report.told", outcome.Problems.Single().Code));
        Assert.Equal("1,300", await desk.FigureAsync(desk.City, "training.participants", "2008"));
        Assert.Equal(1, await desk.FactsAsync());
    }

    [Fact]
    public async Task ClosedMonths_WantAReason_WhichIsKeptAsACorrection()
    {
        await desk.CloseAsync(desk.County, "2026-09-30");
        var document = Document(desk.Township, "东山镇2008年总结", "2008 training.participants 1300", "2008 venues.count 3");

        Assert.Equal("old-report.closed", (await desk.TryAddAsync(document)).Problems.Single().Code);
        Assert.Equal("—", await desk.FigureAsync(desk.City, "training.participants", "2008"));
        Assert.Null(await desk.ReadAsync(new() { Id = document.Key, Title = "", AddedBy = "" }));

        await desk.AddAsync(document with { Reason = "补录以前的总结" });
        await using var db = desk.Office.Database.Open();
        var corrections = db.Set<Core.Facts.LateCorrection>();
        Assert.All(await corrections.ToListAsync(), one => Assert.Equal((RecordRef.OldFigure, "补录以前的总结"), (one.SourceKind, one.Reason)));
        Assert.Equal(2, await corrections.CountAsync());
    }

    [Theory]
    [InlineData("2008 support.persons 30", "old-report.persons")]
    [InlineData("2026 training.participants 30", "old-report.running")]
    [InlineData("1948 training.participants 30", "old-report.before")]
    [InlineData("2008 training.participants 30.5", "old-report.value")]
    [InlineData("2008 nothing.known 30", "old-report.measure")]
    public async Task WhatCannotBeAFigure_IsRefusedInWords(string figure, string code)
    {
        figure = figure.Replace("support.persons", await OfKindAsync(heading => heading.IsOfPersons), StringComparison.Ordinal);

        var added = await desk.TryAddAsync(Document(desk.Township, "东山镇总结", figure));

        Assert.Equal(code, added.Problems.Single().Code);
        Assert.Equal(0, await desk.FactsAsync());
    }

    [Fact]
    public async Task ARate_FollowsFromItsParts_AndIsRefused()
    {
        var added = await desk.TryAddAsync(Document(desk.Township, "东山镇总结", $"2008 {await OfKindAsync(heading => heading.IsRatio)} 30"));

        Assert.Equal("old-report.ratio", added.Problems.Single().Code);
    }

    [Fact]
    public async Task PartsThatAreMoreThanTheirWhole_AndANumberTwice_AreRefused()
    {
        var parts = await desk.TryAddAsync(Document(desk.Township, "甲", "2008 training.participants 100", "2008 training.participants/skills 60", "2008 training.participants/farming 50"));
        Assert.Equal(("old-report.parts", 1), (parts.Problems.Single().Code, parts.Problems.Single().Row));

        var twice = await desk.TryAddAsync(Document(desk.Township, "乙", "2008 training.participants 100", "2008H1 training.participants 60"));
        Assert.Equal(("old-report.twice", 2), (twice.Problems.Single().Code, twice.Problems.Single().Row));
    }

    [Fact]
    public async Task ABodyOutOfReach_IsNotFound_AndAReaderDoesNotWrite()
    {
        var document = Document(desk.Office.City.Stranger, "别县的总结", "2008 training.participants 100");

        Assert.Equal(Problem.NotFoundCode, (await desk.TryAddAsync(document)).Problems.Single().Code);
        Assert.Equal(Problem.NotFoundCode, (await desk.TryAddAsync(Document(desk.Township, "总结", "2008 training.participants 100"), ReportOffice.Person(desk.Township, Role.Reader))).Problems.Single().Code);
        var report = await desk.AddAsync(document);
        Assert.Null(await desk.ReadAsync(report, ReportOffice.Person(desk.County, Role.Chair)));
        Assert.Equal(Problem.NotFoundCode, (await desk.AsAsync(service => service.StrikeAsync(report.Id, null, "看错了"), ReportOffice.Person(desk.County, Role.Chair))).Problems.Single().Code);
    }

    private async Task<string> OfKindAsync(Func<FigureHeading, bool> isWanted) => (await desk.Office.HeadingsAsync()).First(isWanted).Key.Measure;
}
