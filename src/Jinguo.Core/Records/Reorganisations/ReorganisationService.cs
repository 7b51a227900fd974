using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.ClientKeys;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Reorganisations;

/// <summary>
/// Moves, merges, splits and abolishes bodies from a day on. Figures of days before stay as they were (figures.md, law 4);
/// on today's tree everything counts where it hangs now. Each act is one transaction with an entry in the history of every
/// body it names, and can be tried beforehand.
/// </summary>
public sealed class ReorganisationService(Db db, Visible visible, ChangeLog changes, SentForms forms, FactBook facts, IEnumerable<IBodyEnding> endings, TimeProvider time)
{
    /// <summary>Moves a body with everything below it. Problems: out of reach, level, a later reorganisation of the same bodies.</summary>
    public Task<Outcome<ReorganisationEffect>> MoveAsync(BodyMove move, ReorganisationOrder order, bool isTrial = false, CancellationToken cancel = default) =>
        DoAsync(order, isTrial, () => MoveAsync(move, order, cancel), cancel);

    /// <summary>Merges bodies into one. They end on the day before and stand below it with what they did.</summary>
    public Task<Outcome<ReorganisationEffect>> MergeAsync(BodyMerger merger, ReorganisationOrder order, bool isTrial = false, CancellationToken cancel = default) =>
        DoAsync(order, isTrial, () => MergeAsync(merger, order, cancel), cancel);

    /// <summary>Splits a body: some of the bodies below it come below others.</summary>
    public Task<Outcome<ReorganisationEffect>> SplitAsync(BodySplit split, ReorganisationOrder order, bool isTrial = false, CancellationToken cancel = default) =>
        DoAsync(order, isTrial, () => SplitAsync(split, order, cancel), cancel);

    /// <summary>Ends a body without a successor; nothing may hang below it any more.</summary>
    public Task<Outcome<ReorganisationEffect>> AbolishAsync(int organisationId, ReorganisationOrder order, bool isTrial = false, CancellationToken cancel = default) =>
        DoAsync(order, isTrial, () => AbolishAsync(organisationId, order, cancel), cancel);

    private async Task<Outcome<ReorganisationEffect>> DoAsync(ReorganisationOrder order, bool isTrial, Func<Task<Outcome<ReorganisationEffect>>> act, CancellationToken cancel)
    {
        if (ReorganisationChecks.Check(order, time.Today()) is { Count: > 0 } problems)
            return problems;
        await using var write = await db.BeginWriteAsync(cancel);
        if (!isTrial && await forms.ClaimAsync(order.ClientKey, OrganisationService.SubjectKind, "reorganisation", cancel) is not null)
            return new ReorganisationEffect(0, 0, 0);
        var done = await act();
        if (done.Done && !isTrial)
            await write.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return done;
    }

    private async Task<Outcome<ReorganisationEffect>> MoveAsync(BodyMove move, ReorganisationOrder order, CancellationToken cancel)
    {
        if (await FindAsync(move.OrganisationId, cancel) is not { } body)
            return Problem.NotFound("这个组织");
        if (await FindAsync(move.ParentId, cancel) is not { } parent)
            return Problem.NotFound("新的上级");
        if (ReorganisationChecks.Place(body, parent) is { } wrong)
            return wrong;
        if (await db.Organisations.AnyAsync(one => one.ParentId == parent.Id && one.Name == body.Name && one.ValidTo == null, cancel))
            return new Problem("organisation.name.taken", $"{parent.Name}下面已有{body.Name}，请先把其中一个改名。");
        return await HangAsync(body, parent, "organisation.moved", order, cancel);
    }

