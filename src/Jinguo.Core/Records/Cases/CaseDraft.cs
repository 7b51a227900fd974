using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Records.Cases;

/// <summary>A case that is being typed while the petitioner speaks: kept every few seconds, seen by its writer alone, gone once it is received.</summary>
public sealed class CaseDraft : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>The client key of the form, which becomes the key of the case.</summary>
    public Guid Id { get; set; }

    /// <summary>The body for which it is typed.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Who types it.</summary>
    public Guid AccountId { get; set; }

    /// <summary>The fields and their texts, sealed.</summary>
    public required string Sealed { get; set; }

    /// <summary>When it was kept last (UTC).</summary>
    public DateTime KeptAt { get; set; }
}
