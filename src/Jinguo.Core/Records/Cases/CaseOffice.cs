using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Records.Cases;

/// <summary>
/// A body that handles cases here, since a day. From then on its figures of letters and visits come from its cases, and its
/// counts-only ledger takes no more entries.
/// </summary>
public sealed class CaseOffice : IOwned
{
    /// <summary>The longest prefix, in letters.</summary>
    public const int LongestPrefix = 10;

    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; set; }

    /// <summary>Begins the numbers of its cases: 安妇访.</summary>
    public required string Prefix { get; set; }

    /// <summary>Counts edits.</summary>
    public int Version { get; set; }

    /// <summary>A case's number: 安妇访〔2026〕083号.</summary>
    public string NumberOf(Case one) => NumberOf(one.Year, one.Sequence);

    /// <summary>The number of the so-many-th case of a year.</summary>
    public string NumberOf(int year, int sequence) => $"{Prefix}〔{year}〕{sequence:000}号";
}
