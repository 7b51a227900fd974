using Jinguo.Core.Base.Access;

namespace Jinguo.Web.Pages.Accounts;

/// <summary>A step of a change of roles in words.</summary>
public static class StepWords
{
    /// <summary>给 东山镇妇联 干事（本单位及下级）.</summary>
    public static string Of(RoleStep step, string body) => $"{(step.Gives ? "给" : "去掉")} {body} {step.Role.Role.Name()}（{step.Role.Scope.Name()}）";
}
