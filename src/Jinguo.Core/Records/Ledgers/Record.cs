using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>
/// 记录: one piece of work in a ledger, an event or a register entry, with the values of its form as JSON. Nobody sums
/// records: what can be counted of it stands in its facts.
/// </summary>
public sealed class Record : IOwned
{
    /// <summary>Longest <see cref="Title"/>, in letters.</summary>
    public const int LongestTitle = 200;

    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form in which it was written, so that a second submit finds the first.</summary>
    public Guid Id { get; set; }

    /// <summary>Code of its record type: <c>training</c>.</summary>
    public required string TypeCode { get; set; }

    /// <summary>Stored version of the form it was last written with (<see cref="PackVersion.Version"/>).</summary>
    public int TypeVersion { get; set; }

    /// <summary>
    /// What was asked besides when it was written: packs with <see cref="TypeAddition"/>s and their versions,
    /// <c>own-14-1:2 own-203-4:1</c>; null for nothing.
    /// </summary>
    public string? Additions { get; set; }

    /// <summary>The body whose work it is.</summary>
    public int OrganisationId { get; set; }

    /// <summary>
    /// The superior body whose person entered it (代录), or null where the body's own person or the command line did.
    /// </summary>
    public int? EnteredByOrganisationId { get; set; }

    /// <summary>First of its days.</summary>
    public DateOnly FirstDay { get; set; }

    /// <summary>The day on which it counts: the last of its days; of a register entry, since when it exists.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The day on which a register entry ended, or null.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The day by which a register entry is to be visited again, or null.</summary>
    public DateOnly? NextVisit { get; set; }

    /// <summary>How it is called in lists. Holds no field marked personal (packs refuse it).</summary>
    public required string Title { get; set; }

    /// <summary>The values of its form as JSON.</summary>
    public required string Values { get; set; }

    /// <summary>Name of the key that sealed ID numbers and telephones in <see cref="Values"/>; null where there are none.</summary>
    public string? SealedWith { get; set; }

    /// <summary>What a search looks through: title and words, without personal fields.</summary>
    public required string SearchText { get; set; }

    /// <summary>Words of personal fields: searched for readers of the body itself only.</summary>
    public required string PersonalText { get; set; }

    /// <summary>Where it stands with the body above.</summary>
    public ReviewState Review { get; set; }

    /// <summary>True while its facts are in the books.</summary>
    public bool Counted { get; set; }

    /// <summary>Why it was returned, while it is.</summary>
    public string? ReturnReason { get; set; }

    /// <summary>The sentence offered for quotation (亮点), or null.</summary>
    public string? HighlightText { get; set; }

    /// <summary>True when it was withdrawn: kept, but out of lists and books.</summary>
    public bool Withdrawn { get; set; }

    /// <summary>The import that brought it, or null.</summary>
    public Guid? ImportId { get; set; }

    /// <summary>What makes another record seem the same (<see cref="Exchange.RecordLikeness"/>), as a hash.</summary>
    public long Likeness { get; set; }

    /// <summary>When it was first saved (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>By whom; null for the command line.</summary>
    public Guid? CreatedBy { get; set; }

    /// <summary>Her name then.</summary>
    public required string CreatedByName { get; set; }

    /// <summary>When its content was last changed (UTC): since then it waits.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts acts, so that a stale edit is noticed.</summary>
    public int Version { get; set; }

    /// <summary>How facts and highlights point to it.</summary>
    public RecordRef Ref => new(RecordRef.Ledger, Id);
}
