using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.Reorganisations;
using Microsoft.EntityFrameworkCore;
using static Jinguo.Core.Tests.Figures.Books;
using Books = Jinguo.Core.Tests.Figures.Books;

namespace Jinguo.Core.Tests.Records.Reorganisations;

/// <summary>Townships change their county, villages their township: what was reported stays, and years can be compared on today's tree.</summary>
public sealed class ReorganisationServiceTests : IAsyncLifetime
{
    private Books books = null!;

    private Organisation County => books.City.County;

    private Organisation OtherCounty => books.City.All[8];

    private Organisation Town => books.City.Township;

    private Organisation OtherTown => books.City.All[5];

    private Organisation Village => books.City.Village;

    public async Task InitializeAsync() => books = await OpenAsync();

    public Task DisposeAsync() => books.DisposeAsync().AsTask();

    [Fact]
    public async Task AMovedTownship_CountsInEachCountyWithItsTimeThere_AndOnTodaysTreeInTheNewOne()
    {
        await books.PostAsync(Village, Draft(Participants, "2025-03-01", 9, option: "law"));
        await books.PostAsync(Village, Draft(Participants, "2026-03-01", 50), Draft(Participants, "2026-07-01", 20, "余", "skills"));
        await MoveTownAsync();
        await books.PostAsync(Village, Draft(Participants, "2026-06-30", 1), Draft(Participants, "2026-08-01", 2));

        Assert.Equal((51, 22, 73), (await ReadAsync(County), await ReadAsync(OtherCounty), await ReadAsync(books.City.Top)));
        Assert.Equal((9, 0, 9), (await ReadAsync(County, "2025"), await ReadAsync(OtherCounty, "2025"), await ReadAsync(books.City.Top, "2025")));
        Assert.Equal((0, 73, 73), (await ReadAsync(County, tree: FigureTree.AsIs), await ReadAsync(OtherCounty, tree: FigureTree.AsIs), await ReadAsync(books.City.Top, tree: FigureTree.AsIs)));
        Assert.Equal((0, 9), (await ReadAsync(County, "2025", FigureTree.AsIs), await ReadAsync(OtherCounty, "2025", FigureTree.AsIs)));
        Assert.Equal((51, 22), (await ReadAsync(County, "2026-01-15..2026-08-10"), await ReadAsync(OtherCounty, "2026-01-15..2026-08-10")));
        Assert.Equal((0, 73), (await ReadAsync(County, "2026-01-15..2026-08-10", FigureTree.AsIs), await ReadAsync(OtherCounty, "2026-01-15..2026-08-10", FigureTree.AsIs)));
        await AssertVerifiedAsync();
    }

