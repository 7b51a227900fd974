using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>The accounts over which an administrator's right reaches: those with a role on one of its bodies, in force or asked for.</summary>
internal sealed class AccountReach(Db db, Visible visible, Right right)
{
    /// <summary>The accounts. The command line reaches all that have a role.</summary>
    public IQueryable<Account> Accounts
    {
        get
        {
            var bodies = visible.Organisations(right);
            var (roles, requests) = (db.RoleAssignments, db.RoleRequests);
            return db.Accounts.Where(account =>
                roles.Any(role => role.AccountId == account.Id && bodies.Any(body => body.Id == role.OrganisationId))
                || (account.Pending && requests.Any(request => request.AccountId == account.Id && request.Steps.Any(step => bodies.Any(body => body.Id == step.OrganisationId)))));
        }
    }

    /// <summary>Which of the bodies that an account serves are reached.</summary>
    public async Task<List<int>> BodiesOfAsync(Account account, CancellationToken cancel)
    {
        var ids = account.Assignments.Select(role => role.OrganisationId).ToList();
        return await visible.Organisations(right).Where(body => ids.Contains(body.Id)).Select(body => body.Id).ToListAsync(cancel);
    }

    /// <summary>The problem of an act on an account that also serves bodies out of reach; null when there is none.</summary>
    public async Task<Problem?> WhollyAsync(Account account, CancellationToken cancel)
    {
        var reached = await BodiesOfAsync(account, cancel);
        return account.Assignments.TrueForAll(role => reached.Contains(role.OrganisationId))
            ? null
            : new Problem("account.elsewhere", "她在您管理范围以外也有角色，这一步请由上级管理员操作。");
    }
}
