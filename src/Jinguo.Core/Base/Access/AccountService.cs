using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.ClientKeys;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>
/// The acts of the system administrator on accounts. She gives roles on bodies she keeps, and keeps accounts all of whose
/// roles lie there; of others she sees and changes only the roles that do. Where duties are separated, an account made and a
/// role given are requests until the security administrator has approved them (<see cref="ApprovalService"/>).
/// </summary>
public sealed class AccountService(Db db, Visible visible, ChangeLog changes, SentForms forms, TokenService tokens, HashPassword hash, Separation separation, TimeProvider time, IEnumerable<IDutyEnding> endings)
{
    /// <summary>Kind of accounts in the history.</summary>
    public const string SubjectKind = "account";

    private const string RequestedAct = "account.roles-requested";

    private readonly AccountReach reach = new(db, visible, Right.AccountManage);

    /// <summary>Makes an account. The password comes back once.</summary>
    public async Task<Outcome<IssuedPassword>> AddAsync(NewAccount input, CancellationToken cancel = default)
    {
        var problems = Check(input);
        if (problems.Count > 0)
            return problems;
        if (await KeptBodiesAsync(input.Roles, cancel) is not { } bodies)
            return NoSuchBody();
        var (account, password) = Draft(input);

        await using var write = await db.BeginWriteAsync(cancel);
        if (await forms.ClaimAsync(input.ClientKey, SubjectKind, $"{account.Id}", cancel) is { } made)
            return await HandedOutAsync(Guid.Parse(made), cancel);
        if (await db.Accounts.AnyAsync(other => other.NormalizedUserName == account.NormalizedUserName, cancel))
            return new Problem("account.user-name.taken", $"账号{account.UserName}已经有人用了，请换一个，例如在后面加数字。", nameof(input.UserName));
        Add(account, input.Roles, bodies);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return new IssuedPassword(account.Id, account.UserName, account.Name, password);
    }

    /// <summary>
    /// Makes many accounts in one transaction; user names that exist are left out. The passwords come back once.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<IssuedPassword>>> AddManyAsync(IReadOnlyList<NewAccount> inputs, CancellationToken cancel = default)
    {
        if (inputs.SelectMany(Check).ToList() is { Count: > 0 } problems)
            return problems;
        if (await KeptBodiesAsync([.. inputs.SelectMany(input => input.Roles)], cancel) is not { } bodies)
            return NoSuchBody();
        var names = inputs.Select(input => AccountChecks.Normal(input.UserName)).ToList();
        var taken = await db.Accounts.Where(account => names.Contains(account.NormalizedUserName)).Select(account => account.NormalizedUserName).ToListAsync(cancel);
        // Hashing is made slow on purpose: all cores, before the transaction.
        var drafts = inputs.Where(input => !taken.Contains(AccountChecks.Normal(input.UserName)))
            .DistinctBy(input => AccountChecks.Normal(input.UserName))
            .AsParallel().AsOrdered().WithCancellation(cancel).Select(input => (Input: input, Made: Draft(input))).ToList();

        await using var write = await db.BeginWriteAsync(cancel);
        foreach (var (input, made) in drafts)
            Add(made.Account, input.Roles, bodies);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return Outcome<IReadOnlyList<IssuedPassword>>.With([.. drafts.Select(draft => new IssuedPassword(draft.Made.Account.Id, draft.Made.Account.UserName, draft.Made.Account.Name, draft.Made.Password))], []);
    }