    [Fact]
    public async Task ARowOfTheOldCounty_TellsTheTimeBefore_ARowOfTheNewOneTheTimeSince()
    {
        await books.PostAsync(Village, Draft(Participants, "2026-03-01", 50), Draft(Participants, "2026-09-01", 20), Draft(Homes, "2025-05-01", 1));
        await MoveTownAsync();

        var (old, now) = (await TableAsync(County), await TableAsync(OtherCounty));

        Assert.Equal([("东山1镇妇联", 50, 0), ("西河1镇妇联", 0, 0)], old.Children.Select(Row));
        Assert.Equal(("安和县妇联", 0, 0), Row(old.Own!));
        Assert.Equal([("东山1镇妇联", 20, 1), ("东山2镇妇联", 0, 0), ("西河2镇妇联", 0, 0)], now.Children.Select(Row).OrderBy(row => row.Item1, StringComparer.Ordinal));
        Assert.Equal(("宣平市妇联", 0, 0), Row(now.Own!));
        Assert.Equal(["西河1镇妇联"], (await TableAsync(County, FigureTree.AsIs)).Children.Select(row => row.Body.Name));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AStock_GoesWithItsBody(bool isEnteredLate)
    {
        var record = Guid.CreateVersion7();
        if (!isEnteredLate)
            await books.PostAsync(record, Village, Draft(Homes, "2025-05-01", 3, option: "village"));
        await MoveTownAsync();
        if (isEnteredLate)
            await books.PostAsync(record, Village, Draft(Homes, "2025-05-01", 3, option: "village"));

        Assert.Equal((3, 0), (await HomesAsync(County, "2026-06"), await HomesAsync(OtherCounty, "2026-06")));
        Assert.Equal((0, 3), (await HomesAsync(County, "2026-07"), await HomesAsync(OtherCounty, "2026-07")));
        Assert.Equal((0, 3), (await HomesAsync(County, "2026-06", FigureTree.AsIs), await HomesAsync(OtherCounty, "2026-06", FigureTree.AsIs)));
        Assert.Equal(3, await HomesAsync(books.City.Top, "2026-07"));
        await AssertVerifiedAsync();

        await books.PostAsync(record, Village);
        Assert.Equal((0, 0, 0), (await HomesAsync(County, "2026-06"), await HomesAsync(OtherCounty, "2026-07"), await HomesAsync(OtherCounty, "2026-06", FigureTree.AsIs)));
        await AssertVerifiedAsync();
    }

    [Fact]
    public async Task AMoveInTheMiddleOfAMonth_PartsThatMonth()
    {
        await books.PostAsync(Village, Draft(Participants, "2026-07-09", 9), Draft(Participants, "2026-07-10", 4));
        await books.ReorganiseAsync("2026-07-10", (service, order) => service.MoveAsync(new(Town.Id, OtherCounty.Id), order));

        Assert.Equal([("东山1镇妇联", 9), ("西河1镇妇联", 0)], await RowsOfAsync(County));
        Assert.Equal(("东山1镇妇联", 4), (await RowsOfAsync(OtherCounty)).Single(row => row.Item2 != 0));
        Assert.Equal(0, (await TableAsync(OtherCounty)).Own![0].Value);

        async Task<List<(string, decimal)>> RowsOfAsync(Organisation body) => [.. (await TableAsync(body)).Children.Select(row => (row.Body.Name, row[0].Value!.Value))];
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("2025-11-28..2026-07-15")]
    [InlineData("2026-06-20..2026-07-20")]
    public async Task AStockThatCameAlong_StandsInTheRowOfItsBody_NotInTheSuperiorsOwn(string period)
    {
        await books.PostAsync(Village, Draft(Homes, "2026-01-16", 32));
        await MoveTownAsync();

        var table = await books.ReadAsync(new(OtherCounty.Id, [new(Homes)], Span(period)) { WithChildren = true });

        Assert.Equal((32, 32, 0), (table.Total[0].Value, table.Children.Single(row => row.Body.Id == Town.Id)[0].Value, table.Own![0].Value));
    }

    [Fact]
    public async Task TheRowsBehindAFigure_AreThoseOfItsTree()
    {
        await books.PostAsync(Village, Draft(Participants, "2026-03-01", 50), Draft(Participants, "2026-09-01", 20));
        await MoveTownAsync();

        Assert.Equal([50], await RowsAsync(County, FigureTree.AsWas));
        Assert.Equal([20], await RowsAsync(OtherCounty, FigureTree.AsWas));
        Assert.Equal([20, 50], await RowsAsync(OtherCounty, FigureTree.AsIs));
    }

    [Fact]
    public async Task MergedTownships_EndAndLeaveTheirWorkToTheOneThatGoesOn()
    {
        await books.PostAsync(Town, Draft(Participants, "2026-03-01", 5));
        await books.PostAsync(Village, Draft(Participants, "2026-03-01", 50), Draft(Participants, "2026-09-01", 20), Draft(Homes, "2025-05-01", 1));

        var effect = await books.ReorganiseAsync("2026-07-01", (service, order) => service.MergeAsync(new([Town.Id], OtherTown.Id), order));

        Assert.Equal(new ReorganisationEffect(Bodies: 3, Records: 2, Facts: 2), effect);
        Assert.Equal((20, 75), (await ReadAsync(OtherTown), await ReadAsync(OtherTown, tree: FigureTree.AsIs)));
        Assert.Equal((55, 5), (await ReadAsync(Town), await ReadAsync(Town, tree: FigureTree.AsIs)));
        Assert.Equal(1, await HomesAsync(OtherTown, "2026-07"));
        Assert.Equal(75, await ReadAsync(County));
        await using var db = books.Database.Open();
        Assert.Equal(Day("2026-06-30"), (await db.Organisations.SingleAsync(body => body.Id == Town.Id)).ValidTo);
        Assert.Equal(5, await db.Organisations.CountAsync(body => body.ParentId == OtherTown.Id));
        var absorbed = await db.Set<Core.Base.Changes.Change>().SingleAsync(change => change.Act == "organisation.absorbed");
        Assert.Contains(Town.Name, Core.Base.Changes.ChangeLog.Fields(absorbed).Select(field => field.After));
        await AssertVerifiedAsync();
    }

    [Fact]
    public async Task ASplitTownship_GivesVillagesAway_AndMayEnd()
    {
        await books.PostAsync(Village, Draft(Participants, "2026-03-01", 50));
        var villages = books.City.All.Where(body => body.ParentId == Town.Id).ToList();

        await books.ReorganiseAsync("2026-07-01", (service, order) => service.SplitAsync(new(Town.Id, [.. villages.Select(village => new BodyMove(village.Id, OtherTown.Id))], IsEnded: true), order));

        Assert.Equal((50, 0, 50), (await ReadAsync(Town), await ReadAsync(OtherTown), await ReadAsync(OtherTown, tree: FigureTree.AsIs)));
        await using var db = books.Database.Open();
        Assert.Equal(Day("2026-06-30"), (await db.Organisations.SingleAsync(body => body.Id == Town.Id)).ValidTo);
        await AssertVerifiedAsync();
    }

    [Fact]
    public async Task ATrial_SaysWhatWouldHappen_AndChangesNothing()
    {
        await books.PostAsync(Village, Draft(Participants, "2026-09-01", 20));

        var effect = await books.ReorganiseAsync("2026-07-01", (service, order) => service.MoveAsync(new(Town.Id, OtherCounty.Id), order, isTrial: true));

        Assert.Equal(new ReorganisationEffect(Bodies: 3, Records: 1, Facts: 1), effect);
        Assert.Equal((20, 0), (await ReadAsync(County), await ReadAsync(OtherCounty)));
    }

    [Fact]
    public async Task WhatCannotBe_IsRefusedWithAWord()
    {
        await RefusedAsync("2026-12-01", (service, order) => service.MoveAsync(new(Town.Id, OtherCounty.Id), order), "晚于今天");
        await RefusedAsync("2026-07-01", (service, order) => service.MoveAsync(new(Town.Id, OtherCounty.Id), order with { Document = " " }), "文号");
        await RefusedAsync("2026-07-01", (service, order) => service.MoveAsync(new(County.Id, Town.Id), order), "不能做它的上级");
        await RefusedAsync("2026-07-01", (service, order) => service.MoveAsync(new(Town.Id, County.Id), order), "本来就在");
        await RefusedAsync("2026-07-01", (service, order) => service.MoveAsync(new(Town.Id, OtherTown.Id), order), "级");
        await RefusedAsync("2026-07-01", (service, order) => service.MergeAsync(new([Village.Id], OtherTown.Id), order), "同级");
        await RefusedAsync("2026-07-01", (service, order) => service.AbolishAsync(Town.Id, order), "下面还有2个组织");
        await books.PostAsync(Village, Draft(Participants, "2026-09-01", 20));
        await RefusedAsync("2026-07-01", (service, order) => service.AbolishAsync(Village.Id, order), "2026年9月1日");
        await MoveTownAsync();
        await RefusedAsync("2026-05-01", (service, order) => service.MoveAsync(new(Village.Id, OtherTown.Id), order), "2026年7月1日已有一次变动");
    }

    [Fact]
    public async Task AMoveFromAClosedDayOn_IsACorrectionWithItsDocument()
    {
        await books.PostAsync(Village, Draft(Participants, "2026-09-01", 20));
        await using (var db = books.Database.Open())
        {
            db.Closings.Add(new() { Region = County.Region, Id = Guid.CreateVersion7(), OrganisationId = County.Id, Through = Day("2026-09-30"), At = books.Clock.GetUtcNow().UtcDateTime, ActorName = "张某某" });
            await db.SaveChangesAsync();
        }

        await MoveTownAsync();

        await using var after = books.Database.Open();
        var correction = await after.Corrections.SingleAsync();
        Assert.Equal((LateCorrection.Move, Town.Id, Day("2026-07-01")), (correction.SourceKind, correction.OrganisationId, correction.Day));
        Assert.StartsWith("调整隶属，", correction.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoServesABodyThatEnds_IsCountedBeforehand()
    {
        await using (var db = books.Database.Open())
            await Jinguo.Testing.Data.AccountRows.AddAsync(db, "zhen", "张某某", [(Town, Role.Chair, RoleScope.Subtree), (Town, Role.Reviewer, RoleScope.Own)]);

        var effect = await books.ReorganiseAsync("2026-07-01", (service, order) => service.MergeAsync(new([Town.Id], OtherTown.Id), order, isTrial: true));

        Assert.Equal(1, effect.Accounts);
    }

    [Fact]
    public async Task AnAdministratorOfOneCounty_MovesNothingIntoAnother()
    {
        var actor = new Actor(Guid.CreateVersion7(), "张某某", County.Id, County.Region, County.Path, [new(Role.SystemAdministrator, RoleScope.Subtree)]);

        var done = await books.TryAsync("2026-07-01", (service, order) => service.MoveAsync(new(Town.Id, OtherCounty.Id), order), actor);

        Assert.Contains("新的上级", done.Problems[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SentTwiceWithOneKey_ItIsDoneOnce()
    {
        var key = Guid.CreateVersion7();
        await books.ReorganiseAsync("2026-07-01", (service, order) => service.MoveAsync(new(Town.Id, OtherCounty.Id), order with { ClientKey = key }));

        var again = await books.ReorganiseAsync("2026-07-01", (service, order) => service.MoveAsync(new(Town.Id, OtherCounty.Id), order with { ClientKey = key }));

        Assert.Equal(0, again.Bodies);
    }

    private Task<ReorganisationEffect> MoveTownAsync() => books.ReorganiseAsync("2026-07-01", (service, order) => service.MoveAsync(new(Town.Id, OtherCounty.Id), order));

    private async Task RefusedAsync(string from, Func<ReorganisationService, ReorganisationOrder, Task<Jinguo.Core.Base.Outcome<ReorganisationEffect>>> act, string words) =>
        Assert.Contains(words, (await books.TryAsync(from, act)).Problems[0].Text, StringComparison.Ordinal);

    private async Task<decimal> ReadAsync(Organisation body, string period = "2026", FigureTree tree = FigureTree.AsWas) =>
        (await books.ReadAsync(new(body.Id, [new(Participants)], Span(period)) { Tree = tree })).Total[0].Value!.Value;

    private async Task<decimal> HomesAsync(Organisation body, string period, FigureTree tree = FigureTree.AsWas) =>
        (await books.ReadAsync(new(body.Id, [new(Homes)], Span(period)) { Tree = tree })).Total[0].Value!.Value;

    private Task<FigureTable> TableAsync(Organisation body, FigureTree tree = FigureTree.AsWas) =>
        books.ReadAsync(new(body.Id, [new(Participants), new(Homes)], Span("2026")) { WithChildren = true, Tree = tree });

    private static (string, decimal, decimal) Row(FigureRow row) => (row.Body.Name, row[0].Value!.Value, row[1].Value!.Value);

    private async Task<IEnumerable<decimal>> RowsAsync(Organisation body, FigureTree tree)
    {
        await using var db = books.Database.Open();
        var page = await Figures.FigureExplainerTests.Explainer(books, db).ListFactsAsync(body.Id, new(Participants), Span("2026"), 1, 20, tree: tree);
        return page.Value!.Lines.Select(line => line.Value);
    }

    private async Task AssertVerifiedAsync()
    {
        await using var db = books.Database.Open();
        var found = await new FactVerification(db).RunAsync();
        Assert.Empty(found.Differences);
        Assert.Empty(found.Faults);
    }
}
