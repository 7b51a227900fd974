using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Looking;

/// <summary>The sealed words of openings, for a change of the key.</summary>
public sealed class SealedOpenings(Db db, CaseSeal seal) : ISealedRows
{
    /// <inheritdoc/>
    public string Name => "信访个案的调阅";

    /// <inheritdoc/>
    public Task<int> CountOldAsync(CancellationToken cancel) => Old().CountAsync(cancel);

    /// <inheritdoc/>
    public async Task<int> SealAnewAsync(int most, CancellationToken cancel)
    {
        var openings = await Old().OrderBy(one => one.Id).Take(most).ToListAsync(cancel);
        foreach (var one in openings)
        {
            one.Reason = seal.SealReason(one.Id, seal.OpenReason(one));
            one.Words = seal.OpenVerdict(one) is { } words ? seal.SealVerdict(one.Id, words) : null;
        }
        await db.SaveChangesAsync(cancel);
        return openings.Count;
    }

    private IQueryable<CaseOpening> Old()
    {
        var newest = seal.NewestPrefix;
        return db.CaseOpenings.Where(one => !one.Reason.StartsWith(newest) || (one.Words != null && !one.Words.StartsWith(newest)));
    }
}
