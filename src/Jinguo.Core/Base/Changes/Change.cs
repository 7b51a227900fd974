namespace Jinguo.Core.Base.Changes;

/// <summary>
/// One act: who did what to which thing, when, why, and which fields it changed. Never updated or deleted: each is a link of
/// the chain of its body (docs/adr/0005).
/// </summary>
public sealed class Change
{
    /// <summary>Longest name of the acting person.</summary>
    public const int LongestName = 60;

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

    /// <summary>Its place in the chain of <see cref="OrganisationId"/>, from 1; 0 only in databases of versions before the chain.</summary>
    public long Number { get; set; }

    /// <summary><see cref="ChangeHash"/> over all fields and the hash before it: 64 hexadecimal digits.</summary>
    public string Hash { get; set; } = "";
}
