namespace Jinguo.Core.Base.Access;

/// <summary>Pure checks of accounts.</summary>
public static class AccountChecks
{
    /// <summary>Longest name and user name.</summary>
    public const int Longest = 60;

    /// <summary>What is wrong with a new account.</summary>
    public static List<Problem> Check(NewAccount input)
    {
        var problems = new List<Problem>();
        CheckName(input.Name, problems);
        var userName = input.UserName.Trim();
        if (userName.Length < 3)
            problems.Add(new("account.user-name.short", "请填写账号，至少3个字符，例如手机号。", nameof(input.UserName)));
        else if (userName.Length > Longest || !userName.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or '@'))
            problems.Add(new("account.user-name.letters", "账号只能用文字、数字和 . _ - @，不能有空格，例如手机号13800000000。", nameof(input.UserName)));
        CheckRoles(input.Roles, problems);
        return problems;
    }

    /// <summary>What is wrong with an edit.</summary>
    public static List<Problem> Check(AccountEdit input)
    {
        var problems = new List<Problem>();
        CheckName(input.Name, problems);
        CheckRoles(input.Roles, problems);
        return problems;
    }

    /// <summary>The form in which user names are unique: Unicode-normal, upper case.</summary>
    public static string Normal(string userName) => userName.Trim().Normalize().ToUpperInvariant();

    private static void CheckName(string name, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(name))
            problems.Add(new("account.name.missing", "请填写姓名。", nameof(NewAccount.Name)));
        else if (name.Trim().Length > Longest)
            problems.Add(new("account.name.long", $"姓名最多{Longest}个字，请改短。", nameof(NewAccount.Name)));
    }

    private static void CheckRoles(IReadOnlyList<RoleOn> roles, List<Problem> problems)
    {
        if (roles.Count == 0)
            problems.Add(new("account.roles.missing", "请至少给一个单位和角色；不再使用的账号请停用。", nameof(NewAccount.Roles)));
        else if (!roles.All(role => Enum.IsDefined(role.Role) && Enum.IsDefined(role.Scope)))
            problems.Add(new("account.roles.unknown", "请从列表里选角色和范围。", nameof(NewAccount.Roles)));
        else if (roles.GroupBy(role => (role.OrganisationId, role.Role)).Any(same => same.Count() > 1))
            problems.Add(new("account.roles.twice", "同一个单位的同一个角色写了两次，请删去一行。", nameof(NewAccount.Roles)));
    }
}
