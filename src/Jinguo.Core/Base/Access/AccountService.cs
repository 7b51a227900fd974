using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.ClientKeys;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>
/// The acts of the system administrator on accounts. She gives roles on bodies she keeps, and keeps accounts all of whose
/// roles lie there; of others she sees and changes only the roles that do.
/// </summary>
public sealed class AccountService(Db db, Visible visible, ChangeLog changes, SentForms forms, HashPassword hash, TimeProvider time)
{
    /// <summary>Kind of accounts in the history.</summary>
    public const string SubjectKind = "account";

    /// <summary>Makes an account. The password comes back once.</summary>
    public async Task<Outcome<IssuedPassword>> AddAsync(NewAccount input, CancellationToken cancel = default)
    {
        var problems = AccountChecks.Check(input);
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
        Add(account, bodies);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return new IssuedPassword(account.Id, account.UserName, account.Name, password);
    }

    /// <summary>
    /// Makes many accounts in one transaction; user names that exist are left out. The passwords come back once.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<IssuedPassword>>> AddManyAsync(IReadOnlyList<NewAccount> inputs, CancellationToken cancel = default)
    {
        if (inputs.SelectMany(AccountChecks.Check).ToList() is { Count: > 0 } problems)
            return problems;
        if (await KeptBodiesAsync([.. inputs.SelectMany(input => input.Roles)], cancel) is not { } bodies)
            return NoSuchBody();
        var names = inputs.Select(input => AccountChecks.Normal(input.UserName)).ToList();
        var taken = await db.Accounts.Where(account => names.Contains(account.NormalizedUserName)).Select(account => account.NormalizedUserName).ToListAsync(cancel);
        // Hashing is made slow on purpose: all cores, before the transaction.
        var drafts = inputs.Where(input => !taken.Contains(AccountChecks.Normal(input.UserName)))
            .DistinctBy(input => AccountChecks.Normal(input.UserName))
            .AsParallel().AsOrdered().WithCancellation(cancel).Select(Draft).ToList();

        await using var write = await db.BeginWriteAsync(cancel);
        foreach (var (account, _) in drafts)
            Add(account, bodies);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return Outcome<IReadOnlyList<IssuedPassword>>.With([.. drafts.Select(draft => new IssuedPassword(draft.Account.Id, draft.Account.UserName, draft.Account.Name, draft.Password))], []);
    }

    /// <summary>Changes name and roles. Roles on bodies that the actor does not keep stay as they are.</summary>
    public async Task<Outcome<Account>> EditAsync(AccountEdit input, CancellationToken cancel = default)
    {
        var problems = AccountChecks.Check(input);
        if (problems.Count > 0)
            return problems;
        if (await KeptBodiesAsync(input.Roles, cancel) is not { } bodies)
            return NoSuchBody();
        return await ChangeAsync(input.Id, input.Version, async account =>
        {
            var keptIds = await KeptIdsAsync(account, cancel);
            var before = account.Assignments.Where(role => keptIds.Contains(role.OrganisationId)).ToList();
            var isElsewhere = before.Count < account.Assignments.Count;
            if (isElsewhere && account.Name != input.Name.Trim())
                return new Problem("account.elsewhere", "她在您管理范围以外也有角色，姓名请由上级管理员修改。", nameof(input.Name));
            if (account.Id == visible.Actor.AccountId && !input.Roles.Any(role => role.OrganisationId == visible.Actor.OrganisationId && role.Role == Role.SystemAdministrator))
                return new Problem("account.own-role", "不能去掉自己现在用的系统管理员角色，请由另一位管理员操作。", nameof(input.Roles));
            var names = await BodyNamesAsync([.. keptIds, .. bodies.Keys], cancel);
            Log(account, "account.edited", null,
            [
                new("name", account.Name, input.Name.Trim()),
                new("roles", Words(before.Select(AsRole), names), Words(input.Roles, names)),
            ]);
            account.Name = input.Name.Trim();
            Replace(account, before, input.Roles);
            return null;
        }, cancel);
    }

    /// <summary>Gives a new password, handed out once, and ends her sign-ins.</summary>
    public async Task<Outcome<IssuedPassword>> ResetPasswordAsync(Guid id, int version, CancellationToken cancel = default)
    {
        var password = InitialPassword.New();
        var outcome = await ChangeAsync(id, version, async account =>
        {
            if (await WhollyKeptAsync(account, cancel) is { } problem)
                return problem;
            account.PasswordHash = hash(account, password);
            (account.InitialPassword, account.PasswordChangedAt) = (true, null);
            (account.FailedCount, account.LockedUntil) = (0, null);
            EndSignIns(account);
            Log(account, "account.password-reset", null, []);
            return null;
        }, cancel);
        return outcome.Done
            ? new IssuedPassword(outcome.Value.Id, outcome.Value.UserName, outcome.Value.Name, password)
            : Outcome<IssuedPassword>.Refused(outcome.Problems);
    }

