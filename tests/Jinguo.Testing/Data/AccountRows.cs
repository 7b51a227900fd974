using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;

namespace Jinguo.Testing.Data;

/// <summary>Writes accounts with their roles, without a password, for tests that need a person and not the act.</summary>
public static class AccountRows
{
    public static async Task<Account> AddAsync(Db db, string userName, string name, IEnumerable<(Organisation Body, Role Role, RoleScope Scope)> roles)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            Name = name,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        };
        foreach (var (body, role, scope) in roles)
            account.Assignments.Add(new() { AccountId = account.Id, OrganisationId = body.Id, Role = role, Scope = scope });
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        return account;
    }
}
