using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Limits;

/// <summary>Under which purpose the reason of a change is sealed.</summary>
internal static class ClockChangeSeal
{
    private const string ReasonPart = "clock.reason";

    public static string SealClockReason(this CaseSeal seal, Guid change, string text) => seal.SealWords(ReasonPart, change, text.Trim());

    public static string OpenReason(this CaseSeal seal, CaseClockChange change) => seal.OpenWords(ReasonPart, change.Id, change.Reason);
}

/// <summary>The sealed reasons of extensions, hearings and suspensions, for a change of the key.</summary>
public sealed class SealedClockChanges(Db db, CaseSeal seal) : ISealedRows
{
    /// <inheritdoc/>
    public string Name => "信访个案的期限变更";

    /// <inheritdoc/>
    public Task<int> CountOldAsync(CancellationToken cancel) => Old().CountAsync(cancel);

    /// <inheritdoc/>
    public async Task<int> SealAnewAsync(int most, CancellationToken cancel)
    {
        var changes = await Old().OrderBy(one => one.Id).Take(most).ToListAsync(cancel);
        foreach (var one in changes)
            one.Reason = seal.SealClockReason(one.Id, seal.OpenReason(one));
        await db.SaveChangesAsync(cancel);
        return changes.Count;
    }

    private IQueryable<CaseClockChange> Old()
    {
        var newest = seal.NewestPrefix;
        return db.CaseClockChanges.Where(one => !one.Reason.StartsWith(newest));
    }
}
