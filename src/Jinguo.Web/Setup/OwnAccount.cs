using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Microsoft.AspNetCore.Identity;

namespace Jinguo.Web.Setup;

/// <summary>What a person does with her own account.</summary>
public sealed class OwnAccount(Db db, UserManager<Account> users, Actor actor, ChangeLog changes)
{
    /// <summary>Sets a password of her own. Ends her other sign-ins; the caller signs her in anew.</summary>
    public async Task<Outcome<Account>> ChangePasswordAsync(string? now, string? wanted, string? again, CancellationToken cancel)
    {
        if (await users.FindByIdAsync($"{actor.AccountId}") is not { } account)
            return Problem.NotFound("您的账号");
        if (wanted != again)
            return new Problem("password.again", "两次填写的新密码不一样，请重新填写。", "again");
        if (string.IsNullOrEmpty(wanted) || now == wanted)
            return new Problem("password.same", "请填写新密码，不要和现在的一样。", "wanted");

        await using var write = await db.BeginWriteAsync(cancel);
        var result = await users.ChangePasswordAsync(account, now ?? "", wanted);
        if (!result.Succeeded)
            return result.Errors.Select(Say).DistinctBy(problem => problem.Text).ToList();
        account.InitialPassword = false;
        changes.Add(actor, region: 0, actor.OrganisationId, "account.password-changed", AccountService.SubjectKind, $"{account.Id}");
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return account;
    }

    private static Problem Say(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordMismatch) => new("password.wrong", "现在的密码不对，请重新填写。", "now"),
        _ => new("password.weak", "新密码至少8位，要有大写字母、小写字母和数字。", "wanted"),
    };
}
