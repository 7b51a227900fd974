using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Archive;
using Jinguo.Core.Records.Cases.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

// The course of a case: acts that move it on, what is done meanwhile, and in whose hands it is.
public sealed partial class CaseService
{
    /// <summary>A review and a re-review are asked for within so many calendar days of the written reply (PET-09, PET-10).</summary>
    public const int DaysToAsk = 30;

    /// <summary>
    /// Moves a case on (<see cref="CaseFlow"/>). Sent twice it is done once. Problems: the act does not fit the stage; what was
    /// written; stale; a minor's case that she may not read; only what another office sent goes back to it; a review is asked for
    /// too late.
    /// </summary>
    public Task<Outcome<Case>> MoveAsync(CaseAct act, CaseDone done, CancellationToken cancel = default) => WriteLineAsync(done, async one =>
    {
        if (CaseFlow.After(one.Stage, act) is not { } next)
            return new("case.stage", $"这个事项{one.Stage.Name()}，不能再“{act.Name()}”。");
        if (CaseChecks.Check(act, done) is { } unfit)
            return unfit;
        if (act == CaseAct.Object && words.Channel(one.Channel) is not { IsSent: true })
            return new("case.object", "只有上级或部门转来的事项才能异议退回；不归本单位管的，请“不予受理”并告知她找谁。");
        if ((act == CaseAct.Transfer || CaseFlow.IsClosed(next)) && await WaitingAsync(one, cancel) is { } waiting)
            return new("case.referral.waiting", $"转给{waiting}的还没有接收，这个事项仍由您负责。请等对方接收，或者先收回。");
        if (CaseFlow.IsClosed(next) && await CaseMinors.CheckPoliceAsync(db, one, cancel) is { } police)
            return police;
        if (act is CaseAct.AskReview or CaseAct.AskRecheck && await RepliedAsync(one, cancel) is { } replied && China.Day(done.At) > China.Day(replied).AddDays(DaysToAsk))
            return new("case.ask.late", $"书面答复是{China.Day(replied):yyyy年M月d日}给的，{act.Name()}要在{DaysToAsk}日内提出。", nameof(done.At));
        if (await PlanAsync(one, done.Next, isOpen: !CaseFlow.IsClosed(next), cancel) is { } missing)
            return missing;
        changes.Add(Actor, one.Region, one.OrganisationId, "case.moved", SubjectKind, $"{one.Id}", done.Reason, [new("act", null, act.Name()), new("stage", one.Stage.Name(), next.Name())]);
        db.CaseEntries.Add(writing.Entry(one, done.Key, done.At, done.Text, act));
        Move(one, act, next, done.At);
        if (act == CaseAct.Archive)
            (one.Retention, one.KeepUntil) = await KeptAsync(one, done, cancel);
        if (act is CaseAct.AnswerReview or CaseAct.AnswerRecheck)
            await EndGrantsAsync(one, cancel);
        return null;
    }, cancel);

    /// <summary>Writes down what was done. Sent twice it stands once. Problems: what was written; stale; a minor's case that she may not read; archived.</summary>
    public Task<Outcome<Case>> WriteDownAsync(CaseStep step, CaseDone done, CancellationToken cancel = default) => WriteLineAsync(done, async one =>
    {
        if (one.Stage == CaseStage.Archived)
            return CaseWriting.Archived();
        if (CaseChecks.Check(step, done) is [var wrong, ..])
            return wrong;
        if (await PlanAsync(one, done.Next, one.ClosedAt is null, cancel) is { } missing)
            return missing;
        changes.Add(Actor, one.Region, one.OrganisationId, "case.written", SubjectKind, $"{one.Id}", fields: [new("step", null, step.Name())]);
        var entry = writing.Entry(one, done.Key, done.At, done.Text, step: step);
        (entry.Months, entry.Satisfaction) = (step.IsOrder() ? done.Months ?? CaseChecks.MostOrderMonths : null, done.Satisfaction);
        db.CaseEntries.Add(entry);
        return null;
    }, cancel);

