using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Looking;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases.Looking;

/// <summary>In an emergency a colleague reads a case at once; a supervisor looks into it afterwards, and all of it can be seen.</summary>
public sealed class EmergencyTests : IAsyncLifetime
{
    private const string Number = "安妇访〔2026〕001号";
    private const string Why = "她打来电话，对方正在砸门";

    private CaseDesk desk = null!;
    private Case one = null!;

    public async Task InitializeAsync()
    {
        desk = await CaseDesk.OpenAsync();
        one = await desk.ReceiveAsync(CaseDesk.Input(texts: (CaseField.Phone, "13812341234")));
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task AColleague_ReadsItForADay_AndASupervisorSaysAfterwardsWhetherThatWasInOrder()
    {
        Assert.Equal("case.opening.reason", CaseDesk.Refusal(await AtOnceAsync(desk.Colleague, why: "")));
        Assert.Equal("case.opening.open", CaseDesk.Refusal(await AtOnceAsync(desk.Officer)));

        var opening = CaseDesk.Done(await AtOnceAsync(desk.Colleague));
        Assert.Equal(opening.Id, CaseDesk.Done(await AtOnceAsync(desk.Colleague, "2026-1")).Id);

        Assert.False((await OpenAsync(desk.Colleague, null))!.MayAct);
        Assert.Equal("13812341234", (await OpenAsync(desk.Colleague, "要报警"))![CaseField.Phone]);
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await desk.TryAsync(one, CaseAct.Accept, "2026-11-19 09:20", desk.Colleague)));
        Assert.Contains(await desk.NoticesAsync(desk.Chair), notice => notice is { Key: "openings", Title: "紧急调阅待审查" });
        Assert.Equal("case.opening.words", CaseDesk.Refusal(await JudgeAsync(opening, isGranted: true, "")));

        desk.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Null(await OpenAsync(desk.Colleague, null));
        CaseDesk.Done(await JudgeAsync(opening, isGranted: true, "情况紧急，处置得当"));
        Assert.Equal("case.opening.judged", CaseDesk.Refusal(await JudgeAsync(opening, isGranted: false, "不该看")));

        var own = Assert.Single(await desk.WithAsync(desk.Colleague, hands => hands.OpeningReader.ListOwnAsync()));
        Assert.Equal((Number, Why, "合规", "情况紧急，处置得当"), (own.Number, own.Reason, own.Opening.StateName, own.Words));
        Assert.Single(await desk.WithAsync(desk.Officer, hands => hands.OpeningReader.ListOfAsync(one.Id)));
        Assert.Empty(await desk.WithAsync(desk.Colleague, hands => hands.OpeningReader.ListOfAsync(one.Id)));
        Assert.Equal(["case.received", "case.opened-at-once", "case.seen", "case.revealed", "case.opening-judged"], await desk.TrailAsync(one));
        await WhyStandsSealedAsync();
    }

    [Fact]
    public async Task WhatIsNotInOrder_IsReadNoMore_AndWhoKeepsOutOfACaseNeverReadsIt()
    {
        var opening = CaseDesk.Done(await AtOnceAsync(desk.Colleague));
        CaseDesk.Done(await JudgeAsync(opening, isGranted: false, "与工作无关"));
        Assert.Null(await OpenAsync(desk.Colleague, null));
        Assert.Equal("case.opening.refused", CaseDesk.Refusal(await AtOnceAsync(desk.Colleague)));

        desk.Clock.Advance(TimeSpan.FromHours(25));
        CaseDesk.Done(await AtOnceAsync(desk.Colleague));
        CaseDesk.Done(await desk.ActAsync(service => service.RecuseAsync(one.Id, desk.Colleague.AccountId!.Value), desk.Chair));
        Assert.Null(await OpenAsync(desk.Colleague, null));
        var unknown = await AtOnceAsync(desk.Colleague, "安妇访〔2026〕002号");
        foreach (var other in new[] { desk.Colleague, desk.Superior, await desk.PersonAsync("郑某某", Role.Reader, desk.City.County) })
            Assert.Equal(unknown.Problems, (await AtOnceAsync(other)).Problems);
        Assert.Empty(await desk.WithAsync(desk.Colleague, hands => hands.OpeningReader.ListOwnAsync()));
    }

    [Fact]
    public async Task WhoLooked_IsShownToTheHandlerAndTheSupervisor_AndToNobodyElse()
    {
        await OpenAsync(desk.Chair, null);
        await OpenAsync(desk.Officer, "约她来面谈");

        foreach (var reader in new[] { desk.Officer, desk.Chair })
        {
            var page = (await desk.WithAsync(reader, hands => hands.Looks.ListAsync(one.Id, 1)))!;
            Assert.Equal([("赵某某", true, "约她来面谈"), ("李某某", false, null)], page.Lines.Select(look => (look.Who, look.IsInFull, look.Reason)));
            Assert.Equal((2, 0), (page.Total, (await desk.WithAsync(reader, hands => hands.Looks.ListAsync(one.Id, 2)))!.Lines.Count));
        }
        await desk.ActAsync(service => service.OfferAsync(one.Id, desk.Colleague.AccountId!.Value));
        foreach (var other in new[] { desk.Colleague, desk.Superior })
            Assert.Null(await desk.WithAsync(other, hands => hands.Looks.ListAsync(one.Id, 1)));
    }

    private async Task WhyStandsSealedAsync()
    {
        await using var db = desk.Database.Open();
        Assert.Empty(await DatabaseDump.PlacesOfAsync(db, Why));
        var store = new DataKeyStore("", Keys.Store.Keys.WithNewKey(new(2026, 11, 20)).ToText());
        var newer = new CaseSeal(new(store), new(store));
        Assert.Equal(1, await new SealedOpenings(db, newer).SealAnewAsync(5, default));
        Assert.Equal(Why, newer.OpenReason(await db.CaseOpenings.AsNoTracking().SingleAsync()));
        Assert.Equal(0, await new SealedOpenings(db, newer).CountOldAsync(default));
    }

    private Task<Outcome<CaseOpening>> AtOnceAsync(Actor actor, string number = Number, string why = Why) => desk.WithAsync(actor, hands => hands.Openings.OpenAtOnceAsync(number, why));

    private Task<Outcome<CaseOpening>> JudgeAsync(CaseOpening opening, bool isGranted, string words) => desk.WithAsync(desk.Chair, hands => hands.Openings.JudgeAsync(opening.Id, isGranted, words));

    private Task<CaseView?> OpenAsync(Actor actor, string? fullFor) => desk.ReadAsync(reader => reader.OpenAsync(one.Id, fullFor), actor);
}
