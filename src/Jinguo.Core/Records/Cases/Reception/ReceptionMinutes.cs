namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>接待日纪要: who received, how many came, what was agreed. Supervisors of the body write and read it; once final it is not changed.</summary>
public sealed class ReceptionMinutes
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>The day.</summary>
    public Guid DayId { get; set; }

    /// <summary>Who received, sealed.</summary>
    public required string Receivers { get; set; }

    /// <summary>How many persons came.</summary>
    public int Visitors { get; set; }

    /// <summary>What was agreed, sealed.</summary>
    public required string Agreed { get; set; }

    /// <summary>When it was written last (UTC).</summary>
    public DateTime WrittenAt { get; set; }

    /// <summary>By whom.</summary>
    public required string WrittenByName { get; set; }

    /// <summary>定稿: when it became final (UTC), or null.</summary>
    public DateTime? FinalAt { get; set; }

    /// <summary>By whom, or null.</summary>
    public string? FinalByName { get; set; }

    /// <summary>Counts edits.</summary>
    public int Version { get; set; }
}

/// <summary>补记: what was added to minutes after they were final. Written once.</summary>
public sealed class ReceptionAddendum
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The day.</summary>
    public Guid DayId { get; set; }

    /// <summary>When it was written (UTC).</summary>
    public DateTime WrittenAt { get; set; }

    /// <summary>By whom.</summary>
    public required string WrittenByName { get; set; }

    /// <summary>What it says, sealed.</summary>
    public required string Sealed { get; set; }
}
