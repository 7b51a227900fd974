using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>A record that waits, with what helps to decide.</summary>
/// <param name="Record">The record.</param>
/// <param name="Body">Its body.</param>
/// <param name="Type">Its form.</param>
/// <param name="Values">What the reviewer may see of it.</param>
/// <param name="Facts">What it has posted: what a return would take away.</param>
/// <param name="Doubles">Records that may be the same piece of work.</param>
public sealed record WaitingRecord(Record Record, Organisation Body, RecordType Type, RecordValues Values, IReadOnlyList<RecordFact> Facts, IReadOnlyList<PossibleDouble> Doubles);

/// <summary>How many records of a body wait.</summary>
/// <param name="OrganisationId">The body.</param>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many.</param>
/// <param name="Since">Since when (UTC) the oldest waits.</param>
public sealed record WaitingBody(int OrganisationId, string Name, int Count, DateTime Since);

/// <summary>What waits for a reviewer.</summary>
/// <param name="Bodies">Bodies with waiting records, the longest waiting first.</param>
/// <param name="Records">The records shown, oldest first.</param>
/// <param name="Further">Waiting records further down, which the bodies between review first.</param>
public sealed record WaitingRecords(IReadOnlyList<WaitingBody> Bodies, IReadOnlyList<WaitingRecord> Records, int Further)
{
    /// <summary>Records that wait for her.</summary>
    public int Total => Bodies.Sum(body => body.Count);
}

/// <summary>待审核: what the bodies below have written and nobody above has looked at.</summary>
public sealed class ReviewQueue(Db db, Visible visible, RecordTypeCatalogCache types, RecordReader reader)
{
    /// <summary>Records shown at once.</summary>
    public const int PageSize = 50;

    /// <summary>What waits: of the bodies directly below, or of all below; of one body, if asked.</summary>
    /// <param name="all">True for everything below, not only the next level.</param>
    /// <param name="organisationId">One body, or null.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<WaitingRecords> ListAsync(bool all, int? organisationId = null, CancellationToken cancel = default)
    {
        var own = visible.Actor.OrganisationId;
        var bodies = db.Organisations;
        var waiting = visible.Of<Record>(Right.LedgerReview).AsNoTracking()
            .Where(record => record.Review == ReviewState.Waiting && !record.Withdrawn && record.OrganisationId != own)
            .Join(bodies, record => record.OrganisationId, body => body.Id, (record, body) => new { record, body });
        var groups = await waiting.GroupBy(row => new { row.body.Id, row.body.Name, row.body.ParentId })
            .Select(group => new { group.Key.Id, group.Key.Name, group.Key.ParentId, Count = group.Count(), Since = group.Min(row => row.record.UpdatedAt) })
            .ToListAsync(cancel);
        var mine = groups.Where(group => all || group.ParentId == own).OrderBy(group => group.Since).ToList();
        var chosen = mine.Where(group => organisationId is null || group.Id == organisationId).Select(group => group.Id).ToList();
        var found = await waiting.Where(row => chosen.Contains(row.record.OrganisationId))
            .OrderBy(row => row.record.UpdatedAt).ThenBy(row => row.record.Id).Take(PageSize)
            .ToListAsync(cancel);
        return new(
            mine.ConvertAll(group => new WaitingBody(group.Id, group.Name, group.Count, group.Since)),
            await WithHelpAsync(found.ConvertAll(row => (row.record, row.body)), cancel),
            groups.Sum(group => group.Count) - mine.Sum(group => group.Count));
    }

    /// <summary>How many records wait for the actor: of the bodies directly below.</summary>
    public Task<int> CountAsync(CancellationToken cancel = default) => WaitingBelow().CountAsync(cancel);

    /// <summary>Records of the bodies directly below that wait for the actor.</summary>
    internal IQueryable<Record> WaitingBelow()
    {
        var own = visible.Actor.OrganisationId;
        var below = db.Organisations.Where(body => body.ParentId == own);
        return visible.Of<Record>(Right.LedgerReview)
            .Where(record => record.Review == ReviewState.Waiting && !record.Withdrawn && below.Any(body => body.Id == record.OrganisationId));
    }

    private async Task<IReadOnlyList<WaitingRecord>> WithHelpAsync(List<(Record Record, Organisation Body)> rows, CancellationToken cancel)
    {
        if (rows.Count == 0)
            return [];
        var catalog = await types.GetAsync(db, cancel);
        var facts = await reader.FactsAsync([.. rows.Select(row => row.Record.Id)], cancel);
        var near = await NearAsync(rows, catalog, cancel);
        return rows.ConvertAll(row =>
        {
            var type = catalog.Form(row.Record).Type;
            var values = catalog.Values(row.Record);
            return new WaitingRecord(
                row.Record, row.Body, type, Persons.Shown(visible.Actor, row.Record, type, values), [.. facts[row.Record.Id]],
                Doubles.Find(new(row.Record, type, values), near[(row.Record.OrganisationId, row.Record.Day)]));
        });
    }

    /// <summary>What the same bodies wrote for the same days.</summary>
    private async Task<ILookup<(int OrganisationId, DateOnly Day), LedgerEntry>> NearAsync(List<(Record Record, Organisation Body)> rows, RecordTypeCatalog catalog, CancellationToken cancel)
    {
        var bodies = rows.Select(row => row.Record.OrganisationId).Distinct().ToList();
        var days = rows.Select(row => row.Record.Day).Distinct().ToList();
        var found = await db.Records.AsNoTracking()
            .Where(record => bodies.Contains(record.OrganisationId) && days.Contains(record.Day) && !record.Withdrawn)
            .ToListAsync(cancel);
        return found.ToLookup(
            record => (record.OrganisationId, record.Day),
            record => new LedgerEntry(record, catalog.Form(record).Type, catalog.Values(record)));
    }
}
