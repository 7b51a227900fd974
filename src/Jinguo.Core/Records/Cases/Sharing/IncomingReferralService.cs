using Jinguo.Core.Base;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Sharing;

/// <summary>
/// 转送、交办: the receiver's side. Who accepts owns a case of her own body, with its own number, clocks and figures, made of what the
/// referral carries alone; refusing and returning give the sender a reason or a result.
/// </summary>
public sealed class IncomingReferralService(Db db, CaseAccess access, CaseWriting writing, CaseSeal seal, CaseWords words, TimeProvider time)
{
    /// <summary>接收: makes a case of a referral; who accepts handles it. Sent twice it is one case. Problems: the body does not handle cases here; the gravest risk needs a next step.</summary>
    public async Task<Outcome<Case>> AcceptAsync(ReferralAcceptance acceptance, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockBodyAsync(cancel) is not { } body)
            return Problem.NotFound("这次转送");
        if (await access.Cases.AsNoTracking().SingleOrDefaultAsync(one => one.Id == acceptance.Key, cancel) is { } made)
            return await db.CaseReferrals.AnyAsync(referral => referral.Id == acceptance.ReferralId && referral.ReceivedCaseId == made.Id, cancel) ? made : Problem.KeyTaken();
        if (await LockAsync(acceptance.ReferralId, cancel) is not var (origin, referral))
            return Problem.NotFound("这次转送");
        if (OrganisationChecks.Ended(body) is { } ended)
            return ended;
        if (await db.Cases.AnyAsync(one => one.Id == acceptance.Key, cancel))
            return Problem.KeyTaken();
        if (await db.CaseOffices.AsNoTracking().SingleOrDefaultAsync(one => one.OrganisationId == body.Id, cancel) is not { } office)
            return new Problem("case.off", "本单位还没有启用个案办理，请负责人先启用。");
        var asks = seal.OpenAsks(referral);
        var input = await InputAsync(referral, asks, acceptance, cancel);
        if (CaseChecks.Check(input, words, office, time.Instant(), isOpen: true) is { Count: > 0 } problems)
            return problems;
        var one = await writing.AddAsync(input, body, office, cancel);
        var from = await db.Organisations.Where(sender => sender.Id == referral.FromId).Select(sender => sender.Name).SingleAsync(cancel);
        writing.Tell(one, $"接收{from}转来的事项，请求：{asks}");
        (referral.State, referral.DecidedAt, referral.ReceivedCaseId) = (ReferralState.Accepted, time.Instant(), one.Id);
        writing.Tell(origin, $"{referral.ToName}已接收，对方编号{office.NumberOf(one)}");
        writing.Log(origin, "case.referral-accepted", new FieldChange("to", null, referral.ToName));
        origin.Version++;
        return await writing.DoneAsync(write, one, acceptance.Reason, isNew: true, cancel);
    }

    /// <summary>不接收: refuses with a reason; the matter stays with the sender's handler. Problems: the reason.</summary>
    public async Task<Outcome<CaseReferral>> RefuseAsync(Guid referralId, string reason, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockAsync(referralId, cancel) is not var (origin, referral))
            return Problem.NotFound("这次转送");
        if (SharingChecks.CheckAnswer(reason) is { } problem)
            return problem;
        (referral.State, referral.DecidedAt, referral.Answer) = (ReferralState.Refused, time.Instant(), seal.SealAnswer(referral.Id, reason));
        writing.Tell(origin, $"{referral.ToName}没有接收，理由：{reason.Trim()}");
        writing.Log(origin, "case.referral-refused", new FieldChange("to", null, referral.ToName));
        await writing.SaveAsync(write, cancel, origin);
        return referral;
    }

    /// <summary>反馈: tells the sender the result, once the own case is closed: answered, or sent back because it is not ours. Problems: it is not closed yet; the words.</summary>
    /// <param name="caseId">The own case, made of the referral.</param>
    /// <param name="result">The result, or why it is sent back.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<CaseReferral>> ReturnAsync(Guid caseId, string result, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(caseId, cancel) is not { } one || await db.CaseReferrals.SingleOrDefaultAsync(referral => referral.ReceivedCaseId == caseId, cancel) is not { } referral)
            return Problem.NotFound("这次转送");
        if (referral.State == ReferralState.Returned)
            return referral;
        if (!CaseFlow.IsClosed(one.Stage))
            return new Problem("case.referral.unfinished", $"这个事项{one.Stage.Name()}，办结或退回以后再反馈。");
        if (SharingChecks.CheckAnswer(result) is { } problem)
            return problem;
        var origin = (await writing.LockAsync(access.OriginOf(referral), referral.CaseId, cancel))!;
        (referral.State, referral.ReturnedAt, referral.Answer) = (ReferralState.Returned, time.Instant(), seal.SealAnswer(referral.Id, result));
        writing.Tell(one, $"已向转来单位反馈：{result}");
        writing.Tell(origin, $"{referral.ToName}反馈：{result}");
        writing.Log(one, "case.referral-returned");
        writing.Log(origin, "case.referral-returned", new FieldChange("to", null, referral.ToName));
        await writing.SaveAsync(write, cancel, one, origin);
        return referral;
    }

    private async Task<(Case Origin, CaseReferral Referral)?> LockAsync(Guid id, CancellationToken cancel)
    {
        if (await access.Incoming.AsNoTracking().SingleOrDefaultAsync(referral => referral.Id == id, cancel) is not { } seen)
            return null;
        var origin = (await writing.LockAsync(access.OriginOf(seen), seen.CaseId, cancel))!;
        // Read again: somebody else may have answered it, or the sender taken it back, while the row was waited for.
        return await access.Incoming.SingleOrDefaultAsync(referral => referral.Id == id, cancel) is { } referral ? (origin, referral) : null;
    }

    private async Task<CaseInput> InputAsync(CaseReferral referral, string asks, ReferralAcceptance acceptance, CancellationToken cancel)
    {
        var texts = (await db.CaseReferralTexts.AsNoTracking().Where(text => text.Region == referral.Region && text.ReferralId == referral.Id).ToListAsync(cancel)).ToDictionary(text => text.Field, seal.Open);
        if (!texts.ContainsKey(CaseField.Request) && !texts.ContainsKey(CaseField.Facts))
            texts[CaseField.Request] = asks;
        if (!string.IsNullOrWhiteSpace(acceptance.NextStep))
            texts[CaseField.NextStep] = acceptance.NextStep;
        return new(acceptance.Key, referral.Channel, referral.Kind, referral.Category, referral.Risk, time.Instant(), texts)
        {
            Visitors = referral.Visitors,
            IsAnonymous = !texts.ContainsKey(CaseField.Name),
            IsUrgent = referral.IsUrgent,
            IsMinor = referral.IsMinor,
            NextStepDue = acceptance.NextStepDue,
            Reason = acceptance.Reason,
        };
    }
}
