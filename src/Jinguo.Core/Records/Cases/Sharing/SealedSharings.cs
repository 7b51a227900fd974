using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Sharing;

/// <summary>The sealed words of referrals and grants, for a change of the key.</summary>
public sealed class SealedSharings(Db db, CaseSeal seal) : ISealedRows
{
    /// <inheritdoc/>
    public string Name => "信访个案的转送和借阅";

    /// <inheritdoc/>
    public async Task<int> CountOldAsync(CancellationToken cancel) =>
        await OldReferrals().CountAsync(cancel) + await OldTexts().CountAsync(cancel) + await OldGrants().CountAsync(cancel);

    /// <inheritdoc/>
    public async Task<int> SealAnewAsync(int most, CancellationToken cancel)
    {
        var referrals = await OldReferrals().OrderBy(one => one.Id).Take(most).ToListAsync(cancel);
        foreach (var one in referrals)
        {
            one.Asks = seal.SealAsks(one.Id, seal.OpenAsks(one));
            one.Answer = seal.OpenAnswer(one) is { } answer ? seal.SealAnswer(one.Id, answer) : null;
            one.Consent.Words = seal.SealConsent(one.Id, seal.OpenConsent(one.Id, one.Consent));
        }
        var texts = await OldTexts().OrderBy(text => text.ReferralId).ThenBy(text => text.Field).Take(most - referrals.Count).ToListAsync(cancel);
        foreach (var text in texts)
            text.Sealed = seal.SealText(text.ReferralId, text.Field, seal.Open(text));
        var grants = await OldGrants().OrderBy(one => one.Id).Take(most - referrals.Count - texts.Count).ToListAsync(cancel);
        foreach (var one in grants)
            one.Consent.Words = seal.SealConsent(one.Id, seal.OpenConsent(one.Id, one.Consent));
        await db.SaveChangesAsync(cancel);
        return referrals.Count + texts.Count + grants.Count;
    }

    private IQueryable<CaseReferral> OldReferrals()
    {
        var newest = seal.NewestPrefix;
        return db.CaseReferrals.Where(one => !one.Asks.StartsWith(newest) || !one.Consent.Words.StartsWith(newest) || (one.Answer != null && !one.Answer.StartsWith(newest)));
    }

    private IQueryable<CaseReferralText> OldTexts()
    {
        var newest = seal.NewestPrefix;
        return db.CaseReferralTexts.Where(text => !text.Sealed.StartsWith(newest));
    }

    private IQueryable<CaseGrant> OldGrants()
    {
        var newest = seal.NewestPrefix;
        return db.CaseGrants.Where(one => !one.Consent.Words.StartsWith(newest));
    }
}
