using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>Makes the one account that nobody else could make.</summary>
public sealed class FirstAdministrator(Db db, ChangeLog changes, HashPassword hash, TimeProvider time)
{
    /// <summary>The name that stands in the history for the acts of the first run.</summary>
    public static Actor Actor { get; } = Actor.CommandLine with { Name = "首次启动" };

    /// <summary>True while there is no account at all.</summary>
    public async Task<bool> IsMissingAsync(CancellationToken cancel = default) => !await db.Accounts.AnyAsync(cancel);

    /// <summary>Makes the system administrator of a body and everything below, with a password of her own choice. Refused when there is any account.</summary>
    public async Task<Outcome<Account>> AddAsync(Organisation body, string name, string userName, string password, CancellationToken cancel = default)
    {
        var input = new NewAccount(ClientKey: default, name, userName, [new(body.Id, Role.SystemAdministrator, RoleScope.Subtree)]);
        var problems = AccountChecks.Check(input);
        if (problems.Count > 0)
            return problems;
        var account = new Account
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            UserName = userName.Trim(),
            NormalizedUserName = AccountChecks.Normal(userName),
            Name = name.Trim(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedAt = time.Instant(),
            PasswordChangedAt = time.Instant(),
        };
        account.PasswordHash = hash(account, password);
        account.Assignments.Add(new() { AccountId = account.Id, OrganisationId = body.Id, Role = Role.SystemAdministrator, Scope = RoleScope.Subtree });

        await using var write = await db.BeginWriteAsync(cancel);
        if (!await IsMissingAsync(cancel))
            return new Problem("first-run.over", "已经有账号了，请直接登录。");
        db.Accounts.Add(account);
        changes.Add(Actor, body.Region, body.Id, "account.added", AccountService.SubjectKind, $"{account.Id}", fields:
            [new("name", null, account.Name), new("userName", null, account.UserName), new("roles", null, $"{body.Name} {Role.SystemAdministrator.Name()}")]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return account;
    }
}
