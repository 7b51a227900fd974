using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.AspNetCore.Identity;

namespace Jinguo.Web.Setup;

/// <summary>
/// Checks user name and password, and locks after too many wrong ones. Whether an account exists cannot be told from the
/// answer or its time.
/// </summary>
public sealed class PasswordCheck(Db db, UserManager<Account> users, SignInTrail trail, SecondFactorService codes, Settings settings, TimeProvider time)
{
    private static readonly Account Stranger = new() { UserName = "", NormalizedUserName = "", Name = "", SecurityStamp = "" };
    private static readonly string StrangersHash = new PasswordHasher<Account>().HashPassword(Stranger, "no account has this password");

    /// <summary>The account when both are right; a one-time code may still be wanted (<see cref="CheckCodeAsync"/>).</summary>
    public async Task<Outcome<Account>> CheckAsync(string? userName, string? password, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(userName) || string.IsNullOrEmpty(password))
            return new Problem("sign-in.missing", "请填写账号和密码。");
        if (await users.FindByNameAsync(AccountChecks.Normal(userName)) is not { } account)
        {
            users.PasswordHasher.VerifyHashedPassword(Stranger, StrangersHash, password);
            await trail.AddStrangerAsync(userName, cancel);
            return Wrong();
        }
        var now = time.Instant();
        if (account.LockedUntil > now)
            return Locked(account.LockedUntil.Value - now);
        var isRight = await users.CheckPasswordAsync(account, password);

        await using var write = await db.BeginWriteAsync(cancel);
        // Others may have tried meanwhile: the count is of all tries.
        await db.Entry(account).ReloadAsync(cancel);
        if (account.Disabled)
            return new Problem("sign-in.disabled", "这个账号已停用。需要使用时，请联系本单位的系统管理员。");
        // Only who knows the password is told that the account waits.
        if (isRight && account.Pending)
        {
            await trail.AddAsync(account, SignInTrail.PendingAct, cancel);
            await write.CommitAsync(cancel);
            return new Problem("sign-in.pending", "这个账号还没有获得批准，安全管理员批准后才能登录。请向给您账号的系统管理员询问。");
        }
        if (isRight)
            return account;
        var problem = await WrongTryAsync(account, now, Wrong(), cancel);
        await write.CommitAsync(cancel);
        return problem;
    }

    /// <summary>The account when the one-time code is right, too; wrong codes count like wrong passwords.</summary>
    /// <param name="accountId">The account whose password was right.</param>
    /// <param name="stamp">Its security stamp then.</param>
    /// <param name="code">The code, or a recovery code.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Outcome<Account>> CheckCodeAsync(Guid accountId, string stamp, string? code, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Accounts.FindAsync([accountId], cancel) is not { Disabled: false, CodeSecret: not null } account || account.SecurityStamp != stamp)
            return Wrong();
        var now = time.Instant();
        if (account.LockedUntil > now)
            return Locked(account.LockedUntil.Value - now);
        var isRight = codes.Use(account, code);
        var problem = isRight ? null : await WrongTryAsync(account, now, new("sign-in.code", "动态口令不对，请填手机上现在显示的6位数字。"), cancel);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return problem is null ? account : problem;
    }

    private static Problem Wrong() => new("sign-in.wrong", "账号或密码不对，请核对后再试。忘了密码，请联系本单位的系统管理员重置。");

    private static Problem Locked(TimeSpan left) => new("sign-in.locked", $"连续输错次数太多，为安全起见暂停登录，请{Math.Ceiling(left.TotalMinutes)}分钟后再试，或联系系统管理员重置密码。");

    private async Task<Problem> WrongTryAsync(Account account, DateTime now, Problem wrong, CancellationToken cancel)
    {
        var isLocked = ++account.FailedCount >= settings.Protection.Tries;
        var span = TimeSpan.FromMinutes(settings.Protection.LockMinutes);
        if (isLocked)
            (account.FailedCount, account.LockedUntil) = (0, now + span);
        await trail.AddAsync(account, isLocked ? SignInTrail.LockedAct : SignInTrail.FailedAct, cancel);
        await db.SaveChangesAsync(cancel);
        return isLocked ? Locked(span) : wrong;
    }
}
