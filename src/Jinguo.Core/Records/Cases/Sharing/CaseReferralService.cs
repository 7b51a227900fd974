using Jinguo.Core.Base;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Sharing;

/// <summary>
/// 转送、交办: the sender's side. Until the other accepts, the matter is its handler's (首问负责): she can take the referral back, and
/// while it waits the case is neither marked 转送 nor closed. How the other answers stands in the course of her case.
/// </summary>
public sealed class CaseReferralService(Db db, CaseAccess access, CaseWriting writing, SharingBodies bodies, CaseSeal seal, TimeProvider time)
{
    /// <summary>交办 among <see cref="CaseReferral.Channel"/>.</summary>
    internal const string AssignedChannel = "assigned";

    private const string ForwardedChannel = "forwarded";

    /// <summary>Sends a referral. Sent twice it is one. Problems: no consent and no ground; what was written; the body; one to the same office is open; the case is closed; stale.</summary>
    public async Task<Outcome<CaseReferral>> SendAsync(ReferralInput input, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(input.CaseId, cancel) is not { } one)
            return Problem.NotFound("这个事项");
        if (await db.CaseReferrals.AsNoTracking().SingleOrDefaultAsync(referral => referral.Id == input.Key, cancel) is { } sent)
            return sent.CaseId == one.Id ? sent : Problem.KeyTaken();
        if (one.Version != input.Version)
            return CaseWriting.Stale();
        if (CaseFlow.IsClosed(one.Stage))
            return new Problem("case.referral.closed", $"这个事项{one.Stage.Name()}，不再转送。要转就先“重新办理”。");
        if (SharingChecks.Check(input, one, time.Instant()) is { Count: > 0 } problems)
            return problems;
        Organisation? body = null;
        if (!string.IsNullOrWhiteSpace(input.To))
        {
            var found = await bodies.ResolveAsync(input.To, handlesCases: true, cancel);
            if (!found.Done)
                return Outcome<CaseReferral>.Refused(found.Problems);
            body = found.Value;
        }
        var name = body?.Name ?? input.Outside!.Trim();
        if (await db.CaseReferrals.AnyAsync(referral => referral.Region == one.Region && referral.CaseId == one.Id && referral.ToName == name && (referral.State == ReferralState.Sent || referral.State == ReferralState.Accepted), cancel))
            return new Problem("case.referral.open", $"已经转给{name}，还没有反馈，不用再转。", nameof(input.To));
        var referral = new CaseReferral
        {
            Region = one.Region,
            Id = input.Key,
            CaseId = one.Id,
            FromId = one.OrganisationId,
            ToId = body?.Id,
            ToName = name,
            // 条例22条: what is sent down with a day for its answer is 交办.
            Channel = body is not null && input.AnswerBy is not null && OrganisationPath.IsWithin(body.Path, access.Actor.Path) ? AssignedChannel : ForwardedChannel,
            Kind = one.Kind,
            Category = one.Category,
            Risk = one.Risk,
            Visitors = one.Visitors,
            IsUrgent = one.IsUrgent,
            IsMinor = one.IsMinor,
            State = ReferralState.Sent,
            AnswerBy = input.AnswerBy,
            Consent = seal.Consent(input.Key, input.Consent),
            Asks = seal.SealAsks(input.Key, input.Asks),
            SentAt = time.Instant(),
            SentByName = access.Actor.Name,
        };
        db.CaseReferrals.Add(referral);
        await AddTextsAsync(referral, input.Fields, cancel);
        writing.Tell(one, $"转请{name}办理：{input.Asks}");
        writing.Log(one, "case.referred", new("to", null, name), new FieldChange("ground", null, referral.Consent.Ground.Name()));
        await writing.SaveAsync(write, cancel, one);
        return referral;
    }

    /// <summary>收回: takes back a referral that nobody has accepted yet; the other sees it no more. Problems: it is answered already.</summary>
    public async Task<Outcome<CaseReferral>> WithdrawAsync(Guid referralId, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockAsync(referralId, cancel) is not var (one, referral))
            return Problem.NotFound("这次转送");
        if (referral.State == ReferralState.Withdrawn)
            return referral;
        if (referral.State != ReferralState.Sent)
            return new Problem("case.referral.answered", $"对方{referral.State.Name()}，不能收回了。");
        referral.State = ReferralState.Withdrawn;
        writing.Tell(one, $"收回转给{referral.ToName}的事项");
        writing.Log(one, "case.referral-withdrawn", new FieldChange("to", null, referral.ToName));
        await writing.SaveAsync(write, cancel, one);
        return referral;
    }

    /// <summary>Writes down how a department outside answered: accepted, refused, or returned with its result. Problems: the order of answers; the words; a body of the platform answers itself.</summary>
    /// <param name="referralId">The referral.</param>
    /// <param name="state">The answer.</param>
    /// <param name="words">Why it was refused, or the result; not needed where it was accepted.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<CaseReferral>> RecordAnswerAsync(Guid referralId, ReferralState state, string words, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockAsync(referralId, cancel) is not var (one, referral))
            return Problem.NotFound("这次转送");
        if (referral.State == state)
            return referral;
        if (referral.ToId is not null)
            return new Problem("case.referral.platform", $"{referral.ToName}会自己在平台上接收和反馈。");
        if (!Follows(referral.State, state))
            return new Problem("case.referral.order", $"这次转送{referral.State.Name()}，不能记为“{state.Name()}”。", "State");
        if (state != ReferralState.Accepted && SharingChecks.CheckAnswer(words) is { } problem)
            return problem;
        referral.State = state;
        if (state == ReferralState.Returned)
            referral.ReturnedAt = time.Instant();
        else
            referral.DecidedAt = time.Instant();
        referral.Answer = state == ReferralState.Accepted ? null : seal.SealAnswer(referral.Id, words);
        writing.Tell(one, $"{referral.ToName}{state.Name()}{(string.IsNullOrWhiteSpace(words) ? "" : $"：{words.Trim()}")}");
        writing.Log(one, "case.referral-recorded", new("to", null, referral.ToName), new FieldChange("state", null, state.Name()));
        await writing.SaveAsync(write, cancel, one);
        return referral;
    }

    private static bool Follows(ReferralState before, ReferralState after) => (before, after) is
        (ReferralState.Sent, ReferralState.Accepted) or (ReferralState.Sent, ReferralState.Refused)
        or (ReferralState.Sent, ReferralState.Returned) or (ReferralState.Accepted, ReferralState.Returned);

    /// <summary>The referral with its case, whose row is locked, if she may act on it.</summary>
    private async Task<(Case One, CaseReferral Referral)?> LockAsync(Guid referralId, CancellationToken cancel)
    {
        var cases = await db.CaseReferrals.Where(referral => referral.Id == referralId).Select(referral => referral.CaseId).ToListAsync(cancel);
        return cases is [var caseId] && await writing.LockAsync(caseId, cancel) is { } one
            ? (one, await db.CaseReferrals.SingleAsync(referral => referral.Id == referralId, cancel))
            : null;
    }

    /// <summary>The texts that she chose, as they are now. Where she may be reached goes nowhere without how she may be reached safely.</summary>
    private async Task AddTextsAsync(CaseReferral referral, IReadOnlyCollection<CaseField> chosen, CancellationToken cancel)
    {
        var fields = chosen.Intersect(SharingChecks.Sendable).ToHashSet();
        if (fields.Contains(CaseField.Phone) || fields.Contains(CaseField.Address))
            fields.Add(CaseField.SafeContact);
        foreach (var text in await db.CaseTexts.AsNoTracking().Where(text => text.Region == referral.Region && text.CaseId == referral.CaseId && fields.Contains(text.Field)).ToListAsync(cancel))
            db.CaseReferralTexts.Add(new() { Region = referral.Region, ReferralId = referral.Id, Field = text.Field, Sealed = seal.SealText(referral.Id, text.Field, seal.Open(text)) });
    }
}
