namespace Jinguo.Core.Base.Organisations;

/// <summary>Where a body hung in the tree during a span of days. The edges of a body follow each other without overlap.</summary>
public sealed class OrganisationEdge
{
    /// <summary>Region of the body (<see cref="Organisation.Region"/>).</summary>
    public int Region { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>First day.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day, or null while it lasts.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>The body above during these days.</summary>
    public int? ParentId { get; set; }

    /// <summary>Path during these days.</summary>
    public required string Path { get; set; }

    /// <summary>True where it hangs outside its own region: after a move to another prefecture, and for what has none (nation, provinces). The database reckons it.</summary>
    public bool IsForeign { get; private set; }
}
