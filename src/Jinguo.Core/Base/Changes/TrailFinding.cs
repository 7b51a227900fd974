namespace Jinguo.Core.Base.Changes;

/// <summary>What is wrong at a place of the trail.</summary>
public enum TrailFault
{
    /// <summary>The entry is not what it was: a field, its hash or its number was changed, or two entries were swapped.</summary>
    Changed = 1,

    /// <summary>Entries are gone: from <see cref="TrailFinding.Number"/> to <see cref="TrailFinding.Last"/>.</summary>
    Removed,

    /// <summary>An entry stands beside the chain: it was slipped in.</summary>
    Inserted,

    /// <summary>The chain was written anew: the entry is not the one that was sealed.</summary>
    NotAsSealed,

    /// <summary>The end was cut off: a seal kept outside knows entries up to this number.</summary>
    CutOff,

    /// <summary>The head of the chain does not fit its last entry.</summary>
    Head,

    /// <summary>The beginning was taken away without the act of archiving.</summary>
    Archive,

    /// <summary>A seal was changed or removed; <see cref="TrailFinding.Number"/> is its number.</summary>
    Seal,
}

/// <summary>A place where the trail is not as it was written.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="OrganisationId">The body whose chain it is; 0 for the installation.</param>
/// <param name="Number">Number of the entry (of the seal for <see cref="TrailFault.Seal"/>).</param>
/// <param name="Last">Last number of a gap, else the same.</param>
/// <param name="At">When the act was (UTC), as the row says; null where there is none.</param>
/// <param name="Act">The act, as the row says.</param>
public sealed record TrailFinding(TrailFault Fault, int OrganisationId, long Number, long Last, DateTime? At = null, string? Act = null)
{
    internal static TrailFinding Of(TrailFault fault, Change change) => new(fault, change.OrganisationId, change.Number, change.Number, change.At, change.Act);
}
