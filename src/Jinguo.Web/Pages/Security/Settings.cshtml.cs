using Jinguo.Core.Base.Access;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Security;

/// <summary>The protection settings as they are in force, to be read: they are changed on the server (docs/security.md).</summary>
[Needs(Right.AccountApprove)]
public sealed class SettingsModel(Settings settings, PasswordRules rules) : PageModel
{
    /// <summary>Each setting in words.</summary>
    public IEnumerable<(string Name, string Value)> Lines
    {
        get
        {
            var protection = settings.Protection;
            return
            [
                ("等保级别", $"{protection.Level}级"),
                ("三员分立", protection.IsSeparated ? "实行" : "没有实行"),
                ("动态口令", protection.CodeNeed switch { SecondFactorNeed.Everyone => "人人要用", SecondFactorNeed.Administrators => "管理员要用", _ => "自愿使用" }),
                ("同一账号", protection.IsOneSession ? "只能在一处登录" : "可以在几处登录"),
                ("密码", rules.Words(isAdministrator: false)),
                ("管理员密码", rules.Words(isAdministrator: true)),
                ("密码有效期", protection.PasswordDays == 0 ? "不限" : $"{protection.PasswordDays}天"),
                ("连续输错", $"{protection.Tries}次锁定{protection.LockMinutes}分钟"),
                ("自动退出", $"{protection.IdleMinutes}分钟没有操作，或登录满{protection.SessionHours}小时"),
                ("操作记录", $"至少保留{settings.TrailMonths}个月"),
            ];
        }
    }
}
