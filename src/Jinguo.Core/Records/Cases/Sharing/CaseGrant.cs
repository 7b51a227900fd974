namespace Jinguo.Core.Records.Cases.Sharing;

/// <summary>
/// 借阅案卷: for a review or re-review (PET-09, PET-10) the whole case is given to the reviewing body to read, until a day or until
/// the review is answered. Nobody there may write in it.
/// </summary>
public sealed class CaseGrant
{
    /// <summary>Region of the case.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>The reviewing body.</summary>
    public int ToId { get; set; }

    /// <summary>Its name then.</summary>
    public required string ToName { get; set; }

    /// <summary>The last day (China) on which it may be read.</summary>
    public DateOnly Until { get; set; }

    /// <summary>On what ground it was given.</summary>
    public required CaseConsent Consent { get; set; }

    /// <summary>When it was given (UTC).</summary>
    public DateTime GivenAt { get; set; }

    /// <summary>Who gave it: her name then.</summary>
    public required string GivenByName { get; set; }

    /// <summary>When it ended before its day (UTC), or null.</summary>
    public DateTime? EndedAt { get; set; }
}
