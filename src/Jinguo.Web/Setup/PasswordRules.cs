using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Microsoft.AspNetCore.Identity;

namespace Jinguo.Web.Setup;

/// <summary>What a password of one's own must be like.</summary>
public sealed class PasswordRules(UserManager<Account> users)
{
    /// <summary>The rule in words.</summary>
    public const string Words = "至少8位，要有大写字母、小写字母和数字";

    /// <summary>What is wrong with a password written twice; null when nothing is.</summary>
    public async Task<Problem?> CheckAsync(string? wanted, string? again)
    {
        if (wanted != again)
            return new("password.again", "两次填写的密码不一样，请重新填写。", "again");
        foreach (var rule in users.PasswordValidators)
            if (!(await rule.ValidateAsync(users, new() { UserName = "", NormalizedUserName = "", Name = "", SecurityStamp = "" }, wanted)).Succeeded)
                return new("password.weak", $"密码{Words}。", "wanted");
        return null;
    }
}
