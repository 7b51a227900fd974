using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Web.Setup;

namespace Jinguo.Web.Pages.FirstRun;

/// <summary>The fields of an administrator to begin with. Her initial password is offered and may be changed.</summary>
public sealed class OfficerFields
{
    public Role Role { get; set; }

    public string? Name { get; set; }

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>For one of the three, with a password to hand over.</summary>
    public static OfficerFields For(Role role) => new() { Role = role, Password = InitialPassword.New() };

    /// <summary>What she does, in a sentence.</summary>
    public static string Duty(Role role) => role switch
    {
        Role.SystemAdministrator => "建组织和账号，不看业务内容",
        Role.SecurityAdministrator => "批准账号和角色，处理锁定、丢手机，不看业务内容",
        _ => "查操作记录，不做别的",
    };

    /// <summary>What is wrong with the initial passwords.</summary>
    public static IEnumerable<Problem> CheckPasswords(IReadOnlyList<OfficerFields> officers, PasswordRules rules) =>
        officers.Select((one, at) => rules.Check(one.Password, one.Password, isAdministrator: true) is { } problem ? problem with { Field = $"Officers[{at}].Password" } : null).OfType<Problem>();

    /// <summary>As an administrator with these roles.</summary>
    public FirstOfficer With(params Role[] roles) => new(Name ?? "", UserName ?? "", Password ?? "", roles);
}
