using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Notices;

/// <summary>A web hook whose hour has come, with its body.</summary>
public sealed record DueHook(NoticeHook Hook, string Body, string Path)
{
    /// <summary>In whose name what waits is counted: as the body's chair sees it.</summary>
    public Actor Actor { get; } = new(AccountId: null, "定时提醒", Hook.OrganisationId, Hook.Region, Path, [new(Role.Chair, RoleScope.Subtree)]);
}

/// <summary>
/// The daily turn of the web hooks. Several nodes may take it: a hook is taken up by one update that names its day before
/// anything is sent, so that a group is told once a day at most, also when a node dies on the way.
/// </summary>
public sealed class HookTurn(Db db, FieldCipher cipher, HookSender sender, ChangeLog changes, TimeProvider time)
{
    /// <summary>Hooks of one look.</summary>
    public const int Batch = 50;

    /// <summary>How long after each failure it is tried again; after the last it is left for the day.</summary>
    public static IReadOnlyList<TimeSpan> Gaps { get; } = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(60)];

    /// <summary>The hooks whose hour has come today and that nobody took up, or that failed and are due again. None on Saturdays and Sundays.</summary>
    public async Task<IReadOnlyList<DueHook>> ListDueAsync(CancellationToken cancel = default)
    {
        var (today, now) = (time.Today(), time.Instant());
        if (today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            return [];
        var hour = China.Clock(now).Hour;
        var rows = await db.NoticeHooks.AsNoTracking()
            .Where(hook => hook.IsOn && hook.Address != null && hook.Hour <= hour)
            .Where(hook => hook.TakenOn == null || hook.TakenOn < today || (hook.AgainAt != null && hook.AgainAt <= now))
            .Join(db.Organisations.Where(body => body.ValidTo == null), hook => hook.OrganisationId, body => body.Id, (hook, body) => new { hook, body.Name, body.Path })
            .OrderBy(row => row.hook.OrganisationId).Take(Batch)
            .ToListAsync(cancel);
        return [.. rows.Select(row => new DueHook(row.hook, row.Name, row.Path))];
    }

    /// <summary>Takes a hook up for this time.</summary>
    /// <returns>False where another node was first.</returns>
    public async Task<bool> TakeAsync(DueHook due, CancellationToken cancel = default)
    {
        var (hook, today) = (due.Hook, time.Today());
        var attempt = hook.TakenOn == today ? hook.Attempts + 1 : 1;
        await using var write = await db.BeginWriteAsync(cancel);
        var taken = await db.NoticeHooks
            .Where(one => one.OrganisationId == hook.OrganisationId && one.IsOn && one.TakenOn == hook.TakenOn && one.Attempts == hook.Attempts && one.AgainAt == hook.AgainAt)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.TakenOn, today).SetProperty(one => one.Attempts, attempt).SetProperty(one => one.AgainAt, (DateTime?)null), cancel);
        await write.CommitAsync(cancel);
        (hook.TakenOn, hook.Attempts) = (today, attempt);
        return taken == 1;
    }

    /// <summary>Tells the group what waits, where something does, and keeps what came of it.</summary>
    /// <param name="due">The hook, taken up.</param>
    /// <param name="counts">What waits for its body.</param>
    /// <param name="platform">Where the platform is reached.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>True when a message arrived.</returns>
    public async Task<bool> TellAsync(DueHook due, NoticeCounts counts, string platform, CancellationToken cancel = default)
    {
        var hook = due.Hook;
        if (HookMessage.Text(due.Body, counts, hook.ToldGroups, platform) is not { } text)
            return false;
        var failure = await sender.SendAsync(hook.Product, NoticeHookService.AddressOf(cipher, hook)!, NoticeHookService.SecretOf(cipher, hook), text, cancel);
        var now = time.Instant();
        var again = failure is not null && hook.Attempts <= Gaps.Count ? now + Gaps[hook.Attempts - 1] : (DateTime?)null;
        await using var write = await db.BeginWriteAsync(cancel);
        var rows = db.NoticeHooks.Where(one => one.OrganisationId == hook.OrganisationId);
        _ = failure is null
            ? await rows.ExecuteUpdateAsync(set => set.SetProperty(one => one.ToldAt, now).SetProperty(one => one.Failure, (string?)null).SetProperty(one => one.FailedAt, (DateTime?)null), cancel)
            : await rows.ExecuteUpdateAsync(set => set.SetProperty(one => one.AgainAt, again).SetProperty(one => one.Failure, failure).SetProperty(one => one.FailedAt, now), cancel);
        changes.Add(due.Actor, hook.Region, hook.OrganisationId, failure is null ? "notice-hook.told" : "notice-hook.failed", NoticeHookService.SubjectKind, NoticeHookService.Row(hook), fields: [new("result", null, failure ?? $"{counts.Total}件")]);
        await write.CommitAsync(cancel);
        return failure is null;
    }
}
