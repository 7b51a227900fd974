using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.ClientKeys;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Base.Access;

/// <summary>三员分立: what the system administrator asks for is in force once the security administrator has approved it.</summary>
public sealed class SeparationTests : IAsyncLifetime
{
    private readonly TestClock clock = new();
    private TestDatabase database = null!;
    private Tree.City city = null!;
    private Account system = null!;
    private Account security = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        city = await Tree.AddCityAsync(db);
        system = await AccountRows.AddAsync(db, "admin", "吴某某", [(city.Top, Role.SystemAdministrator, RoleScope.Subtree)]);
        security = await AccountRows.AddAsync(db, "anquan", "郑某某", [(city.Top, Role.SecurityAdministrator, RoleScope.Subtree)]);
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task ANewAccount_HasNoRoleUntilApproved_AndBothActsAreInTheTrail()
    {
        var id = await AskAsync("lihua", new RoleOn(city.Village.Id, Role.Officer, RoleScope.Own));
        Assert.Equal((true, 0), await StateAsync(id));
        var request = Assert.Single(await WaitingAsync());
        Assert.Equal(1, (await ApproveAsync(request)).Value);
        Assert.Equal((false, 1), await StateAsync(id));
        Assert.Equal(["account.added", "account.roles-approved"], await ActsAsync(id));
        // Sent twice, it stays as it is.
        Assert.True((await ApproveAsync(request)).Done);
        Assert.Equal(2, (await ActsAsync(id)).Count);
    }

    [Fact]
    public async Task ARefusal_NeedsAReason_AndLeavesTheAccountOut()
    {
        var id = await AskAsync("lihua", new RoleOn(city.Village.Id, Role.Officer, RoleScope.Own));
        var request = Assert.Single(await WaitingAsync());
        Assert.Equal("request.reason", Assert.Single((await AsSecurityAsync(approvals => approvals.RefuseAsync(request, " "))).Problems).Code);
        Assert.True((await AsSecurityAsync(approvals => approvals.RefuseAsync(request, "不是本单位的人"))).Done);
        Assert.Equal((true, 0), await StateAsync(id));
        Assert.Empty(await WaitingAsync());
        Assert.Equal("request.decided", Assert.Single((await ApproveAsync(request)).Problems).Code);
    }

