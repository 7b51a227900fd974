using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Jinguo.Web.Setup;

/// <summary>Opens and ends the session of this browser.</summary>
public sealed class SignInDesk(Db db, SessionService sessions, SignInTrail trail, Settings settings, TimeProvider time)
{
    /// <summary>Signs the person in who has proved who she is: a session, the trail, the cookie.</summary>
    public async Task EnterAsync(HttpContext context, Guid accountId, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var account = await db.Accounts.FindAsync([accountId], cancel) ?? throw new InvalidOperationException("The account is gone.");
        (account.FailedCount, account.LockedUntil, account.LastSignIn) = (0, null, time.Instant());
        // Accounts of versions that did not keep the day: their days begin now.
        account.PasswordChangedAt ??= account.InitialPassword ? null : time.Instant();
        await trail.AddAsync(account, SignInTrail.SignedInAct, cancel);
        var principal = SignedIn.Principal(account, organisationId: null, await StartAsync(context, account, settings.Protection.IsOneSession, cancel));
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        await WriteCookieAsync(context, principal);
    }

    /// <summary>After a new password or code: the older sessions are void, this browser goes on with a new one.</summary>
    public async Task GoOnAsync(HttpContext context, Guid accountId, int organisationId, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var account = await db.Accounts.FindAsync([accountId], cancel) ?? throw new InvalidOperationException("The account is gone.");
        var principal = SignedIn.Principal(account, organisationId, await StartAsync(context, account, isOnly: true, cancel));
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        await WriteCookieAsync(context, principal);
    }

    /// <summary>Ends the session of this browser.</summary>
    public async Task LeaveAsync(HttpContext context, Actor actor, CancellationToken cancel)
    {
        if (actor.AccountId is { } id && await db.Accounts.FindAsync([id], cancel) is { } account)
        {
            await using var write = await db.BeginWriteAsync(cancel);
            if (SignedIn.SessionOf(context.User) is { } session && await db.Sessions.FindAsync([session], cancel) is { } open)
                db.Sessions.Remove(open);
            await trail.AddAsync(account, SignInTrail.SignedOutAct, cancel);
            await db.SaveChangesAsync(cancel);
            await write.CommitAsync(cancel);
        }
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private async Task<Guid> StartAsync(HttpContext context, Account account, bool isOnly, CancellationToken cancel) =>
        (await sessions.StartAsync(account, DeviceWords.Of(context.Request.Headers.UserAgent), SignInTrail.AddressOf(context), settings.Protection.Idle, isOnly, cancel)).Id;

    private static async Task WriteCookieAsync(HttpContext context, System.Security.Claims.ClaimsPrincipal principal)
    {
        await context.SignInAsync(IdentityConstants.ApplicationScheme, principal);
        SignedIn.Become(context, principal);
    }
}
