using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Changes;

/// <summary>Seals the trail. Safe with several nodes: the heads are locked in the order of the bodies.</summary>
public sealed class SealService(Db db, TimeProvider time)
{
    /// <summary>Most heads under one seal: what is more goes under the next.</summary>
    public const int MostHeads = 5000;

    /// <summary>Seals whatever grew since the last seal; nothing new, no seal.</summary>
    /// <returns>The last seal there is, or null while there is none.</returns>
    public async Task<Seal?> SealAsync(CancellationToken cancel = default)
    {
        while (await db.ChainHeads.AnyAsync(head => head.Number != head.SealedNumber, cancel))
            await SealOnceAsync(cancel);
        return await LastAsync(cancel);
    }

    /// <summary>The last seal, or null.</summary>
    public Task<Seal?> LastAsync(CancellationToken cancel = default) =>
        db.Seals.AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(cancel);

    private async Task SealOnceAsync(CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var heads = await db.ChainHeads.FromSqlRaw(db is PostgresDb
            ? """SELECT * FROM chain_heads WHERE "Number" <> "SealedNumber" ORDER BY "OrganisationId" LIMIT {0} FOR UPDATE"""
            : """SELECT * FROM chain_heads WHERE "Number" <> "SealedNumber" ORDER BY "OrganisationId" LIMIT {0}""", MostHeads).AsNoTracking().ToListAsync(cancel);
        // Another node was first.
        if (heads.Count == 0)
            return;
        var last = await LastAsync(cancel);
        var seal = new Seal { Number = (last?.Number ?? 0) + 1, At = time.Instant(), Heads = heads.Count, Hash = "" };
        var covered = heads.OrderBy(head => head.OrganisationId)
            .Select(head => new SealedHead { SealNumber = seal.Number, OrganisationId = head.OrganisationId, Number = head.Number, Hash = head.Hash }).ToList();
        seal.Hash = ChangeHash.Of(seal, last?.Hash ?? "", covered);
        db.Seals.Add(seal);
        db.SealedHeads.AddRange(covered);
        foreach (var head in heads)
        {
            head.SealedNumber = head.Number;
            db.Attach(head).Property(row => row.SealedNumber).IsModified = true;
        }
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
