using System.Collections.Frozen;
using Jinguo.Core.Base.Organisations;

namespace Jinguo.Core.Base.Access;

/// <summary>A role of the acting person on the body for which she is working now.</summary>
/// <param name="Role">The role.</param>
/// <param name="Scope">Its reach from that body.</param>
public sealed record Grant(Role Role, RoleScope Scope);

/// <summary>What a program may do in the name of a person.</summary>
/// <param name="Name">Name of the token; it stands in the history with each act.</param>
/// <param name="Rights">The only rights it passes on.</param>
public sealed record TokenScope(string Name, FrozenSet<Right> Rights);

/// <summary>
/// Who acts, and for which body: the person signed in with the body she has chosen, or the command line.
/// </summary>
/// <param name="AccountId">The account, or null for the command line.</param>
/// <param name="Name">Her name as it stands in the history.</param>
/// <param name="OrganisationId">The body she is working for.</param>
/// <param name="Region">Its region: what belongs to its office alone lies there.</param>
/// <param name="Path">Its path.</param>
/// <param name="Grants">Her roles on that body.</param>
public sealed record Actor(Guid? AccountId, string Name, int OrganisationId, int Region, string Path, IReadOnlyList<Grant> Grants)
{
    /// <summary>The command line of the machine: everything, as the top of the tree; recorded as command line.</summary>
    public static Actor CommandLine { get; } = new(
        AccountId: null,
        "命令行",
        OrganisationId: 0,
        Region: 0,
        "/",
        [.. Enum.GetValues<Role>().Select(role => new Grant(role, RoleScope.Subtree))]);

    /// <summary>The access token by which a program acts for her; null where she acts herself.</summary>
    public TokenScope? Token { get; init; }

    /// <summary>True for the system administrator of the top body: she keeps the whole installation, its servers and backups.</summary>
    public bool KeepsInstallation =>
        Token is null && OrganisationPath.IsRoot(Path) && Grants.Any(grant => grant is { Role: Role.SystemAdministrator, Scope: RoleScope.Subtree });

    /// <summary>True when she has the right at all.</summary>
    public bool Has(Right right) => Reach(right) is not null;

    /// <summary>The reach of a right, or null when she does not have it.</summary>
    public RoleScope? Reach(Right right)
    {
        RoleScope? reach = null;
        if (Token is { } token && !(token.Rights.Contains(right) && TokenChecks.MayPass(right)))
            return reach;
        foreach (var grant in Grants.Where(grant => grant.Role.Has(right)))
            if (reach is null || grant.Scope > reach)
                reach = grant.Scope;
        return reach;
    }

    /// <summary>True when she has the right over the body at this path.</summary>
    public bool May(Right right, string path) => Reach(right) switch
    {
        RoleScope.Subtree => OrganisationPath.IsWithin(path, Path),
        RoleScope.Own => path == Path,
        _ => false,
    };
}
