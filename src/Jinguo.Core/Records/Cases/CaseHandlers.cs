using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;

namespace Jinguo.Core.Records.Cases;

/// <summary>The persons of a body who handle cases.</summary>
internal static class CaseHandlers
{
    private static readonly Role[] Roles = [.. Enum.GetValues<Role>().Where(role => role.Has(Right.CaseHandle))];

    /// <summary>The accounts with a role at the body that handles cases, not disabled or waiting for approval.</summary>
    public static IQueryable<Account> Of(Db db, int organisationId)
    {
        var assignments = db.RoleAssignments;
        return db.Accounts.Where(account => !account.Disabled && !account.Pending
            && assignments.Any(role => role.AccountId == account.Id && role.OrganisationId == organisationId && Roles.Contains(role.Role)));
    }
}
