using Jinguo.Core.Base;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>领导接待日: what a supervisor sets — the rule, extra days, and one day otherwise than by the rule.</summary>
public sealed class ReceptionDayService(Db db, ReceptionAccess reception, ReceptionWriting writing, CaseSeal seal, ChangeLog changes, TimeProvider time)
{
    /// <summary>Sets the rule for the days that come and have no row yet. Problems: <see cref="ReceptionChecks"/>; the body handles no cases here; stale.</summary>
    /// <param name="input">The rule.</param>
    /// <param name="version">The rule's version as she saw it, 0 where there was none.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<ReceptionRule>> SetRuleAsync(ReceptionRuleInput input, int version, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(asSupervisor: true, cancel) is not { } body)
            return Problem.NotFound("可以设置的组织");
        if (OrganisationChecks.Ended(body) is { } ended)
            return ended;
        if (!await db.CaseOffices.AnyAsync(office => office.OrganisationId == body.Id, cancel))
            return new Problem("case.off", "本单位还没有启用个案办理，请先启用。");
        if (ReceptionChecks.Check(input) is { Count: > 0 } problems)
            return problems;
        var rule = await reception.Rules.SingleOrDefaultAsync(cancel);
        if ((rule?.Version ?? 0) != version)
            return ReceptionWriting.Stale();
        var before = rule?.DayOfMonth;
        if (rule is null)
            db.ReceptionRules.Add(rule = new() { Region = body.Region, OrganisationId = body.Id, Usual = input.Usual });
        (rule.DayOfMonth, rule.Usual, rule.MostBookings) = (input.DayOfMonth, Trimmed(input.Usual), input.MostBookings);
        rule.Version++;
        changes.Add(reception.Actor, body.Region, body.Id, "reception.rule", ReceptionWriting.SubjectKind, $"{body.Id}", fields: [new("dayOfMonth", $"{before}", $"{rule.DayOfMonth}")]);
        await writing.SaveAsync(write, cancel);
        return rule;
    }

    /// <summary>加开: an extra day, or one that was cancelled; a past one too, to write down what was done then. Problems: no rule; the day; <see cref="ReceptionChecks"/>.</summary>
    public async Task<Outcome<ReceptionDay>> AddAsync(DateOnly day, ReceptionArrangement arrangement, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(asSupervisor: true, cancel) is not { } body)
            return Problem.NotFound("可以设置的组织");
        if (!await reception.Rules.AnyAsync(cancel))
            return new Problem("reception.rule.none", "请先设置接待日。");
        if (day < time.Today().AddYears(-1) || day > reception.LastDay)
            return new Problem("reception.day", $"日期填{reception.LastDay:yyyy年M月d日}以前、一年以内的。", nameof(ReceptionDay.Day));
        if (ReceptionChecks.Check(arrangement) is { Count: > 0 } problems)
            return problems;
        var found = await reception.FindDayAsync(day, cancel);
        if (found is { CancelledAt: null })
            return new Problem("reception.day.taken", $"{day:yyyy年M月d日}已经是接待日。", nameof(ReceptionDay.Day));
        var added = found ?? writing.Keep(new() { Region = body.Region, OrganisationId = body.Id, Day = day, Arrangement = arrangement });
        if (found is not null)
            added.Version++;
        (added.Arrangement, added.CancelledAt, added.Reason) = (Trimmed(arrangement), null, null);
        writing.Log(added, "reception.added");
        await writing.SaveAsync(write, cancel);
        return added;
    }

    /// <summary>Sets when, where and who receives on one day. Problems: <see cref="ReceptionChecks"/>; cancelled; final; stale.</summary>
    public async Task<Outcome<ReceptionDay>> ArrangeAsync(DateOnly day, ReceptionArrangement arrangement, int version, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var found = await FindAsync(day, version, cancel);
        if (!found.Done)
            return found;
        if (ReceptionChecks.Check(arrangement) is { Count: > 0 } problems)
            return problems;
        var one = Change(found.Value);
        one.Arrangement = Trimmed(arrangement);
        writing.Log(one, "reception.arranged");
        await writing.SaveAsync(write, cancel);
        return one;
    }

    /// <summary>改期: moves one day with its bookings; who is booked must be told. Problems: the day; the reason; past; cancelled; final; stale.</summary>
    public async Task<Outcome<ReceptionDay>> MoveAsync(DateOnly day, DateOnly to, string reason, int version, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var found = await FindAsync(day, version, cancel);
        if (!found.Done)
            return found;
        if (day < time.Today())
            return new Problem("reception.past", "已经过去的接待日不能改期。");
        if (to < time.Today() || to > reception.LastDay)
            return new Problem("reception.to", $"改到哪天，填今天起{ReceptionAccess.MonthsAhead}个月以内。", "To");
        if (to != day && await reception.FindDayAsync(to, cancel) is not null)
            return new Problem("reception.to.taken", $"{to:yyyy年M月d日}已经安排过接待日，请另选一天。", "To");
        if (ReceptionChecks.CheckReason(reason) is { } problem)
            return problem;
        if (to == day)
            return found;
        var one = Change(found.Value);
        (one.MovedFrom, one.Day, one.Reason) = (one.MovedFrom ?? day, to, seal.SealWords(ReceptionSeal.DayReason, one.Id, reason.Trim()));
        writing.Log(one, "reception.moved", new FieldChange("from", null, $"{day:O}"));
        await writing.SaveAsync(write, cancel);
        return one;
    }

    /// <summary>取消 one day. Problems: somebody is booked; the reason; final; stale. One that is cancelled stays so.</summary>
    public async Task<Outcome<ReceptionDay>> CancelAsync(DateOnly day, string reason, int version, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var found = await FindAsync(day, version, cancel);
        if (!found.Done)
            return found;
        var (one, count) = (found.Value, await reception.Booked.CountAsync(booking => booking.DayId == found.Value.Id, cancel));
        if (count > 0)
            return new Problem("reception.cancel.booked", $"这一天还约着{count}位，请先改约或者撤回，并告诉她们。");
        if (ReceptionChecks.CheckReason(reason) is { } problem)
            return problem;
        Change(one);
        (one.CancelledAt, one.Reason) = (time.Instant(), seal.SealWords(ReceptionSeal.DayReason, one.Id, reason.Trim()));
        writing.Log(one, "reception.cancelled");
        await writing.SaveAsync(write, cancel);
        return one;
    }

    private static ReceptionArrangement Trimmed(ReceptionArrangement arrangement) => arrangement with { Place = arrangement.Place.Trim(), Leader = arrangement.Leader.Trim() };

    /// <summary>The day that she may change, as she saw it.</summary>
    private async Task<Outcome<ReceptionDay>> FindAsync(DateOnly day, int version, CancellationToken cancel)
    {
        if (await writing.LockAsync(asSupervisor: true, cancel) is null || await reception.FindDayAsync(day, cancel) is not { } one)
            return ReceptionWriting.NoDay();
        return one.Version != version ? ReceptionWriting.Stale()
            : one.CancelledAt is not null ? ReceptionWriting.Cancelled()
            : await writing.IsFinalAsync(one, cancel) ? ReceptionWriting.Final()
            : one;
    }

    private ReceptionDay Change(ReceptionDay day)
    {
        if (day.IsStored)
            day.Version++;
        return writing.Keep(day);
    }
}
