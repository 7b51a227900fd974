using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>Whoever leaves sees nothing at once, and what she had in hand falls to a supervisor.</summary>
public sealed class CaseHandoversTests : IAsyncLifetime
{
    private CaseDesk desk = null!;
    private Actor administrator = null!;
    private Case one = null!;

    public async Task InitializeAsync()
    {
        desk = await CaseDesk.OpenAsync();
        administrator = await desk.PersonAsync("郑某某", Role.SystemAdministrator, desk.City.Top);
        one = await desk.ReceiveAsync(CaseDesk.Input());
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Theory]
    [InlineData("closed")]
    [InlineData("reader")]
    [InlineData("elsewhere")]
    [InlineData("approved")]
    public async Task WhoLeaves_SeesNothing_AndTheChairHasHerCases(string how)
    {
        await LeaveAsync(desk.Officer, how);

        var gone = how == "elsewhere"
            ? desk.Officer with { OrganisationId = desk.City.Township.Id, Path = desk.City.Township.Path }
            : desk.Officer with { Grants = how == "closed" ? [] : [new(Role.Reader, RoleScope.Own)] };
        Assert.Null(await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null), gone));
        var page = (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null), desk.Chair))!;
        Assert.Equal((desk.Chair.AccountId, "赵某某不再办理，由李某某接手"), (page.Case.Handler, page.Course[0].Text));
        Assert.Equal("请您接手", Assert.Single(await desk.NoticesAsync(desk.Chair)).Note);
        Assert.Null(CaseDesk.Done(await desk.ActAsync(service => service.TakeOverAsync(one.Id), desk.Chair)).OfferedTo);
        Assert.DoesNotContain(await desk.NoticesAsync(desk.Chair), notice => notice.Note is not null);
        Assert.Equal(["case.received", "case.handed-over", "case.seen", "case.taken"], await desk.TrailAsync(one));
    }

    [Fact]
    public async Task ARedCase_IsNeverWithoutAnOwner_AndOthersWaitForASupervisor()
    {
        await LeaveAsync(desk.Chair, "closed");
        var red = await desk.ReceiveAsync(CaseDesk.Input(risk: "red", texts: (CaseField.NextStep, "联系派出所")) with { NextStepDue = new(2026, 11, 20) });
        Assert.Equal((2, 1), await LoadAsync());
        Assert.Equal("case.leaving", CaseDesk.Refusal(await CloseAsync(desk.Officer)));
        Assert.NotNull(await desk.ReadAsync(reader => reader.OpenAsync(red.Id, null)));

        await desk.MoveAsync(red, CaseAct.Answer, "2026-11-19 10:00");
        CaseDesk.Done(await CloseAsync(desk.Officer));

        var chair = await desk.PersonAsync("周某某", Role.Chair, desk.City.County);
        Assert.Equal(2, (await desk.NoticesAsync(chair)).Count(notice => notice.Note == "没有人办理，请接手或交办"));
        Assert.Equal(chair.AccountId, CaseDesk.Done(await desk.ActAsync(service => service.TakeOverAsync(one.Id), chair)).Handler);
        Assert.Empty(await desk.NoticesAsync(desk.Colleague));
    }

    [Fact]
    public async Task WhoKeepsOutOfACase_DoesNotHaveItFallToHer_AndAnOfferToWhoLeavesIsOver()
    {
        var second = await desk.PersonAsync("周某某", Role.Chair, desk.City.County);
        CaseDesk.Done(await desk.ActAsync(service => service.RecuseAsync(one.Id, desk.Chair.AccountId!.Value), second));
        CaseDesk.Done(await desk.ActAsync(service => service.OfferAsync(one.Id, desk.Colleague.AccountId!.Value)));

        CaseDesk.Done(await CloseAsync(desk.Colleague));
        CaseDesk.Done(await CloseAsync(desk.Officer));

        var now = (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null), second))!.Case;
        Assert.Equal((second.AccountId, second.AccountId), (now.Handler, now.OfferedTo));
    }

    [Fact]
    public async Task AnAdministrator_KnowsHowMany_AndNothingElse()
    {
        Assert.Equal((1, 0), await LoadAsync());
        Assert.Null(await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null), administrator));
        var elsewhere = await desk.PersonAsync("吴某某", Role.SystemAdministrator, desk.City.Township);
        foreach (var other in new[] { elsewhere, desk.Chair, desk.Officer })
            Assert.Null(await desk.WithAsync(other, hands => hands.Handovers.CountAsync(desk.Officer.AccountId!.Value)));
    }

    private async Task<(int Open, int Red)> LoadAsync()
    {
        var load = (await desk.WithAsync(administrator, hands => hands.Handovers.CountAsync(desk.Officer.AccountId!.Value)))!;
        return (load.Open, load.Red);
    }

    private async Task LeaveAsync(Actor who, string how)
    {
        RoleOn[] after = how == "elsewhere" ? [new(desk.City.Township.Id, Role.Officer, RoleScope.Own)] : [new(desk.City.County.Id, Role.Reader, RoleScope.Own)];
        if (how == "closed")
            CaseDesk.Done(await CloseAsync(who));
        else if (how == "approved")
        {
            var security = await desk.PersonAsync("王某某", Role.SecurityAdministrator, desk.City.Top);
            var request = RoleRequest.New(administrator, who.AccountId!.Value, RoleSteps.Between([new(desk.City.County.Id, Role.Officer, RoleScope.Subtree)], after), desk.Clock);
            await using var db = desk.Database.Open();
            db.RoleRequests.Add(request);
            await db.SaveChangesAsync();
            CaseDesk.Done(await desk.WithAsync(security, hands => hands.Approvals.ApproveAsync([request.Id])));
        }
        else
            CaseDesk.Done(await desk.WithAsync(administrator, async hands => await hands.Accounts.EditAsync(new(who.AccountId!.Value, await VersionAsync(who), who.Name, after))));
    }

    private Task<Outcome<Account>> CloseAsync(Actor who) =>
        desk.WithAsync(administrator, async hands => await hands.Accounts.DisableAsync(who.AccountId!.Value, await VersionAsync(who), disabled: true, "调离"));

    private async Task<int> VersionAsync(Actor who)
    {
        await using var db = desk.Database.Open();
        return await db.Accounts.Where(account => account.Id == who.AccountId).Select(account => account.Version).SingleAsync();
    }
}
