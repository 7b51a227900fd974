using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Clocks;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>What the figures of a case need besides its row.</summary>
/// <param name="Course">Its course, what was struck out too.</param>
/// <param name="IsOnTime">True where it is closed and nothing that the law asks for came late.</param>
public sealed record CaseStanding(IReadOnlyList<CaseEntry> Course, bool IsOnTime);

/// <summary>Keeps on each case by when something must be done, so that lists are ordered by it.</summary>
public sealed class CaseDues(Db db, CaseWords words, WorkCalendar calendar)
{
    private const int AtOnce = 500;

    /// <summary>Reckons a case anew, in the transaction of the act; what the act adds counts.</summary>
    /// <returns>How it stands, for its figures.</returns>
    public async Task<CaseStanding> SetAsync(Case one, CancellationToken cancel = default)
    {
        var clocks = await ReadAsync(one, cancel);
        Set(one, clocks);
        return new([.. db.CaseEntries.Local.Where(line => line.CaseId == one.Id)], one.ClosedAt is not null && CaseClocks.IsOnTime(clocks, calendar));
    }

    /// <summary>The clocks of a case, with what the act in hand adds.</summary>
    internal async Task<IReadOnlyList<Clock>> ReadAsync(Case one, CancellationToken cancel)
    {
        await db.CaseEntries.Where(line => line.Region == one.Region && line.CaseId == one.Id).LoadAsync(cancel);
        await db.CaseClockChanges.Where(change => change.Region == one.Region && change.CaseId == one.Id).LoadAsync(cancel);
        var limits = await db.CaseLimits.AsNoTracking().Where(limit => limit.OrganisationId == one.OrganisationId).ToListAsync(cancel);
        return CaseClocks.Of(one, db.CaseEntries.Local.Where(line => line.CaseId == one.Id), [.. db.CaseClockChanges.Local.Where(change => change.CaseId == one.Id)], limits, words);
    }

    /// <summary>Reckons anew the cases that an earlier table of holidays left provisional. Run at the start, when a new table may be there.</summary>
    /// <param name="most">Most cases of one transaction.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>How many; 0 when none is left.</returns>
    public async Task<int> RefreshAsync(int most, CancellationToken cancel = default)
    {
        var version = calendar.Version;
        var stale = db.Cases.Where(one => one.IsProvisional && one.Calendar != version);
        // Nearly every start finds none, and then writes nothing.
        if (!await stale.AnyAsync(cancel))
            return 0;
        await using var write = await db.BeginWriteAsync(cancel);
        var old = await stale.OrderBy(one => one.Id).Take(most).ToListAsync(cancel);
        await SetAllAsync(old, cancel);
        await write.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return old.Count;
    }

    /// <summary>Reckons anew the cases of a body that still press or may, in the transaction of the act that changed its limits.</summary>
    internal async Task SetBodyAsync(int organisationId, CancellationToken cancel)
    {
        var open = db.Cases.Where(one => one.OrganisationId == organisationId && (one.ClosedAt == null || one.DueAt != null));
        // Acts on them wait, and then begin with the new limits.
        await open.ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version), cancel);
        await SetAllAsync(await open.ToListAsync(cancel), cancel);
    }

    private async Task SetAllAsync(List<Case> cases, CancellationToken cancel)
    {
        foreach (var some in cases.Chunk(AtOnce))
        {
            var (ids, bodies) = (some.Select(one => one.Id).ToList(), some.Select(one => one.OrganisationId).Distinct().ToList());
            var courses = (await db.CaseEntries.AsNoTracking().Where(line => ids.Contains(line.CaseId)).ToListAsync(cancel)).ToLookup(line => line.CaseId);
            var changes = (await db.CaseClockChanges.AsNoTracking().Where(change => ids.Contains(change.CaseId)).ToListAsync(cancel)).ToLookup(change => change.CaseId);
            var limits = (await db.CaseLimits.AsNoTracking().Where(limit => bodies.Contains(limit.OrganisationId)).ToListAsync(cancel)).ToLookup(limit => limit.OrganisationId);
            foreach (var one in some)
                Set(one, CaseClocks.Of(one, courses[one.Id], [.. changes[one.Id]], [.. limits[one.OrganisationId]], words));
        }
        await db.SaveChangesAsync(cancel);
    }

    private void Set(Case one, IReadOnlyList<Clock> clocks)
    {
        var pressing = one.Stage == CaseStage.Archived ? null : CaseClocks.Pressing(clocks, calendar);
        (one.DueAt, one.DueRule) = (pressing?.EndsAt, pressing?.Clock.Rule.Code);
        if (one.ClosedAt is null && one.NextStepDue is { } next && !(one.DueAt < China.EndOf(next)))
            (one.DueAt, one.DueRule) = (China.EndOf(next), null);
        one.IsProvisional = clocks.Any(clock => clock.DoneAt is null && Deadline.Of(clock, calendar).InForce.IsProvisional);
        one.Calendar = calendar.Version;
    }
}
