using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Records.Cases.Clocks;

/// <summary>What may be done to a clock: extend it, stop it, set a limit of one's own. Pure; the problems are for people.</summary>
public static class ClockChecks
{
    /// <summary>
    /// Whether a clock may be extended: once, at most by the days of its rule, approved by a head before it ends, with a reason
    /// (PET-08).
    /// </summary>
    public static IReadOnlyList<Problem> CheckExtension(Clock clock, ClockExtension extension, WorkCalendar calendar)
    {
        var rule = clock.Rule;
        if (rule.MostExtensionDays == 0)
            return [new("clock.extension.none", $"“{rule.Name}”的期限不能延长。")];
        if (clock.DoneAt is not null)
            return [new("clock.extension.done", $"“{rule.Name}”已经办结，不用延长。")];
        if (clock.Extension is { } granted)
            return [new("clock.extension.again", $"“{rule.Name}”已经延长过{granted.Days}日，只能延长一次（{rule.Source}）。")];
        var problems = new List<Problem>();
        if (extension.Days < 1 || extension.Days > rule.MostExtensionDays)
            problems.Add(new("clock.extension.days", $"延长的天数应是1至{rule.MostExtensionDays}日（{rule.Source}）。", "days"));
        if (extension.On < China.Day(clock.Start))
            problems.Add(new("clock.extension.early", "批准延长的日期早于期限开始的日期，请核对。", "on"));
        else if (extension.On > Deadline.Of(clock, calendar).ByRule.Day)
            problems.Add(new("clock.extension.late", "期限已过，不能再延长，请尽快办结并说明原因。", "on"));
        if (string.IsNullOrWhiteSpace(extension.ApprovedBy))
            problems.Add(new("clock.extension.approver", "延长期限要经本单位负责人批准，请填写批准人。", "approvedBy"));
        if (string.IsNullOrWhiteSpace(extension.Reason))
            problems.Add(new("clock.extension.reason", "请填写延长的理由，理由要告知信访人。", "reason"));
        return problems;
    }

    /// <summary>
    /// Whether a clock may stand still: for a hearing in 复核 alone (PET-10); a suspension stops local limits, with a reason. Clocks
    /// of hours are never stopped.
    /// </summary>
    public static IReadOnlyList<Problem> CheckStop(Clock clock, ClockStop stop)
    {
        var rule = clock.Rule;
        var hasOwnLimit = rule.TakesLocalLimit && clock.LocalLimit is not null;
        if (stop.Kind == ClockStopKind.Hearing && !rule.StopsForHearing)
            return [new("clock.stop.hearing", $"只有复核期间的听证时间不计入期限，“{rule.Name}”的期限照常计算。", "kind")];
        if (stop.Kind == ClockStopKind.Suspension && rule.Force != ClockForce.Local && !hasOwnLimit)
            return [new("clock.stop.law", $"“{rule.Name}”是{rule.Source}规定的期限，不能暂停；只有本地时限可以暂停。", "kind")];
        if ((hasOwnLimit ? clock.LocalLimit!.Value : rule.Span).IsByHour)
            return [new("clock.stop.hours", "按小时计算的时限不能暂停。", "kind")];
        var problems = new List<Problem>();
        if (stop.Last < stop.First)
            problems.Add(new("clock.stop.order", "结束日期早于开始日期，请核对。", "last"));
        if (stop.First < China.Day(clock.Start))
            problems.Add(new("clock.stop.early", "开始日期早于期限开始的日期，请核对。", "first"));
        if (clock.Stops.Any(one => one.Kind == stop.Kind && one.Last is null))
            problems.Add(new("clock.stop.open", "上一次还没有结束，请先填写它的结束日期。", "first"));
        if (string.IsNullOrWhiteSpace(stop.Reason))
            problems.Add(new("clock.stop.reason", "请填写暂停计算的理由。", "reason"));
        return problems;
    }

    /// <summary>
    /// Whether a body may set this limit for itself: where it is the federation that must act, and never longer than the law
    /// (§2.1, local limits).
    /// </summary>
    public static IReadOnlyList<Problem> CheckLocalLimit(ClockRule rule, ClockSpan limit)
    {
        if (!rule.TakesLocalLimit)
            return [new("clock.local.none", $"“{rule.Name}”不是妇联办理的期限，不能另设本地时限。", "limit")];
        if (rule.Force != ClockForce.Local && IsLonger(limit, rule.Span))
            return [new("clock.local.longer", $"“{rule.Name}”的本地时限不能长于{rule.Source}规定的{rule.Span.Name}，请改短。", "limit")];
        return [];
    }

    private static bool IsLonger(ClockSpan limit, ClockSpan law) =>
        limit.Unit == law.Unit ? limit.Count > law.Count : limit.UsualDays > law.UsualDays;
}
