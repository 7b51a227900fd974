namespace Jinguo.Core.Base.Access;

/// <summary>A person who may sign in. What she may do is in her <see cref="RoleAssignment"/>s.</summary>
public sealed class Account
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>What she types to sign in: letters, digits, or a phone number; compared without case.</summary>
    public required string UserName { get; set; }

    /// <summary><see cref="UserName"/> in the form in which it is unique.</summary>
    public required string NormalizedUserName { get; set; }

    /// <summary>Her name as shown: 张某某.</summary>
    public required string Name { get; set; }

    /// <summary>Salted hash of the password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with every change of password or state, and so ends older sign-ins.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>True when she may no longer sign in.</summary>
    public bool Disabled { get; set; }

    /// <summary>True until the security administrator has approved the account: until then she may not sign in.</summary>
    public bool Pending { get; set; }

    /// <summary>True until she has set a password of her own.</summary>
    public bool InitialPassword { get; set; }

    /// <summary>When she last set a password of her own (UTC); null until then, and for accounts of versions that did not keep it.</summary>
    public DateTime? PasswordChangedAt { get; set; }

    /// <summary>Secret of her one-time codes, sealed; null while she has none.</summary>
    public string? CodeSecret { get; set; }

    /// <summary>Step of the last one-time code used: a code opens once.</summary>
    public long CodeStep { get; set; }

    /// <summary>Hashes of the recovery codes not yet used, with spaces between.</summary>
    public string? RecoveryCodes { get; set; }

    /// <summary>Wrong passwords and codes in a row.</summary>
    public int FailedCount { get; set; }

    /// <summary>Locked until this instant (UTC) after too many wrong passwords.</summary>
    public DateTime? LockedUntil { get; set; }

    /// <summary>When she last signed in (UTC).</summary>
    public DateTime? LastSignIn { get; set; }

    /// <summary>When the account was made (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Counts edits.</summary>
    public int Version { get; set; }

    /// <summary>Roles on bodies.</summary>
    public List<RoleAssignment> Assignments { get; } = [];
}

/// <summary>A role a person has on a body, with its reach. What is in force; what waits is a <see cref="RoleRequest"/>.</summary>
public sealed class RoleAssignment
{
    /// <summary>The person.</summary>
    public Guid AccountId { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>The role.</summary>
    public Role Role { get; set; }

    /// <summary>Its reach.</summary>
    public RoleScope Scope { get; set; }
}