    [Fact]
    public async Task ARoleOnAnotherBody_Waits_ATakenOneDoesNot()
    {
        var id = await MakeAsync("lihua", new RoleOn(city.Village.Id, Role.Officer, RoleScope.Own));
        Assert.True((await EditAsync(id, new RoleOn(city.Township.Id, Role.Officer, RoleScope.Own))).Done);
        Assert.Equal([city.Village.Id], await BodiesAsync(id));
        Assert.Equal("account.waiting", Assert.Single((await EditAsync(id, new RoleOn(city.Stranger.Id, Role.Officer, RoleScope.Own))).Problems).Code);
        Assert.True((await ApproveAsync(Assert.Single(await WaitingAsync()))).Done);
        Assert.Equal([city.Township.Id], await BodiesAsync(id));

        await GiveAsync(id, city.Stranger, Role.Reader);
        Assert.True((await EditAsync(id, new RoleOn(city.Township.Id, Role.Officer, RoleScope.Own))).Done);
        Assert.Equal([city.Township.Id], await BodiesAsync(id));
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task WhoAsked_DoesNotApprove_WhateverHerRoles_NorDoesTheOwnerOfTheAccount()
    {
        await GiveAsync(system.Id, city.Top, Role.SecurityAdministrator);
        await AskAsync("lihua", new RoleOn(city.Village.Id, Role.Officer, RoleScope.Own));
        var request = Assert.Single(await WaitingAsync());
        Assert.Equal("request.own", Assert.Single((await ApproveAsync(request, system)).Problems).Code);

        Assert.True((await EditAsync(security.Id, new(city.Top.Id, Role.SecurityAdministrator, RoleScope.Subtree), new(city.County.Id, Role.SecurityAdministrator, RoleScope.Subtree))).Done);
        var own = (await WaitingAsync()).Single(one => one != request);
        Assert.Equal("request.own-account", Assert.Single((await ApproveAsync(own)).Problems).Code);
    }

    [Fact]
    public async Task ARequestOutsideHerReach_IsNotThere()
    {
        await AskAsync("lihua", new RoleOn(city.Village.Id, Role.Officer, RoleScope.Own), new RoleOn(city.Stranger.Id, Role.Officer, RoleScope.Own));
        Account township;
        await using (var db = database.Open())
            township = await AccountRows.AddAsync(db, "township", "冯某某", [(city.Township, Role.SecurityAdministrator, RoleScope.Subtree)]);
        Assert.Equal(Problem.NotFoundCode, Assert.Single((await ApproveAsync(Assert.Single(await WaitingAsync()), township, city.Township)).Problems).Code);
    }

    [Fact]
    public async Task TwoWhoDisableEachOtherAtOnce_DoNotBothGo()
    {
        Account other;
        await using (var db = database.Open())
            other = await AccountRows.AddAsync(db, "other", "冯某某", [(city.Top, Role.SystemAdministrator, RoleScope.Subtree)]);

        var disabled = await Task.WhenAll(
            AsSystemAsync(accounts => accounts.DisableAsync(other.Id, other.Version, disabled: true, "调离")),
            AsSystemAsync(accounts => accounts.DisableAsync(system.Id, system.Version, disabled: true, "调离"), actor: other));

        Assert.Equal("account.last-officer", Assert.Single(Assert.Single(disabled, one => !one.Done).Problems).Code);
    }

    [Theory]
    [InlineData(Role.SystemAdministrator)]
    [InlineData(Role.SecurityAdministrator)]
    public async Task TheLastOfEachKind_IsNeitherDisabledNorRelieved(Role role)
    {
        Account other;
        await using (var db = database.Open())
            other = await AccountRows.AddAsync(db, "other", "冯某某", [(city.Top, Role.SystemAdministrator, RoleScope.Subtree)]);
        var last = role == Role.SystemAdministrator ? system : security;
        if (role == Role.SystemAdministrator)
            Assert.True((await AsSystemAsync(accounts => accounts.DisableAsync(other.Id, other.Version, disabled: true, "调离"))).Done);
        var disabled = await AsSystemAsync(accounts => accounts.DisableAsync(last.Id, last.Version, disabled: true, "调离"), actor: other);
        Assert.Equal("account.last-officer", Assert.Single(disabled.Problems).Code);
        var relieved = await AsSystemAsync(accounts => accounts.EditAsync(new(last.Id, last.Version, last.Name, [new(city.Village.Id, Role.Officer, RoleScope.Own)])), actor: other);
        Assert.Equal("account.last-officer", Assert.Single(relieved.Problems).Code);
    }

    [Fact]
    public async Task AnAdministratorsPassword_IsNotResetByAnother()
    {
        Assert.Equal("account.officer-password", Assert.Single((await AsSystemAsync(accounts => accounts.ResetPasswordAsync(security.Id, security.Version))).Problems).Code);
        await using var db = database.Open();
        Assert.True((await Accounts(db, Actor.CommandLine).ResetPasswordAsync(security.Id, security.Version)).Done);
    }

    [Fact]
    public async Task WhereDutiesAreNotSeparated_ARoleIsInForceAtOnce()
    {
        await using var db = database.Open();
        var made = await Accounts(db, Person(system), isSeparated: false).AddAsync(new(Guid.CreateVersion7(), "李某某", "lihua", [new(city.Village.Id, Role.Officer, RoleScope.Own)]));
        Assert.Equal((false, 1), await StateAsync(made.Value!.AccountId));
    }

    private Actor Person(Account account, Organisation? body = null) => account == system
        ? new(account.Id, account.Name, city.Top.Id, city.Top.Region, city.Top.Path, [new(Role.SystemAdministrator, RoleScope.Subtree), new(Role.SecurityAdministrator, RoleScope.Subtree)])
        : new(account.Id, account.Name, (body ?? city.Top).Id, (body ?? city.Top).Region, (body ?? city.Top).Path, [new(Role.SystemAdministrator, RoleScope.Subtree), new(Role.SecurityAdministrator, RoleScope.Subtree)]);

    private AccountService Accounts(Db db, Actor actor, bool isSeparated = true) =>
        new(db, new(db, actor), new(db, clock), new SentForms(db, clock), new(db, new(db, clock), actor, clock), (_, password) => password, new(isSeparated), clock, []);

    private async Task<Outcome<T>> AsSystemAsync<T>(Func<AccountService, Task<Outcome<T>>> act, Account? actor = null)
    {
        await using var db = database.Open();
        return await act(Accounts(db, Person(actor ?? system)));
    }

    private async Task<Outcome<T>> AsSecurityAsync<T>(Func<ApprovalService, Task<Outcome<T>>> act, Account? actor = null, Organisation? body = null)
    {
        await using var db = database.Open();
        return await act(new(db, new(db, Person(actor ?? security, body)), new(db, clock), new(IsOn: true), clock, []));
    }

    private Task<Outcome<int>> ApproveAsync(Guid request, Account? actor = null, Organisation? body = null) => AsSecurityAsync(approvals => approvals.ApproveAsync([request]), actor, body);

    private async Task<Guid> AskAsync(string userName, params RoleOn[] roles)
    {
        var made = await AsSystemAsync(accounts => accounts.AddAsync(new(Guid.CreateVersion7(), "李某某", userName, roles)));
        return made.Value!.AccountId;
    }

    private async Task<Guid> MakeAsync(string userName, params RoleOn[] roles)
    {
        var id = await AskAsync(userName, roles);
        Assert.True((await ApproveAsync(Assert.Single(await WaitingAsync()))).Done);
        return id;
    }

    private async Task<Outcome<Account>> EditAsync(Guid id, params RoleOn[] roles)
    {
        await using var db = database.Open();
        var account = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == id);
        return await AsSystemAsync(accounts => accounts.EditAsync(new(id, account.Version, account.Name, roles)));
    }

    private async Task GiveAsync(Guid account, Organisation body, Role role)
    {
        await using var db = database.Open();
        db.RoleAssignments.Add(new() { AccountId = account, OrganisationId = body.Id, Role = role, Scope = RoleScope.Subtree });
        await db.SaveChangesAsync();
    }

    private async Task<List<Guid>> WaitingAsync()
    {
        await using var db = database.Open();
        return await db.RoleRequests.Where(request => request.State == RequestState.Waiting).Select(request => request.Id).ToListAsync();
    }

    private async Task<(bool IsPending, int Roles)> StateAsync(Guid id)
    {
        await using var db = database.Open();
        var account = await db.Accounts.Include(one => one.Assignments).SingleAsync(one => one.Id == id);
        return (account.Pending, account.Assignments.Count);
    }

    private async Task<List<int>> BodiesAsync(Guid id)
    {
        await using var db = database.Open();
        return await db.RoleAssignments.Where(role => role.AccountId == id).Select(role => role.OrganisationId).ToListAsync();
    }

    private async Task<List<string>> ActsAsync(Guid id)
    {
        await using var db = database.Open();
        return await db.Changes.Where(change => change.SubjectId == $"{id}").OrderBy(change => change.Act).Select(change => change.Act).ToListAsync();
    }
}
