using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;

namespace Jinguo.Core.Records.Cases;

/// <summary>The persons of a body who handle cases.</summary>
internal static class CaseHandlers
{
    /// <summary>The accounts with a role at the body that handles cases, or has another right on them; not disabled or waiting for approval.</summary>
    public static IQueryable<Account> Of(Db db, int organisationId, Right right = Right.CaseHandle)
    {
        var ids = Ids(db, organisationId, right);
        return db.Accounts.Where(account => ids.Contains(account.Id));
    }

    /// <summary>Their keys, some more than once: to be looked for in statements about cases.</summary>
    public static IQueryable<Guid> Ids(Db db, int organisationId, Right right = Right.CaseHandle)
    {
        Role[] roles = [.. Enum.GetValues<Role>().Where(role => role.Has(right))];
        return db.RoleAssignments.Where(role => role.OrganisationId == organisationId && roles.Contains(role.Role))
            .Join(db.Accounts.Where(account => !account.Disabled && !account.Pending), role => role.AccountId, account => account.Id, (_, account) => account.Id);
    }
}
