namespace Jinguo.Core.Base.Changes;

/// <summary>One act: who did what to which thing, when, why, and which fields it changed. Never updated or deleted.</summary>
public sealed class Change
{
    /// <summary>Region of the body concerned (<see cref="Organisations.Organisation.Region"/>).</summary>
    public int Region { get; set; }

    /// <summary>Key, ordered by time.</summary>
    public Guid Id { get; set; }

    /// <summary>The body concerned.</summary>
    public int OrganisationId { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>The account, or null for the command line.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Name of the person at that time, or 命令行.</summary>
    public required string ActorName { get; set; }

    /// <summary>The act, dotted lower case: <c>record.returned</c>.</summary>
    public required string Act { get; set; }

    /// <summary>Kind of the thing: <c>record</c>, <c>organisation</c>, <c>account</c>, <c>report</c>…</summary>
    public required string SubjectKind { get; set; }

    /// <summary>Key of the thing as text.</summary>
    public required string SubjectId { get; set; }

    /// <summary>Why, in the person's words, where the act asks for it.</summary>
    public string? Reason { get; set; }

    /// <summary>Fields changed, as JSON: <c>{"name":["before","after"]}</c>; null where none.</summary>
    public string? Fields { get; set; }
}
