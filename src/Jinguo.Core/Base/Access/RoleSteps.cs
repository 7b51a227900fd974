namespace Jinguo.Core.Base.Access;

/// <summary>One step of a change of roles.</summary>
/// <param name="Role">The role on a body, with the reach it is to have.</param>
/// <param name="Gives">True to give it or change its reach, false to take it.</param>
public sealed record RoleStep(RoleOn Role, bool Gives);

/// <summary>Changes of roles as steps, so that what was asked for can wait while other roles change. Pure.</summary>
public static class RoleSteps
{
    /// <summary>What leads from some roles to others.</summary>
    public static IReadOnlyList<RoleStep> Between(IReadOnlyCollection<RoleOn> before, IReadOnlyCollection<RoleOn> after) =>
    [
        .. before.Where(role => !after.Any(other => IsSame(role, other))).Select(role => new RoleStep(role, Gives: false)),
        .. after.Where(role => !before.Contains(role)).Select(role => new RoleStep(role, Gives: true)),
    ];

    /// <summary>
    /// True for what waits for the security administrator where duties are separated: whatever gives something, and whatever
    /// touches one of the three administrators.
    /// </summary>
    public static bool NeedApproval(IEnumerable<RoleStep> steps) => steps.Any(step => step.Gives || step.Role.Role.IsAdministrator());

    /// <summary>The roles after the steps.</summary>
    public static IReadOnlyList<RoleOn> After(IEnumerable<RoleOn> before, IReadOnlyCollection<RoleStep> steps) =>
    [
        .. before.Where(role => !steps.Any(step => IsSame(step.Role, role))),
        .. steps.Where(step => step.Gives).Select(step => step.Role),
    ];

    /// <summary>Puts the steps into force on a tracked account; the caller saves.</summary>
    public static void PutInForce(Account account, IReadOnlyCollection<RoleStep> steps)
    {
        foreach (var (role, gives) in steps)
        {
            var held = account.Assignments.Find(one => one.OrganisationId == role.OrganisationId && one.Role == role.Role);
            if (!gives && held is not null)
                account.Assignments.Remove(held);
            else if (gives && held is not null)
                held.Scope = role.Scope;
            else if (gives)
                account.Assignments.Add(new() { AccountId = account.Id, OrganisationId = role.OrganisationId, Role = role.Role, Scope = role.Scope });
        }
    }

    /// <summary>The roles of an account that are in force.</summary>
    public static IReadOnlyList<RoleOn> InForce(Account account) => [.. account.Assignments.Select(role => new RoleOn(role.OrganisationId, role.Role, role.Scope))];

    /// <summary>The roles in force that the steps take or give another reach.</summary>
    public static IReadOnlyList<RoleAssignment> Lost(Account account, IReadOnlyCollection<RoleStep> steps) =>
        [.. account.Assignments.Where(held => steps.Any(step => step.Role.OrganisationId == held.OrganisationId && step.Role.Role == held.Role))];

    /// <summary>Roles in words, for the history.</summary>
    /// <param name="roles">The roles.</param>
    /// <param name="names">Names of their bodies.</param>
    public static string Words(IEnumerable<RoleOn> roles, IReadOnlyDictionary<int, string> names) => string.Join("；", roles
        .Select(role => $"{names[role.OrganisationId]} {role.Role.Name()} {role.Scope.Name()}").Order(StringComparer.Ordinal));

    private static bool IsSame(RoleOn one, RoleOn other) => one.OrganisationId == other.OrganisationId && one.Role == other.Role;
}
