using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Core.Records.Cases.Limits;

namespace Jinguo.Core.Records.Cases;

/// <summary>The pure way from the course of a case to its clocks: each starts with a line of the course and is done by another.</summary>
public static class CaseClocks
{
    private static readonly CaseAct[] Told = [CaseAct.Accept, CaseAct.Decline, CaseAct.Transfer, CaseAct.Object, CaseAct.Answer];
    private static readonly CaseStep[] Visits = [CaseStep.HomeVisit, CaseStep.ReturnVisit];

    /// <summary>Every clock of a case, open and done, in the order in which they began.</summary>
    /// <param name="one">The case.</param>
    /// <param name="course">Its course; what was struck out starts and ends nothing.</param>
    /// <param name="changes">What happened to its clocks.</param>
    /// <param name="limits">The limits of its body's own; what is done already is judged by the law alone.</param>
    /// <param name="words">The words by which cases are classed: how often each risk is visited.</param>
    public static IReadOnlyList<Clock> Of(Case one, IEnumerable<CaseEntry> course, IReadOnlyCollection<CaseClockChange> changes, IReadOnlyCollection<CaseLimit> limits, CaseWords words)
    {
        var lines = course.Where(line => line.StruckAt is null).OrderBy(line => line.At).ThenBy(line => line.Id).ToList();
        var clocks = new List<Clock>();
        // Who left neither name nor address cannot be told (PET-06).
        if (!one.IsAnonymous)
            clocks.Add(new(ClockRules.Notice, one.ReceivedAt) { DoneAt = First(lines, one.ReceivedAt, line => Is(line, Told)) });
        if (words.Channel(one.Channel) is { IsSent: true })
            clocks.Add(new(ClockRules.Objection, one.ReceivedAt) { DoneAt = First(lines, one.ReceivedAt, line => Is(line, Told)) });
        clocks.AddRange(Pairs(lines, ClockRules.Decision, line => Is(line, [CaseAct.Accept, CaseAct.TakeBack, CaseAct.Reopen]), line => Is(line, [CaseAct.Decide, CaseAct.Answer, CaseAct.Transfer])));
        if (lines.Exists(line => line.Act == CaseAct.Decide))
            clocks.AddRange(Pairs(lines, ClockRules.ReviewRequest, line => line.Act == CaseAct.Answer, line => line.Act == CaseAct.AskReview));
        clocks.AddRange(Pairs(lines, ClockRules.ReviewAnswer, line => line.Act == CaseAct.AskReview, line => line.Act == CaseAct.AnswerReview));
        clocks.AddRange(Pairs(lines, ClockRules.RecheckRequest, line => line.Act == CaseAct.AnswerReview, line => line.Act == CaseAct.AskRecheck));
        clocks.AddRange(Pairs(lines, ClockRules.RecheckAnswer, line => line.Act == CaseAct.AskRecheck, line => line.Act == CaseAct.AnswerRecheck));
        clocks.AddRange(Pairs(lines, ClockRules.OrderDecision, line => line.Step == CaseStep.OrderApplied, IsOrder));
        // A renewed order ends the one before.
        clocks.AddRange(Pairs(lines, ClockRules.OrderInForce, IsOrder, line => IsOrder(line) || line.Step == CaseStep.OrderEnded));
        clocks.AddRange(Pairs(lines, ClockRules.WarningVisit, line => line.Step == CaseStep.Warning, IsVisit));
        clocks.AddRange(Pairs(lines, ClockRules.JudicialConfirmation, line => line.Step == CaseStep.Agreement, line => line.Step == CaseStep.Confirmation));
        if (one.ClosedAt is null && words.Risk(one.Risk) is { } risk && VisitOf(risk) is var visit && (LimitOf(visit, limits) is not null || risk.VisitDays > 0))
            clocks.Add(new(visit, lines.FindLast(IsVisit)?.At ?? one.ReceivedAt) { LocalLimit = risk.VisitDays > 0 ? ClockSpan.Days(risk.VisitDays) : null });
        return [.. clocks.Select(clock => Changed(clock, changes, limits)).OrderBy(clock => clock.Start)];
    }

    /// <summary>The open clock that presses most: what the office must do, and a protection order that must be renewed before it ends. Null where none does.</summary>
    public static Due? Pressing(IEnumerable<Clock> clocks, WorkCalendar calendar) =>
        clocks.Where(clock => clock.DoneAt is null && (clock.Rule.Bearer == ClockBearer.Federation || clock.Rule == ClockRules.OrderInForce))
            .Select(clock => Deadline.Of(clock, calendar).InForce).Where(due => due.EndsAt is not null).MinBy(due => due.EndsAt);

    /// <summary>True where notice and decision, as far as they are done, were done within the law's time (PET-06, PET-08); a limit of the body's own does not count.</summary>
    public static bool IsOnTime(IEnumerable<Clock> clocks, WorkCalendar calendar) =>
        clocks.Where(clock => clock.Rule == ClockRules.Notice || clock.Rule == ClockRules.Decision)
            .All(clock => clock.DoneAt is not { } done || Deadline.Of(clock, calendar).ByRule.StateAt(done) == ClockState.Done);

    private static Clock Changed(Clock clock, IEnumerable<CaseClockChange> changes, IEnumerable<CaseLimit> limits)
    {
        var own = changes.Where(change => change.IsOf(clock)).ToList();
        return clock with
        {
            // Only one is ever granted; whatever was stored, in whatever order, the first one counts.
            Extension = own.OrderBy(change => change.Id).Select(change => change.Extension).FirstOrDefault(extension => extension is not null),
            Stops = [.. own.Select(change => change.Stop).OfType<ClockStop>()],
            LocalLimit = (clock.DoneAt is null ? LimitOf(clock.Rule, limits) : null) ?? clock.LocalLimit,
        };
    }

    private static ClockSpan? LimitOf(ClockRule rule, IEnumerable<CaseLimit> limits) => limits.FirstOrDefault(limit => limit.Rule == rule.Code) is { } limit ? CaseLimit.Span(rule, limit.Days) : null;

    private static ClockRule VisitOf(CaseRisk risk) => risk.Code switch
    {
        "red" => ClockRules.RedVisit,
        "yellow" => ClockRules.YellowVisit,
        _ => ClockRules.GreenVisit,
    };

    // Each start is done by the first end behind it; a start that comes while one is open begins nothing new, unless it ends it.
    private static IEnumerable<Clock> Pairs(List<CaseEntry> lines, ClockRule rule, Predicate<CaseEntry> starts, Predicate<CaseEntry> ends)
    {
        CaseEntry? start = null;
        foreach (var line in lines)
        {
            if (start is { } begun && ends(line))
            {
                yield return Begun(rule, begun) with { DoneAt = line.At };
                start = null;
            }
            if (start is null && starts(line))
                start = line;
        }
        if (start is { } open)
            yield return Begun(rule, open);
    }

    private static Clock Begun(ClockRule rule, CaseEntry line) => new(rule, line.At) { Term = line.Months is { } months ? ClockSpan.Months(months) : null };

    private static bool IsOrder(CaseEntry line) => line.Step is { } step && step.IsOrder();

    private static DateTime? First(List<CaseEntry> lines, DateTime from, Predicate<CaseEntry> ends) => lines.Find(line => line.At >= from && ends(line))?.At;

    private static bool Is(CaseEntry line, CaseAct[] acts) => line.Act is { } act && acts.Contains(act);

    private static bool IsVisit(CaseEntry line) => line.Step is { } step && Visits.Contains(step);
}
