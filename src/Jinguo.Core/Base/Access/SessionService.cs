using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>The open sign-ins of an account: seen by their owner, ended by her.</summary>
public sealed class SessionService(Db db, ChangeLog changes, TimeProvider time)
{
    /// <summary>The act of ending one elsewhere.</summary>
    public const string EndedAct = "session.ended";

    /// <summary>Adds a session to the act in hand and drops those that are over; the caller saves.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="device">The device in words.</param>
    /// <param name="address">Network address.</param>
    /// <param name="idle">Idleness after which a session is over.</param>
    /// <param name="isOnly">True where an account has one session: the new one ends the others.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Session> StartAsync(Account account, string device, string? address, TimeSpan idle, bool isOnly, CancellationToken cancel = default)
    {
        var (now, over) = (time.Instant(), time.Instant() - idle);
        await db.Sessions.Where(one => one.AccountId == account.Id && (isOnly || one.SeenAt < over || one.Stamp != account.SecurityStamp)).ExecuteDeleteAsync(cancel);
        var session = new Session { Id = Guid.CreateVersion7(time.GetUtcNow()), AccountId = account.Id, Stamp = account.SecurityStamp, Device = device, Address = address, StartedAt = now, SeenAt = now };
        db.Sessions.Add(session);
        return session;
    }

    /// <summary>Remembers that the session was used.</summary>
    public async Task TouchAsync(Guid id, CancellationToken cancel = default)
    {
        var now = time.Instant();
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Sessions.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, now), cancel);
        await write.CommitAsync(cancel);
    }

    /// <summary>Those of an account that are open, the last used first.</summary>
    public Task<List<Session>> ListAsync(Guid accountId, TimeSpan idle, CancellationToken cancel = default)
    {
        var over = time.Instant() - idle;
        var accounts = db.Accounts;
        return db.Sessions.AsNoTracking()
            .Where(one => one.AccountId == accountId && one.SeenAt >= over && accounts.Any(account => account.Id == accountId && account.SecurityStamp == one.Stamp))
            .OrderByDescending(one => one.SeenAt).ThenByDescending(one => one.StartedAt).ToListAsync(cancel);
    }

    /// <summary>Ends one of the actor's own; one that is gone already is no problem.</summary>
    public async Task EndOwnAsync(Guid id, Actor actor, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Sessions.Where(one => one.Id == id && one.AccountId == actor.AccountId).ExecuteDeleteAsync(cancel) == 0)
            return;
        changes.Add(actor, region: 0, actor.OrganisationId, EndedAct, AccountService.SubjectKind, $"{actor.AccountId}");
        await write.CommitAsync(cancel);
    }
}
