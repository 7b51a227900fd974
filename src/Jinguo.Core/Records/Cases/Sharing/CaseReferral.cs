namespace Jinguo.Core.Records.Cases.Sharing;

/// <summary>Where a referral stands.</summary>
public enum ReferralState
{
    /// <summary>待接收: sent; the sender's handler still owns the matter (首问负责).</summary>
    Sent = 1,

    /// <summary>已接收.</summary>
    Accepted,

    /// <summary>未接收: refused with a reason; it is back with the sender's handler.</summary>
    Refused,

    /// <summary>已反馈: returned with its result.</summary>
    Returned,

    /// <summary>已收回 by the sender before anybody accepted it.</summary>
    Withdrawn,
}

/// <summary>
/// 转送、交办 (PET-06): a matter is handed to another body of the platform, or to a department outside. It tells what the sender
/// chose, field by field (<see cref="CaseReferralText"/>), and nothing else of the case.
/// </summary>
public sealed class CaseReferral
{
    /// <summary>Region of the case.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The case from which it came.</summary>
    public Guid CaseId { get; set; }

    /// <summary>The body that sent it.</summary>
    public int FromId { get; set; }

    /// <summary>The body to which it was sent; null for a department outside.</summary>
    public int? ToId { get; set; }

    /// <summary>Name of the body or department then.</summary>
    public required string ToName { get; set; }

    /// <summary>How it reaches the other body: 交办 to a body below with a day for its answer, else 转办.</summary>
    public required string Channel { get; set; }

    /// <summary>What is wanted, as the case said when it was sent (<see cref="CaseWords.Kinds"/>).</summary>
    public required string Kind { get; set; }

    /// <summary>What it is about, as the case said then (<see cref="CaseWords.Categories"/>).</summary>
    public required string Category { get; set; }

    /// <summary>Its risk then (<see cref="CaseWords.Risks"/>).</summary>
    public required string Risk { get; set; }

    /// <summary>Persons who came together.</summary>
    public int Visitors { get; set; }

    /// <summary>重大、紧急 (PET-15).</summary>
    public bool IsUrgent { get; set; }

    /// <summary>涉及未成年人: masked until it is accepted.</summary>
    public bool IsMinor { get; set; }

    /// <summary>Where it stands.</summary>
    public ReferralState State { get; set; }

    /// <summary>Until when an answer is asked for, or null.</summary>
    public DateOnly? AnswerBy { get; set; }

    /// <summary>On what ground it was told.</summary>
    public required CaseConsent Consent { get; set; }

    /// <summary>What is asked for, sealed.</summary>
    public required string Asks { get; set; }

    /// <summary>When it was sent (UTC).</summary>
    public DateTime SentAt { get; set; }

    /// <summary>Who sent it: her name then.</summary>
    public required string SentByName { get; set; }

    /// <summary>When it was accepted or refused (UTC), or null.</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>The case that the other body made of it; null before it accepts, and outside.</summary>
    public Guid? ReceivedCaseId { get; set; }

    /// <summary>When it was returned with its result (UTC), or null.</summary>
    public DateTime? ReturnedAt { get; set; }

    /// <summary>Why it was refused, or the result; sealed. Null before.</summary>
    public string? Answer { get; set; }
}

/// <summary>A text that a referral carries, sealed with the referral and its field.</summary>
public sealed class CaseReferralText
{
    /// <summary>Region of the case.</summary>
    public int Region { get; set; }

    /// <summary>The referral.</summary>
    public Guid ReferralId { get; set; }

    /// <summary>What it is.</summary>
    public CaseField Field { get; set; }

    /// <summary>Sealed.</summary>
    public required string Sealed { get; set; }
}

/// <summary>The states in the users' words.</summary>
public static class ReferralStateNames
{
    /// <summary>待接收, 已接收…</summary>
    public static string Name(this ReferralState state) => state switch
    {
        ReferralState.Sent => "待接收",
        ReferralState.Accepted => "已接收",
        ReferralState.Refused => "未接收",
        ReferralState.Returned => "已反馈",
        ReferralState.Withdrawn => "已收回",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
