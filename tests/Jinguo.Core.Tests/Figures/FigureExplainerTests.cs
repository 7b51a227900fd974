using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Figures.Reading;
using static Jinguo.Core.Tests.Figures.Books;

namespace Jinguo.Core.Tests.Figures;

public sealed class FigureExplainerTests
{
    [Fact]
    public async Task AFigure_OpensToItsDefinitionItsPartsAndItsNewestPosting()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.County, Draft(Participants, "2026-02-01", 6));
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-01", 50, "余", "skills"), Draft(Participants, "2025-03-01", 40));
        books.Clock.Advance(TimeSpan.FromMinutes(5));
        await books.PostAsync(books.City.All[4], Draft(Participants, "2026-11-03", 8, option: "law"));

        await using var db = books.Database.Open();
        var explained = (await Explainer(books, db).ExplainAsync(books.City.County.Id, new(Participants), Span("2026"))).Value!;

        Assert.Equal("64余", explained.Figure.Text);
        Assert.Equal(1, explained.Figure.Approximate);
        Assert.Equal("增60.0%", YearOnYear.Text(explained.Figure, explained.Before));
        Assert.Equal("云妇发〔2024〕12号", Assert.Single(explained.Definitions).DocumentNumber);
        Assert.Equal([("skills", 50m), ("law", 8m)], explained.Breakdown.Select(part => (part.Heading.OptionName!, part.Value!.Value)));
        Assert.Equal([(FigureRowKind.Child, "东山1镇妇联", 58m), (FigureRowKind.Own, "安和县妇联", 6m)], explained.Composition.Select(row => (row.Kind, row.Body.Name, row[0].Value!.Value)));
        Assert.Equal([new(Level.Township, 2), new(Level.Village, 4)], explained.Scope);
        Assert.Equal(books.City.All[4].Name, explained.Newest!.Body);
    }

    [Fact]
    public async Task ADefinitionChangedBetween_IsNamedInBothVersions()
    {
        await using var books = await OpenAsync();
        await using var db = books.Database.Open();

        var explained = (await Explainer(books, db).ExplainAsync(books.City.County.Id, new(Participants), Span("2024-07-01..2025-06-30"))).Value!;

        Assert.Equal([1, 2], explained.Definitions.Select(definition => definition.Version));
    }

    [Fact]
    public async Task ARate_OpensToItsNumeratorAndDenominator_AndToTheRecordsOfBoth()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, Draft(Received, "2026-03-01", 4), Draft(Replied, "2026-03-01", 3));
        await using var db = books.Database.Open();

        var explained = (await Explainer(books, db).ExplainAsync(books.City.Top.Id, new(ReplyRate), Span("2026"))).Value!;
        var rows = (await Explainer(books, db).ListFactsAsync(books.City.Top.Id, new(ReplyRate), Span("2026"), 1, 20)).Value!;

        Assert.Equal("75%", explained.Figure.TextWithUnit);
        Assert.Equal("答复件次 ÷ 接待件次 × 100", explained.Formula);
        Assert.Equal([(Replied, 3m), (Received, 4m)], explained.Parts.Select(part => (part.Heading.Key.Measure, part.Value!.Value)));
        Assert.Equal(2, rows.Lines.Count);
    }

    [Fact]
    public async Task RecordsTheReaderMayNotOpen_AreCountedNotShown()
    {
        await using var books = await OpenAsync();
        var county = books.City.County;
        await books.PostAsync(county, Draft(Participants, "2026-03-01", 5));
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-02", 50));
        // She reads figures of the whole county, but records only of the county's own.
        var reader = new Actor(Guid.NewGuid(), "张某某", county.Id, county.Region, county.Path, [new(Role.Reader, RoleScope.Own)]);
        await using var db = books.Database.Open();

        var rows = (await Explainer(books, db, reader).ListFactsAsync(county.Id, new(Participants), Span("2026"), 1, 20)).Value!;

        Assert.Equal((55m, 1, 1), (rows.Figure.Value, rows.Seen, rows.Hidden));
        Assert.Equal("5人次", Assert.Single(rows.Lines).Text);
    }

    [Fact]
    public async Task Rows_ComeNewestDayFirst_PageByPage_WithTheirRecord()
    {
        await using var books = await OpenAsync();
        var records = new List<Guid>();
        for (var day = 1; day <= 5; day++)
        {
            records.Add(Guid.CreateVersion7());
            await books.PostAsync(records[^1], books.City.Village, Draft(Participants, $"2026-03-0{day}", day));
        }
        await books.PostAsync(records[4], books.City.Village);
        await using var db = books.Database.Open();

        var page = (await Explainer(books, db).ListFactsAsync(books.City.Top.Id, new(Participants), Span("2026"), 2, 3)).Value!;

        Assert.Equal((4, 0), (page.Seen, page.Hidden));
        Assert.Equal(new RecordRef(RecordRef.Ledger, records[0]), Assert.Single(page.Lines).Source);
    }

    [Fact]
    public async Task WhatABodyDidItself_OpensToItsOwnRecordsAlone()
    {
        await using var books = await OpenAsync();
        var own = Guid.CreateVersion7();
        await books.PostAsync(own, books.City.County, Draft(Participants, "2026-02-01", 6, option: "law"));
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-01", 50, option: "skills"));
        await using var db = books.Database.Open();

        var explained = (await Explainer(books, db).ExplainAsync(books.City.County.Id, new(Participants), Span("2026"), isOwn: true)).Value!;
        var rows = (await Explainer(books, db).ListFactsAsync(books.City.County.Id, new(Participants), Span("2026"), 1, 20, isOwn: true)).Value!;

        Assert.Equal((6m, 0, "安和县妇联"), (explained.Figure.Value, explained.Composition.Count, explained.Newest!.Body));
        Assert.Equal([("law", 6m)], explained.Breakdown.Select(part => (part.Heading.OptionName!, part.Value!.Value)));
        Assert.Equal((6m, 1, 0), (rows.Figure.Value, rows.Seen, rows.Hidden));
        Assert.Equal(new RecordRef(RecordRef.Ledger, own), Assert.Single(rows.Lines).Source);
        // A village has nothing below it: its total is its own work, and there is no second one.
        Assert.False((await Explainer(books, db).ExplainAsync(books.City.Village.Id, new(Participants), Span("2026"), isOwn: true)).Done);
    }

    internal static FigureExplainer Explainer(Books books, Db db, Actor? reader = null) =>
        new(db, new Visible(db, reader ?? Actor.CommandLine), books.Book(db, reader), books.Measures);
}
