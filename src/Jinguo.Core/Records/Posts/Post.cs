using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Records.Posts;

/// <summary>
/// 任职: a post of a term held by a person. An office holder's name and post are ordinary office information: whoever may read
/// the posts of a body sees them, bodies above included, and whoever ends the body. Her ID number, telephone and birth date stay in
/// <see cref="Base.Persons.Person"/>; nothing of this module reads them out.
/// </summary>
public sealed class Post : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7.</summary>
    public Guid Id { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>The term.</summary>
    public Guid TermId { get; set; }

    /// <summary>The meeting that elected her.</summary>
    public Guid ElectionId { get; set; }

    /// <summary>Who holds it.</summary>
    public Guid PersonId { get; set; }

    /// <summary>What it is.</summary>
    public PostKind Kind { get; set; }

    /// <summary>How she came to it.</summary>
    public PostEntry Entry { get; set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; set; }

    /// <summary>The day she left it, on which it does not count any more; null while she holds it.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Why she left it; null while she holds it.</summary>
    public Departure? Departure { get; set; }

    /// <summary>A word more about her leaving, or null.</summary>
    public string? Note { get; set; }

    /// <summary>Yes-votes she got, or null where they are not recorded.</summary>
    public int? Votes { get; set; }

    /// <summary>True for a member of the Party organisation's committee at the same level: in a village, of one of the 村两委.</summary>
    public bool IsInPartyCommittee { get; set; }

    /// <summary>True for a member of the village or residents' committee, the other of the 村两委.</summary>
    public bool IsInVillageCommittee { get; set; }
}

/// <summary>One meeting that elects: a congress, or a plenum of the executive committee. Its numbers are kept where they are told.</summary>
public sealed class Election : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>The term.</summary>
    public Guid TermId { get; set; }

    /// <summary>Its day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>应到.</summary>
    public int? Expected { get; set; }

    /// <summary>实到.</summary>
    public int? Present { get; set; }

    /// <summary>发出选票.</summary>
    public int? Issued { get; set; }

    /// <summary>收回选票.</summary>
    public int? Returned { get; set; }
}