    /// <summary>
    /// Changes name and roles. Roles on bodies that the actor does not keep stay as they are. Where duties are separated,
    /// what gives a role waits; the name and what only takes roles are changed at once.
    /// </summary>
    public async Task<Outcome<Account>> EditAsync(AccountEdit input, CancellationToken cancel = default)
    {
        var problems = AccountChecks.Check(input);
        if (problems.Count > 0)
            return problems;
        if (await KeptBodiesAsync(input.Roles, cancel) is not { } bodies)
            return NoSuchBody();
        return await ChangeAsync(input.Id, input.Version, async account =>
        {
            var keptIds = await reach.BodiesOfAsync(account, cancel);
            var held = RoleSteps.InForce(account);
            var before = held.Where(role => keptIds.Contains(role.OrganisationId)).ToList();
            if (before.Count < held.Count && account.Name != input.Name.Trim())
                return new Problem("account.elsewhere", "她在您管理范围以外也有角色，姓名请由上级管理员修改。", nameof(input.Name));
            if (account.Id == visible.Actor.AccountId && !input.Roles.Any(role => role.OrganisationId == visible.Actor.OrganisationId && role.Role == Role.SystemAdministrator))
                return new Problem("account.own-role", "不能去掉自己现在用的系统管理员角色，请由另一位管理员操作。", nameof(input.Roles));
            var steps = RoleSteps.Between(before, input.Roles);
            if (await CheckAsync(account, steps, cancel) is { } problem)
                return problem;
            var names = await BodyNamesAsync([.. keptIds, .. bodies.Keys], cancel);
            FieldChange[] fields = [new("name", account.Name, input.Name.Trim()), new("roles", RoleSteps.Words(before, names), RoleSteps.Words(input.Roles, names))];
            var waits = separation.IsOn && RoleSteps.NeedApproval(steps);
            if (waits)
                db.RoleRequests.Add(RoleRequest.New(visible.Actor, account.Id, steps, time));
            else
                RoleSteps.PutInForce(account, steps);
            account.Pending = waits && account.Pending;
            Log(account, waits ? RequestedAct : "account.edited", null, fields);
            account.Name = input.Name.Trim();
            return null;
        }, cancel);
    }

    /// <summary>Takes back what waits for the security administrator.</summary>
    public Task<Outcome<Account>> WithdrawAsync(Guid id, int version, CancellationToken cancel = default) =>
        ChangeAsync(id, version, async account =>
        {
            if (await WaitingAsync(account, cancel) is not { } request)
                return new Problem("account.not-waiting", "没有等批准的变动，可能已经批准或退回，请刷新后再看。");
            (request.State, request.DecidedBy, request.DecidedAt) = (RequestState.Withdrawn, visible.Actor.Name, time.Instant());
            Log(account, "account.roles-withdrawn", null, []);
            return null;
        }, cancel);

    /// <summary>Gives a new password, handed out once, and ends her sign-ins and tokens: whoever had the old one is out.</summary>
    public async Task<Outcome<IssuedPassword>> ResetPasswordAsync(Guid id, int version, CancellationToken cancel = default)
    {
        var password = InitialPassword.New();
        var outcome = await ChangeAsync(id, version, async account =>
        {
            if (await reach.WhollyAsync(account, cancel) is { } problem)
                return problem;
            if (separation.IsOn && visible.Actor.AccountId is not null && account.Id != visible.Actor.AccountId && account.Assignments.Exists(role => role.Role.IsAdministrator()))
                return new Problem("account.officer-password", $"实行三员分立，管理员的密码不能由别人在页面上重置。请在服务器上运行 ./jinguo accounts reset {account.UserName}。");
            account.PasswordHash = hash(account, password);
            (account.InitialPassword, account.PasswordChangedAt) = (true, null);
            (account.FailedCount, account.LockedUntil) = (0, null);
            EndSignIns(account);
            await tokens.RevokeAllOfAsync(account.Id, cancel);
            Log(account, "account.password-reset", null, []);
            return null;
        }, cancel);
        return outcome.Done
            ? new IssuedPassword(outcome.Value.Id, outcome.Value.UserName, outcome.Value.Name, password)
            : Outcome<IssuedPassword>.Refused(outcome.Problems);
    }

    /// <summary>Lets her sign in no more, or again.</summary>
    public Task<Outcome<Account>> DisableAsync(Guid id, int version, bool disabled, string? reason, CancellationToken cancel = default) =>
        ChangeAsync(id, version, async account =>
        {
            if (account.Id == visible.Actor.AccountId)
                return new Problem("account.own-state", "不能停用自己的账号，请由另一位管理员操作。");
            if (await reach.WhollyAsync(account, cancel) is { } problem)
                return problem;
            if (account.Disabled == disabled)
                return null;
            if (disabled && await OfficerCover.CheckAsync(db, account, account.Assignments, cancel) is { } last)
                return last with { Field = null };
            account.Disabled = disabled;
            EndSignIns(account);
            Log(account, disabled ? "account.disabled" : "account.enabled", reason, []);
            return null;
        }, cancel);

    private static Problem NoSuchBody() => new("account.body.unknown", "所选单位不在您的管理范围内，请重新选择。", nameof(NewAccount.Roles));

    private static void EndSignIns(Account account) => account.SecurityStamp = Guid.NewGuid().ToString("N");

    private List<Problem> Check(NewAccount input)
    {
        var problems = AccountChecks.Check(input);
        return OfficerChecks.Check(input.Roles.Select(role => role.Role), separation) is { } together ? [.. problems, together] : problems;
    }

