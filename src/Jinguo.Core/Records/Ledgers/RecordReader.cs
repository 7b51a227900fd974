using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>A fact of a record, with what is counted.</summary>
/// <param name="Fact">The fact in force.</param>
/// <param name="Measure">What is counted.</param>
public sealed record RecordFact(Fact Fact, Measure Measure)
{
    /// <summary>Name of the breakdown's option, or null.</summary>
    public string? Option => Measure.Options.Find(option => option.Number == Fact.Option)?.Name;

    /// <summary>Value in the measure's unit, with its hedge and unit: 50余人次.</summary>
    public string Text
    {
        get
        {
            HedgeWords.TryFind(Fact.Hedge, out var hedge);
            return new Quantity(Measure.InUnit(Fact.Value), hedge).InSentence(Measure.Unit);
        }
    }
}

/// <summary>One entry of a record's history.</summary>
/// <param name="Change">Who did what, when and why.</param>
/// <param name="Fields">Field, before, after; persons are left out where the reader stands above.</param>
public sealed record RecordChange(Change Change, IReadOnlyList<FieldChange> Fields);

/// <summary>A record with what belongs on its page.</summary>
/// <param name="Record">The record.</param>
/// <param name="Body">Its body.</param>
/// <param name="EnteredBy">Name of the superior that entered it (代录), or null.</param>
/// <param name="Form">The form under which it was written, and is corrected.</param>
/// <param name="Values">What the reader may see of it.</param>
/// <param name="PersonsHidden">True when fields about persons were left out.</param>
public sealed record RecordView(Record Record, Organisation Body, string? EnteredBy, LedgerType Form, RecordValues Values, bool PersonsHidden)
{
    /// <summary>The fields of its form.</summary>
    public RecordType Type => Form.Type;

    /// <summary>True when fields about persons are shown masked, and may be asked for in full.</summary>
    public bool IsMasked { get; init; }

    /// <summary>True when they were asked for and are shown in full.</summary>
    public bool IsRevealed { get; init; }

    /// <summary>How it reads in a report.</summary>
    public string Sentence => Sentences.Of(Type, Values);

    /// <summary>The fields in which what somebody has typed differs from what is stored.</summary>
    public IReadOnlyList<FieldChange> DifferencesTo(RecordValues typed) => [.. RecordContent.Differences(Type, Values, typed)];
}

/// <summary>Reads single records for the actor.</summary>
public sealed class RecordReader(Db db, Visible visible, RecordTypeCatalogCache types, MeasureCatalogCache measures, ChangeLog changes)
{
    /// <summary>What records say apart from their titles and from persons, as it was written; of those that she may see.</summary>
    public async Task<Dictionary<Guid, string>> ReadTextsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel = default)
    {
        if (ids.Count == 0)
            return [];
        var catalog = await types.GetAsync(db, cancel);
        var records = await visible.Of<Record>(Right.LedgerRead).AsNoTracking().Where(record => ids.Contains(record.Id)).ToListAsync(cancel);
        return records.ToDictionary(record => record.Id, record => RecordContent.Words(catalog.Form(record).Type, catalog.Values(record), personal: false));
    }

    /// <summary>The record, or null where it does not exist or the reader may not see it.</summary>
    /// <param name="id">The record.</param>
    /// <param name="revealed">True where its persons were asked for in full (<see cref="LedgerService.UnmaskAsync"/>).</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<RecordView?> FindAsync(Guid id, bool revealed, CancellationToken cancel = default)
    {
        var bodies = db.Organisations;
        var found = await visible.Of<Record>(Right.LedgerRead).AsNoTracking().Where(record => record.Id == id)
            .Select(record => new
            {
                record,
                Body = bodies.First(body => body.Id == record.OrganisationId),
                EnteredBy = bodies.Where(body => body.Id == record.EnteredByOrganisationId).Select(body => body.Name).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;
        var catalog = await types.GetAsync(db, cancel);
        var form = catalog.Form(found.record);
        var type = form.Type;
        var all = catalog.Values(found.record);
        revealed &= visible.Actor.May(Right.PersonReveal, found.Body.Path);
        var shown = Persons.Shown(visible.Actor, found.record, type, all, revealed);
        var maySee = Persons.MaySee(visible.Actor, found.record);
        return new(found.record, found.Body, found.EnteredBy, form, shown, !maySee && !shown.Equals(all))
        {
            IsMasked = maySee && !shown.Equals(all),
            IsRevealed = maySee && revealed,
        };
    }

    /// <summary>The record with its persons masked, or null where it does not exist or the reader may not see it.</summary>
    public Task<RecordView?> FindAsync(Guid id, CancellationToken cancel = default) => FindAsync(id, revealed: false, cancel);

    /// <summary>The facts in force of some records, by record; of sensitive measures only those of the reader's own body.</summary>
    public async Task<ILookup<Guid, RecordFact>> FactsAsync(IReadOnlyCollection<Guid> records, CancellationToken cancel = default)
    {
        var facts = db.Facts;
        var found = await facts.AsNoTracking()
            .Where(fact => records.Contains(fact.SourceId) && fact.SourceKind == RecordRef.Ledger && fact.Reverses == null
                && !facts.Any(other => other.Region == fact.Region && other.Reverses == fact.Id))
            .ToListAsync(cancel);
        var catalog = await measures.GetAsync(db, cancel);
        var own = visible.Actor.OrganisationId;
        return found.Select(fact => new RecordFact(fact, catalog.Get(fact.MeasureId)))
            .Where(fact => !fact.Measure.IsSensitive || fact.Fact.OrganisationId == own)
            .OrderBy(fact => fact.Measure.Order).ThenBy(fact => fact.Fact.Option).ThenBy(fact => fact.Fact.Day)
            .ToLookup(fact => fact.Fact.SourceId);
    }

    /// <summary>What happened to a record, newest first.</summary>
    public async Task<IReadOnlyList<RecordChange>> HistoryAsync(RecordView view, CancellationToken cancel = default)
    {
        var history = await changes.ListAsync(LedgerService.SubjectKind, view.Record.Id.ToString(), cancel);
        return [.. history.Select(change => new RecordChange(change, [.. ChangeLog.Fields(change)
            .Select(field => Persons.Shown(visible.Actor, view.Record, view.Type, field, view.IsRevealed)).OfType<FieldChange>()]))];
    }

    /// <summary>The files of a record, in its order.</summary>
    public async Task<IReadOnlyList<StoredFile>> FilesAsync(RecordView view, CancellationToken cancel = default)
    {
        var ids = FileIds(view.Type, view.Values);
        if (ids.Count == 0)
            return [];
        var files = await visible.Of<StoredFile>(Right.LedgerRead).AsNoTracking().Where(file => ids.Contains(file.Id)).ToListAsync(cancel);
        return [.. files.OrderBy(file => ids.IndexOf(file.Id))];
    }

    /// <summary>Keys of the files that a record holds.</summary>
    public static List<Guid> FileIds(RecordType type, RecordValues values) =>
        [.. type.Fields.Where(field => field.Type == FieldType.File)
            .SelectMany(field => (values[field.Code] as ListValue)?.Codes ?? [])
            .Select(code => Guid.TryParse(code, CultureInfo.InvariantCulture, out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)];
}
