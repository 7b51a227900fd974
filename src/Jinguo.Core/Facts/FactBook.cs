using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Facts;

/// <summary>
/// The only writer of facts. Posts what records stand for, or reverses and posts again, and changes the sums of the body
/// and of each ancestor by the difference, all in the caller's transaction.
/// </summary>
public sealed class FactBook(Db db, TimeProvider time, MeasureCatalogCache measures)
{
    /// <summary>Posts one record.</summary>
    /// <inheritdoc cref="PostAsync(IReadOnlyCollection{Posting}, Actor, CancellationToken)"/>
    public Task<IReadOnlyList<ClosedPosting>> PostAsync(Posting posting, Actor actor, CancellationToken cancel = default) => PostAsync([posting], actor, cancel);

    /// <summary>
    /// Makes the books say of each record exactly what its posting says: facts that still hold stay, others are reversed,
    /// missing ones are posted. Posting the same twice changes nothing. Saves the context; the caller commits.
    /// </summary>
    /// <returns>
    /// Empty when posted. Else nothing was posted or saved, because these would change closed days and do not say why.
    /// </returns>
    /// <exception cref="KeyNotFoundException">A measure, an option or a body is unknown.</exception>
    /// <exception cref="InvalidOperationException">There is no open transaction, or the body did not exist on a day.</exception>
    public async Task<IReadOnlyList<ClosedPosting>> PostAsync(IReadOnlyCollection<Posting> postings, Actor actor, CancellationToken cancel = default)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Facts are posted in the transaction of their act.");
        var catalog = await measures.GetAsync(db, cancel);
        var standing = await StandingAsync(postings, cancel);
        var tree = await TreeOnDays.LoadAsync(db, postings.Select(posting => posting.OrganisationId).Distinct(), cancel);
        var instant = time.Instant();
        var changed = new List<(Posting Posting, Fact Fact)>();

        foreach (var posting in postings)
        {
            var left = standing[posting.Source.Id].ToList();
            foreach (var draft in posting.Facts)
            {
                foreach (var fact in WithMoves(Fact(posting, draft, catalog, tree, actor, instant), catalog, tree))
                {
                    var same = left.FindIndex(old => Same(old, fact));
                    if (same >= 0)
                        left.RemoveAt(same);
                    else
                        changed.Add((posting, fact));
                }
            }
            changed.AddRange(left.Select(old => (posting, Reversal(old, actor, instant))));
        }

