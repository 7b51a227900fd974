using Jinguo.Core.Base.Access;
using Jinguo.Core.Figures.Tables.Filing;

namespace Jinguo.Core.Tests.Figures.Tables;

public sealed class CellAccountTests
{
    [Fact]
    public async Task AFigureCell_OpensItsFigure_OfTheWhole_OfABodyBelow_AndOfTheBodyItself()
    {
        await using var office = await TableOffice.OpenAsync();
        var opened = await office.OpenAsync((await office.MakeAsync(Actor.CommandLine, office.City.Top)).Id);
        var top = office.City.Top.Id;

        Assert.Equal(new(top, new(Books.Participants), Books.Span("2026H1"), IsOwn: false), opened.FigureOf(0, 1));
        Assert.Equal(new(office.City.County.Id, new(Books.Participants, "skills"), Books.Span("2026H1"), IsOwn: false), opened.FigureOf(1, 2));
        Assert.Equal(new(top, new(Books.Participants), Books.Span("2025H1"), IsOwn: true), opened.FigureOf(4, 4));
        Assert.Null(opened.FigureOf(3, 1));
        Assert.Null(opened.FigureOf(0, 5));
    }

    [Fact]
    public async Task TheYearBeforeOfARunningPeriod_IsOpenedToTheSameDayAsItsCell()
    {
        await using var office = await TableOffice.OpenAsync();
        await office.Books.PostAsync(office.City.Top, Books.Draft(Books.Participants, "2025-11-01", 5), Books.Draft(Books.Participants, "2025-12-01", 70));
        var opened = await office.OpenAsync((await office.MakeAsync(Actor.CommandLine, office.City.Top, "2026H2")).Id);
        var figure = opened.FigureOf(0, 4)!;

        Assert.Equal("2025-07-01..2025-11-20", figure.Period.Code);
        await using var db = office.Books.Database.Open();
        Assert.Equal(opened.Sheet[0, 4].Value, (await office.Books.Book(db).ReadOneAsync(figure.Body, figure.Figure, figure.Period)).Value!.Value);
    }

    [Fact]
    public async Task AFrozenCell_OpensAsItWasKnown_AndACorrectionIsFoundAtIt()
    {
        await using var office = await TableOffice.OpenAsync();
        await office.Books.PostAsync(office.City.Village, Books.Draft(Books.Participants, "2026-03-01", 100));
        var table = await office.FileAsync(await office.MakeAsync(Actor.CommandLine, office.City.Top));
        office.Books.Clock.Advance(TimeSpan.FromDays(1));
        await office.Books.PostAsync(office.City.Village, Books.Draft(Books.Participants, "2026-03-02", 8));

        var opened = await office.OpenAsync(table.Id);
        var figure = opened.FigureOf(0, 1)!;
        await using var db = office.Books.Database.Open();
        var then = (await office.Books.Book(db).ReadOneAsync(figure.Body, figure.Figure, figure.Period, opened.Table.KnownAt)).Value!;

        Assert.Equal((100m, 100m), (opened.Sheet[0, 1].Value, then.Value));
        Assert.Equal((100m, 108m), (opened.DifferenceAt(0, 1)!.Frozen, opened.DifferenceAt(0, 1)!.Now));
        Assert.Null(opened.DifferenceAt(0, 0));
    }

    [Fact]
    public async Task WhatCameAfterTheFreezingOfARunningPeriod_IsNoDifference_ACorrectionIs()
    {
        await using var office = await TableOffice.OpenAsync();
        var table = await office.FileAsync(await office.MakeAsync(Actor.CommandLine, office.City.Top, "2026H2"));
        office.Books.Clock.Advance(TimeSpan.FromDays(3));
        await office.Books.PostAsync(office.City.Village, Books.Draft(Books.Participants, "2026-11-22", 40));
        Assert.Null((await office.OpenAsync(table.Id)).DifferenceAt(0, 1));

        await office.Books.PostAsync(office.City.Village, Books.Draft(Books.Participants, "2026-11-02", 8));
        Assert.Equal(8, (await office.OpenAsync(table.Id)).DifferenceAt(0, 1)!.Now);
    }

