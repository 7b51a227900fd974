using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Jinguo.Web.Setup;

/// <summary>
/// Checks user name and password, and locks after too many wrong ones. Whether an account exists cannot be told from the
/// answer or its time.
/// </summary>
public sealed class PasswordCheck(Db db, UserManager<Account> users, SignInTrail trail, IOptions<IdentityOptions> options, TimeProvider time)
{
    private static readonly Account Stranger = new() { UserName = "", NormalizedUserName = "", Name = "", SecurityStamp = "" };
    private static readonly string StrangersHash = new PasswordHasher<Account>().HashPassword(Stranger, "no account has this password");

    /// <summary>The account when both are right and she may sign in; remembers when.</summary>
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
        var outcome = isRight ? Right(account, now) : WrongTry(account, now);
        await trail.AddAsync(account, isRight ? SignInTrail.SignedInAct : account.LockedUntil > now ? SignInTrail.LockedAct : SignInTrail.FailedAct, cancel);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return outcome;
    }

    private static Problem Wrong() => new("sign-in.wrong", "账号或密码不对，请核对后再试。忘了密码，请联系本单位的系统管理员重置。");

    private static Problem Locked(TimeSpan left) => new("sign-in.locked", $"密码连续输错次数太多，为安全起见暂停登录，请{Math.Ceiling(left.TotalMinutes)}分钟后再试，或联系系统管理员重置密码。");

    private static Outcome<Account> Right(Account account, DateTime now)
    {
        (account.FailedCount, account.LockedUntil, account.LastSignIn) = (0, null, now);
        return account;
    }

    private Outcome<Account> WrongTry(Account account, DateTime now)
    {
        var lockout = options.Value.Lockout;
        if (++account.FailedCount < lockout.MaxFailedAccessAttempts)
            return Wrong();
        (account.FailedCount, account.LockedUntil) = (0, now + lockout.DefaultLockoutTimeSpan);
        return Locked(lockout.DefaultLockoutTimeSpan);
    }
}
