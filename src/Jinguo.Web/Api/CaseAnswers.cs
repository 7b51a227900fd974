using Jinguo.Core.Base.Persons;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Clocks;

namespace Jinguo.Web.Api;

/// <summary>A case as it stands; nobody's name is in it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Number">Its number: 安妇访〔2026〕083号.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Kind">What is wanted.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Risk">Its risk.</param>
/// <param name="Received">When it was received (UTC).</param>
/// <param name="Due">The last instant (UTC) by which something must be done, or null.</param>
/// <param name="DueRule">The clock that ends then; null where it is the next step, or nothing.</param>
/// <param name="Closed">When it was closed (UTC), or null.</param>
/// <param name="Version">Counts acts; also the entity tag.</param>
public sealed record CaseAnswer(
    Guid Id, string Number, CaseStage Stage, string Channel, string Kind, string Category, string Risk, DateTime Received, DateTime? Due, string? DueRule, DateTime? Closed, int Version)
{
    internal static CaseAnswer Of(CaseLine line) => Of(line.Case, line.Number);

    internal static CaseAnswer Of(Case one, string number) =>
        new(one.Id, number, one.Stage, one.Channel, one.Kind, one.Category, one.Risk, one.ReceivedAt, one.DueAt, one.DueRule, one.ClosedAt, one.Version);
}

/// <summary>A time limit of a case.</summary>
/// <param name="Rule">Code of its rule.</param>
/// <param name="Name">Its matter: 书面告知.</param>
/// <param name="Start">When it began (UTC).</param>
/// <param name="Due">The last instant in time (UTC); null while it stands still.</param>
/// <param name="Provisional">True where holidays that are not announced yet may still move it.</param>
/// <param name="Done">When the matter was done (UTC), or null.</param>
/// <param name="State">How it stands.</param>
public sealed record CaseClockAnswer(string Rule, string Name, DateTime Start, DateTime? Due, bool Provisional, DateTime? Done, ClockState State)
{
    internal static CaseClockAnswer Of(Due due, DateTime now) => new(due.Clock.Rule.Code, due.Clock.Rule.Name, due.Clock.Start, due.EndsAt, due.IsProvisional, due.Clock.DoneAt, due.StateAt(now));
}

/// <summary>A line of the course of a case.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Act">The act that moved the case on, or null.</param>
/// <param name="Step">What was done meanwhile, or null; neither for 登记, 移交.</param>
/// <param name="At">When it happened (UTC).</param>
/// <param name="WrittenBy">Who wrote it.</param>
/// <param name="Text">What was done; numbers masked.</param>
/// <param name="Months">For how many months a protection order was made, or null.</param>
/// <param name="Satisfaction">What she said at a return visit, or null.</param>
/// <param name="StruckReason">Why it was struck out, numbers masked; null where it stands.</param>
public sealed record CaseEntryAnswer(Guid Id, CaseAct? Act, CaseStep? Step, DateTime At, string WrittenBy, string Text, int? Months, CaseSatisfaction? Satisfaction, string? StruckReason)
{
    internal static CaseEntryAnswer Of(CaseEntryView line) => new(
        line.Entry.Id, line.Entry.Act, line.Entry.Step, line.Entry.At, line.Entry.WrittenByName, Masks.InText(line.Text), line.Entry.Months, line.Entry.Satisfaction,
        line.StruckReason is { } reason ? Masks.InText(reason) : null);
}

/// <summary>A case opened; who she is stays masked.</summary>
/// <param name="Case">How it stands.</param>
/// <param name="Handler">Name of who handles it.</param>
/// <param name="Visitors">Persons who came together.</param>
/// <param name="Anonymous">匿名.</param>
/// <param name="Repeat">重复.</param>
/// <param name="SkippingLevel">越级.</param>
/// <param name="Minor">涉及未成年人.</param>
/// <param name="Urgent">重大、紧急.</param>
/// <param name="NextStepDue">Until when the next step is to be done, or null.</param>
/// <param name="NeedsApproval">True where it is about a minor, or archived, and the reader may not read what it says: then texts, clocks and course are null. For programs there is no approval.</param>
/// <param name="Texts">What it tells about people, masked.</param>
/// <param name="Clocks">Its time limits in the order in which they began.</param>
/// <param name="Course">Its course, the newest first.</param>
public sealed record OpenedCaseAnswer(
    CaseAnswer Case, string Handler, int Visitors, bool Anonymous, bool Repeat, bool SkippingLevel, bool Minor, bool Urgent, DateOnly? NextStepDue, bool NeedsApproval,
    CaseTexts? Texts, IReadOnlyList<CaseClockAnswer>? Clocks, IReadOnlyList<CaseEntryAnswer>? Course)
{
    internal static OpenedCaseAnswer Of(CaseView view, CaseWords words, WorkCalendar calendar, DateTime now)
    {
        var one = view.Case;
        var answer = new OpenedCaseAnswer(
            CaseAnswer.Of(one, view.Number), view.Handler, one.Visitors, one.IsAnonymous, one.IsRepeat, one.IsSkippingLevel, one.IsMinor, one.IsUrgent, one.NextStepDue, view.NeedsApproval,
            Texts: null, Clocks: null, Course: null);
        if (view.NeedsApproval)
            return answer;
        var clocks = CaseClocks.Of(one, view.Course.Select(line => line.Entry), [.. view.Changes.Select(change => change.Change)], view.Limits, words);
        return answer with
        {
            Texts = CaseTexts.Of(view),
            Clocks = [.. clocks.Select(clock => CaseClockAnswer.Of(Deadline.Of(clock, calendar).InForce, now))],
            Course = [.. view.Course.Select(CaseEntryAnswer.Of)],
        };
    }
}
