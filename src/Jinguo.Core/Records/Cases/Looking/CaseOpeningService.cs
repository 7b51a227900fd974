using Jinguo.Core.Base;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Looking;

/// <summary>调阅: asking to read a minor's case or an archived one, opening a case at once in an emergency, and what a supervisor says of both. Every step is in the trail; why stands sealed with the opening.</summary>
public sealed class CaseOpeningService(Db db, CaseAccess access, CaseNumbers numbers, CaseWriting writing, CaseSeal seal, TimeProvider time)
{
    /// <summary>An approval lasts at most so many days.</summary>
    public const int MostDays = 30;

    /// <summary>What is opened at once is open so long.</summary>
    public static readonly TimeSpan Emergency = TimeSpan.FromHours(24);

    /// <summary>申请调阅: asks to read the words of a case that she sees without them: a minor's, or an archived one. Sent twice it is one. Problems: she may read them; one waits or is in force; they are destroyed; the reason; the day.</summary>
    /// <param name="key">Client key, version 7.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="reason">Why.</param>
    /// <param name="until">The last day (China) on which she wants to read.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<CaseOpening>> AskAsync(Guid key, Guid caseId, string reason, DateOnly until, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(access.Readable, caseId, cancel) is not { } one)
            return Problem.NotFound("这个事项");
        if (await db.CaseOpenings.AsNoTracking().SingleOrDefaultAsync(opening => opening.Id == key, cancel) is { } sent)
            return sent.CaseId == caseId && sent.AccountId == access.Actor.AccountId ? sent : Problem.KeyTaken();
        if (one.DestroyedAt is not null)
            return Destroyed();
        if (await access.MayReadTextsAsync(one, cancel))
            return new Problem("case.opening.open", "您可以看这个事项的内容，不用申请。");
        if (await db.CaseOpenings.AnyAsync(opening => opening.CaseId == caseId && opening.AccountId == access.Actor.AccountId && !opening.IsEmergency && opening.State == OpeningState.Waiting, cancel))
            return new Problem("case.opening.waiting", "您已经申请过，正在等负责人批准。");
        if (CheckReason(reason) is { } problem)
            return problem;
        var today = time.Today();
        if (until < today || until > today.AddDays(MostDays))
            return new Problem("case.opening.until", $"看到哪天，填今天起{MostDays}日以内。", "Until");
        return await AddAsync(write, one, key, reason, China.EndOf(until), isEmergency: false, cancel);
    }

    /// <summary>
    /// 紧急调阅: opens a case of the own body at once, for <see cref="Emergency"/>, with a reason; a supervisor looks into it
    /// afterwards. One that is open already stays so. Problems: she may read it anyway; within that time a supervisor found it out of order; the reason. A case from which she keeps out
    /// is not there for her.
    /// </summary>
    /// <param name="numberOrCode">Its number (安妇访〔2026〕083号), or the code on the petitioner's receipt.</param>
    /// <param name="reason">Why it cannot wait.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<CaseOpening>> OpenAtOnceAsync(string numberOrCode, string reason, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await numbers.FindAsync(access.OfBody, numberOrCode, cancel) is not { } id || await writing.LockAsync(access.OfBody, id, cancel) is not { } one)
            return Problem.NotFound("这个事项");
        var now = time.Instant();
        if (await db.CaseOpenings.AsNoTracking().FirstOrDefaultAsync(opening => opening.CaseId == id && opening.AccountId == access.Actor.AccountId && opening.IsEmergency && opening.EndsAt >= now, cancel) is { } open)
            return open.State == OpeningState.Refused ? new Problem("case.opening.refused", "负责人认定这次紧急调阅不合规，请直接找负责人。") : open;
        if (await access.Readable.AnyAsync(same => same.Id == id, cancel) && await access.MayReadTextsAsync(one, cancel))
            return new Problem("case.opening.open", "这个事项您本来就可以看，不用紧急调阅。");
        if (one.DestroyedAt is not null)
            return Destroyed();
        if (CheckReason(reason) is { } problem)
            return problem;
        return await AddAsync(write, one, Guid.CreateVersion7(time.GetUtcNow()), reason, now + Emergency, isEmergency: true, cancel);
    }

    /// <summary>批准、审查: a supervisor approves or refuses what another asked for, or says whether an emergency was in order. Problems: judged otherwise already; the words.</summary>
    /// <param name="openingId">The opening, not her own.</param>
    /// <param name="isGranted">Approved, or in order. What is refused is read no more.</param>
    /// <param name="words">Why; needed but for an approval.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<CaseOpening>> JudgeAsync(Guid openingId, bool isGranted, string words, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await access.Judged.AsNoTracking().SingleOrDefaultAsync(opening => opening.Id == openingId, cancel) is not { } seen
            || await writing.LockAsync(seen.CaseId, cancel) is not { } one)
            return Problem.NotFound("这次调阅");
        var opening = await access.Judged.SingleAsync(opening => opening.Id == openingId, cancel);
        var state = isGranted ? OpeningState.Granted : OpeningState.Refused;
        if (opening.State != OpeningState.Waiting)
            return opening.State == state ? opening : new Problem("case.opening.judged", $"另一位负责人已经定为{opening.StateName}。");
        if (words.Trim().Length > CaseChecks.LongestLine || (words.Trim().Length == 0 && (opening.IsEmergency || !isGranted)))
            return new Problem("case.opening.words", $"请写明意见，{CaseChecks.LongestLine}字以内。", "Words");
        (opening.State, opening.JudgedByName, opening.JudgedAt, opening.Words) = (state, access.Actor.Name, time.Instant(), seal.SealVerdict(opening.Id, words));
        writing.Log(one, "case.opening-judged", new("who", null, opening.Name), new FieldChange("verdict", null, opening.StateName));
        await writing.SaveAsync(write, cancel);
        return opening;
    }

    private static Problem Destroyed() => new("case.opening.destroyed", "这个事项保管期满，内容已经销毁，没有可以看的了。");

    private static Problem? CheckReason(string reason) => reason.Trim().Length is 0 or > CaseChecks.LongestLine
        ? new("case.opening.reason", $"请写明为什么要看，{CaseChecks.LongestLine}字以内。", "Reason")
        : null;

    private async Task<Outcome<CaseOpening>> AddAsync(WriteTransaction write, Case one, Guid key, string reason, DateTime endsAt, bool isEmergency, CancellationToken cancel)
    {
        var opening = new CaseOpening
        {
            Region = one.Region,
            Id = key,
            CaseId = one.Id,
            AccountId = access.Actor.AccountId!.Value,
            Name = access.Actor.Name,
            IsEmergency = isEmergency,
            AskedAt = time.Instant(),
            Reason = seal.SealReason(key, reason),
            EndsAt = endsAt,
            State = OpeningState.Waiting,
        };
        db.CaseOpenings.Add(opening);
        writing.Log(one, isEmergency ? "case.opened-at-once" : "case.opening-asked", new FieldChange("until", null, $"{endsAt:O}"));
        await writing.SaveAsync(write, cancel);
        return opening;
    }
}
