using Jinguo.Core.Base.Access;
using Jinguo.Web.Ui;

namespace Jinguo.Web.Pages.Security;

/// <summary>How an account stands, in words.</summary>
public static class SecurityWords
{
    /// <summary>For example 锁定到14:05.</summary>
    public static string State(Account account, DateTime now) =>
        account.Disabled ? "已停用"
        : account.Pending ? "待批准"
        : account.LockedUntil > now ? $"锁定到{Show.Clock(account.LockedUntil.Value)}"
        : account.InitialPassword ? "初始密码"
        : "正常";
}
