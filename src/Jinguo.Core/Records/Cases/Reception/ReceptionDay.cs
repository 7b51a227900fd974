namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>
/// A day on which a leader of the body receives visitors. The days that come are reckoned from the rule; one is stored once
/// something is booked, changed or written on it, and from then on stays where it is: somebody was told.
/// </summary>
public sealed class ReceptionDay
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7; empty while it is not stored.</summary>
    public Guid Id { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>The month (yyyyMM) whose day by the rule it is; null for an extra one. Unique in the body.</summary>
    public int? Month { get; set; }

    /// <summary>The day; unique in the body.</summary>
    public DateOnly Day { get; set; }

    /// <summary>When, where and who receives.</summary>
    public required ReceptionArrangement Arrangement { get; set; }

    /// <summary>On which day it stood at first, where a supervisor moved it; else null.</summary>
    public DateOnly? MovedFrom { get; set; }

    /// <summary>When it was cancelled (UTC), or null.</summary>
    public DateTime? CancelledAt { get; set; }

    /// <summary>Why it was moved or cancelled, sealed; null where it was not.</summary>
    public string? Reason { get; set; }

    /// <summary>Counts edits; 0 while it is not stored.</summary>
    public int Version { get; set; }

    /// <summary>True once it has a row.</summary>
    public bool IsStored => Version > 0;
}
