using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.AspNetCore.Identity;

namespace Jinguo.Testing.Data;

/// <summary>Writes accounts with their roles, for tests that need a person and not the act. Hashing a password takes its time.</summary>
public static class AccountRows
{
    public static async Task<Account> AddAsync(Db db, string userName, string name, IEnumerable<(Organisation Body, Role Role, RoleScope Scope)> roles, string? password = null)
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
        if (password is not null)
            account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, password);
        foreach (var (body, role, scope) in roles)
            account.Assignments.Add(new() { AccountId = account.Id, OrganisationId = body.Id, Role = role, Scope = scope });
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        return account;
    }
}
