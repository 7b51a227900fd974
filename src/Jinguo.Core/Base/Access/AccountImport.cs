using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>A row of an account sheet as it was written.</summary>
/// <param name="Row">Row in the file, from 1.</param>
/// <param name="Name">Her name.</param>
/// <param name="UserName">Her user name or phone number.</param>
/// <param name="Body">The body: code, path or name.</param>
/// <param name="Role">Name of the role.</param>
/// <param name="Scope">Name of the reach; empty for the body and everything below.</param>
public sealed record AccountRow(int Row, string Name, string UserName, string Body, string Role, string Scope);

/// <summary>A row with what was found about it.</summary>
/// <param name="Written">The row as written.</param>
/// <param name="Role">Role, body and reach, when they could be read.</param>
/// <param name="Organisation">Name of the body found.</param>
/// <param name="IsKnown">True when the user name exists: the row changes nothing.</param>
/// <param name="Problems">What is wrong with it.</param>
public sealed record CheckedAccountRow(AccountRow Written, RoleOn? Role, string? Organisation, bool IsKnown, IReadOnlyList<Problem> Problems);

/// <summary>
/// Accounts from a sheet, looked through before anything is written. Rows with the same user name and name are one person
/// who serves several bodies.
/// </summary>
public sealed class AccountImport(Db db, Visible visible)
{
    /// <summary>Most rows at once.</summary>
    public const int MostRows = 2000;

    /// <summary>Looks through the rows.</summary>
    public async Task<IReadOnlyList<CheckedAccountRow>> CheckAsync(IReadOnlyList<AccountRow> rows, CancellationToken cancel = default)
    {
        var bodies = await visible.Organisations(Right.AccountManage).ResolveAsync(rows.Select(row => row.Body), cancel: cancel);
        var userNames = rows.Select(row => AccountChecks.Normal(row.UserName)).Distinct().ToList();
        var known = (await db.Accounts.Where(account => userNames.Contains(account.NormalizedUserName)).Select(account => account.NormalizedUserName).ToListAsync(cancel)).ToHashSet();
        var persons = rows.GroupBy(row => AccountChecks.Normal(row.UserName)).ToDictionary(group => group.Key, group => group.ToList());
        return [.. rows.Select(row => Check(row, bodies[row.Body], known.Contains(AccountChecks.Normal(row.UserName)), persons[AccountChecks.Normal(row.UserName)]))];
    }

    /// <summary>The accounts that rows without problems give: one for each user name that is not known.</summary>
    public static IReadOnlyList<NewAccount> Accounts(IEnumerable<CheckedAccountRow> rows) =>
    [
        .. rows.Where(row => row is { IsKnown: false, Problems.Count: 0 })
            .GroupBy(row => AccountChecks.Normal(row.Written.UserName))
            .Select(person => new NewAccount(ClientKey: default, person.First().Written.Name.Trim(), person.First().Written.UserName.Trim(), [.. person.Select(row => row.Role!)])),
    ];

    private static CheckedAccountRow Check(AccountRow row, Outcome<Organisation> body, bool isKnown, List<AccountRow> samePerson)
    {
        var problems = body.Done ? [] : string.IsNullOrWhiteSpace(row.Body)
            ? new List<Problem> { new("account.body.missing", "请填写单位：全称或代码。", "Body") }
            : [.. body.Problems.Select(problem => problem with { Field = "Body" })];
        if (body.Done && OrganisationChecks.Ended(body.Value) is { } ended)
            problems.Add(ended with { Field = "Body" });
        var role = Named(Enum.GetValues<Role>(), one => one.Name(), row.Role);
        if (role is null)
            problems.Add(new("account.role.unknown", $"角色“{row.Role}”看不懂，请填{string.Join("、", Enum.GetValues<Role>().Select(one => one.Name()))}之一。", "Role"));
        var scope = string.IsNullOrWhiteSpace(row.Scope) ? RoleScope.Subtree : Named(Enum.GetValues<RoleScope>(), one => one.Name(), row.Scope);
        if (scope is null)
            problems.Add(new("account.scope.unknown", $"范围“{row.Scope}”看不懂，请填本单位，或本单位及下级。", "Scope"));
        if (samePerson.Exists(other => other.Name.Trim() != row.Name.Trim()))
            problems.Add(new("account.user-name.twice", $"账号{row.UserName}在第{string.Join("、", samePerson.Select(other => other.Row))}行写给了不同的人，请改开。", "UserName"));
        else if (samePerson.Count(other => other.Body.Trim() == row.Body.Trim() && other.Role.Trim() == row.Role.Trim()) > 1)
            problems.Add(new("account.roles.twice", "同一个人在同一单位的同一角色写了两行，请删去一行。", "Role"));

        var given = body.Done && role is not null && scope is not null ? new RoleOn(body.Value.Id, role.Value, scope.Value) : null;
        var probe = new NewAccount(ClientKey: default, row.Name, row.UserName, [given ?? new(0, Role.Reader, RoleScope.Own)]);
        problems.AddRange(AccountChecks.Check(probe));
        return new(row, given, body.Value?.Name, isKnown, [.. problems.Select(problem => problem with { Row = row.Row })]);
    }

    private static T? Named<T>(T[] values, Func<T, string> name, string text)
        where T : struct => Array.FindIndex(values, value => name(value) == text.Trim()) is >= 0 and var at ? values[at] : null;
}