    private async Task<Outcome<ReorganisationEffect>> MergeAsync(BodyMerger merger, ReorganisationOrder order, CancellationToken cancel)
    {
        if (await FindAsync(merger.IntoId, cancel) is not { ValidTo: null } into)
            return Problem.NotFound("并入的组织");
        var effect = new ReorganisationEffect(0, 0, 0);
        var names = new List<string>();
        foreach (var id in merger.OrganisationIds.Distinct())
        {
            if (await FindAsync(id, cancel) is not { ValidTo: null } ended)
                return Problem.NotFound("要并入的组织");
            if (OrganisationPath.IsWithin(into.Path, ended.Path) || ended.Level != into.Level)
                return new Problem("reorganisation.merge.place", $"{ended.Name}不能并入{into.Name}：只能并入另一个同级的组织，请另选。");
            if (await KeptByAsync(ended, order.From, cancel) is { } kept)
                return kept;
            foreach (var child in await db.Organisations.AsNoTracking().Where(one => one.ParentId == ended.Id).OrderBy(one => one.Id).ToListAsync(cancel))
            {
                var moved = await HangAsync(child, into, "organisation.moved", order, cancel);
                if (!moved.Done)
                    return moved;
                effect += moved.Value;
            }
            var merged = await HangAsync(ended, into, "organisation.merged", order, cancel);
            if (!merged.Done)
                return merged;
            effect += merged.Value;
            effect += await EndAsync(ended, order, cancel);
            names.Add(ended.Name);
        }
        changes.Add(visible.Actor, into.Region, into.Id, "organisation.absorbed", OrganisationService.SubjectKind, $"{into.Id}", order.Reason, [new("merged", null, string.Join('、', names)), .. Fields(order)]);
        await db.SaveChangesAsync(cancel);
        return effect;
    }

    private async Task<Outcome<ReorganisationEffect>> SplitAsync(BodySplit split, ReorganisationOrder order, CancellationToken cancel)
    {
        if (await FindAsync(split.OrganisationId, cancel) is not { ValidTo: null } body)
            return Problem.NotFound("这个组织");
        var effect = new ReorganisationEffect(0, 0, 0);
        foreach (var part in split.Parts)
        {
            if (await FindAsync(part.OrganisationId, cancel) is not { } moved || moved.ParentId != body.Id)
                return new Problem("reorganisation.split.part", $"要划出的组织不在{body.Name}下面，请重新选择。");
            var done = await MoveAsync(part, order, cancel);
            if (!done.Done)
                return done;
            effect += done.Value;
        }
        changes.Add(visible.Actor, body.Region, body.Id, "organisation.split", OrganisationService.SubjectKind, $"{body.Id}", order.Reason, Fields(order));
        await db.SaveChangesAsync(cancel);
        if (!split.IsEnded)
            return effect;
        var ended = await AbolishAsync(body.Id, order, cancel);
        return ended.Done ? effect + ended.Value : ended;
    }