    /// <summary>Takes her one-time codes away, because the phone is lost; she signs in with the password alone, until she takes them up anew.</summary>
    public Task<Outcome<Account>> RemoveCodeAsync(Guid id, int version, string? reason, CancellationToken cancel = default) =>
        ChangeAsync(id, version, async account =>
        {
            if (account.Id == visible.Actor.AccountId)
                return new Problem("account.own-state", "不能解除自己的动态口令，请由另一位管理员操作。");
            if (string.IsNullOrWhiteSpace(reason))
                return new Problem("account.code.reason", "请写明原因，例如手机丢失。", nameof(reason));
            if (await WhollyKeptAsync(account, cancel) is { } problem)
                return problem;
            if (account.CodeSecret is null)
                return null;
            (account.CodeSecret, account.RecoveryCodes) = (null, null);
            EndSignIns(account);
            Log(account, "account.code-removed", reason.Trim(), []);
            return null;
        }, cancel);

    /// <summary>Lets her sign in no more, or again.</summary>
    public Task<Outcome<Account>> DisableAsync(Guid id, int version, bool disabled, string? reason, CancellationToken cancel = default) =>
        ChangeAsync(id, version, async account =>
        {
            if (account.Id == visible.Actor.AccountId)
                return new Problem("account.own-state", "不能停用自己的账号，请由另一位管理员操作。");
            if (await WhollyKeptAsync(account, cancel) is { } problem)
                return problem;
            if (account.Disabled == disabled)
                return null;
            account.Disabled = disabled;
            EndSignIns(account);
            Log(account, disabled ? "account.disabled" : "account.enabled", reason, []);
            return null;
        }, cancel);

    private static Problem NoSuchBody() => new("account.body.unknown", "所选单位不在您的管理范围内，请重新选择。", nameof(NewAccount.Roles));

    private static RoleOn AsRole(RoleAssignment role) => new(role.OrganisationId, role.Role, role.Scope);

    private static void EndSignIns(Account account) => account.SecurityStamp = Guid.NewGuid().ToString("N");

    private static void Replace(Account account, List<RoleAssignment> before, IReadOnlyList<RoleOn> after)
    {
        foreach (var gone in before.Where(old => !after.Any(role => role.OrganisationId == old.OrganisationId && role.Role == old.Role)))
            account.Assignments.Remove(gone);
        foreach (var role in after)
        {
            if (before.Find(old => old.OrganisationId == role.OrganisationId && old.Role == role.Role) is { } kept)
                kept.Scope = role.Scope;
            else
                account.Assignments.Add(new() { AccountId = account.Id, OrganisationId = role.OrganisationId, Role = role.Role, Scope = role.Scope });
        }
    }

    private static string Words(IEnumerable<RoleOn> roles, Dictionary<int, string> names) => string.Join("；", roles
        .Select(role => $"{names[role.OrganisationId]} {role.Role.Name()} {role.Scope.Name()}").Order(StringComparer.Ordinal));

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
        };
        foreach (var role in input.Roles)
            account.Assignments.Add(new() { AccountId = account.Id, OrganisationId = role.OrganisationId, Role = role.Role, Scope = role.Scope });
        var password = InitialPassword.New();
        account.PasswordHash = hash(account, password);
        return (account, password);
    }

    private void Add(Account account, Dictionary<int, (int Region, string Name)> bodies)
    {
        db.Accounts.Add(account);
        var first = account.Assignments[0].OrganisationId;
        changes.Add(visible.Actor, bodies[first].Region, first, "account.added", SubjectKind, $"{account.Id}", fields:
        [
            new("name", null, account.Name),
            new("userName", null, account.UserName),
            new("roles", null, Words(account.Assignments.Select(AsRole), bodies.ToDictionary(body => body.Key, body => body.Value.Name))),
        ]);
    }

    private void Log(Account account, string act, string? reason, IReadOnlyList<FieldChange> fields) =>
        changes.Add(visible.Actor, region: 0, visible.Actor.OrganisationId, act, SubjectKind, $"{account.Id}", reason, fields);

    private async Task<Outcome<Account>> ChangeAsync(Guid id, int version, Func<Account, Task<Problem?>> change, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await AccountList.Kept(db, visible).Include(account => account.Assignments).AsTracking().SingleOrDefaultAsync(account => account.Id == id, cancel) is not { } account)
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

    private async Task<List<int>> KeptIdsAsync(Account account, CancellationToken cancel)
    {
        var ids = account.Assignments.Select(role => role.OrganisationId).ToList();
        return await visible.Organisations(Right.AccountManage).Where(body => ids.Contains(body.Id)).Select(body => body.Id).ToListAsync(cancel);
    }

    private async Task<Problem?> WhollyKeptAsync(Account account, CancellationToken cancel)
    {
        var kept = await KeptIdsAsync(account, cancel);
        return account.Assignments.TrueForAll(role => kept.Contains(role.OrganisationId))
            ? null
            : new Problem("account.elsewhere", "她在您管理范围以外也有角色，这一步请由上级管理员操作。");
    }

    private Task<Dictionary<int, string>> BodyNamesAsync(List<int> ids, CancellationToken cancel) =>
        db.Organisations.Where(body => ids.Contains(body.Id)).ToDictionaryAsync(body => body.Id, body => body.Name, cancel);
}
