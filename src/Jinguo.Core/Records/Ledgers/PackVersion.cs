namespace Jinguo.Core.Records.Ledgers;

/// <summary>
/// A pack as it was loaded from the product's files, or as a body published it. A pack whose text has changed becomes the
/// next version; records keep the version of the form they were written with, so that an old record still reads as it was
/// written.
/// </summary>
public sealed class PackVersion
{
    /// <summary>Code of the pack: <c>training</c>.</summary>
    public required string Code { get; set; }

    /// <summary>From 1, counting up with every changed text.</summary>
    public int Version { get; set; }

    /// <summary>The pack's file.</summary>
    public required string Json { get; set; }

    /// <summary>The body that published it, for itself and every body below; 0 where shipped.</summary>
    public int OrganisationId { get; set; }

    /// <summary>First day on which records are written under it.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Last such day, or null.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>What was held already and is asked all the same, with reasons, as JSON; null where nothing was.</summary>
    public string? Kept { get; set; }

    /// <summary>When it was loaded or published (UTC).</summary>
    public DateTime LoadedAt { get; set; }

    /// <summary>Counts changes of this row: the sum over all rows tells every node whether something has changed.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>Whether records are written under it on a day.</summary>
    public bool IsInForce(DateOnly day) => ValidFrom <= day && (ValidTo is not { } last || day <= last);
}
