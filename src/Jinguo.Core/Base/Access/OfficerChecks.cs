namespace Jinguo.Core.Base.Access;

/// <summary>
/// Which roles one account may hold together (domain-rules §10.2, §13.3 rule 12): the audit administrator is nothing else;
/// where duties are separated the system and the security administrator are nothing else either. Pure.
/// </summary>
public static class OfficerChecks
{
    /// <summary>What is wrong with these roles of one account, on whatever bodies; null when nothing is.</summary>
    public static Problem? Check(IEnumerable<Role> roles, Separation separation)
    {
        var held = roles.Distinct().ToList();
        var officers = held.FindAll(role => role.IsAdministrator());
        if (officers.Count == 0 || held.Count == 1)
            return null;
        if (officers.Contains(Role.AuditAdministrator))
            return Refused("审计管理员不能兼任其他角色，请另建账号。");
        if (!separation.IsOn)
            return null;
        return Refused(officers.Count > 1 ? "系统管理员和安全管理员不能由一个人兼任，请另建账号。" : $"{officers[0].Name()}不能兼任业务角色，请另建账号。");
    }

    private static Problem Refused(string text) => new("account.officers.together", text, nameof(NewAccount.Roles));
}
