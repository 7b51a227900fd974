using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Search;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>
/// The acts on ledgers: save, correct, withdraw, review. Each is one transaction that changes the record, writes its
/// history, posts or reverses its facts and keeps its highlight, or changes nothing and says why.
/// </summary>
public sealed partial class LedgerService(Db db, TimeProvider time, RecordTypeCatalogCache types, RecordPersons persons, FactBook facts, ChangeLog changes, IEnumerable<ILedgerSwitch> switches)
{
    /// <summary>Kind of records in the history.</summary>
    public const string SubjectKind = "record";

    /// <summary>Longest reason, in letters.</summary>
    public const int LongestReason = 500;

    private readonly SearchIndex search = new(db);
    private const string Restored = "恢复撤回的记录";

    /// <summary>Saves a new record. A key that was saved before gives back the first record.</summary>
    public async Task<Outcome<SavedRecord>> SaveAsync(NewRecord input, Actor actor, CancellationToken cancel = default)
    {
        try
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var outcome = await AddAsync([input], actor, cancel);
            if (!outcome.Done)
                return Outcome<SavedRecord>.Refused(outcome.Problems);
            await write.CommitAsync(cancel);
            return Outcome<SavedRecord>.With(outcome.Value[0], outcome.Problems);
        }
        catch (DbUpdateException)
        {
            // Somebody else saved the same key between our look and our write: it was the same person's second submit.
            db.ChangeTracker.Clear();
            var first = await ExistingAsync([input.Id], actor, cancel);
            if (!first.TryGetValue(input.Id, out var saved))
                throw;
            return saved is null ? KeyTaken(input) : saved;
        }
    }

    /// <summary>
    /// Adds records within the caller's transaction, all or none: what imports call row by row group. Saves the context;
    /// the caller commits.
    /// </summary>
    /// <returns>One result for each input in its order, with warnings; or everything that is wrong.</returns>
    /// <exception cref="InvalidOperationException">There is no open transaction.</exception>
    public async Task<Outcome<IReadOnlyList<SavedRecord>>> AddAsync(IReadOnlyList<NewRecord> inputs, Actor actor, CancellationToken cancel = default)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Records are added in the transaction of their act.");
        var catalog = await types.GetAsync(db, cancel);
        var existing = await ExistingAsync([.. inputs.Select(input => input.Id)], actor, cancel);
        var fresh = inputs.Where(input => !existing.ContainsKey(input.Id)).ToList();
        var bodies = await BodiesAsync([.. fresh.Select(input => input.OrganisationId).Distinct()], actor, cancel);
        var problems = inputs.Where(input => existing.TryGetValue(input.Id, out var saved) && saved is null).Select(KeyTaken).ToList();
        problems.AddRange(CheckNew(fresh, catalog, bodies));
        problems.AddRange(await SwitchedAsync(fresh.ConvertAll(input => (input.Type, input.OrganisationId, input.Values, input.Row)), cancel));
        if (problems.Exists(problem => problem.Level == ProblemLevel.Error))
            return problems;
        // An import has looked for what is there already, row by row and by an index.
        problems.AddRange(await DoublesAsync(fresh.FindAll(input => input.ImportId is null), catalog, cancel));
        if (problems.Count > 0 && fresh.Exists(input => !input.Confirmed))
            return problems;

        var records = fresh.ConvertAll(input => New(input, catalog, bodies[input.OrganisationId], actor));
        var named = await persons.KeepAsync([.. records.Zip(fresh, (record, input) => new LedgerEntry(record, catalog.Form(record).Type, input.Values))], areNew: true, cancel);
        foreach (var (record, input) in records.Zip(fresh))
        {
            db.Records.Add(record);
            KeepHighlight(record, existing: null);
            Log(record, actor, "record.saved", input.Reason);
        }
        var closed = await facts.PostAsync([.. records.Zip(fresh, (record, input) => Posting(record, catalog.Form(record).Type, input.Values, named[record.Id], input.Reason, isNew: true))], actor, cancel);
        if (closed.Count > 0)
        {
            db.ChangeTracker.Clear();
            var rows = fresh.ToDictionary(input => input.Id, input => input.Row);
            return closed.Select(one => LedgerChecks.Closed(one, rows[one.Posting.Source.Id])).ToList();
        }
        await search.PutAsync(records.ConvertAll(LedgerSearch.Words), cancel);
        var results = records.ToDictionary(record => record.Id, record => Result(record, changed: true));
        return Outcome<IReadOnlyList<SavedRecord>>.With([.. inputs.Select(input => existing.GetValueOrDefault(input.Id) ?? results[input.Id])], problems);
    }

    /// <summary>
    /// Gives a record other values. Nothing changed, nothing saved. The facts that no longer hold are reversed, the body
    /// above sees it again, and a returned record counts again.
    /// </summary>
    /// <returns>The record; or problems, among them <see cref="Problem.StaleCode"/> when somebody changed it meanwhile.</returns>
    public Task<Outcome<SavedRecord>> CorrectAsync(Correction input, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync(input.Id, input.Version, Right.LedgerWrite, actor, async (record, body, catalog) =>
        {
            if (record.Withdrawn)
                return new Problem("ledger.withdrawn", "这条记录已经撤回，请先恢复再改。");
            var type = catalog.Form(record);
            var before = catalog.Values(record);
            var after = Persons.MaySee(actor, record)
                ? MaskedValues.Kept(type.Type, input.Values, before)
                : RecordContent.WithPersonsOf(type.Type, input.Values, before);
            if (CheckReason(input.Reason) is { } tooLong)
                return tooLong;
            if (before.Equals(after) && (record.Review != ReviewState.Returned || string.IsNullOrWhiteSpace(input.Reason)))
                return record.Review == ReviewState.Returned ? NothingCorrected() : Result(record, changed: false);
            var problems = LedgerChecks.Check(type.Type, after, body, time.Today()).ToList();
            if (problems.TrueForAll(problem => problem.Level == ProblemLevel.Warning))
                problems.AddRange(await DoublesAsync([new(record.Id, record.TypeCode, record.OrganisationId, after)], catalog, cancel));
            if (problems.Exists(problem => problem.Level == ProblemLevel.Error) || (problems.Count > 0 && !input.Confirmed))
                return problems;

            RecordContent.Fill(record, type, after, catalog.Seal);
            var named = await persons.KeepAsync([new(record, type.Type, after)], areNew: false, cancel);
            record.UpdatedAt = time.Instant();
            record.ReturnReason = null;
            SetState(record, type, ReviewRules.AfterWriting(actor, body.Id, body.ParentId), record.Withdrawn);
            Log(record, actor, "record.corrected", input.Reason, RecordContent.Differences(type.Type, before, after));
            if (await PostAsync(record, type.Type, after, named[record.Id], input.Reason, actor, cancel) is { } closed)
                return closed;
            return Outcome<SavedRecord>.With(Result(record, changed: true), problems);
        }, cancel);

    /// <summary>A record as it stands, for whoever may change it: the answer to an act that was sent and done before.</summary>
    public async Task<Outcome<SavedRecord>> FindSavedAsync(Guid id, Actor actor, CancellationToken cancel = default) =>
        (await ExistingAsync([id], actor, cancel)).GetValueOrDefault(id) is { } saved ? saved : Problem.NotFound("这条记录");

    /// <summary>Takes a record out of lists and books; it stays in the history and can be restored.</summary>
    public Task<Outcome<SavedRecord>> WithdrawAsync(Guid id, string? reason, Actor actor, CancellationToken cancel = default) =>
        WithdrawAsync(id, version: null, reason, actor, cancel);

    /// <summary>The same where the actor says which version she saw; another version is a problem.</summary>
    public Task<Outcome<SavedRecord>> WithdrawAsync(Guid id, int? version, string? reason, Actor actor, CancellationToken cancel = default) =>
        SetWithdrawnAsync(id, version, withdrawn: true, reason, actor, cancel);

    /// <summary>Puts a withdrawn record back as it was.</summary>
    public Task<Outcome<SavedRecord>> RestoreAsync(Guid id, string? reason, Actor actor, CancellationToken cancel = default) =>
        RestoreAsync(id, version: null, reason, actor, cancel);

    /// <summary>The same where the actor says which version she saw; another version is a problem.</summary>
    public Task<Outcome<SavedRecord>> RestoreAsync(Guid id, int? version, string? reason, Actor actor, CancellationToken cancel = default) =>
        SetWithdrawnAsync(id, version, withdrawn: false, reason, actor, cancel);

    /// <summary>Marks a record as quotable (亮点) with a sentence of at most 300 letters, or takes the mark away.</summary>
    /// <param name="id">The record.</param>
    /// <param name="text">The sentence; empty takes the mark away.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<Outcome<SavedRecord>> MarkHighlightAsync(Guid id, string? text, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync(id, version: null, Right.LedgerWrite, actor, async (record, body, catalog) =>
        {
            var sentence = string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("");
            if (sentence?.Length > LongestHighlight)
                return new Problem("ledger.highlight.long", $"亮点最多{LongestHighlight}个字，现在有{sentence.Length}个，请写短些。", "highlight");
            if (sentence == record.HighlightText)
                return Result(record, changed: false);
            Log(record, actor, "record.highlighted", fields: [new("highlight", record.HighlightText, sentence)]);
            record.HighlightText = sentence;
            await KeepHighlightAsync(record, cancel);
            return Result(record, changed: true);
        }, cancel);

    private Task<Outcome<SavedRecord>> SetWithdrawnAsync(Guid id, int? version, bool withdrawn, string? reason, Actor actor, CancellationToken cancel) =>
        ChangeAsync(id, version, Right.LedgerWrite, actor, async (record, body, catalog) =>
        {
            if (record.Withdrawn == withdrawn)
                return Result(record, changed: false);
            if (withdrawn && string.IsNullOrWhiteSpace(reason))
                return new Problem("ledger.reason", "请写一句为什么撤回。", "reason");
            if (CheckReason(reason) is { } tooLong)
                return tooLong;
            var type = catalog.Form(record);
            SetState(record, type, record.Review, withdrawn);
            Log(record, actor, withdrawn ? "record.withdrawn" : "record.restored", reason);
            if (await PostAsync(record, type.Type, catalog.Values(record), (await persons.ReadAsync([record.Id], cancel))[record.Id], withdrawn ? reason : reason ?? Restored, actor, cancel) is { } closed)
                return closed;
            return Result(record, changed: true);
        }, cancel);

    private IEnumerable<Problem> CheckNew(List<NewRecord> inputs, RecordTypeCatalog catalog, Dictionary<int, Organisation> bodies)
    {
        var today = time.Today();
        foreach (var input in inputs)
        {
            if (!bodies.TryGetValue(input.OrganisationId, out var body))
                yield return Problem.NotFound("可以记账的组织") with { Row = input.Row };
            else if (catalog.Find(input.Type, body.Path) is not { } type)
                yield return Problem.NotFound("这种台账") with { Row = input.Row };
            else
                foreach (var problem in LedgerChecks.Check(type.Type, input.Values, body, today, input.Row))
                    yield return problem;
            if (input.Id.Version != 7)
                yield return new("ledger.key", "表单的编号不对，请重新打开表单再填。", Row: input.Row);
            if (CheckReason(input.Reason) is { } tooLong)
                yield return tooLong with { Row = input.Row };
            if (input.Highlight?.Length > LongestHighlight)
                yield return new("ledger.highlight.long", $"亮点最多{LongestHighlight}个字，请写短些。", "highlight", input.Row);
        }
    }

    private Record New(NewRecord input, RecordTypeCatalog catalog, Organisation body, Actor actor)
    {
        var type = catalog.Find(input.Type, body.Path)!;
        var now = time.Instant();
        var record = new Record
        {
            Region = body.Region,
            Id = input.Id,
            TypeCode = type.Type.Code,
            OrganisationId = body.Id,
            EnteredByOrganisationId = ReviewRules.EnteredBy(actor, body),
            Title = "",
            Values = "",
            SearchText = "",
            PersonalText = "",
            HighlightText = string.IsNullOrWhiteSpace(input.Highlight) ? null : input.Highlight.Trim(),
            ImportId = input.ImportId,
            CreatedAt = now,
            CreatedBy = actor.AccountId,
            CreatedByName = actor.Name,
            UpdatedAt = now,
            Version = 1,
        };
        RecordContent.Fill(record, type, input.Values, catalog.Seal);
        SetState(record, type, ReviewRules.AfterWriting(actor, body.Id, body.ParentId), withdrawn: false);
        return record;
    }

    private static Problem NothingCorrected() =>
        new("ledger.unchanged", "这条记录被退回，还没有改动。请改好再存；核对无误的，请在“说明”里写一句再存。", "reason");

    private static Problem KeyTaken(NewRecord input) => Problem.KeyTaken() with { Row = input.Row };

    private static Problem? CheckReason(string? reason) => reason?.Trim().Length > LongestReason
        ? new("ledger.reason.long", $"原因最多{LongestReason}个字，请写短些。", "reason")
        : null;

    private static SavedRecord Result(Record record, bool changed) => new(record.Id, record.Title, record.Version, changed);
}