    [Fact]
    public async Task AReckonedCell_IsOpenedToItsEquation_AndTheCellsItNames()
    {
        await using var office = await TableOffice.OpenAsync();
        await office.Books.PostAsync(office.City.Village, Books.Draft(Books.Participants, "2026-03-01", 90), Books.Draft(Books.Participants, "2025-03-01", 60));
        var table = await office.MakeAsync(Actor.CommandLine, office.City.Top);

        var account = await AccountAsync(office, table, "1", "6");

        Assert.Equal(("(2栏 - 5栏) ÷ 5栏 × 100", 50m), (account.Equation, account.Cell.Value));
        Assert.Equal([(0, 1), (0, 4)], account.Parts);
        Assert.All(account.Parts, part => Assert.NotNull(account.Opened.FigureOf(part.Row, part.Column)));
    }

    [Fact]
    public async Task ASubtotal_IsOpenedToTheBodiesItAddsUp_AsTheyWereKnownWhenItWasFrozen()
    {
        await using var office = await TableOffice.OpenAsync();
        await office.Books.PostAsync(office.City.Village, Books.Draft(Books.Participants, "2026-03-01", 90));
        await office.Books.PostAsync(office.City.Stranger, Books.Draft(Books.Participants, "2026-03-01", 7));
        await office.Books.PostAsync(office.City.Top, Books.Draft(Books.Participants, "2026-03-01", 1000));
        var table = await office.MakeAsync(Actor.CommandLine, office.City.Top);
        table = await office.FileAsync(await office.SupplementAsync(Actor.CommandLine, table, $"2:{office.City.County.Id}", "2", 10));
        office.Books.Clock.Advance(TimeSpan.FromDays(1));
        await office.Books.PostAsync(office.City.Village, Books.Draft(Books.Participants, "2026-03-02", 500));

        var account = await AccountAsync(office, table, "3", "2");

        Assert.Equal((107m, 97m), (account.Cell.Value, account.Cell.Figure));
        Assert.Equal(account.Cell.Figure, account.Members.Sum(member => member.Body[0].Value));
        Assert.Equal(account.Members.Select(member => member.Body.Body.Id), account.Members.Select(member => member.Figure.Body));
        Assert.Equal(10, Assert.Single(account.Supplements).Supplement.Amount);
        Assert.Equal(597, account.Opened.DifferenceAt(account.Row, account.Column)!.Now);
    }

    [Fact]
    public async Task WhatWasAddedByHand_IsToldWithItsReason_AtItsCellAndInTheTotal()
    {
        await using var office = await TableOffice.OpenAsync();
        var table = await office.MakeAsync(Actor.CommandLine, office.City.Top);
        table = await office.SupplementAsync(Actor.CommandLine, table, "4", "2", 20);
        table = await office.SupplementAsync(Actor.CommandLine, table, "4", "9", 3);

        Assert.Equal(["本级，人次（第2栏）：学校代办的班"], Told(await AccountAsync(office, table, "1", "2")));
        Assert.Equal(["本级，场地数（第9栏）：学校代办的班"], Told(await AccountAsync(office, table, "1", "9")));
        Assert.Empty(Told(await AccountAsync(office, table, $"2:{office.City.County.Id}", "2")));
        Assert.Null(await office.AsAsync(Actor.CommandLine, desk => desk.Accounts.FindAsync(table.Id, "99", "1")));
        Assert.Null(await office.AsAsync(await office.AddAsync(office.City.Stranger, Role.Chair), desk => desk.Accounts.FindAsync(table.Id, "1", "1")));
    }

    private static IEnumerable<string> Told(CellAccount account) => account.Supplements.Select(one => $"{one.Place}：{one.Supplement.Reason}");

    private static async Task<CellAccount> AccountAsync(TableOffice office, StatisticalTable table, string row, string column) =>
        (await office.AsAsync(Actor.CommandLine, desk => desk.Accounts.FindAsync(table.Id, row, column)))!;
}
