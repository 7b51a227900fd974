using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>A record of the actor's body that somebody has to come back to.</summary>
/// <param name="Id">Key.</param>
/// <param name="Title">How it is called.</param>
/// <param name="Note">Why it was returned, if said.</param>
/// <param name="Day">The day it was returned, or on which the visit is due.</param>
public sealed record DueRecord(Guid Id, string Title, string? Note, DateOnly Day);

/// <summary>What waits for a body: 要办的事.</summary>
/// <param name="Waiting">Bodies directly below with records to review, the longest waiting first; empty without the right.</param>
/// <param name="Returned">Own records that the body above wants corrected.</param>
/// <param name="NotCounted">Own records that wait for acceptance before they count.</param>
/// <param name="Visits">Own register entries whose visit is overdue or due soon, soonest first.</param>
public sealed record Duties(IReadOnlyList<WaitingBody> Waiting, IReadOnlyList<DueRecord> Returned, int NotCounted, IReadOnlyList<DueRecord> Visits)
{
    /// <summary>True when nothing waits.</summary>
    public bool IsNone => Waiting.Count == 0 && Returned.Count == 0 && NotCounted == 0 && Visits.Count == 0;
}

/// <summary>Tells a body what it has to do in its ledgers: three queries.</summary>
public sealed class LedgerDuties(Db db, Visible visible)
{
    /// <summary>More of a kind are not looked at.</summary>
    public const int MostOfAKind = 50;

    /// <summary>What waits for the body the actor works for.</summary>
    /// <param name="visitsBy">Last day of the visits shown.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Duties> ReadAsync(DateOnly visitsBy, CancellationToken cancel = default)
    {
        var open = await Own().Where(record => !record.Counted).OrderBy(record => record.UpdatedAt).Take(MostOfAKind)
            .Select(record => new { record.Id, record.Title, record.Review, record.ReturnReason, record.UpdatedAt })
            .ToListAsync(cancel);
        var visits = await Own().Where(record => record.Until == null && record.NextVisit != null && record.NextVisit <= visitsBy)
            .OrderBy(record => record.NextVisit).ThenBy(record => record.Id).Take(MostOfAKind)
            .Select(record => new DueRecord(record.Id, record.Title, null, record.NextVisit!.Value))
            .ToListAsync(cancel);
        return new(
            visible.Actor.Has(Right.LedgerReview) ? await WaitingAsync(cancel) : [],
            [.. open.Where(record => record.Review == ReviewState.Returned).Select(record => new DueRecord(record.Id, record.Title, record.ReturnReason, China.Day(record.UpdatedAt)))],
            open.Count(record => record.Review == ReviewState.Waiting),
            visits);
    }

    /// <summary>What the body itself wrote last.</summary>
    public Task<List<Record>> ListRecentAsync(int count, CancellationToken cancel = default) =>
        Own().OrderByDescending(record => record.UpdatedAt).ThenByDescending(record => record.Id).Take(count).ToListAsync(cancel);

    private IQueryable<Record> Own()
    {
        var own = visible.Actor.OrganisationId;
        return visible.Of<Record>(Right.LedgerRead).AsNoTracking().Where(record => record.OrganisationId == own && !record.Withdrawn);
    }

    private Task<List<WaitingBody>> WaitingAsync(CancellationToken cancel)
    {
        var own = visible.Actor.OrganisationId;
        var bodies = db.Organisations.Where(body => body.ParentId == own);
        return visible.Of<Record>(Right.LedgerReview).Where(record => record.Review == ReviewState.Waiting && !record.Withdrawn)
            .Join(bodies, record => record.OrganisationId, body => body.Id, (record, body) => new { body.Id, body.Name, record.UpdatedAt })
            .GroupBy(row => new { row.Id, row.Name })
            .OrderBy(group => group.Min(row => row.UpdatedAt))
            .Select(group => new WaitingBody(group.Key.Id, group.Key.Name, group.Count(), group.Min(row => row.UpdatedAt)))
            .ToListAsync(cancel);
    }
}
