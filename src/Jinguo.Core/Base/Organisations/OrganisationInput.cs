namespace Jinguo.Core.Base.Organisations;

/// <summary>A body to be added.</summary>
/// <param name="ClientKey">Key of the form (UUID version 7): sent twice, the second finds the first.</param>
/// <param name="ParentId">The body above.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Full name with the kind.</param>
/// <param name="Level">Level of a <see cref="OrganisationKind.Federation"/>; others follow the body above.</param>
/// <param name="Code">12 digits of a federation; null for others, which get the next free number below their parent's code.</param>
/// <param name="ValidFrom">First day, or null where it is not known: then the body counts as having always existed.</param>
public sealed record NewOrganisation(Guid ClientKey, int ParentId, OrganisationKind Kind, string Name, Level? Level = null, string? Code = null, DateOnly? ValidFrom = null);

/// <summary>Changes to a body.</summary>
/// <param name="Id">The body.</param>
/// <param name="Version">The version that was edited.</param>
/// <param name="Name">Full name with the kind.</param>
/// <param name="Order">Place among its siblings; equal places follow the codes.</param>
/// <param name="Kind">What it is; may change only between kinds that are not federations of a division.</param>
/// <param name="Renaming">When the body has been renamed; null where another name only mends a mistake, which leaves no former name.</param>
public sealed record OrganisationEdit(int Id, int Version, string Name, int Order, OrganisationKind Kind, Renaming? Renaming = null);

/// <summary>更名: from when a body has its new name, and by which document.</summary>
/// <param name="From">First day of the new name, not in the future.</param>
/// <param name="Document">文号.</param>
public sealed record Renaming(DateOnly From, string Document);