    private async Task<Outcome<ReorganisationEffect>> AbolishAsync(int id, ReorganisationOrder order, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { ValidTo: null } body)
            return Problem.NotFound("这个组织");
        if (await db.Organisations.CountAsync(one => one.ParentId == id && one.ValidTo == null, cancel) is > 0 and var below)
            return new Problem("reorganisation.abolish.below", $"{body.Name}下面还有{below}个组织，请先把它们划转或撤销。");
        if (await KeptByAsync(body, order.From, cancel) is { } kept)
            return kept;
        changes.Add(visible.Actor, body.Region, body.Id, "organisation.abolished", OrganisationService.SubjectKind, $"{body.Id}", order.Reason, Fields(order));
        await db.SaveChangesAsync(cancel);
        return await EndAsync(body, order, cancel);
    }

    private async Task<Outcome<ReorganisationEffect>> HangAsync(Organisation body, Organisation parent, string act, ReorganisationOrder order, CancellationToken cancel)
    {
        if (await LaterEdgeAsync(body, parent, order.From, cancel) is { } later)
            return later;
        var before = await db.Organisations.Where(one => one.Id == body.ParentId).Select(one => one.Name).SingleOrDefaultAsync(cancel);
        var effect = await new TreeMove(db, facts).DoAsync(body, parent, order.From, visible.Actor, cancel);
        changes.Add(visible.Actor, body.Region, body.Id, act, OrganisationService.SubjectKind, $"{body.Id}", order.Reason, [new("parent", before, parent.Name), .. Fields(order)]);
        if (effect.Facts > 0)
            await KeepCorrectionAsync(body, parent, order, cancel);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return effect;
    }

    // A move from a closed day on changes what was closed.
    private async Task KeepCorrectionAsync(Organisation body, Organisation parent, ReorganisationOrder order, CancellationToken cancel)
    {
        if (!ClosedDays.MayBeClosed(order.From, time.Today()))
            return;
        var closed = await ClosedDays.LoadAsync(db, [body.Id, parent.Id], cancel);
        if (!closed.Contains(body.Id, order.From) && !closed.Contains(parent.Id, order.From))
            return;
        db.Corrections.Add(new()
        {
            Region = body.Region,
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OrganisationId = body.Id,
            Path = OrganisationPath.Of(parent.Path, body.Id),
            SourceKind = LateCorrection.Move,
            Day = order.From,
            At = time.Instant(),
            AccountId = visible.Actor.AccountId,
            ActorName = visible.Actor.Name,
            Reason = $"调整隶属，{order.Document.Trim()}",
        });
    }

    private async Task<ReorganisationEffect> EndAsync(Organisation body, ReorganisationOrder order, CancellationToken cancel)
    {
        var posts = 0;
        foreach (var ending in endings)
            posts += await ending.EndAsync(body, order.From, order.Document.Trim(), cancel);
        var last = order.From.AddDays(-1);
        await db.Organisations.Where(one => one.Id == body.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ValidTo, last).SetProperty(one => one.Version, one => one.Version + 1), cancel);
        var accounts = await db.Set<RoleAssignment>().Where(role => role.OrganisationId == body.Id).Select(role => role.AccountId).Distinct().CountAsync(cancel);
        return new(0, 0, 0, accounts, posts);
    }

    /// <summary>Why a body cannot end on a day: what a module says, or work since.</summary>
    private async Task<Problem?> KeptByAsync(Organisation body, DateOnly from, CancellationToken cancel)
    {
        foreach (var ending in endings)
            if (await ending.CheckAsync(body, cancel) is { } kept)
                return kept;
        return await WorkSinceAsync(body, from, cancel);
    }

    private async Task<Problem?> WorkSinceAsync(Organisation body, DateOnly from, CancellationToken cancel)
    {
        var all = db.Facts;
        // A stock of an old document ends on the day after its period, which is no work since.
        var written = await all
            .Where(fact => fact.OrganisationId == body.Id && fact.Day >= from && !(fact.Day == from && fact.Value < 0 && fact.SourceKind == RecordRef.OldFigure) && fact.Reverses == null && !all.Any(other => other.Region == fact.Region && other.Reverses == fact.Id))
            .MaxAsync(fact => (DateOnly?)fact.Day, cancel);
        return written is { } day
            ? new("reorganisation.abolish.later", $"{body.Name}本级从生效日期起还有台账，最后一笔在{day:yyyy年M月d日}。请把生效日期改到那天以后，或先把这些台账撤回、改记到接收的组织。", nameof(ReorganisationOrder.From))
            : null;
    }

    // A second reorganisation of the same bodies may not lie before the first.
    private async Task<Problem?> LaterEdgeAsync(Organisation body, Organisation parent, DateOnly from, CancellationToken cancel)
    {
        var (path, end) = (body.Path, OrganisationPath.End(body.Path));
        var edges = db.OrganisationEdges;
        var later = await edges
            .Where(edge => edge.ValidFrom >= from && ((string.Compare(edge.Path, path) >= 0 && string.Compare(edge.Path, end) < 0) || edge.OrganisationId == parent.Id)
                && edges.Any(other => other.Region == edge.Region && other.OrganisationId == edge.OrganisationId && other.ValidFrom < edge.ValidFrom))
            .Select(edge => (DateOnly?)edge.ValidFrom).MaxAsync(cancel);
        if (later is { } day)
            return new("reorganisation.from.later", $"{body.Name}、它下面或{parent.Name}在{day:yyyy年M月d日}已有一次变动，生效日期请写在那天之后。", nameof(ReorganisationOrder.From));
        return parent.ValidFrom > from
            ? new("reorganisation.from.early", $"{parent.Name}{parent.ValidFrom:yyyy年M月d日}才成立，生效日期不能更早。", nameof(ReorganisationOrder.From))
            : null;
    }

    private Task<Organisation?> FindAsync(int id, CancellationToken cancel) =>
        visible.Organisations(Right.OrganisationManage).AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);

    private static IEnumerable<FieldChange> Fields(ReorganisationOrder order) => [new("from", null, $"{order.From:yyyy-MM-dd}"), new("document", null, order.Document.Trim())];
}
