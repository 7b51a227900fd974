namespace Jinguo.Core.Base.Organisations;

/// <summary>One body of the federation: a node of the tree as it stands today. Its history is in <see cref="OrganisationEdge"/>.</summary>
public sealed class Organisation
{
    /// <summary>Key; also one step of every <see cref="Path"/>.</summary>
    public int Id { get; set; }

    /// <summary>
    /// Id of the prefecture-level body above (or of this body, when it is one) when the row was first written; 0 for
    /// province and nation. Never changed: it leads the keys of the big tables.
    /// </summary>
    public int Region { get; set; }

    /// <summary>12 digits for the body of a division; its parent's code + <c>-001</c>… for others (domain-rules DIV-02).</summary>
    public required string Code { get; set; }

    /// <summary>Full name with the kind: 东山镇妇联.</summary>
    public required string Name { get; set; }

    /// <summary>Pinyin initials of the name, lower case, for search: dszfl.</summary>
    public required string Initials { get; set; }

    /// <summary>Level in the tree; levels may be skipped (直筒子市, domain-rules DIV-11).</summary>
    public Level Level { get; set; }

    /// <summary>What the body is.</summary>
    public OrganisationKind Kind { get; set; }

    /// <summary>The body above, null only at the top of this installation's tree.</summary>
    public int? ParentId { get; set; }

    /// <summary>
    /// Ids from the top down to this body, each followed by a slash: <c>/1/14/203/</c>. Everything below is a range:
    /// see <see cref="OrganisationPath"/>.
    /// </summary>
    public required string Path { get; set; }

    /// <summary>First day of existence; facts before it are refused.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day of existence, or null.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Place among its siblings: the order of codes unless a body sets another.</summary>
    public int Order { get; set; }

    /// <summary>Counts edits, so that a stale edit is noticed.</summary>
    public int Version { get; set; }
}
