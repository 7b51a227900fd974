using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>A role in the list of accounts, with the name of its body.</summary>
public sealed record RoleLine(int OrganisationId, string Organisation, string Code, Role Role, RoleScope Scope);

/// <summary>An account in the list.</summary>
public sealed record AccountLine(Guid Id, string UserName, string Name, bool Disabled, bool Pending, bool InitialPassword, DateTime? LastSignIn, IReadOnlyList<RoleLine> Roles);

/// <summary>Which accounts are looked for.</summary>
/// <param name="Words">Part of name or user name.</param>
/// <param name="Role">Those who have this role.</param>
/// <param name="Within">Path of a body: those with a role there or below.</param>
/// <param name="Page">From 1.</param>
public sealed record AccountSearch(string? Words = null, Role? Role = null, string? Within = null, int Page = 1);

/// <summary>Reading the accounts that the actor keeps.</summary>
public sealed class AccountList(Db db, Visible visible)
{
    /// <summary>Accounts on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page of accounts by name.</summary>
    public async Task<PageOf<AccountLine>> ListAsync(AccountSearch search, CancellationToken cancel = default)
    {
        var bodies = visible.Organisations(Right.AccountManage);
        if (search.Within is { } path)
            bodies = bodies.Within(path);
        var assignments = db.RoleAssignments.Where(role => bodies.Any(body => body.Id == role.OrganisationId));
        if (search.Role is { } wanted)
            assignments = assignments.Where(role => role.Role == wanted);
        var steps = db.RoleRequests.SelectMany(request => request.Steps, (request, step) => new { request.AccountId, step.OrganisationId, step.Role })
            .Where(step => bodies.Any(body => body.Id == step.OrganisationId) && (search.Role == null || step.Role == search.Role));
        var accounts = db.Accounts.AsNoTracking().Where(account => assignments.Any(role => role.AccountId == account.Id) || (account.Pending && steps.Any(step => step.AccountId == account.Id)));
        if (search.Words?.Trim() is { Length: > 0 } words)
        {
            var userName = AccountChecks.Normal(words);
            accounts = accounts.Where(account => account.Name.Contains(words) || account.NormalizedUserName.Contains(userName));
        }
        var page = await accounts.OrderBy(account => account.Disabled).ThenBy(account => account.Name).ThenBy(account => account.Id)
            .Skip((Math.Max(search.Page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var roles = await RolesAsync([.. page.Select(account => account.Id)], cancel);
        return new([.. page.Select(account => Line(account, roles[account.Id]))], await accounts.CountAsync(cancel));
    }

    /// <summary>One account with the roles that the actor keeps, or null.</summary>
    public async Task<(Account Account, IReadOnlyList<RoleLine> Roles)?> FindAsync(Guid id, CancellationToken cancel = default)
    {
        if (await new AccountReach(db, visible, Right.AccountManage).Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancel) is not { } account)
            return null;
        return (account, [.. (await RolesAsync([id], cancel))[id]]);
    }

    private static AccountLine Line(Account account, IEnumerable<RoleLine> roles) =>
        new(account.Id, account.UserName, account.Name, account.Disabled, account.Pending, account.InitialPassword, account.LastSignIn, [.. roles]);

    private async Task<ILookup<Guid, RoleLine>> RolesAsync(List<Guid> accounts, CancellationToken cancel)
    {
        var rows = await (
            from role in db.RoleAssignments
            where accounts.Contains(role.AccountId)
            join body in visible.Organisations(Right.AccountManage) on role.OrganisationId equals body.Id
            orderby body.Path, role.Role
            select new { role.AccountId, Line = new RoleLine(body.Id, body.Name, body.Code, role.Role, role.Scope) }).ToListAsync(cancel);
        return rows.ToLookup(row => row.AccountId, row => row.Line);
    }
}
