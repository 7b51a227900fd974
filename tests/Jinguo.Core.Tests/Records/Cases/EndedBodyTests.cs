using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Reorganisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>撤并: cases stay with the body that received them; its people finish them, and none is left that nobody can finish.</summary>
public sealed class EndedBodyTests : IAsyncLifetime
{
    private CaseDesk desk = null!;
    private Actor administrator = null!;
    private Case one = null!;

    private Organisation Other => desk.City.All[8];

    public async Task InitializeAsync()
    {
        desk = await CaseDesk.OpenAsync();
        administrator = await desk.PersonAsync("郑某某", Role.SystemAdministrator, desk.City.Top);
        one = await desk.ReceiveAsync(CaseDesk.Input());
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task AfterTheMerger_TheCaseIsFinishedWhereItWas_AndCountsBelowTheBodyThatGoesOn()
    {
        CaseDesk.Done(await MergeAsync());

        Assert.Equal("organisation.ended", CaseDesk.Refusal(await desk.ActAsync(service => service.ReceiveAsync(CaseDesk.Input()))));
        Assert.Single((await desk.ReadAsync(reader => reader.ListAsync(CaseFilter.Open, 1), desk.Chair)).Lines);
        desk.Clock.Advance(TimeSpan.FromDays(3));
        one = await desk.MoveAsync(one, CaseAct.Accept, "2026-11-21 09:20");
        one = CaseDesk.Done(await desk.ActAsync(service => service.OfferAsync(one.Id, desk.Chair.AccountId!.Value)));
        one = CaseDesk.Done(await desk.ActAsync(service => service.TakeOverAsync(one.Id), desk.Chair));
        one = CaseDesk.Done(await desk.ActAsync(service => service.WriteDownAsync(CaseStep.HomeVisit, new(Guid.CreateVersion7(), one.Id, one.Version, CaseDesk.At("2026-11-22 10:00"), "上门了解")), desk.Chair));
        one = await desk.MoveAsync(one, CaseAct.Answer, "2026-11-22 15:00", desk.Chair);
        one = await desk.MoveAsync(one, CaseAct.Archive, "2026-11-22 16:00", desk.Chair);

        Assert.Equal(CaseStage.Archived, one.Stage);
        Assert.Equal((1, 1, 1), (await desk.CountAsync(CaseFacts.Closed, desk.City.County), await desk.CountAsync(CaseFacts.Closed, Other), await desk.CountAsync(CaseFacts.Visited, Other)));
        await using var db = desk.Database.Open();
        var verified = await new FactVerification(db).RunAsync();
        Assert.Empty(verified.Differences);
        Assert.Empty(verified.Faults);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ABodyWithACaseThatNobodyHandles_DoesNotEnd_UntilSomebodyHasItInHand(bool isMerged)
    {
        one = CaseDesk.Done(await desk.ActAsync(service => service.TakeOverAsync(one.Id), desk.Chair));
        CaseDesk.Done(await CloseAsync(desk.Chair));
        var body = isMerged ? desk.City.County : desk.City.Village;
        if (!isMerged)
            await GiveToAsync(body);

        var refused = isMerged ? await MergeAsync() : await AbolishAsync(body);
        Assert.Equal("case.body.unfinished", CaseDesk.Refusal(refused));
        Assert.Contains("现在没有人办理", refused.Problems[0].Text, StringComparison.Ordinal);

        var chair = await desk.PersonAsync("周某某", Role.Chair, body);
        CaseDesk.Done(await desk.ActAsync(service => service.TakeOverAsync(one.Id), chair));
        CaseDesk.Done(isMerged ? await MergeAsync() : await AbolishAsync(body));
        Assert.NotNull(await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null), chair));
    }

    [Fact]
    public async Task OfAnEndedBody_TheLastWhoHasACaseInHandDoesNotLeaveIt_UnlessASupervisorComes()
    {
        CaseDesk.Done(await MergeAsync());
        CaseDesk.Done(await CloseAsync(desk.Officer));
        var refused = await CloseAsync(desk.Chair);
        Assert.Equal("case.leaving.ended", CaseDesk.Refusal(refused));
        Assert.Equal([desk.City.County.Code], await desk.WithAsync(administrator, hands => hands.Handovers.ListUnfinishedAsync()));
        Assert.Empty(await desk.WithAsync(desk.Chair, hands => hands.Handovers.ListUnfinishedAsync()));

        var heir = await desk.PersonAsync("周某某", Role.Chair, desk.City.County);
        CaseDesk.Done(await CloseAsync(desk.Chair));
        one = (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null), heir))!.Case;
        Assert.Equal(heir.AccountId, one.Handler);
        await desk.MoveAsync(one, CaseAct.Answer, "2026-11-19 10:00", heir);

        Assert.Empty(await desk.WithAsync(administrator, hands => hands.Handovers.ListUnfinishedAsync()));
        CaseDesk.Done(await CloseAsync(heir));
    }

    [Fact]
    public async Task ACaseUnderReview_IsNotFinished()
    {
        one = await desk.MoveAsync(one, CaseAct.Answer, "2026-11-10 10:00");
        CaseDesk.Done(await MergeAsync());
        Assert.Empty(await desk.WithAsync(administrator, hands => hands.Handovers.ListUnfinishedAsync()));

        one = await desk.MoveAsync(one, CaseAct.AskReview, "2026-11-19 10:00");
        one = CaseDesk.Done(await desk.ActAsync(service => service.TakeOverAsync(one.Id), desk.Chair));

        Assert.Equal("case.leaving.ended", CaseDesk.Refusal(await CloseAsync(desk.Chair)));
        one = await desk.MoveAsync(one, CaseAct.AnswerReview, "2026-11-19 11:00", desk.Chair);
        CaseDesk.Done(await CloseAsync(desk.Chair));
    }

    private Task<Outcome<ReorganisationEffect>> MergeAsync() => ReorganiseAsync((service, order) => service.MergeAsync(new([desk.City.County.Id], Other.Id), order));

    private Task<Outcome<ReorganisationEffect>> AbolishAsync(Organisation body) => ReorganiseAsync((service, order) => service.AbolishAsync(body.Id, order));

    private Task<Outcome<ReorganisationEffect>> ReorganiseAsync(Func<ReorganisationService, ReorganisationOrder, Task<Outcome<ReorganisationEffect>>> act) =>
        desk.WithAsync(Actor.CommandLine, hands => act(hands.Reorganisations, new(Guid.CreateVersion7(), desk.Clock.Today(), "云政发〔2026〕8号")));

    /// <summary>A case of a village, which has nothing below it, and whose chair has left.</summary>
    private async Task GiveToAsync(Organisation village)
    {
        var chair = await desk.PersonAsync("吴某某", Role.Chair, village);
        CaseDesk.Done(await desk.ActAsync(service => service.SwitchOnAsync(new(2026, 1, 1), "芙妇访"), chair));
        one = await desk.ReceiveAsync(CaseDesk.Input(), chair);
        CaseDesk.Done(await CloseAsync(chair));
    }

    private Task<Outcome<Account>> CloseAsync(Actor who) => desk.WithAsync(administrator, async hands =>
    {
        await using var db = desk.Database.Open();
        var version = await db.Accounts.Where(account => account.Id == who.AccountId).Select(account => account.Version).SingleAsync();
        return await hands.Accounts.DisableAsync(who.AccountId!.Value, version, disabled: true, "调离");
    });
}
