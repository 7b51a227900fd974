namespace Jinguo.Core.Records.Cases;

/// <summary>What was done in a case without moving it on (domain-rules §3.1, §3.3, §13.2 dv_action).</summary>
public enum CaseStep
{
    /// <summary>接谈.</summary>
    Talk = 1,

    /// <summary>调解.</summary>
    Mediation,

    /// <summary>法律援助.</summary>
    LegalAid,

    /// <summary>心理疏导.</summary>
    Counselling,

    /// <summary>庇护安置 (DV-13).</summary>
    Shelter,

    /// <summary>报警: told to the police; for minors a duty (DV-04).</summary>
    PoliceReport,

    /// <summary>告诫书: the police warned the offender; visits follow within 90 days (DV-06, DV-07b).</summary>
    Warning,

    /// <summary>申请保护令: the court decides within 72 hours (DV-08).</summary>
    OrderApplied,

    /// <summary>作出保护令: in force for at most 6 months (DV-08).</summary>
    OrderMade,

    /// <summary>上门走访.</summary>
    HomeVisit,

    /// <summary>回访.</summary>
    ReturnVisit,

    /// <summary>督促函、意见书 to a department (PW-02).</summary>
    UrgingLetter,

    /// <summary>公益诉讼线索 (PW-05).</summary>
    LitigationClue,

    /// <summary>联席会商.</summary>
    JointMeeting,

    /// <summary>领导批示.</summary>
    Instruction,

    /// <summary>其他.</summary>
    Note,

    /// <summary>达成调解协议: its judicial confirmation may be asked for within 30 days (PW-11).</summary>
    Agreement,

    /// <summary>司法确认 of an agreement.</summary>
    Confirmation,

    /// <summary>保护令续期: the court made it longer before it ended; from then on for at most 6 months (DV-08).</summary>
    OrderRenewed,

    /// <summary>保护令撤销或到期失效.</summary>
    OrderEnded,
}

/// <summary>What the petitioner says of how she was helped, asked at a return visit.</summary>
public enum CaseSatisfaction
{
    /// <summary>满意.</summary>
    Satisfied = 1,

    /// <summary>基本满意.</summary>
    MostlySatisfied,

    /// <summary>不满意.</summary>
    Dissatisfied,

    /// <summary>未评价: asked, and she said nothing.</summary>
    NotRated,
}

/// <summary>
/// 办理记录: one line of the course of a case. Written once; nothing is deleted, only struck out with a reason.
/// </summary>
public sealed class CaseEntry
{
    /// <summary>Region of the case.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>The act that moved the case on; null where it did not.</summary>
    public CaseAct? Act { get; set; }

    /// <summary>What was done; null for an act and for 登记, 移交.</summary>
    public CaseStep? Step { get; set; }

    /// <summary>When it happened (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>When it was written (UTC).</summary>
    public DateTime WrittenAt { get; set; }

    /// <summary>Who wrote it.</summary>
    public Guid WrittenBy { get; set; }

    /// <summary>Her name then.</summary>
    public required string WrittenByName { get; set; }

    /// <summary>For how many months a protection order was made or renewed, 1 to 6; null for other lines.</summary>
    public int? Months { get; set; }

    /// <summary>What she said at a return visit; null for other lines, and where she was not asked.</summary>
    public CaseSatisfaction? Satisfaction { get; set; }

    /// <summary>What was done, sealed.</summary>
    public required string Sealed { get; set; }

    /// <summary>When it was struck out (UTC), or null.</summary>
    public DateTime? StruckAt { get; set; }

    /// <summary>Who struck it out, or null.</summary>
    public string? StruckByName { get; set; }

    /// <summary>Why, sealed; null where it stands.</summary>
    public string? StruckReason { get; set; }
}

/// <summary>The steps in the users' words.</summary>
public static class CaseStepNames
{
    /// <summary>接谈, 调解…</summary>
    public static string Name(this CaseStep step) => step switch
    {
        CaseStep.Talk => "接谈",
        CaseStep.Mediation => "调解",
        CaseStep.LegalAid => "法律援助",
        CaseStep.Counselling => "心理疏导",
        CaseStep.Shelter => "庇护安置",
        CaseStep.PoliceReport => "报警",
        CaseStep.Warning => "公安出具告诫书",
        CaseStep.OrderApplied => "申请人身安全保护令",
        CaseStep.OrderMade => "法院作出人身安全保护令",
        CaseStep.HomeVisit => "上门走访",
        CaseStep.ReturnVisit => "回访",
        CaseStep.UrgingLetter => "发督促函、意见书",
        CaseStep.LitigationClue => "移送公益诉讼线索",
        CaseStep.JointMeeting => "联席会商",
        CaseStep.Instruction => "领导批示",
        CaseStep.Note => "其他",
        CaseStep.Agreement => "达成调解协议",
        CaseStep.Confirmation => "调解协议司法确认",
        CaseStep.OrderRenewed => "法院延长人身安全保护令",
        CaseStep.OrderEnded => "人身安全保护令撤销或到期",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>满意, 基本满意…</summary>
    public static string Name(this CaseSatisfaction satisfaction) => satisfaction switch
    {
        CaseSatisfaction.Satisfied => "满意",
        CaseSatisfaction.MostlySatisfied => "基本满意",
        CaseSatisfaction.Dissatisfied => "不满意",
        CaseSatisfaction.NotRated => "未评价",
        _ => throw new ArgumentOutOfRangeException(nameof(satisfaction)),
    };

    /// <summary>True where the court sets for how long.</summary>
    public static bool IsOrder(this CaseStep step) => step is CaseStep.OrderMade or CaseStep.OrderRenewed;
}
