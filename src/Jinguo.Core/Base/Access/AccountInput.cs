namespace Jinguo.Core.Base.Access;

/// <summary>Makes the stored form of a password; supplied by the sign-in, which also checks it.</summary>
public delegate string HashPassword(Account account, string password);

/// <summary>A role on a body, with its reach, as it is given to an account.</summary>
public sealed record RoleOn(int OrganisationId, Role Role, RoleScope Scope);

/// <summary>An account to be made.</summary>
/// <param name="ClientKey">Key of the form (UUID version 7): sent twice, the second finds the first.</param>
/// <param name="Name">Her name.</param>
/// <param name="UserName">What she types to sign in.</param>
/// <param name="Roles">Her roles, at least one.</param>
public sealed record NewAccount(Guid ClientKey, string Name, string UserName, IReadOnlyList<RoleOn> Roles);

/// <summary>Changes to an account.</summary>
/// <param name="Id">The account.</param>
/// <param name="Version">The version that was edited.</param>
/// <param name="Name">Her name.</param>
/// <param name="Roles">Her roles on bodies that the actor keeps; roles elsewhere stay as they are.</param>
public sealed record AccountEdit(Guid Id, int Version, string Name, IReadOnlyList<RoleOn> Roles);

/// <summary>A password as it is handed out, once; only its hash is kept.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="UserName">What she types to sign in.</param>
/// <param name="Name">Her name.</param>
/// <param name="Password">The password; null when a form was sent twice and it has been handed out already.</param>
public sealed record IssuedPassword(Guid AccountId, string UserName, string Name, string? Password);
