using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Changes;

/// <summary>Which entries of the trail are looked for; what is null is not asked.</summary>
public sealed record TrailFilter
{
    /// <summary>From this day (in China).</summary>
    public DateOnly? From { get; init; }

    /// <summary>To this day, itself included.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Kind of the thing touched: <c>account</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The act: <c>account.added</c>.</summary>
    public string? Act { get; init; }

    /// <summary>Who: user name or name.</summary>
    public string? Who { get; init; }

    /// <summary>What was touched: its key, or the user name of an account.</summary>
    public string? What { get; init; }

    /// <summary>Path of a body: its entries and those of bodies below.</summary>
    public string? Within { get; init; }

    /// <summary>True for what the three administrators did.</summary>
    public bool IsOfficers { get; init; }

    /// <summary>Only entries older than the one with this key: the next page.</summary>
    public Guid? Before { get; init; }
}

/// <summary>
/// Reads the trail for the audit administrator, newest first, page by page along its keys, which are ordered by time: a page
/// costs the same at the end as at the beginning of millions.
/// </summary>
public sealed class TrailReader(Db db, Visible visible)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 50;

    private const int RowsAtOnce = 1000;

    // No entry lies outside; beyond them days and keys run out.
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(9000, 1, 1);

    /// <summary>A page: one entry more than <see cref="PageSize"/> says that there are older ones.</summary>
    public async Task<IReadOnlyList<Change>> ListAsync(TrailFilter filter, CancellationToken cancel = default) =>
        await Newest(await FindAsync(filter, cancel)).Take(PageSize + 1).ToListAsync(cancel);

    /// <summary>How many fit, counted no further than a number.</summary>
    public async Task<int> CountAsync(TrailFilter filter, int most, CancellationToken cancel = default) =>
        await (await FindAsync(filter, cancel)).Select(change => change.Id).Take(most).CountAsync(cancel);

    /// <summary>All that fit, newest first, read a thousand at a time.</summary>
    public async IAsyncEnumerable<Change> StreamAsync(TrailFilter filter, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        while (true)
        {
            var page = await Newest(await FindAsync(filter, cancel)).Take(RowsAtOnce).ToListAsync(cancel);
            foreach (var change in page)
                yield return change;
            if (page.Count < RowsAtOnce)
                yield break;
            filter = filter with { Before = page[^1].Id };
        }
    }

    /// <summary>The smallest key of an instant: keys begin with their milliseconds (RFC 9562, version 7).</summary>
    public static Guid KeyAt(DateTime instant)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, new DateTimeOffset(instant).ToUnixTimeMilliseconds() << 16);
        return new(bytes, bigEndian: true);
    }

    private static Guid StartOf(DateOnly day) => KeyAt(China.Start(day < FirstDay ? FirstDay : day > LastDay ? LastDay : day));

    private static IQueryable<Change> Newest(IQueryable<Change> changes) => changes.AsNoTracking().OrderByDescending(change => change.Id);

    private async Task<IQueryable<Change>> FindAsync(TrailFilter filter, CancellationToken cancel)
    {
        var changes = Reached();
        if (filter.From is { } from && StartOf(from) is var first)
            changes = changes.Where(change => change.Id >= first);
        if (filter.To is { } to && StartOf(to < LastDay ? to.AddDays(1) : to) is var end)
            changes = changes.Where(change => change.Id < end);
        if (filter.Before is { } before)
            changes = changes.Where(change => change.Id < before);
        if (filter.Kind is { } kind)
            changes = changes.Where(change => change.SubjectKind == kind);
        if (filter.Act is { } act)
            changes = changes.Where(change => change.Act == act);
        if (filter.Within is { } path && db.Organisations.Within(path) is var bodies)
            changes = changes.Where(change => bodies.Any(body => body.Id == change.OrganisationId));
        if (filter.Who is { } who)
        {
            var (name, ids) = (who.Trim(), await AccountsAsync(who, cancel));
            changes = changes.Where(change => ids.Contains(change.AccountId!.Value) || (change.AccountId == null && change.ActorName == name));
        }
        if (filter.What is { } what)
        {
            var keys = (await AccountsAsync(what, cancel)).ConvertAll(id => $"{id}");
            keys.Add(what.Trim());
            changes = changes.Where(change => keys.Contains(change.SubjectId));
        }
        if (filter.IsOfficers)
        {
            var officers = await OfficersAsync(cancel);
            changes = changes.Where(change => officers.Contains(change.AccountId!.Value));
        }
        return changes;
    }

    // What belongs to no body, such as strangers at the sign-in, is the top body's to see.
    private IQueryable<Change> Reached()
    {
        var (actor, bodies) = (visible.Actor, visible.Organisations(Right.TrailRead));
        return actor.Reach(Right.TrailRead) switch
        {
            RoleScope.Subtree when actor.Path == "/" => db.Changes,
            RoleScope.Subtree when OrganisationPath.IsRoot(actor.Path) => db.Changes.Where(change => change.OrganisationId == 0 || bodies.Any(body => body.Id == change.OrganisationId)),
            RoleScope.Subtree => db.Changes.Where(change => bodies.Any(body => body.Id == change.OrganisationId)),
            RoleScope.Own => db.Changes.Where(change => change.OrganisationId == actor.OrganisationId),
            _ => db.Changes.Where(_ => false),
        };
    }

    private Task<List<Guid>> AccountsAsync(string words, CancellationToken cancel)
    {
        var (name, userName) = (words.Trim(), AccountChecks.Normal(words));
        return db.Accounts.Where(account => account.NormalizedUserName == userName || account.Name == name).Select(account => account.Id).ToListAsync(cancel);
    }

    // Those who are administrators, and those who were once approved as such.
    private async Task<List<Guid>> OfficersAsync(CancellationToken cancel)
    {
        var now = await db.RoleAssignments.Where(role => role.Role >= Role.SystemAdministrator).Select(role => role.AccountId).Distinct().ToListAsync(cancel);
        var once = await db.RoleRequests.Where(request => request.State == RequestState.Approved && request.Steps.Any(step => step.Role >= Role.SystemAdministrator)).Select(request => request.AccountId).Distinct().ToListAsync(cancel);
        return [.. now.Union(once)];
    }
}