    private async Task<Problem?> CheckAsync(Account account, IReadOnlyList<RoleStep> steps, CancellationToken cancel)
    {
        if (steps.Count == 0)
            return null;
        if (await WaitingAsync(account, cancel) is not null)
            return new("account.waiting", "她的角色变动正在等安全管理员批准。要改，请先撤回原来的申请。", nameof(AccountEdit.Roles));
        if (OfficerChecks.Check(RoleSteps.After(RoleSteps.InForce(account), steps).Select(role => role.Role), separation) is { } together)
            return together;
        return await OfficerCover.CheckAsync(db, account, RoleSteps.Lost(account, steps), cancel);
    }

    private Task<RoleRequest?> WaitingAsync(Account account, CancellationToken cancel) =>
        db.RoleRequests.SingleOrDefaultAsync(request => request.AccountId == account.Id && request.State == RequestState.Waiting, cancel);

    private (Account Account, string Password) Draft(NewAccount input)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            UserName = input.UserName.Trim(),
            NormalizedUserName = AccountChecks.Normal(input.UserName),
            Name = input.Name.Trim(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            InitialPassword = true,
            CreatedAt = time.Instant(),
            Pending = separation.IsOn,
        };
        var password = InitialPassword.New();
        account.PasswordHash = hash(account, password);
        return (account, password);
    }

    private void Add(Account account, IReadOnlyList<RoleOn> roles, Dictionary<int, (int Region, string Name)> bodies)
    {
        var steps = RoleSteps.Between([], roles);
        if (account.Pending)
            db.RoleRequests.Add(RoleRequest.New(visible.Actor, account.Id, steps, time));
        else
            RoleSteps.PutInForce(account, steps);
        db.Accounts.Add(account);
        var first = roles[0].OrganisationId;
        changes.Add(visible.Actor, bodies[first].Region, first, "account.added", SubjectKind, $"{account.Id}", fields:
        [
            new("name", null, account.Name),
            new("userName", null, account.UserName),
            new("roles", null, RoleSteps.Words(roles, bodies.ToDictionary(body => body.Key, body => body.Value.Name))),
            new("pending", null, account.Pending ? "等安全管理员批准" : null),
        ]);
    }

    private void Log(Account account, string act, string? reason, IReadOnlyList<FieldChange> fields) =>
        changes.Add(visible.Actor, region: 0, visible.Actor.OrganisationId, act, SubjectKind, $"{account.Id}", reason, fields);

    private async Task<Outcome<Account>> ChangeAsync(Guid id, int version, Func<Account, Task<Problem?>> change, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await reach.Accounts.Include(account => account.Assignments).AsTracking().SingleOrDefaultAsync(account => account.Id == id, cancel) is not { } account)
            return Problem.NotFound("这个账号");
        if (account.Version != version)
            return new Problem(Problem.StaleCode, $"您打开之后，别人已经改过{account.Name}的账号。下面是现在的样子，请核对后再保存。");
        if (await change(account) is { } problem)
            return problem;
        account.Version++;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem(Problem.StaleCode, "您打开之后，别人已经改过这个账号，请核对后再保存。");
        }
        foreach (var ending in endings)
            if (await ending.EndAsync(account, cancel) is { } kept)
                return kept;
        await write.CommitAsync(cancel);
        return account;
    }

    private async Task<Outcome<IssuedPassword>> HandedOutAsync(Guid id, CancellationToken cancel)
    {
        var made = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == id, cancel);
        return new IssuedPassword(made.Id, made.UserName, made.Name, Password: null);
    }

    // Null when a role lies on a body that the actor does not keep.
    private async Task<Dictionary<int, (int Region, string Name)>?> KeptBodiesAsync(IReadOnlyList<RoleOn> roles, CancellationToken cancel)
    {
        var ids = roles.Select(role => role.OrganisationId).Distinct().ToList();
        var bodies = await visible.Organisations(Right.AccountManage).Where(body => ids.Contains(body.Id))
            .ToDictionaryAsync(body => body.Id, body => (body.Region, body.Name), cancel);
        return bodies.Count == ids.Count ? bodies : null;
    }

    private Task<Dictionary<int, string>> BodyNamesAsync(List<int> ids, CancellationToken cancel) =>
        db.Organisations.Where(body => ids.Contains(body.Id)).ToDictionaryAsync(body => body.Id, body => body.Name, cancel);
}
