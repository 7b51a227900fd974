using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;

namespace Jinguo.Core.Records.Cases;

/// <summary>The persons of a body who handle cases.</summary>
internal static class CaseHandlers
{
    /// <summary>The accounts with a role at the body that handles cases, or has another right on them; not disabled or waiting for approval.</summary>
    public static IQueryable<Account> Of(Db db, int organisationId, Right right = Right.CaseHandle)
    {
        Role[] roles = [.. Enum.GetValues<Role>().Where(role => role.Has(right))];
        var assignments = db.RoleAssignments;
        return db.Accounts.Where(account => !account.Disabled && !account.Pending
            && assignments.Any(role => role.AccountId == account.Id && role.OrganisationId == organisationId && roles.Contains(role.Role)));
    }
}
