namespace Jinguo.Core.Reports.Checking;

/// <summary>What the writer of a draft decided about a finding.</summary>
/// <param name="Finding">Which one (<see cref="DraftFinding.Id"/>).</param>
/// <param name="Reason">Why it stays as it is; null where the repair is taken.</param>
public sealed record DraftDecision(string Finding, string? Reason)
{
    /// <summary>The longest reason, in letters.</summary>
    public const int LongestReason = 200;

    /// <summary>True where the repair is taken.</summary>
    public bool IsTaken => Reason is null;

    /// <summary>A text with the repairs that were taken; where two are of one place, the graver finding's.</summary>
    public static string Apply(string text, IEnumerable<DraftFinding> findings, IReadOnlyList<DraftDecision> decisions)
    {
        var taken = decisions.Where(decision => decision.IsTaken).Select(decision => decision.Finding).ToHashSet(StringComparer.Ordinal);
        var from = text.Length;
        foreach (var finding in findings.Where(finding => finding.Repair is not null && taken.Contains(finding.Id)).OrderByDescending(finding => finding.Start))
        {
            if (finding.End > from)
                continue;
            text = string.Concat(text.AsSpan(0, finding.Start), finding.Repair, text.AsSpan(finding.End));
            from = finding.Start;
        }
        return text;
    }
}
