using System.Globalization;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Changes;

/// <summary>Puts the entries of an act at the ends of their bodies' chains, within the act's transaction.</summary>
internal static class ChangeChain
{
    private const int BodiesAtOnce = 500;

    /// <summary>Numbers, hashes and writes the entries. Entries of one body keep the order in which they were added.</summary>
    public static async Task AppendAsync(Db db, IReadOnlyCollection<Change> changes, CancellationToken cancel)
    {
        var chains = changes.GroupBy(change => change.OrganisationId).OrderBy(chain => chain.Key);
        foreach (var chunk in chains.Chunk(BodiesAtOnce))
        {
            var heads = await LockAsync(db, chunk.Select(chain => chain.Key), cancel);
            foreach (var chain in chunk)
                foreach (var change in chain)
                    Link(change, heads[chain.Key]);
            db.ChainHeads.UpdateRange(heads.Values);
            db.Changes.AddRange(chunk.SelectMany(chain => chain));
            await db.SaveChangesAsync(cancel);
            // Another act of this context must read the heads anew.
            foreach (var head in heads.Values)
                db.Entry(head).State = EntityState.Detached;
        }
    }

    /// <summary>Makes the entry the next of its chain.</summary>
    public static void Link(Change change, ChainHead head)
    {
        change.Number = head.Number + 1;
        change.Hash = ChangeHash.Of(change, head.Hash);
        (head.Number, head.Hash) = (change.Number, change.Hash);
    }

    // One statement makes the heads that are missing and locks the others, always in the order of the bodies: two acts that
    // need the same heads wait for each other, never in a circle.
    private static async Task<Dictionary<int, ChainHead>> LockAsync(Db db, IEnumerable<int> bodies, CancellationToken cancel)
    {
        var rows = string.Join(", ", bodies.Select(body => string.Create(CultureInfo.InvariantCulture, $"({body}, 0, '', 0, 0, '')")));
#pragma warning disable EF1002 // Whole numbers only.
        var heads = await db.ChainHeads.FromSqlRaw($"""
            INSERT INTO chain_heads ("OrganisationId", "Number", "Hash", "SealedNumber", "ArchivedNumber", "ArchivedHash") VALUES {rows}
            ON CONFLICT ("OrganisationId") DO UPDATE SET "Number" = chain_heads."Number"
            RETURNING "OrganisationId", "Number", "Hash", "SealedNumber", "ArchivedNumber", "ArchivedHash"
            """).AsNoTracking().ToListAsync(cancel);
#pragma warning restore EF1002
        return heads.ToDictionary(head => head.OrganisationId);
    }
}
