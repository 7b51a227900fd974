using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Clocks;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Limits;

/// <summary>
/// 延期, 听证, 暂缓: what the law lets happen to the clocks of a case (<see cref="ClockChecks"/>). Each act is a line of the course and an
/// entry of the trail, which tells rule and days, never why.
/// </summary>
public sealed class CaseClockService(Db db, CaseAccess access, CaseWriting writing, CaseDues dues, CaseSeal seal, WorkCalendar calendar, TimeProvider time)
{
    /// <summary>
    /// 申请延期: asks for a longer time for the decision (PET-08). A supervisor of the body approves in the same act. The clock stays as
    /// it is until the petitioner was told (<see cref="TellAsync"/>). Problems: <see cref="ClockChecks.CheckExtension"/>; no decision is due;
    /// one waits or was approved already; a minor's case that she may not read; stale.
    /// </summary>
    public async Task<Outcome<Case>> AskAsync(ExtensionInput input, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(input.CaseId, cancel) is not { } one)
            return Problem.NotFound("这个事项");
        if (!await access.MayReadTextsAsync(one, cancel))
            return access.Unreadable(one);
        if (await SentAsync(input.Key, cancel) is { } sent)
            return sent == one.Id ? one : Problem.KeyTaken();
        if (one.Version != input.Version)
            return CaseWriting.Stale();
        if (Open(await dues.ReadAsync(one, cancel), ClockRules.Decision.Code) is not { } clock)
            return new Problem("case.clock.none", "现在没有处理意见书的期限，不用延长。");
        switch (Extensions(one, clock).FirstOrDefault(change => change.State is ClockChangeState.Waiting or ClockChangeState.Granted)?.State)
        {
            case ClockChangeState.Waiting:
                return new Problem("case.extension.waiting", "已经申请延期，正在等负责人批准。");
            case ClockChangeState.Granted when clock.Extension is null:
                return new Problem("case.extension.tell", "已经批准延期，请先把延长的理由告知信访人。");
        }
        var mayJudge = access.Actor.Has(Right.CaseSupervise);
        if (Check(clock, input.Days, mayJudge ? access.Actor.Name : "负责人", input.Reason) is { Count: > 0 } problems)
            return problems;
        var change = Add(one, clock, ClockChangeKind.Extension, input.Key, input.Reason, mayJudge ? ClockChangeState.Granted : ClockChangeState.Waiting);
        change.Days = input.Days;
        if (mayJudge)
            (change.First, change.JudgedByName, change.JudgedAt) = (time.Today(), access.Actor.Name, time.Instant());
        writing.Tell(one, $"{(mayJudge ? "批准" : "申请")}把“{clock.Rule.Name}”延长{input.Days}日：{input.Reason.Trim()}");
        writing.Log(one, mayJudge ? "case.extension-granted" : "case.extension-asked", new FieldChange("days", null, $"{input.Days}"));
        return await writing.DoneAsync(write, one, reason: null, isNew: false, cancel);
    }

    /// <summary>批准、不批准 an extension that was asked for. Problems: taken back, or judged otherwise already; the clock has ended meanwhile; no words where it is refused.</summary>
    /// <param name="id">The change.</param>
    /// <param name="isGranted">Approved.</param>
    /// <param name="words">Why; needed where it is refused.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<Case>> JudgeAsync(Guid id, bool isGranted, string words, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (!access.Actor.Has(Right.CaseSupervise) || await FindAsync(id, cancel) is not ({ } one, { Kind: ClockChangeKind.Extension } change))
            return Problem.NotFound("这次延期");
        var state = isGranted ? ClockChangeState.Granted : ClockChangeState.Refused;
        if (change.State == ClockChangeState.Withdrawn)
            return new Problem("case.extension.withdrawn", $"{change.AskedByName}申请的这次延期已经收回，不用再批。");
        if (change.State != ClockChangeState.Waiting)
            return change.State == state ? one : new Problem("case.extension.judged", $"{change.JudgedByName}已经定为{(change.State == ClockChangeState.Granted ? "批准" : "不批准")}。");
        if (words.Trim().Length > CaseChecks.LongestLine || (words.Trim().Length == 0 && !isGranted))
            return new Problem("case.extension.words", $"不批准的请写明理由，{CaseChecks.LongestLine}字以内。", "Words");
        if (isGranted)
        {
            if ((await dues.ReadAsync(one, cancel)).FirstOrDefault(change.IsOf) is not { } clock)
                return new Problem("case.clock.none", "这次申请说的期限已经不在了，不用延长。");
            if (Check(clock, change.Days, access.Actor.Name, seal.OpenReason(change)) is { Count: > 0 } problems)
                return problems;
            change.First = time.Today();
        }
        (change.State, change.JudgedByName, change.JudgedAt) = (state, access.Actor.Name, time.Instant());
        writing.Tell(one, $"{(isGranted ? "批准" : "不批准")}延长{change.Days}日{(words.Trim().Length == 0 ? "" : $"：{words.Trim()}")}");
        writing.Log(one, isGranted ? "case.extension-granted" : "case.extension-refused", new FieldChange("days", null, $"{change.Days}"));
        return await writing.DoneAsync(write, one, reason: null, isNew: false, cancel);
    }

    /// <summary>
    /// 收回申请: who asked for an extension, or has the case in hand since, takes it back while it waits; another may be asked for then.
    /// A supervisor who does not handle the case refuses it instead, with a reason. Taken back twice it is taken back once. Problems: judged already.
    /// </summary>
    public async Task<Outcome<Case>> WithdrawAsync(Guid id, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await FindAsync(id, cancel) is not ({ } one, { Kind: ClockChangeKind.Extension } change) || access.Actor.AccountId is not { } account || (one.Handler != account && one.OfferedTo != account))
            return Problem.NotFound("这次延期");
        if (!await access.MayReadTextsAsync(one, cancel))
            return access.Unreadable(one);
        if (change.State == ClockChangeState.Withdrawn)
            return one;
        if (change.State != ClockChangeState.Waiting)
            return new Problem("case.extension.judged", $"{change.JudgedByName}已经定为{(change.State == ClockChangeState.Granted ? "批准" : "不批准")}，不能再收回。");
        change.State = ClockChangeState.Withdrawn;
        writing.Tell(one, $"收回延长“{ClockRules.Find(change.Rule)!.Name}”{change.Days}日的申请");
        writing.Log(one, "case.extension-withdrawn", new FieldChange("days", null, $"{change.Days}"));
        return await writing.DoneAsync(write, one, reason: null, isNew: false, cancel);
    }

    /// <summary>告知延期: the petitioner was told why; from now on the longer time counts (PET-08). Told twice it stands as told first. Problems: not approved; the day; the words.</summary>
    /// <param name="id">The change.</param>
    /// <param name="on">The day (China) on which she was told: from the approval to today.</param>
    /// <param name="words">How, and what she said; where she cannot be told, why.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<Case>> TellAsync(Guid id, DateOnly on, string words, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await FindAsync(id, cancel) is not ({ } one, { Kind: ClockChangeKind.Extension } change))
            return Problem.NotFound("这次延期");
        if (!await access.MayReadTextsAsync(one, cancel))
            return access.Unreadable(one);
        if (change is not { State: ClockChangeState.Granted, First: { } approved })
            return new Problem("case.extension.state", "延期还没有批准，批准以后再告知。");
        if (change.ToldOn is not null)
            return one;
        if (on < approved || on > time.Today())
            return new Problem("case.extension.told", $"告知的日期填{approved:yyyy年M月d日}批准以后、今天以前。", "On");
        if (words.Trim().Length is 0 or > CaseChecks.LongestLine)
            return new Problem("case.extension.told-words", $"请写明怎样告知的，{CaseChecks.LongestLine}字以内。", "Words");
        change.ToldOn = on;
        writing.Tell(one, $"{on:yyyy年M月d日}把延长{change.Days}日的理由告知信访人：{words.Trim()}");
        writing.Log(one, "case.extension-told", new FieldChange("day", null, $"{on:O}"));
        return await writing.DoneAsync(write, one, reason: null, isNew: false, cancel);
    }

    /// <summary>
    /// 听证 in 复核, 暂缓 of the body's own limit: a clock stands still. Sent twice it is written once. Problems:
    /// <see cref="ClockChecks.CheckStop"/>; no such clock runs; days to come; stale.
    /// </summary>
    public async Task<Outcome<Case>> StopAsync(StopInput input, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(input.CaseId, cancel) is not { } one)
            return Problem.NotFound("这个事项");
        if (!await access.MayReadTextsAsync(one, cancel))
            return access.Unreadable(one);
        if (await SentAsync(input.Key, cancel) is { } sent)
            return sent == one.Id ? one : Problem.KeyTaken();
        if (one.Version != input.Version)
            return CaseWriting.Stale();
        if (one.Stage == CaseStage.Archived || Open(await dues.ReadAsync(one, cancel), input.Rule) is not { } clock)
            return new Problem("case.clock.none", "这个期限现在没有在走，不用暂停。");
        var isHearing = input.Kind is { } asked ? asked == ClockChangeKind.Hearing : clock.Rule.StopsForHearing;
        var kind = isHearing ? ClockChangeKind.Hearing : ClockChangeKind.Suspension;
        var stop = new ClockStop(isHearing ? ClockStopKind.Hearing : ClockStopKind.Suspension, input.First, input.Last, input.Reason);
        if (ClockChecks.CheckStop(clock, stop) is { Count: > 0 } problems)
            return Outcome<Case>.Refused(problems);
        if (CheckDays(input.First, input.Last, input.Reason) is { } problem)
            return problem;
        var change = Add(one, clock, kind, input.Key, input.Reason, ClockChangeState.Granted);
        (change.First, change.Last) = (input.First, input.Last);
        writing.Tell(one, $"{Name(change)}，{input.First:yyyy年M月d日}起{(input.Last is { } last ? $"，到{last:yyyy年M月d日}" : "")}：{input.Reason.Trim()}");
        writing.Log(one, "case.clock-stopped", new("rule", null, clock.Rule.Name), new("from", null, $"{input.First:O}"), new FieldChange("until", null, input.Last is { } end ? $"{end:O}" : null));
        return await writing.DoneAsync(write, one, reason: null, isNew: false, cancel);
    }

    /// <summary>听证结束, 恢复计算: a clock that stood still runs on after a day. Problems: the day; ended otherwise already.</summary>
    /// <param name="id">The change.</param>
    /// <param name="last">The last day (China) that is not counted, not after today.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<Case>> ResumeAsync(Guid id, DateOnly last, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await FindAsync(id, cancel) is not ({ } one, { Kind: not ClockChangeKind.Extension, First: { } first } change))
            return Problem.NotFound("这次暂停");
        if (!await access.MayReadTextsAsync(one, cancel))
            return access.Unreadable(one);
        if (change.Last is { } ended)
            return ended == last ? one : new Problem("case.clock.resumed", $"已经记为到{ended:yyyy年M月d日}结束。");
        if (last < first || last > time.Today())
            return new Problem("case.clock.last", $"结束的日期填{first:yyyy年M月d日}以后、今天以前。", nameof(change.Last));
        change.Last = last;
        writing.Tell(one, $"{Name(change)}到{last:yyyy年M月d日}结束，恢复计算");
        writing.Log(one, "case.clock-resumed", new("rule", null, ClockRules.Find(change.Rule)!.Name), new FieldChange("until", null, $"{last:O}"));
        return await writing.DoneAsync(write, one, reason: null, isNew: false, cancel);
    }

    private static string Name(CaseClockChange change) => $"{(change.Kind == ClockChangeKind.Hearing ? "听证，不计入" : "暂缓本单位时限")}“{ClockRules.Find(change.Rule)!.Name}”";

    private static Clock? Open(IEnumerable<Clock> clocks, string rule) => clocks.FirstOrDefault(clock => clock.Rule.Code == rule && clock.DoneAt is null);

    private IEnumerable<CaseClockChange> Extensions(Case one, Clock clock) =>
        db.CaseClockChanges.Local.Where(change => change.CaseId == one.Id && change.Kind == ClockChangeKind.Extension && change.IsOf(clock));

    private List<Problem> Check(Clock clock, int days, string approvedBy, string reason)
    {
        List<Problem> problems = [.. ClockChecks.CheckExtension(clock, new(days, time.Today(), approvedBy, reason), calendar)];
        if (reason.Trim().Length > CaseChecks.LongestLine)
            problems.Add(TooLong());
        return problems;
    }

    private Problem? CheckDays(DateOnly first, DateOnly? last, string reason) =>
        first > time.Today() ? new("case.clock.first", "开始的日期不能晚于今天。", "First")
        : last > time.Today() ? new("case.clock.last", "结束的日期不能晚于今天；还没有结束的先空着。", "Last")
        : reason.Trim().Length > CaseChecks.LongestLine ? TooLong()
        : null;

    private static Problem TooLong() => new("case.clock.reason", $"理由最多{CaseChecks.LongestLine}个字。", "Reason");

    private CaseClockChange Add(Case one, Clock clock, ClockChangeKind kind, Guid key, string reason, ClockChangeState state)
    {
        var change = new CaseClockChange
        {
            Region = one.Region,
            Id = key,
            CaseId = one.Id,
            Kind = kind,
            Rule = clock.Rule.Code,
            Start = clock.Start,
            Reason = seal.SealClockReason(key, reason),
            State = state,
            AskedByName = access.Actor.Name,
            AskedAt = time.Instant(),
        };
        db.CaseClockChanges.Add(change);
        return change;
    }

    private async Task<Guid?> SentAsync(Guid key, CancellationToken cancel) =>
        await db.CaseClockChanges.Where(change => change.Id == key).Select(change => (Guid?)change.CaseId).SingleOrDefaultAsync(cancel);

    /// <summary>A change of a case on which she may act, the case locked.</summary>
    private async Task<(Case? Case, CaseClockChange? Change)> FindAsync(Guid id, CancellationToken cancel)
    {
        var cases = await db.CaseClockChanges.Where(change => change.Id == id).Select(change => change.CaseId).ToListAsync(cancel);
        return cases is [var caseId] && await writing.LockAsync(caseId, cancel) is { } one
            ? (one, await db.CaseClockChanges.SingleAsync(change => change.Id == id, cancel))
            : (null, null);
    }
}