    /// <summary>划去: strikes out what was written down by mistake, with a reason; it stays readable. Acts that moved the case stay. Problems: the reason; archived.</summary>
    public async Task<Outcome<Case>> StrikeOutAsync(Guid caseId, Guid entryId, string reason, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(caseId, cancel) is not { } one || !await access.MayReadTextsAsync(one, cancel)
            || await db.CaseEntries.SingleOrDefaultAsync(line => line.Id == entryId && line.CaseId == caseId && line.Step != null, cancel) is not { } entry)
            return Problem.NotFound("这条记录");
        if (one.Stage == CaseStage.Archived)
            return CaseWriting.Archived();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > CaseChecks.LongestLine)
            return new Problem("case.strike.reason", $"划去要写明原因，{CaseChecks.LongestLine}字以内。", "Reason");
        if (entry.StruckAt is not null)
            return one;
        (entry.StruckAt, entry.StruckByName, entry.StruckReason) = (time.Instant(), Actor.Name, seal.SealEntry(entry.Id, reason.Trim()));
        if (CaseFlow.IsClosed(one.Stage) && entry.Step == CaseStep.PoliceReport && await CaseMinors.CheckPoliceAsync(db, one, cancel) is { } police)
            return police;
        changes.Add(Actor, one.Region, one.OrganisationId, "case.struck", SubjectKind, $"{one.Id}", fields: [new("entry", null, $"{entry.Id}")]);
        return await writing.DoneAsync(write, one, reason: null, isNew: false, cancel);
    }

    /// <summary>移交: asks a colleague to take a case over. Until she does, it stays with whoever has it (首问负责). Problems: she does not handle cases of this body, or keeps out of this one.</summary>
    public async Task<Outcome<Case>> OfferAsync(Guid caseId, Guid to, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(caseId, cancel) is not { } one)
            return Problem.NotFound("这个事项");
        if (to == one.Handler)
            return new Problem("case.offer.self", "这个事项就在她手里。", "To");
        if (await NameOfHandlerAsync(one, to, cancel) is not { } name)
            return new Problem("case.offer.who", "请选本单位办理信访的同事。", "To");
        if (one.OfferedTo == to)
            return one;
        one.OfferedTo = to;
        changes.Add(Actor, one.Region, one.OrganisationId, "case.offered", SubjectKind, $"{one.Id}", fields: [new("to", null, name)]);
        return await writing.DoneAsync(write, one, reason: null, isNew: false, cancel);
    }

    /// <summary>接手: takes over a case that was offered; a supervisor may take any over.</summary>
    public async Task<Outcome<Case>> TakeOverAsync(Guid caseId, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(caseId, cancel) is not { } one || Actor.AccountId is not { } account)
            return Problem.NotFound("这个事项");
        if (one.Handler == account && one.OfferedTo != account)
            return one;
        if (one.OfferedTo != account && !Actor.Has(Right.CaseSupervise))
            return Problem.NotFound("这个事项");
        var key = Guid.CreateVersion7(time.GetUtcNow());
        db.CaseEntries.Add(writing.Entry(one, key, time.Instant(), $"{Actor.Name}接手办理"));
        (one.Handler, one.OfferedTo) = (account, null);
        changes.Add(Actor, one.Region, one.OrganisationId, "case.taken", SubjectKind, $"{one.Id}", fields: [new("handler", null, Actor.Name)]);
        return await writing.DoneAsync(write, one, reason: null, isNew: false, cancel);
    }

    /// <summary>
    /// 回避 (PET-16): somebody keeps out of a case and sees nothing of it from now on; who handled it gives it to the one who
    /// decides so. Problems: a supervisor alone decides, about others; she does not handle cases of this body.
    /// </summary>
    public async Task<Outcome<Case>> RecuseAsync(Guid caseId, Guid who, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (!Actor.Has(Right.CaseSupervise) || await writing.LockAsync(caseId, cancel) is not { } one)
            return Problem.NotFound("这个事项");
        if (who == Actor.AccountId)
            return new Problem("case.recuse.self", "自己要回避，请另一位负责人来定。", "Who");
        if (await NameOfHandlerAsync(one, who, cancel) is not { } name)
            return new Problem("case.recuse.who", "请选本单位办理信访的同事。", "Who");
        db.CaseRecusals.Add(new() { Region = one.Region, CaseId = one.Id, AccountId = who, Since = time.Instant() });
        if (one.Handler == who)
            one.Handler = Actor.AccountId!.Value;
        if (one.OfferedTo == who)
            one.OfferedTo = null;
        db.CaseEntries.Add(writing.Entry(one, Guid.CreateVersion7(time.GetUtcNow()), time.Instant(), $"{name}回避"));
        changes.Add(Actor, one.Region, one.OrganisationId, "case.recused", SubjectKind, $"{one.Id}", fields: [new("who", null, name)]);
        return await writing.DoneAsync(write, one, reason: null, isNew: false, cancel);
    }

    /// <summary>Writes one line into the course, with what it does to the case.</summary>
    /// <param name="done">The line.</param>
    /// <param name="act">Does it to the locked case; gives back what forbids it.</param>
    /// <param name="cancel">Stops.</param>
    private async Task<Outcome<Case>> WriteLineAsync(CaseDone done, Func<Case, Task<Problem?>> act, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(access.InHand, done.CaseId, cancel) is not { } one)
            return Problem.NotFound("这个事项");
        if (await SentAsync(done, cancel) is { } sent)
            return sent == one.Id ? one : Problem.KeyTaken();
        if (one.Version != done.Version)
            return CaseWriting.Stale();
        if (!await access.MayReadTextsAsync(one, cancel))
            return access.Unreadable(one);
        if (CaseChecks.Check(done, one.ReceivedAt, time.GetUtcNow().UtcDateTime) is { Count: > 0 } problems)
            return problems;
        return await act(one) is { } problem ? problem : await writing.DoneAsync(write, one, done.Reason, isNew: false, cancel);
    }

    /// <summary>Sets what is to be done next; null leaves it. What is closed has nothing left to do, and an open case of the highest risk is never without.</summary>
    private async Task<Problem?> PlanAsync(Case one, CaseNext? next, bool isOpen, CancellationToken cancel)
    {
        if (!isOpen)
            next = new(Text: null, Due: null);
        if (isOpen && CaseChecks.CheckNextStep(words.Risk(one.Risk), words, next is null ? one.NextStepDue : next.Due) is { } missing)
            return missing;
        if (next is null)
            return null;
        var text = await db.CaseTexts.SingleOrDefaultAsync(text => text.Region == one.Region && text.CaseId == one.Id && text.Field == CaseField.NextStep, cancel);
        one.NextStepDue = next.Due;
        if (next.Due is null)
        {
            if (text is not null)
                db.CaseTexts.Remove(text);
        }
        else if (text is null)
            db.CaseTexts.Add(writing.Text(one, CaseField.NextStep, next.Text!.Trim()));
        else
            text.Sealed = seal.Seal(one.Id, CaseField.NextStep, next.Text!.Trim());
        return null;
    }

    /// <summary>How long it is kept, and until when, counted from the year after it is archived.</summary>
    private async Task<(RetentionTerm Term, DateOnly? Until)> KeptAsync(Case one, CaseDone done, CancellationToken cancel)
    {
        var term = done.Retention ?? await CaseRetentionRule.OfAsync(db, words, one, cancel);
        return (term, term.KeptUntil(China.Day(done.At)));
    }

    private static void Move(Case one, CaseAct act, CaseStage next, DateTime at)
    {
        one.Stage = next;
        if (act == CaseAct.Accept)
            one.AcceptedAt ??= at;
        if (act == CaseAct.Transfer)
            one.TransferredAt ??= at;
        if (act is CaseAct.Answer or CaseAct.Decline or CaseAct.Transfer)
            one.AnsweredAt ??= at;
        if (act == CaseAct.Reopen)
            one.ClosedAt = null;
        else if (CaseFlow.IsClosed(next))
            one.ClosedAt ??= at;
    }

    /// <summary>To whom a referral of the case was sent that nobody has accepted yet; null where there is none.</summary>
    private async Task<string?> WaitingAsync(Case one, CancellationToken cancel) =>
        await db.CaseReferrals.Where(referral => referral.Region == one.Region && referral.CaseId == one.Id && referral.State == ReferralState.Sent && referral.ToId != null).Select(referral => referral.ToName).FirstOrDefaultAsync(cancel);

    /// <summary>The reviewing body reads the file no more.</summary>
    private async Task EndGrantsAsync(Case one, CancellationToken cancel)
    {
        foreach (var grant in await db.CaseGrants.Where(grant => grant.Region == one.Region && grant.CaseId == one.Id && grant.EndedAt == null).ToListAsync(cancel))
            grant.EndedAt = time.Instant();
    }

    /// <summary>The case of an entry that was sent before with this key, or null.</summary>
    private async Task<Guid?> SentAsync(CaseDone done, CancellationToken cancel) =>
        await db.CaseEntries.Where(entry => entry.Id == done.Key).Select(entry => (Guid?)entry.CaseId).SingleOrDefaultAsync(cancel);

    private async Task<DateTime?> RepliedAsync(Case one, CancellationToken cancel) =>
        await db.CaseEntries.Where(entry => entry.Region == one.Region && entry.CaseId == one.Id && (entry.Act == CaseAct.Answer || entry.Act == CaseAct.AnswerReview)).MaxAsync(entry => (DateTime?)entry.At, cancel);

    /// <summary>The name of somebody who handles cases of the body and does not keep out of this one; else null.</summary>
    private async Task<string?> NameOfHandlerAsync(Case one, Guid account, CancellationToken cancel)
    {
        var recusals = db.CaseRecusals;
        return await CaseHandlers.Of(db, one.OrganisationId).Where(colleague => colleague.Id == account && !recusals.Any(recusal => recusal.Region == one.Region && recusal.CaseId == one.Id && recusal.AccountId == account))
            .Select(colleague => colleague.Name).SingleOrDefaultAsync(cancel);
    }
}
