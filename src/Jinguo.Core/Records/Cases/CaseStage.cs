namespace Jinguo.Core.Records.Cases;

/// <summary>Where a case stands (domain-rules §2.3).</summary>
public enum CaseStage
{
    /// <summary>已登记: received, to be looked at.</summary>
    Registered = 1,

    /// <summary>办理中: accepted.</summary>
    Accepted,

    /// <summary>不予受理: not ours; the petitioner was told who is in charge (PET-06).</summary>
    Declined,

    /// <summary>已转送: handed to a department outside; its answer is awaited.</summary>
    Transferred,

    /// <summary>异议退回: sent back to the office that sent it (PET-07).</summary>
    Objected,

    /// <summary>已出意见书: decided (PET-08), to be delivered.</summary>
    Decided,

    /// <summary>已答复: the petitioner has her answer.</summary>
    Answered,

    /// <summary>复查中: the petitioner asked for a review (PET-09).</summary>
    Reviewing,

    /// <summary>已复查: the review is answered.</summary>
    Reviewed,

    /// <summary>复核中: the petitioner asked for a re-review (PET-10).</summary>
    Rechecking,

    /// <summary>已终结: the re-review is answered; the same facts are not accepted again (PET-10).</summary>
    Concluded,

    /// <summary>已归档.</summary>
    Archived,
}

/// <summary>An act that moves a case on.</summary>
public enum CaseAct
{
    /// <summary>受理.</summary>
    Accept = 1,

    /// <summary>不予受理, with whom to turn to.</summary>
    Decline,

    /// <summary>转送 to a department.</summary>
    Transfer,

    /// <summary>The department sent it back, or answered: 收回办理.</summary>
    TakeBack,

    /// <summary>异议退回 to the office that sent it.</summary>
    Object,

    /// <summary>出具意见书.</summary>
    Decide,

    /// <summary>答复.</summary>
    Answer,

    /// <summary>申请复查.</summary>
    AskReview,

    /// <summary>复查答复.</summary>
    AnswerReview,

    /// <summary>申请复核.</summary>
    AskRecheck,

    /// <summary>复核答复.</summary>
    AnswerRecheck,

    /// <summary>重新办理: what was answered is taken up again.</summary>
    Reopen,

    /// <summary>归档.</summary>
    Archive,
}

/// <summary>The state machine of domain-rules §2: which act leads where. The whole table.</summary>
public static class CaseFlow
{
    private static readonly Dictionary<(CaseStage From, CaseAct Act), CaseStage> Steps = new()
    {
        [(CaseStage.Registered, CaseAct.Accept)] = CaseStage.Accepted,
        [(CaseStage.Registered, CaseAct.Decline)] = CaseStage.Declined,
        [(CaseStage.Registered, CaseAct.Transfer)] = CaseStage.Transferred,
        [(CaseStage.Registered, CaseAct.Object)] = CaseStage.Objected,
        // A question answered on the spot needs no acceptance.
        [(CaseStage.Registered, CaseAct.Answer)] = CaseStage.Answered,
        [(CaseStage.Accepted, CaseAct.Transfer)] = CaseStage.Transferred,
        [(CaseStage.Accepted, CaseAct.Decide)] = CaseStage.Decided,
        [(CaseStage.Accepted, CaseAct.Answer)] = CaseStage.Answered,
        [(CaseStage.Transferred, CaseAct.TakeBack)] = CaseStage.Accepted,
        [(CaseStage.Transferred, CaseAct.Answer)] = CaseStage.Answered,
        [(CaseStage.Decided, CaseAct.Answer)] = CaseStage.Answered,
        [(CaseStage.Answered, CaseAct.AskReview)] = CaseStage.Reviewing,
        [(CaseStage.Reviewing, CaseAct.AnswerReview)] = CaseStage.Reviewed,
        [(CaseStage.Reviewed, CaseAct.AskRecheck)] = CaseStage.Rechecking,
        [(CaseStage.Rechecking, CaseAct.AnswerRecheck)] = CaseStage.Concluded,
        [(CaseStage.Declined, CaseAct.Reopen)] = CaseStage.Accepted,
        [(CaseStage.Answered, CaseAct.Reopen)] = CaseStage.Accepted,
        [(CaseStage.Reviewed, CaseAct.Reopen)] = CaseStage.Accepted,
        [(CaseStage.Declined, CaseAct.Archive)] = CaseStage.Archived,
        [(CaseStage.Objected, CaseAct.Archive)] = CaseStage.Archived,
        [(CaseStage.Answered, CaseAct.Archive)] = CaseStage.Archived,
        [(CaseStage.Reviewed, CaseAct.Archive)] = CaseStage.Archived,
        [(CaseStage.Concluded, CaseAct.Archive)] = CaseStage.Archived,
    };

    /// <summary>Where an act leads; null where it cannot be done.</summary>
    public static CaseStage? After(CaseStage stage, CaseAct act) => Steps.TryGetValue((stage, act), out var next) ? next : null;

    /// <summary>What can be done at a stage, in the order of the table.</summary>
    public static IReadOnlyList<CaseAct> ActsAt(CaseStage stage) => [.. Steps.Keys.Where(step => step.From == stage).Select(step => step.Act)];

    /// <summary>True where nothing more is owed to the petitioner.</summary>
    public static bool IsClosed(CaseStage stage) => stage is CaseStage.Declined or CaseStage.Objected or CaseStage.Answered or CaseStage.Reviewed or CaseStage.Concluded or CaseStage.Archived;

    /// <summary>The stage in the users' words.</summary>
    public static string Name(this CaseStage stage) => stage switch
    {
        CaseStage.Registered => "已登记",
        CaseStage.Accepted => "办理中",
        CaseStage.Declined => "不予受理",
        CaseStage.Transferred => "已转送",
        CaseStage.Objected => "异议退回",
        CaseStage.Decided => "已出意见书",
        CaseStage.Answered => "已答复",
        CaseStage.Reviewing => "复查中",
        CaseStage.Reviewed => "已复查",
        CaseStage.Rechecking => "复核中",
        CaseStage.Concluded => "已终结",
        CaseStage.Archived => "已归档",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    /// <summary>The act in the users' words.</summary>
    public static string Name(this CaseAct act) => act switch
    {
        CaseAct.Accept => "受理",
        CaseAct.Decline => "不予受理",
        CaseAct.Transfer => "转送",
        CaseAct.TakeBack => "收回办理",
        CaseAct.Object => "异议退回",
        CaseAct.Decide => "出具意见书",
        CaseAct.Answer => "答复",
        CaseAct.AskReview => "申请复查",
        CaseAct.AnswerReview => "复查答复",
        CaseAct.AskRecheck => "申请复核",
        CaseAct.AnswerRecheck => "复核答复",
        CaseAct.Reopen => "重新办理",
        CaseAct.Archive => "归档",
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };
}
