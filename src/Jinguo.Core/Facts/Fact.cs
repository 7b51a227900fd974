using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Facts;

/// <summary>
/// 事实: one signed number in the books. Never updated or deleted; a correction is a reversal and a new fact.
/// </summary>
public sealed class Fact : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, ordered by time of posting.</summary>
    public Guid Id { get; set; }

    /// <summary>What is counted.</summary>
    public int MeasureId { get; set; }

    /// <summary>Option of its breakdown; 0 where it has none.</summary>
    public int Option { get; set; }

    /// <summary>The body whose work it is.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Path of the body as it stood on <see cref="Day"/>.</summary>
    public required string Path { get; set; }

    /// <summary>The day on which it counts.</summary>
    public DateOnly Day { get; set; }

    /// <summary>In the measure's smallest unit; negative in a reversal or when a stock ends.</summary>
    public long Value { get; set; }

    /// <summary>Its own word of approximation (余, 近…), empty when exact.</summary>
    public required string Hedge { get; set; }

    /// <summary>Kind of the record behind it (<see cref="Base.RecordRef"/>).</summary>
    public required string SourceKind { get; set; }

    /// <summary>Key of the record behind it.</summary>
    public Guid SourceId { get; set; }

    /// <summary>The person counted, for a measure of different persons; else null.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>Version of the measure's definition in force on the day.</summary>
    public int DefinitionVersion { get; set; }

    /// <summary>When it was posted (UTC).</summary>
    public DateTime PostedAt { get; set; }

    /// <summary>By whom; null for the command line.</summary>
    public Guid? PostedBy { get; set; }

    /// <summary>The fact that this one reverses, or null.</summary>
    public Guid? Reverses { get; set; }
}
