using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Highlights;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <content>The steps that the acts share.</content>
public sealed partial class LedgerService
{
    /// <summary>Longest sentence for quotation, in letters.</summary>
    public const int LongestHighlight = 300;

    private delegate Task<Outcome<SavedRecord>> Act(Record record, Organisation body, RecordTypeCatalog catalog);

    /// <summary>Loads one record that the actor may change, lets the act change it, saves and commits.</summary>
    private async Task<Outcome<SavedRecord>> ChangeAsync(Guid id, int? version, Right right, Actor actor, Act act, CancellationToken cancel)
    {
        try
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var (record, body) = await FindAsync(id, cancel);
            if (record is null || body is null || !actor.May(right, body.Path))
                return Problem.NotFound("这条记录");
            if (version is { } seen && seen != record.Version)
                return Stale();
            await ClaimAsync([record], cancel);
            var outcome = await act(record, body, await types.GetAsync(db, cancel));
            if (!outcome.Done)
            {
                // An act refused half-way, as by a closed period, leaves nothing for a later save of the same request.
                db.ChangeTracker.Clear();
                return outcome;
            }
            if (!outcome.Value.Changed)
                return outcome.Value with { Version = record.Version - 1 };
            await db.SaveChangesAsync(cancel);
            await (record.Withdrawn ? search.RemoveAsync([record.Id], cancel) : search.PutAsync([LedgerSearch.Words(record)], cancel));
            await write.CommitAsync(cancel);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Stale();
        }
    }

    /// <summary>Counts the versions up first: of two acts on one record the second fails here, before any fact is touched.</summary>
    private async Task ClaimAsync(List<Record> records, CancellationToken cancel)
    {
        foreach (var record in records)
            record.Version++;
        await db.SaveChangesAsync(cancel);
    }

    private async Task<(Record? Record, Organisation? Body)> FindAsync(Guid id, CancellationToken cancel)
    {
        var bodies = db.Organisations;
        var found = await db.Records.Where(record => record.Id == id)
            .Join(bodies, record => record.OrganisationId, body => body.Id, (record, body) => new { record, body })
            .SingleOrDefaultAsync(cancel);
        return (found?.record, found?.body);
    }

    /// <summary>What was saved under these keys before; null where the record is not the actor's to see.</summary>
    private async Task<Dictionary<Guid, SavedRecord?>> ExistingAsync(List<Guid> ids, Actor actor, CancellationToken cancel)
    {
        var bodies = db.Organisations;
        var found = await db.Records.AsNoTracking().Where(record => ids.Contains(record.Id))
            .Join(bodies, record => record.OrganisationId, body => body.Id, (record, body) => new { record.Id, record.Title, record.Version, body.Path })
            .ToListAsync(cancel);
        return found.ToDictionary(row => row.Id, row => actor.May(Right.LedgerWrite, row.Path) ? new SavedRecord(row.Id, row.Title, row.Version, Changed: false) : null);
    }

    private async Task<Dictionary<int, Organisation>> BodiesAsync(List<int> ids, Actor actor, CancellationToken cancel)
    {
        var bodies = await db.Organisations.AsNoTracking().Where(body => ids.Contains(body.Id)).ToListAsync(cancel);
        return bodies.Where(body => actor.May(Right.LedgerWrite, body.Path)).ToDictionary(body => body.Id);
    }

    private async Task<List<Problem>> DoublesAsync(List<NewRecord> inputs, RecordTypeCatalog catalog, CancellationToken cancel)
    {
        if (inputs.Count == 0)
            return [];
        var keys = inputs.ConvertAll(input => (input.Id, input.Row, Key: new LedgerPlace(input.OrganisationId, input.Type, input.Values.Day!.Value, RecordContent.Title(catalog.Get(input.Type).Type, input.Values))));
        var bodies = keys.Select(one => one.Key.OrganisationId).Distinct().ToList();
        var days = keys.Select(one => one.Key.Day).Distinct().ToList();
        var codes = keys.Select(one => one.Key.Type).Distinct().ToList();
        // By title as well: else each batch of a long import would fetch all that was imported for these days before.
        var titles = keys.Select(one => one.Key.Title).Distinct().ToList();
        var there = await db.Records.AsNoTracking()
            .Where(record => bodies.Contains(record.OrganisationId) && codes.Contains(record.TypeCode) && days.Contains(record.Day) && titles.Contains(record.Title) && !record.Withdrawn)
            .Select(record => new { record.Id, record.OrganisationId, record.TypeCode, record.Day, record.Title })
            .ToListAsync(cancel);
        var taken = there.ToLookup(row => new LedgerPlace(row.OrganisationId, row.TypeCode, row.Day, row.Title), row => row.Id);
        var seen = new HashSet<LedgerPlace>();
        var problems = new List<Problem>();
        foreach (var (id, row, key) in keys)
            if (!seen.Add(key) || taken[key].Any(other => other != id))
                problems.Add(LedgerChecks.Double(key.Title, key.Day, row));
        return problems;
    }

    private static void SetState(Record record, LedgerType type, ReviewState review, bool withdrawn)
    {
        record.Review = review;
        record.Withdrawn = withdrawn;
        record.Counted = ReviewRules.Counts(type.Type.Counts, review, withdrawn);
    }

    /// <summary>Brings books and highlight into line with the record; or says that its day is closed and a reason is missing.</summary>
    private async Task<Problem?> PostAsync(Record record, RecordType type, RecordValues values, IEnumerable<RecordPerson> named, string? reason, Actor actor, CancellationToken cancel)
    {
        if (record.Counted && await SwitchedAsync([(record.TypeCode, record.OrganisationId, values, null)], cancel) is [var switched, ..])
            return switched;
        await KeepHighlightAsync(record, cancel);
        var closed = await facts.PostAsync(Posting(record, type, values, named, reason, isNew: false), actor, cancel);
        return closed.Count == 0 ? null : LedgerChecks.Closed(closed[0]);
    }

    private static Posting Posting(Record record, RecordType type, RecordValues values, IEnumerable<RecordPerson> named, string? reason, bool isNew) =>
        new(record.Ref, record.OrganisationId, record.Counted ? LedgerFacts.From(type, values, named) : [], isNew, reason);

    private async Task KeepHighlightAsync(Record record, CancellationToken cancel) =>
        KeepHighlight(record, await db.Highlights.SingleOrDefaultAsync(row => row.Region == record.Region && row.SourceKind == RecordRef.Ledger && row.SourceId == record.Id, cancel));

    /// <summary>A record offers its sentence for quotation as long as it counts.</summary>
    private void KeepHighlight(Record record, Highlight? existing)
    {
        if (record.HighlightText is not { } text || !record.Counted)
        {
            if (existing is not null)
                db.Highlights.Remove(existing);
            return;
        }
        if (existing is null)
            db.Highlights.Add(existing = new() { Region = record.Region, SourceKind = RecordRef.Ledger, SourceId = record.Id, OrganisationId = record.OrganisationId, Topic = record.TypeCode, Text = text });
        existing.Day = record.Day;
        existing.Text = text;
    }

    private void Log(Record record, Actor actor, string act, string? reason = null, IEnumerable<FieldChange>? fields = null) =>
        changes.Add(actor, record.Region, record.OrganisationId, act, SubjectKind, record.Id.ToString(), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), fields);

    private static Problem Stale() =>
        new(Problem.StaleCode, "您打开以后，这条记录被别人改过。两个版本都列在下面，请对照后再决定留哪一个。");

    private readonly record struct LedgerPlace(int OrganisationId, string Type, DateOnly Day, string Title);
}
