using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>What an administrator keeps.</summary>
/// <param name="Bodies">Existing bodies by level, from the top.</param>
/// <param name="Accounts">Accounts with a role on one of them.</param>
/// <param name="Disabled">Of these, disabled ones.</param>
/// <param name="NeverSignedIn">Of these, not disabled and never used.</param>
public sealed record AdministrationCounts(IReadOnlyList<(Level Level, int Count)> Bodies, int Accounts, int Disabled, int NeverSignedIn);

/// <summary>Counts bodies and accounts within an administrator's reach: two queries, no business data.</summary>
public sealed class Administration(Db db, Visible visible)
{
    /// <summary>Counts them.</summary>
    public async Task<AdministrationCounts> CountAsync(CancellationToken cancel = default)
    {
        var bodies = await visible.Organisations(Right.OrganisationManage).Where(body => body.ValidTo == null)
            .GroupBy(body => body.Level).OrderBy(level => level.Key)
            .Select(level => new { level.Key, Count = level.Count() })
            .ToListAsync(cancel);
        var reached = visible.Organisations(Right.AccountManage);
        var assignments = db.RoleAssignments;
        var accounts = await db.Accounts
            .Where(account => assignments.Any(assignment => assignment.AccountId == account.Id && reached.Any(body => body.Id == assignment.OrganisationId)))
            .GroupBy(account => new { account.Disabled, Used = account.LastSignIn != null })
            .Select(group => new { group.Key.Disabled, group.Key.Used, Count = group.Count() })
            .ToListAsync(cancel);
        return new(
            [.. bodies.Select(body => (body.Key, body.Count))],
            accounts.Sum(group => group.Count),
            accounts.Where(group => group.Disabled).Sum(group => group.Count),
            accounts.Where(group => group is { Disabled: false, Used: false }).Sum(group => group.Count));
    }
}
