using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>Which accounts the security administrator looks for.</summary>
/// <param name="Words">Part of name or user name.</param>
/// <param name="IsLocked">Only those locked now.</param>
/// <param name="Page">From 1.</param>
public sealed record GuardedSearch(string? Words = null, bool IsLocked = false, int Page = 1);

/// <summary>An open sign-in of somebody.</summary>
/// <param name="Session">The session.</param>
/// <param name="AccountId">Whose.</param>
/// <param name="Name">Her name.</param>
/// <param name="UserName">What she types to sign in.</param>
public sealed record OpenSession(Session Session, Guid AccountId, string Name, string UserName);

/// <summary>
/// What the security administrator does for the accounts within her reach: ends their sign-ins, unlocks them, removes one-time
/// codes of whoever lost the phone. She sees no business data.
/// </summary>
public sealed class SecurityDesk(Db db, Visible visible, ChangeLog changes, TimeProvider time)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 50;

    private readonly AccountReach reach = new(db, visible, Right.AccountApprove);

    /// <summary>How many accounts are locked now.</summary>
    public Task<int> CountLockedAsync(CancellationToken cancel = default)
    {
        var now = time.Instant();
        return reach.Accounts.CountAsync(account => account.LockedUntil > now, cancel);
    }

    /// <summary>A page of accounts by name.</summary>
    public async Task<PageOf<Account>> ListAsync(GuardedSearch search, CancellationToken cancel = default)
    {
        var now = time.Instant();
        var accounts = reach.Accounts.AsNoTracking();
        if (search.IsLocked)
            accounts = accounts.Where(account => account.LockedUntil > now);
        if (search.Words?.Trim() is { Length: > 0 } words)
        {
            var userName = AccountChecks.Normal(words);
            accounts = accounts.Where(account => account.Name.Contains(words) || account.NormalizedUserName.Contains(userName));
        }
        var page = await accounts.OrderBy(account => account.Name).ThenBy(account => account.Id).Skip((Math.Max(search.Page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new(page, await accounts.CountAsync(cancel));
    }

    /// <summary>One account within reach, or null.</summary>
    public Task<Account?> FindAsync(Guid id, CancellationToken cancel = default) => reach.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancel);

    /// <summary>A page of open sign-ins, the last used first.</summary>
    /// <param name="idle">Idleness after which a session is over.</param>
    /// <param name="page">From 1.</param>
    /// <param name="account">Of one account, or null for all.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<PageOf<OpenSession>> ListSessionsAsync(TimeSpan idle, int page, Guid? account = null, CancellationToken cancel = default)
    {
        var over = time.Instant() - idle;
        var accounts = reach.Accounts;
        var open =
            from session in db.Sessions.AsNoTracking()
            where session.SeenAt >= over && (account == null || session.AccountId == account)
            from owner in accounts.Where(one => one.Id == session.AccountId && one.SecurityStamp == session.Stamp)
            select new { Session = session, owner.Id, owner.Name, owner.UserName };
        var shown = await open.OrderByDescending(one => one.Session.SeenAt).ThenByDescending(one => one.Session.Id).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new(shown.ConvertAll(one => new OpenSession(one.Session, one.Id, one.Name, one.UserName)), await open.CountAsync(cancel));
    }

    /// <summary>Ends a sign-in; one that is over already is no problem.</summary>
    public async Task<Outcome<Guid>> EndSessionAsync(Guid id, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, cancel) is not { } session)
            return id;
        if (!await reach.Accounts.AnyAsync(account => account.Id == session.AccountId, cancel))
            return Problem.NotFound("这次登录");
        await db.Sessions.Where(one => one.Id == id).ExecuteDeleteAsync(cancel);
        Log(SessionService.EndedAct, session.AccountId, reason: null);
        await write.CommitAsync(cancel);
        return id;
    }

    /// <summary>Lets an account try again that was locked after too many wrong passwords.</summary>
    public Task<Outcome<Account>> UnlockAsync(Guid id, CancellationToken cancel = default) =>
        ChangeAsync(id, account =>
        {
            if (account.LockedUntil is null)
                return null;
            (account.FailedCount, account.LockedUntil) = (0, null);
            Log("account.unlocked", account.Id, reason: null);
            return null;
        }, cancel);

    /// <summary>Takes one-time codes away, because the phone is lost: she signs in with the password alone until she takes them up anew.</summary>
    public Task<Outcome<Account>> RemoveCodeAsync(Guid id, string? reason, CancellationToken cancel = default) =>
        ChangeAsync(id, account =>
        {
            if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > ApprovalService.LongestReason)
                return new Problem("account.code.reason", $"请写明原因，例如手机丢失，最多{ApprovalService.LongestReason}个字。", nameof(reason));
            if (account.CodeSecret is null)
                return null;
            (account.CodeSecret, account.RecoveryCodes) = (null, null);
            account.SecurityStamp = Guid.NewGuid().ToString("N");
            Log("account.code-removed", account.Id, reason.Trim());
            return null;
        }, cancel);

    private async Task<Outcome<Account>> ChangeAsync(Guid id, Func<Account, Problem?> change, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await reach.Accounts.AsTracking().Include(account => account.Assignments).SingleOrDefaultAsync(account => account.Id == id, cancel) is not { } account)
            return Problem.NotFound("这个账号");
        if (account.Id == visible.Actor.AccountId)
            return new Problem("account.own-state", "不能处理自己的账号，请由另一位安全管理员操作。");
        if ((await reach.WhollyAsync(account, cancel) ?? change(account)) is { } problem)
            return problem;
        account.Version++;
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return account;
    }

    private void Log(string act, Guid account, string? reason) =>
        changes.Add(visible.Actor, region: 0, visible.Actor.OrganisationId, act, AccountService.SubjectKind, $"{account}", reason);
}
