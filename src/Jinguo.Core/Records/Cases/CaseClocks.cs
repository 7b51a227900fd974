using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Clocks;

namespace Jinguo.Core.Records.Cases;

/// <summary>The pure way from the course of a case to its clocks: each starts with a line of the course and is done by another.</summary>
public static class CaseClocks
{
    private static readonly CaseAct[] Told = [CaseAct.Accept, CaseAct.Decline, CaseAct.Transfer, CaseAct.Object, CaseAct.Answer];
    private static readonly CaseStep[] Visits = [CaseStep.HomeVisit, CaseStep.ReturnVisit];

    /// <summary>Every clock of a case, open and done, in the order in which they began.</summary>
    /// <param name="one">The case.</param>
    /// <param name="course">Its course; what was struck out starts and ends nothing.</param>
    /// <param name="words">The words by which cases are classed: how often each risk is visited.</param>
    public static IReadOnlyList<Clock> Of(Case one, IEnumerable<CaseEntry> course, CaseWords words)
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
        clocks.AddRange(Pairs(lines, ClockRules.OrderDecision, line => line.Step == CaseStep.OrderApplied, line => line.Step == CaseStep.OrderMade));
        // A renewed order ends the one before.
        clocks.AddRange(Pairs(lines, ClockRules.OrderInForce, line => line.Step == CaseStep.OrderMade, line => line.Step == CaseStep.OrderMade));
        clocks.AddRange(Pairs(lines, ClockRules.WarningVisit, line => line.Step == CaseStep.Warning, IsVisit));
        clocks.AddRange(Pairs(lines, ClockRules.JudicialConfirmation, line => line.Step == CaseStep.Agreement, line => line.Step == CaseStep.Confirmation));
        if (one.ClosedAt is null && words.Risk(one.Risk) is { VisitDays: > 0 } risk)
            clocks.Add(new(VisitOf(risk), lines.FindLast(IsVisit)?.At ?? one.ReceivedAt) { LocalLimit = ClockSpan.Days(risk.VisitDays) });
        return [.. clocks.OrderBy(clock => clock.Start)];
    }

    /// <summary>The open clock that presses most: what the office must do, and a protection order that must be renewed before it ends. Null where none does.</summary>
    public static Due? Pressing(IEnumerable<Clock> clocks, WorkCalendar calendar) =>
        clocks.Where(clock => clock.DoneAt is null && (clock.Rule.Bearer == ClockBearer.Federation || clock.Rule == ClockRules.OrderInForce))
            .Select(clock => Deadline.Of(clock, calendar).InForce).Where(due => due.EndsAt is not null).MinBy(due => due.EndsAt);

    private static ClockRule VisitOf(CaseRisk risk) => risk.Code switch
    {
        "red" => ClockRules.RedVisit,
        "yellow" => ClockRules.YellowVisit,
        _ => ClockRules.GreenVisit,
    };

    // Each start is done by the first end behind it; a start that comes while one is open begins nothing new, unless it ends it.
    private static IEnumerable<Clock> Pairs(List<CaseEntry> lines, ClockRule rule, Predicate<CaseEntry> starts, Predicate<CaseEntry> ends)
    {
        DateTime? start = null;
        foreach (var line in lines)
        {
            if (start is { } begun && ends(line))
            {
                yield return new(rule, begun) { DoneAt = line.At };
                start = null;
            }
            if (start is null && starts(line))
                start = line.At;
        }
        if (start is { } open)
            yield return new(rule, open);
    }

    private static DateTime? First(List<CaseEntry> lines, DateTime from, Predicate<CaseEntry> ends) => lines.Find(line => line.At >= from && ends(line))?.At;

    private static bool Is(CaseEntry line, CaseAct[] acts) => line.Act is { } act && acts.Contains(act);

    private static bool IsVisit(CaseEntry line) => line.Step is { } step && Visits.Contains(step);
}
