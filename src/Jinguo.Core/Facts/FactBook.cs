using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
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
    public Task PostAsync(Posting posting, Actor actor, CancellationToken cancel = default) => PostAsync([posting], actor, cancel);

    /// <summary>
    /// Makes the books say of each record exactly what its posting says: facts that still hold stay, others are reversed,
    /// missing ones are posted. Posting the same twice changes nothing. Saves the context; the caller commits.
    /// </summary>
    /// <exception cref="KeyNotFoundException">A measure, an option or a body is unknown.</exception>
    /// <exception cref="InvalidOperationException">There is no open transaction, or the body did not exist on a day.</exception>
    public async Task PostAsync(IReadOnlyCollection<Posting> postings, Actor actor, CancellationToken cancel = default)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Facts are posted in the transaction of their act.");
        var catalog = await measures.GetAsync(db, cancel);
        var standing = await StandingAsync(postings, cancel);
        var tree = await TreeOnDays.LoadAsync(db, postings.Select(posting => posting.OrganisationId).Distinct(), cancel);
        var instant = time.Instant();
        var deltas = new SumDeltas(db.Stripes, instant);

        foreach (var posting in postings)
        {
            var left = standing[posting.Source.Id].ToList();
            foreach (var draft in posting.Facts)
            {
                var fact = Fact(posting, draft, catalog, tree, actor, instant);
                var same = left.FindIndex(old => Same(old, fact));
                if (same >= 0)
                    left.RemoveAt(same);
                else
                    Add(fact, +1);
            }
            foreach (var old in left)
                Add(Reversal(old, actor, instant), -1);
        }

        await db.SaveChangesAsync(cancel);
        await deltas.ApplyAsync(db, cancel);

        void Add(Fact fact, int count)
        {
            db.Facts.Add(fact);
            deltas.Add(fact, count, tree.Ancestors(fact.Path));
        }
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
            SourceKind = posting.Source.Kind,
            SourceId = posting.Source.Id,
            DefinitionVersion = DefinitionOn(measure, draft.Day),
            PostedAt = instant,
            PostedBy = actor.AccountId,
        };
    }

    private Fact Reversal(Fact old, Actor actor, DateTime instant) => new()
    {
        Region = old.Region,
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        MeasureId = old.MeasureId,
        Option = old.Option,
        OrganisationId = old.OrganisationId,
        Path = old.Path,
        Day = old.Day,
        Value = -old.Value,
        Hedge = old.Hedge,
        SourceKind = old.SourceKind,
        SourceId = old.SourceId,
        DefinitionVersion = old.DefinitionVersion,
        PostedAt = instant,
        PostedBy = actor.AccountId,
        Reverses = old.Id,
    };

    private static bool Same(Fact old, Fact fact) =>
        old.MeasureId == fact.MeasureId && old.Option == fact.Option && old.OrganisationId == fact.OrganisationId
        && old.Path == fact.Path && old.Day == fact.Day && old.Value == fact.Value && old.Hedge == fact.Hedge
        && old.DefinitionVersion == fact.DefinitionVersion;

    private static int DefinitionOn(Measure measure, DateOnly day) =>
        measure.Definitions.LastOrDefault(definition => definition.ValidFrom <= day && (definition.ValidTo is not { } last || day <= last))?.Version
        ?? measure.Definitions.FirstOrDefault()?.Version
        ?? 1;
}
