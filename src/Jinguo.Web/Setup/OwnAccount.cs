using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Setup;

/// <summary>What a person does with her own account.</summary>
public sealed class OwnAccount(Db db, UserManager<Account> users, PasswordRules rules, TokenService tokens, Actor actor, ChangeLog changes, TimeProvider time)
{
    /// <summary>
    /// Sets a password of her own. Ends her other sign-ins; the caller signs her in anew. Tokens stand, as passwords are
    /// changed every few months, unless she wants them gone.
    /// </summary>
    public async Task<Outcome<Account>> ChangePasswordAsync(string? now, string? wanted, string? again, bool revokeTokens, CancellationToken cancel)
    {
        if (await users.FindByIdAsync($"{actor.AccountId}") is not { } account)
            return Problem.NotFound("您的账号");
        if (rules.Check(wanted, again, await IsAdministratorAsync(account.Id, cancel)) is { } problem)
            return problem;
        if (now == wanted)
            return new Problem("password.same", "新密码请不要和现在的一样。", "wanted");

        await using var write = await db.BeginWriteAsync(cancel);
        if (!(await users.ChangePasswordAsync(account, now ?? "", wanted!)).Succeeded)
            return new Problem("password.wrong", "现在的密码不对，请重新填写。", "now");
        (account.InitialPassword, account.PasswordChangedAt) = (false, time.Instant());
        if (revokeTokens)
            await tokens.RevokeAllOfAsync(account.Id, cancel);
        changes.Add(actor, region: 0, actor.OrganisationId, "account.password-changed", AccountService.SubjectKind, $"{account.Id}");
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return account;
    }

    /// <summary>True when the account has an administrator's role on any body.</summary>
    public async Task<bool> IsAdministratorAsync(Guid account, CancellationToken cancel) =>
        (await db.RoleAssignments.Where(role => role.AccountId == account).Select(role => role.Role).Distinct().ToListAsync(cancel)).Exists(role => role.IsAdministrator());
}
