using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Clocks;

namespace Jinguo.Web.Pages.Cases;

/// <summary>The one thing to do next in a case, and the page on which it is written down.</summary>
/// <param name="Words">记回访, 出具意见书….</param>
/// <param name="Query">What the page of the entry begins with: <c>step=ReturnVisit</c>.</param>
public sealed record NextDuty(string Words, string Query)
{
    /// <summary>What a clock asks for at a stage; a plain entry where it asks for nothing of ours.</summary>
    public static NextDuty Of(ClockRule? rule, CaseStage stage) => rule switch
    {
        _ when rule == ClockRules.RedVisit || rule == ClockRules.YellowVisit || rule == ClockRules.GreenVisit => Step(CaseStep.ReturnVisit, "记回访"),
        _ when rule == ClockRules.WarningVisit => Step(CaseStep.HomeVisit, "记查访"),
        _ when rule == ClockRules.OrderInForce => Step(CaseStep.OrderApplied, "记申请续期"),
        _ when stage == CaseStage.Registered => Act(CaseAct.Accept),
        _ when stage == CaseStage.Decided => Act(CaseAct.Answer),
        _ when rule == ClockRules.Decision => Act(CaseAct.Decide),
        _ when rule == ClockRules.ReviewAnswer => Act(CaseAct.AnswerReview),
        _ when rule == ClockRules.RecheckAnswer => Act(CaseAct.AnswerRecheck),
        _ when CaseFlow.IsClosed(stage) && stage != CaseStage.Archived => Act(CaseAct.Archive),
        _ => new("记办理情况", ""),
    };

    private static NextDuty Act(CaseAct act) => new(act.Name(), $"act={act}");

    private static NextDuty Step(CaseStep step, string words) => new(words, $"step={step}");
}
