using System.Runtime.CompilerServices;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Changes;

/// <summary>
/// Follows every chain from its beginning to its head, and every seal, and tells where something is not as it was written.
/// It reads the trail in order, a page at a time, and keeps nothing.
/// </summary>
public sealed class TrailVerification(Db db)
{
    private const int RowsAtOnce = 2000;

    /// <summary>Entries looked at by the last run.</summary>
    public long Entries { get; private set; }

    /// <summary>Seals looked at by the last run.</summary>
    public long Seals { get; private set; }

    /// <summary>Looks at everything; nothing comes back when all is well. Entries made meanwhile are left to the next run.</summary>
    /// <param name="tell">Told now and then how many entries of how many were looked at.</param>
    /// <param name="cancel">Cancels.</param>
    public async IAsyncEnumerable<TrailFinding> RunAsync(Func<int, int, Task>? tell = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        (Entries, Seals) = (0, 0);
        var total = tell is null ? 0 : await db.ChainHeads.SumAsync(head => head.Number - head.ArchivedNumber, cancel);
        await foreach (var finding in StrangersAsync(cancel))
            yield return finding;
        var archived = new List<(int, long, string)>();
        await foreach (var head in HeadsAsync(cancel))
        {
            if (head.ArchivedNumber > 0)
                archived.Add((head.OrganisationId, head.ArchivedNumber, head.ArchivedHash));
            var before = Entries / RowsAtOnce;
            await foreach (var finding in ChainAsync(head, cancel))
                yield return finding;
            if (tell is not null && Entries / RowsAtOnce > before)
                await tell((int)Math.Min(Entries, int.MaxValue), (int)Math.Min(total, int.MaxValue));
        }
        if (await ArchivedAsync(cancel) != (archived.Count == 0 ? null : ChangeHash.OfArchived(archived)))
            yield return new(TrailFault.Archive, 0, 0, 0);
        await foreach (var finding in SealedAsync(cancel))
            yield return finding;
        await foreach (var finding in SealsAsync(cancel))
            yield return finding;
    }

    // Entries without a number, or of a body without a head.
    private async IAsyncEnumerable<TrailFinding> StrangersAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var heads = db.ChainHeads;
        var strangers = db.Changes.AsNoTracking().Where(change => change.Number <= 0 || !heads.Any(head => head.OrganisationId == change.OrganisationId));
        await foreach (var change in strangers.AsAsyncEnumerable().WithCancellation(cancel))
            yield return TrailFinding.Of(TrailFault.Inserted, change);
    }

    private async IAsyncEnumerable<ChainHead> HeadsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var after = int.MinValue;
        while (true)
        {
            var page = await db.ChainHeads.AsNoTracking().Where(head => head.OrganisationId > after).OrderBy(head => head.OrganisationId).Take(RowsAtOnce).ToListAsync(cancel);
            foreach (var head in page)
                yield return head;
            if (page.Count < RowsAtOnce)
                yield break;
            after = page[^1].OrganisationId;
        }
    }

    private async IAsyncEnumerable<TrailFinding> ChainAsync(ChainHead head, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (number, hash) = (head.ArchivedNumber, head.ArchivedHash);
        var isWhole = true;
        await foreach (var change in EntriesAsync(head, cancel))
        {
            Entries++;
            if (change.Number <= head.ArchivedNumber)
            {
                yield return TrailFinding.Of(TrailFault.Inserted, change);
                continue;
            }
            if (change.Number > number + 1)
            {
                yield return new(TrailFault.Removed, head.OrganisationId, number + 1, change.Number - 1);
                isWhole = false;
            }
            // The hash after a gap stands on one that is gone; the gap says so.
            else if (change.Hash != ChangeHash.Of(change, hash))
            {
                yield return TrailFinding.Of(TrailFault.Changed, change);
                isWhole = false;
            }
            (number, hash) = (change.Number, change.Hash);
        }
        if (number < head.Number)
            yield return new(TrailFault.Removed, head.OrganisationId, number + 1, head.Number);
        else if (isWhole && hash != head.Hash)
            yield return new(TrailFault.Head, head.OrganisationId, number, number);
    }

    // No further than the head that was read: what was written since is the next run's.
    private async IAsyncEnumerable<Change> EntriesAsync(ChainHead head, [EnumeratorCancellation] CancellationToken cancel)
    {
        var after = 0L;
        while (true)
        {
            var page = await db.Changes.AsNoTracking()
                .Where(change => change.OrganisationId == head.OrganisationId && change.Number > 0 && change.Number > after && change.Number <= head.Number)
                .OrderBy(change => change.Number).Take(RowsAtOnce).ToListAsync(cancel);
            foreach (var change in page)
                yield return change;
            if (page.Count < RowsAtOnce)
                yield break;
            after = page[^1].Number;
        }
    }

    // What the last act of archiving said about where the archived chains go on.
    private async Task<string?> ArchivedAsync(CancellationToken cancel)
    {
        var last = await db.Changes.AsNoTracking().Where(change => change.OrganisationId == 0 && change.Act == TrailArchive.Act)
            .OrderByDescending(change => change.Number).FirstOrDefaultAsync(cancel);
        return last is null ? null : ChangeLog.Fields(last).FirstOrDefault(field => field.Field == TrailArchive.HeadsField)?.After;
    }

    // Entries under a seal that are no longer there or have another hash. Archived ones are verified in their file.
    private IAsyncEnumerable<TrailFinding> SealedAsync(CancellationToken cancel)
    {
        var changes = db.Changes;
        var heads = db.ChainHeads;
        return (
            from held in db.SealedHeads
            where !heads.Any(head => head.OrganisationId == held.OrganisationId && held.Number <= head.ArchivedNumber)
            where !changes.Any(change => change.OrganisationId == held.OrganisationId && change.Number > 0 && change.Number == held.Number && change.Hash == held.Hash)
            orderby held.OrganisationId, held.Number
            select new TrailFinding(TrailFault.NotAsSealed, held.OrganisationId, held.Number, held.Number, null, null))
            .AsAsyncEnumerable();
    }

    private async IAsyncEnumerable<TrailFinding> SealsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var (number, hash) = (0L, "");
        while (true)
        {
            var seal = await db.Seals.AsNoTracking().Where(one => one.Number > number).OrderBy(one => one.Number).FirstOrDefaultAsync(cancel);
            if (seal is null)
                break;
            Seals++;
            var covered = await db.SealedHeads.AsNoTracking().Where(held => held.SealNumber == seal.Number).OrderBy(held => held.OrganisationId).ToListAsync(cancel);
            if (seal.Number != number + 1)
                yield return new(TrailFault.Seal, 0, number + 1, seal.Number - 1);
            else if (seal.Hash != ChangeHash.Of(seal, hash, covered))
                yield return new(TrailFault.Seal, 0, seal.Number, seal.Number, seal.At);
            (number, hash) = (seal.Number, seal.Hash);
        }
        // Every seal's heads belong to a seal that is there.
        var last = number;
        if (await db.SealedHeads.AnyAsync(held => held.SealNumber > last, cancel))
            yield return new(TrailFault.Seal, 0, last + 1, last + 1);
    }
}
