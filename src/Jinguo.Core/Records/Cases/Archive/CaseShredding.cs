using System.Security.Cryptography;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Records.Cases.Files;
using Jinguo.Core.Records.Cases.Limits;
using Jinguo.Core.Records.Cases.Looking;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Core.Records.Cases.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Archive;

/// <summary>Takes every word out of cases that are destroyed. What lists, clocks and figures need stays: number, class, days, and which act was done when.</summary>
public sealed class CaseShredding(Db db, CaseSeal seal, CaseFileFolder folder)
{
    private const string Gone = "（已销毁）";
    private const int QueryLength = 32;

    /// <summary>Takes the words out, within the transaction of the act.</summary>
    /// <returns>The contents on the disk, to be dropped once the act is committed: without their rows, which held their keys, nobody opens them.</returns>
    internal async Task<IReadOnlyList<string>> TakeOutAsync(IReadOnlyList<Case> cases, CancellationToken cancel)
    {
        var ids = cases.Select(one => one.Id).ToList();
        var places = await db.CaseFiles.Where(file => ids.Contains(file.CaseId)).Select(file => file.Place).ToListAsync(cancel);
        await db.CaseFiles.Where(file => ids.Contains(file.CaseId)).ExecuteDeleteAsync(cancel);
        await db.CaseEvidence.Where(row => ids.Contains(row.CaseId)).ExecuteDeleteAsync(cancel);
        await db.CaseTexts.Where(text => ids.Contains(text.CaseId)).ExecuteDeleteAsync(cancel);
        var sent = db.CaseReferrals.Where(referral => ids.Contains(referral.CaseId));
        await db.CaseReferralTexts.Where(text => sent.Any(referral => referral.Region == text.Region && referral.Id == text.ReferralId)).ExecuteDeleteAsync(cancel);
        foreach (var entry in await db.CaseEntries.Where(entry => ids.Contains(entry.CaseId)).ToListAsync(cancel))
            (entry.Sealed, entry.StruckReason) = (seal.SealEntry(entry.Id, Gone), entry.StruckReason is null ? null : seal.SealEntry(entry.Id, Gone));
        foreach (var referral in await sent.ToListAsync(cancel))
            (referral.Asks, referral.Answer, referral.Consent.Words) = (seal.SealAsks(referral.Id, Gone), referral.Answer is null ? null : seal.SealAnswer(referral.Id, Gone), seal.SealConsent(referral.Id, Gone));
        foreach (var grant in await db.CaseGrants.Where(grant => ids.Contains(grant.CaseId)).ToListAsync(cancel))
            grant.Consent.Words = seal.SealConsent(grant.Id, Gone);
        foreach (var opening in await db.CaseOpenings.Where(opening => ids.Contains(opening.CaseId)).ToListAsync(cancel))
            (opening.Reason, opening.Words) = (seal.SealReason(opening.Id, Gone), opening.Words is null ? null : seal.SealVerdict(opening.Id, Gone));
        foreach (var change in await db.CaseClockChanges.Where(change => ids.Contains(change.CaseId)).ToListAsync(cancel))
            change.Reason = seal.SealClockReason(change.Id, Gone);
        // The booking of a reception day tells who came in a case's place; why it was withdrawn is a word about her.
        foreach (var booking in await db.ReceptionBookings.Where(booking => ids.Contains(booking.CaseId!.Value) && booking.WithdrawnReason != null).ToListAsync(cancel))
            booking.WithdrawnReason = seal.SealWords(ReceptionSeal.Withdrawn, booking.Id, Gone);
        foreach (var one in cases)
            (one.IdIndex, one.PhoneIndex, one.QueryIndex) = (null, null, seal.IndexOfQuery(RandomNumberGenerator.GetHexString(QueryLength)));
        return places;
    }

    /// <summary>Takes the contents from the disk.</summary>
    internal void Drop(IEnumerable<string> places)
    {
        foreach (var place in places)
            folder.Drop(place);
    }
}
