using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Reports.Templates;

/// <summary>A template that a body uploaded: used by it and by every body below.</summary>
public sealed class ReportTemplate : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The body whose template it is.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Name in lists: the file's name without its ending, unique within the body.</summary>
    public required string Name { get; set; }

    /// <summary>The file (<see cref="Base.Files.StoredFile"/>).</summary>
    public Guid FileId { get; set; }

    /// <summary>Counts replacements of the file.</summary>
    public int Version { get; set; }

    /// <summary>When the file came (UTC).</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Who brought it.</summary>
    public required string ChangedBy { get; set; }
}
