using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Testing;
using Jinguo.Testing.Data;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>Who sees a case: who handles it, who is asked to, and the supervisor of the body. Nobody else, and every look is in the trail.</summary>
public sealed class CaseAccessTests : IAsyncLifetime
{
    private const string Canary = "桂花巷九号院";

    private CaseDesk desk = null!;
    private Case one = null!;

    public async Task InitializeAsync()
    {
        desk = await CaseDesk.OpenAsync();
        one = await desk.ReceiveAsync(CaseDesk.Input(texts: [.. Enum.GetValues<CaseField>().Where(field => field is not (CaseField.IdNumber or CaseField.Phone)).Select(field => (field, $"{Canary}{field}")), (CaseField.Phone, "13812341234")]));
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task TheHandler_TheOneAsked_AndTheSupervisor_SeeIt()
    {
        Assert.NotNull(await OpenAsync(desk.Officer));
        Assert.NotNull(await OpenAsync(desk.Chair));
        Assert.Null(await OpenAsync(desk.Colleague));
        await desk.ActAsync(service => service.OfferAsync(one.Id, desk.Colleague.AccountId!.Value));
        Assert.NotNull(await OpenAsync(desk.Colleague));
    }

    [Fact]
    public async Task NobodyElse_SeesThatItIsThere()
    {
        var others = new List<Actor> { desk.Superior, Actor.CommandLine, desk.Officer with { Token = new("一表通", [.. Enum.GetValues<Right>().Where(right => right != Right.CaseHandle)]) } };
        foreach (var role in Enum.GetValues<Role>())
            others.AddRange([await desk.PersonAsync("周某某", role, desk.City.Top), await desk.PersonAsync("吴某某", role, desk.City.Township)]);
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Chair))
            others.Add(await desk.PersonAsync("郑某某", role, desk.City.County));

        foreach (var other in others)
        {
            Assert.Null(await OpenAsync(other));
            Assert.Equal(0, (await desk.ReadAsync(reader => reader.ListAsync(CaseFilter.Open, 1), other)).Total);
            var unknown = await desk.ActAsync(service => service.MoveAsync(CaseAct.Accept, new(Guid.CreateVersion7(), Guid.CreateVersion7(), 1, one.ReceivedAt, "受理")), other);
            var forbidden = await desk.ActAsync(service => service.MoveAsync(CaseAct.Accept, new(Guid.CreateVersion7(), one.Id, one.Version, one.ReceivedAt, "受理")), other);
            Assert.Equal(unknown.Problems, forbidden.Problems);
        }
    }

    [Fact]
    public async Task TheFigure_CountsACase_AndItsRowsDoNotTellOfIt()
    {
        foreach (var (reader, items, violence) in new[] { (desk.Superior, "1", "未公布"), (desk.Officer, "1", "1") })
        {
            var rows = await desk.RowsAsync(CaseFacts.Items, desk.City.County, reader);
            Assert.Equal((items, 0, 1), (rows.Figure.Text, rows.Lines.Count, rows.Hidden));
            rows = await desk.RowsAsync(CaseFacts.Violence, desk.City.County, reader);
            Assert.Equal((violence, 0, 0), (rows.Figure.Text, rows.Lines.Count, rows.Hidden));
        }
    }

    [Fact]
    public async Task WhatACaseTells_StandsNowhereInTheDatabase()
    {
        await desk.ActAsync(service => service.WriteDownAsync(CaseStep.Talk, new(Guid.CreateVersion7(), one.Id, one.Version, one.ReceivedAt, $"在{Canary}接谈")));
        await desk.ReadAsync(reader => reader.OpenAsync(one.Id, "核对身份"));

        await using var db = desk.Database.Open();
        Assert.Empty(await DatabaseDump.PlacesOfAsync(db, Canary));
        Assert.Empty(await DatabaseDump.PlacesOfAsync(db, "13812341234"));
    }

    [Fact]
    public async Task WhoSheIs_IsMasked_AndInFullWithAReasonThatIsInTheTrail()
    {
        Assert.Equal("138****1234", (await OpenAsync(desk.Officer))![CaseField.Phone]);
        Assert.Equal("13812341234", (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, "约她来面谈")))![CaseField.Phone]);
        Assert.Equal(["case.received", "case.seen", "case.revealed"], await desk.TrailAsync(one));
    }

    [Fact, Rule("PET-16")]
    public async Task WhoKeepsOutOfACase_SeesNothingOfIt_AndTheSupervisorHasIt()
    {
        Assert.Equal("case.recuse.self", CaseDesk.Refusal(await desk.ActAsync(service => service.RecuseAsync(one.Id, desk.Chair.AccountId!.Value), desk.Chair)));
        var kept = CaseDesk.Done(await desk.ActAsync(service => service.RecuseAsync(one.Id, desk.Officer.AccountId!.Value), desk.Chair));

        Assert.Equal(desk.Chair.AccountId, kept.Handler);
        Assert.Null(await OpenAsync(desk.Officer));
        Assert.Equal("case.offer.who", CaseDesk.Refusal(await desk.ActAsync(service => service.OfferAsync(one.Id, desk.Officer.AccountId!.Value), desk.Chair)));
    }

    [Fact]
    public async Task WhoGoesToAnotherBody_HasLostItsCases()
    {
        var moved = desk.Officer with { OrganisationId = desk.City.Township.Id, Path = desk.City.Township.Path };
        Assert.Null(await OpenAsync(moved));
    }

    private Task<CaseView?> OpenAsync(Actor actor) => desk.ReadAsync(reader => reader.OpenAsync(one.Id, null), actor);
}
