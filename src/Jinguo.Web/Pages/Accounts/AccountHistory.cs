using Jinguo.Core.Base.Changes;

namespace Jinguo.Web.Pages.Accounts;

/// <summary>The history of an account in words.</summary>
public static class AccountHistory
{
    /// <summary>What was done.</summary>
    public static string Name(string act) => act switch
    {
        "account.added" => "新建",
        "account.roles-requested" => "申请改角色",
        "account.roles-withdrawn" => "撤回申请",
        "account.roles-approved" => "批准",
        "account.roles-refused" => "不批准",
        "account.unlocked" => "解锁",
        "account.edited" => "修改",
        "account.password-reset" => "重置密码",
        "account.password-changed" => "本人换密码",
        "account.disabled" => "停用",
        "account.enabled" => "启用",
        "account.code-taken-up" => "启用动态口令",
        "account.code-removed" => "解除动态口令",
        _ => act,
    };

    /// <summary>Which fields were changed, and why.</summary>
    public static string Words(Change change) => string.Join("；",
        ChangeLog.Fields(change).Select(field => $"{Field(field.Field)} {(field.Before is null ? "" : field.Before + " → ")}{field.After ?? "空"}")
            .Concat(change.Reason is { Length: > 0 } reason ? [$"原因 {reason}"] : []));

    private static string Field(string field) => field switch { "name" => "姓名", "userName" => "账号", "roles" => "角色", "given" => "给", "taken" => "去", "asked" => "申请人", "pending" => "状态", _ => field };
}
