using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Records.Cases.Sharing;

/// <summary>A referral as it is written.</summary>
/// <param name="Key">Client key, version 7.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Version">The case's version as the writer saw it.</param>
/// <param name="To">Name or code of a body of the platform; null for a department outside.</param>
/// <param name="Outside">Name of a department outside; null for a body of the platform.</param>
/// <param name="Asks">What is asked for.</param>
/// <param name="AnswerBy">Until when an answer is asked for, or null.</param>
/// <param name="Fields">Which texts go along; <see cref="SharingChecks.Sendable"/>.</param>
/// <param name="Consent">On what ground.</param>
public sealed record ReferralInput(Guid Key, Guid CaseId, int Version, string? To, string? Outside, string Asks, DateOnly? AnswerBy, IReadOnlyCollection<CaseField> Fields, ConsentInput Consent);

/// <summary>A referral as it is accepted.</summary>
/// <param name="Key">Client key, version 7: the key of the new case.</param>
/// <param name="ReferralId">The referral.</param>
/// <param name="NextStep">The next step; needed where it came as the gravest risk.</param>
/// <param name="NextStepDue">Until when.</param>
/// <param name="Reason">Why a day whose books are closed is changed.</param>
public sealed record ReferralAcceptance(Guid Key, Guid ReferralId, string? NextStep = null, DateOnly? NextStepDue = null, string? Reason = null);

/// <summary>A file as it is given for a review.</summary>
/// <param name="Key">Client key, version 7.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Version">The case's version as the writer saw it.</param>
/// <param name="To">Name or code of the reviewing body.</param>
/// <param name="Until">The last day on which it may be read.</param>
/// <param name="Consent">On what ground.</param>
public sealed record GrantInput(Guid Key, Guid CaseId, int Version, string To, DateOnly Until, ConsentInput Consent);

/// <summary>What is wrong with a sharing as it is written. Pure.</summary>
public static class SharingChecks
{
    /// <summary>The longest name of a body or department, in letters.</summary>
    public const int LongestName = 100;

    /// <summary>A file is given for at most so many days: the time in which a review is answered (PET-09, PET-10). A hearing takes a new one.</summary>
    public const int MostGrantDays = 30;

    /// <summary>The texts that a referral may carry: all but the body's own next step and the code on the receipt.</summary>
    public static IReadOnlyList<CaseField> Sendable { get; } = [.. Enum.GetValues<CaseField>().Where(field => field is not (CaseField.NextStep or CaseField.QueryCode))];

    /// <summary>Checks a referral.</summary>
    /// <param name="input">The referral.</param>
    /// <param name="one">The case.</param>
    /// <param name="now">Now (UTC).</param>
    public static List<Problem> Check(ReferralInput input, Case one, DateTime now)
    {
        var problems = ConsentChecks.Check(input.Consent, one, now);
        if (string.IsNullOrWhiteSpace(input.To) == string.IsNullOrWhiteSpace(input.Outside))
            problems.Add(new("case.referral.to", "请选平台上的妇联，或者填平台以外的部门，只填一个。", nameof(input.To)));
        else if (input.Outside?.Trim().Length > LongestName)
            problems.Add(new("case.referral.outside", $"部门名称最多{LongestName}个字。", nameof(input.Outside)));
        if (string.IsNullOrWhiteSpace(input.Asks))
            problems.Add(new("case.referral.asks", "请写明请对方办什么。", nameof(input.Asks)));
        else if (input.Asks.Length > CaseChecks.LongestText)
            problems.Add(new("case.referral.asks.length", $"最多{CaseChecks.LongestText}个字，现在是{input.Asks.Length}个。", nameof(input.Asks)));
        if (input.AnswerBy < China.Day(now))
            problems.Add(new("case.referral.day", "请对方答复的日期不能早于今天。", nameof(input.AnswerBy)));
        return problems;
    }

    /// <summary>Checks a file that is given for a review.</summary>
    /// <param name="input">The grant.</param>
    /// <param name="one">The case.</param>
    /// <param name="now">Now (UTC).</param>
    public static List<Problem> Check(GrantInput input, Case one, DateTime now)
    {
        var problems = ConsentChecks.Check(input.Consent, one, now);
        var today = China.Day(now);
        if (input.Until < today || input.Until > today.AddDays(MostGrantDays))
            problems.Add(new("case.grant.until", $"借阅到哪天，填今天起{MostGrantDays}日以内。", nameof(input.Until)));
        return problems;
    }

    /// <summary>Checks the words of an answer: why it is refused, or the result.</summary>
    public static Problem? CheckAnswer(string words) => words.Trim().Length is 0 or > CaseChecks.LongestText
        ? new("case.referral.answer", $"请写明理由或结果，{CaseChecks.LongestText}字以内。", "Words")
        : null;
}