        var closed = await ClosedAsync(changed, cancel);
        if (closed.Where(one => string.IsNullOrWhiteSpace(one.Posting.Reason)).ToList() is { Count: > 0 } refused)
            return refused;
        foreach (var one in closed)
            db.Corrections.Add(Correction(one, tree, actor, instant));
        var (deltas, persons) = (new SumDeltas(db.Stripes, instant), new PersonDeltas());
        foreach (var (_, fact) in changed)
        {
            db.Facts.Add(fact);
            deltas.Add(fact, tree);
            persons.Add(fact, tree);
        }
        await db.SaveChangesAsync(cancel);
        await deltas.ApplyAsync(db, cancel);
        await persons.ApplyAsync(db, cancel);
        db.Write?.Count(changed.Count);
        return [];
    }

    /// <summary>The postings that change closed days. Only months that have ended are closed: most acts need no look.</summary>
    private async Task<List<ClosedPosting>> ClosedAsync(List<(Posting Posting, Fact Fact)> changed, CancellationToken cancel)
    {
        var today = time.Today();
        var earlier = changed.FindAll(one => ClosedDays.MayBeClosed(one.Fact.Day, today));
        if (earlier.Count == 0)
            return [];
        var closed = await ClosedDays.LoadAsync(db, earlier.Select(one => one.Fact.OrganisationId), cancel);
        return [.. earlier
            .Where(one => closed.Contains(one.Fact.OrganisationId, one.Fact.Day))
            .GroupBy(one => one.Posting)
            .Select(posting => new ClosedPosting(posting.Key, posting.Min(one => one.Fact.Day), closed.Through(posting.Key.OrganisationId)!.Value))];
    }

    private LateCorrection Correction(ClosedPosting one, TreeOnDays tree, Actor actor, DateTime instant) => new()
    {
        Region = tree.Region(one.Posting.OrganisationId),
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OrganisationId = one.Posting.OrganisationId,
        Path = tree.PathNow(one.Posting.OrganisationId),
        SourceKind = one.Posting.Source.Kind,
        SourceId = one.Posting.Source.Id,
        Day = one.Day,
        At = instant,
        AccountId = actor.AccountId,
        ActorName = actor.Name,
        Reason = one.Posting.Reason!.Trim(),
    };

    // A stock goes with its body: where that moved later, it is given up at the old place and taken on at the new one.
    private IEnumerable<Fact> WithMoves(Fact fact, MeasureCatalog catalog, TreeOnDays tree)
    {
        yield return fact;
        if (catalog.Get(fact.MeasureId).Kind != MeasureKind.Stock)
            yield break;
        foreach (var (day, left, taken) in tree.MovesAfter(fact.OrganisationId, fact.Day))
        {
            yield return Copy(fact, left, day, -fact.Value);
            yield return Copy(fact, taken, day, fact.Value);
        }
    }

    private Fact Copy(Fact fact, string path, DateOnly day, long value) => new()
    {
        Region = fact.Region,
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        MeasureId = fact.MeasureId,
        Option = fact.Option,
        OrganisationId = fact.OrganisationId,
        Path = path,
        Day = day,
        Value = value,
        Hedge = fact.Hedge,
        PersonId = fact.PersonId,
        SourceKind = fact.SourceKind,
        SourceId = fact.SourceId,
        DefinitionVersion = fact.DefinitionVersion,
        PostedAt = fact.PostedAt,
        PostedBy = fact.PostedBy,
    };

    /// <summary>
    /// After a body has moved with everything below it: what it did before counts at the new place on today's tree; what
    /// was posted for days since is reversed and posted there; its stocks go along. Saves the context; the caller commits.
    /// </summary>
    /// <param name="moved">The body, its edges and path already those of the new place.</param>
    /// <param name="before">Its path until the move.</param>
    /// <param name="from">First day at the new place.</param>
    /// <param name="actor">Who moves it.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>How many facts were posted anew.</returns>
    public async Task<int> RestateAsync(Organisation moved, string before, DateOnly from, Actor actor, CancellationToken cancel = default)
    {
        var catalog = await measures.GetAsync(db, cancel);
        var instant = time.Instant();
        var facts = db.Facts.AsNoTracking().Below(db.Organisations, moved.Path);
        var chain = await TreeOnDays.LoadAsync(db, [moved.Id], cancel);
        var (deltas, persons) = (new SumDeltas(db.Stripes, instant), new PersonDeltas());
        foreach (var sum in await SumsAsync(facts, cancel))
            deltas.AddRestated(sum, chain, before, moved.Path);
        foreach (var sum in await PersonSum.ListAsync(facts, cancel))
            persons.AddRestated(sum, chain, before, moved.Path);

        var stocks = catalog.All.Where(measure => measure.Kind == MeasureKind.Stock).Select(measure => measure.Id).ToList();
        var end = OrganisationPath.End(before);
        var all = db.Facts;
        var affected = await facts
            .Where(fact => string.Compare(fact.Path, before) >= 0 && string.Compare(fact.Path, end) < 0 && (fact.Day >= from || stocks.Contains(fact.MeasureId))
                && fact.Reverses == null && !all.Any(other => other.Region == fact.Region && other.Reverses == fact.Id))
            .ToListAsync(cancel);
        var tree = await TreeOnDays.LoadAsync(db, affected.Select(fact => fact.OrganisationId).Distinct(), cancel);
        var anew = 0;
        foreach (var fact in affected)
        {
            var place = moved.Path + fact.Path[before.Length..];
            if (fact.Day >= from)
                Add(Reversal(fact, actor, instant), Again(fact, place, fact.Day, fact.Value, actor, instant));
            else if (tree.LastPathBefore(fact.OrganisationId, from) == fact.Path)
                Add(Again(fact, fact.Path, from, -fact.Value, actor, instant), Again(fact, place, from, fact.Value, actor, instant));
        }
        await db.SaveChangesAsync(cancel);
        await deltas.ApplyAsync(db, cancel);
        await persons.ApplyAsync(db, cancel);
        db.Write?.Count(2 * anew);
        return anew;

        void Add(Fact old, Fact now)
        {
            anew++;
            db.Facts.AddRange(old, now);
            deltas.Add(old, tree);
            deltas.Add(now, tree);
            persons.Add(old, tree);
            persons.Add(now, tree);
        }
    }

    private static async Task<IReadOnlyList<FactSum>> SumsAsync(IQueryable<Fact> facts, CancellationToken cancel)
    {
        var rows = await facts
            .GroupBy(fact => new { fact.MeasureId, fact.Option, fact.Day.Year, fact.Day.Month, fact.Hedge, IsReversal = fact.Reverses != null })
            .Select(group => new { group.Key, Value = group.Sum(fact => fact.Value), Facts = group.LongCount() })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new FactSum(
            row.Key.MeasureId, row.Key.Option, Month.Of(new(row.Key.Year, row.Key.Month, 1)), row.Key.Hedge, Guid.Empty, row.Value, row.Key.IsReversal ? -row.Facts : row.Facts))];
    }

    private async Task<ILookup<Guid, Fact>> StandingAsync(IReadOnlyCollection<Posting> postings, CancellationToken cancel)
    {
        var ids = postings.Where(posting => !posting.IsNew).Select(posting => posting.Source.Id).ToList();
        if (ids.Count == 0)
            return Array.Empty<Fact>().ToLookup(fact => fact.SourceId);
        var facts = db.Facts;
        var found = await facts.AsNoTracking()
            .Where(fact => ids.Contains(fact.SourceId) && fact.Reverses == null && !facts.Any(other => other.Region == fact.Region && other.Reverses == fact.Id))
            .ToListAsync(cancel);
        var kinds = postings.ToLookup(posting => posting.Source);
        return found.Where(fact => kinds.Contains(new(fact.SourceKind, fact.SourceId))).ToLookup(fact => fact.SourceId);
    }

    private Fact Fact(Posting posting, FactDraft draft, MeasureCatalog catalog, TreeOnDays tree, Actor actor, DateTime instant)
    {
        var measure = catalog.Get(draft.Measure);
        var option = draft.Option is null
            ? 0
            : measure.Options.Find(one => one.Code == draft.Option)?.Number ?? throw new KeyNotFoundException($"“{draft.Measure}” has no option “{draft.Option}”.");
        _ = Hedge.ClassOf(draft.Hedge);
        if (draft.PersonId is null == (measure.Kind == MeasureKind.Distinct) || (draft.PersonId is not null && draft.Value != 1))
            throw new ArgumentException($"“{draft.Measure}” counts persons, each by a fact of 1, or none.", nameof(draft));
        return new Fact
        {
            Region = tree.Region(posting.OrganisationId),
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            MeasureId = measure.Id,
            Option = option,
            OrganisationId = posting.OrganisationId,
            Path = tree.Path(posting.OrganisationId, draft.Day),
            Day = draft.Day,
            Value = draft.Value,
            Hedge = draft.Hedge,
            PersonId = draft.PersonId,
            SourceKind = posting.Source.Kind,
            SourceId = posting.Source.Id,
            DefinitionVersion = DefinitionOn(measure, draft.Day),
            PostedAt = instant,
            PostedBy = actor.AccountId,
        };
    }

    private Fact Reversal(Fact old, Actor actor, DateTime instant)
    {
        var reversal = Again(old, old.Path, old.Day, -old.Value, actor, instant);
        reversal.Reverses = old.Id;
        return reversal;
    }

    private Fact Again(Fact old, string path, DateOnly day, long value, Actor actor, DateTime instant)
    {
        var fact = Copy(old, path, day, value);
        (fact.PostedAt, fact.PostedBy) = (instant, actor.AccountId);
        return fact;
    }

    private static bool Same(Fact old, Fact fact) =>
        old.MeasureId == fact.MeasureId && old.Option == fact.Option && old.OrganisationId == fact.OrganisationId
        && old.Path == fact.Path && old.Day == fact.Day && old.Value == fact.Value && old.Hedge == fact.Hedge
        && old.PersonId == fact.PersonId && old.DefinitionVersion == fact.DefinitionVersion;

    private static int DefinitionOn(Measure measure, DateOnly day) =>
        measure.Definitions.LastOrDefault(definition => definition.ValidFrom <= day && (definition.ValidTo is not { } last || day <= last))?.Version
        ?? measure.Definitions.FirstOrDefault()?.Version
        ?? 1;
}
