using Jinguo.Core.Base;

namespace Jinguo.Core.Records.Cases.Sharing;

/// <summary>Why something of a case may be told to another office: she agreed, or the law says so.</summary>
public enum SharingGround
{
    /// <summary>本人口头同意.</summary>
    Oral = 1,

    /// <summary>本人书面同意.</summary>
    Written,

    /// <summary>未成年人安全 (DV-04, 未成年人保护法 art. 11).</summary>
    MinorSafety,

    /// <summary>有生命危险: danger to life.</summary>
    DangerToLife,

    /// <summary>法院、公安依法调取: a court or the police ask for it.</summary>
    Authority,
}

/// <summary>同意: on what ground something of a case is told to another office. Recorded for each sharing, never once for all.</summary>
public sealed class CaseConsent
{
    /// <summary>The ground.</summary>
    public SharingGround Ground { get; set; }

    /// <summary>When she agreed, or when it was decided without her (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>Who asked her, or decided.</summary>
    public required string AskedBy { get; set; }

    /// <summary>To what she agreed, or why it is told without her consent; sealed.</summary>
    public required string Words { get; set; }
}

/// <summary>A ground as it is written down.</summary>
/// <param name="Ground">The ground; null where she did not agree and none was chosen.</param>
/// <param name="At">When she agreed, or it was decided (UTC).</param>
/// <param name="AskedBy">Who asked her, or decided.</param>
/// <param name="Words">To what she agreed, or why it is told without her consent.</param>
public sealed record ConsentInput(SharingGround? Ground, DateTime At, string AskedBy, string Words);

/// <summary>What is wrong with a ground as it is written down. Pure.</summary>
public static class ConsentChecks
{
    /// <summary>The longest name of who asked, in letters.</summary>
    public const int LongestName = 60;

    /// <summary>True where she agreed herself.</summary>
    public static bool IsConsent(this SharingGround ground) => ground is SharingGround.Oral or SharingGround.Written;

    /// <summary>A ground in the users' words.</summary>
    public static string Name(this SharingGround ground) => ground switch
    {
        SharingGround.Oral => "本人口头同意",
        SharingGround.Written => "本人书面同意",
        SharingGround.MinorSafety => "保护未成年人安全",
        SharingGround.DangerToLife => "有生命危险",
        SharingGround.Authority => "法院、公安依法调取",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };

    /// <summary>Checks a ground.</summary>
    /// <param name="input">The ground.</param>
    /// <param name="one">The case.</param>
    /// <param name="now">Now (UTC).</param>
    public static List<Problem> Check(ConsentInput input, Case one, DateTime now)
    {
        var problems = new List<Problem>();
        if (input.Ground is not { } ground)
            problems.Add(new("case.consent.ground", "要先征得本人同意。没有同意的，只有保护未成年人安全、有生命危险、法院公安依法调取才可以，并写明理由。", nameof(input.Ground)));
        else if (input.Words.Trim().Length is 0 or > CaseChecks.LongestLine)
            problems.Add(new("case.consent.words", ground.IsConsent() ? $"请写明她同意把哪些情况告诉谁，{CaseChecks.LongestLine}字以内。" : $"没有本人同意，请写明理由，{CaseChecks.LongestLine}字以内。", nameof(input.Words)));
        if (input.Ground == SharingGround.MinorSafety && !one.IsMinor)
            problems.Add(new("case.consent.minor", "以保护未成年人安全为由的，请先在登记里标明“涉及未成年人”。", nameof(input.Ground)));
        if (input.AskedBy.Trim().Length is 0 or > LongestName)
            problems.Add(new("case.consent.asked", $"请填是谁征求的同意（或谁决定的），{LongestName}字以内。", nameof(input.AskedBy)));
        if (input.At > now)
            problems.Add(new("case.consent.at", "征得同意的时间不能晚于现在。", nameof(input.At)));
        return problems;
    }
}
