namespace Jinguo.Core.Base.Access;

/// <summary>A row that belongs to a body and is seen by those whose right reaches that body.</summary>
public interface IOwned
{
    /// <summary>The body.</summary>
    int OrganisationId { get; }
}
