using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>Sees to it that every body that has an administrator of a kind keeps one, on itself or above.</summary>
internal static class OfficerCover
{
    /// <summary>The problem of taking administrators' roles from an account, within the act's transaction; null when others remain.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">Who loses them.</param>
    /// <param name="lost">What she loses.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<Problem?> CheckAsync(Db db, Account account, IEnumerable<RoleAssignment> lost, CancellationToken cancel)
    {
        // Who may not sign in anyway covers nobody.
        if (account.Disabled || account.Pending)
            return null;
        foreach (var role in lost.Where(role => role.Role.IsAdministrator()).ToList())
        {
            var body = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == role.OrganisationId, cancel);
            // Two who relieve each other come one after the other, wherever above the body they serve.
            var top = OrganisationPath.Ids(body.Path)[0];
            await db.Organisations.Where(one => one.Id == top).ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version), cancel);
            if (!await InForce(db, role.Role, body.Path).AnyAsync(other => other.AccountId != account.Id, cancel))
                return new("account.last-officer", $"{body.Name}只有{account.Name}一位{role.Role.Name()}，不能去掉或停用。请先让另一位接手。", nameof(NewAccount.Roles));
        }
        return null;
    }

    /// <summary>The roles of a kind that are in force over the body at a path and everything below it.</summary>
    public static IQueryable<RoleAssignment> InForce(Db db, Role wanted, string path)
    {
        var ids = OrganisationPath.Ids(path);
        var accounts = db.Accounts;
        return db.RoleAssignments.Where(role => role.Role == wanted && role.Scope == RoleScope.Subtree && ids.Contains(role.OrganisationId)
            && accounts.Any(account => account.Id == role.AccountId && !account.Disabled));
    }
}
