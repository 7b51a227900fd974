namespace Jinguo.Core.Base.Access;

/// <summary>A token to be made.</summary>
/// <param name="Name">What it is for, at most 40 letters.</param>
/// <param name="UserName">The account in whose name it acts.</param>
/// <param name="OrganisationId">The body for which it acts.</param>
/// <param name="Rights">The rights it passes on.</param>
/// <param name="Days">Days until it ends, 1 to 366.</param>
public sealed record NewToken(string Name, string UserName, int OrganisationId, IReadOnlyCollection<Right> Rights, int Days);

/// <summary>Pure checks of tokens.</summary>
public static class TokenChecks
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 40;

    /// <summary>Most days for which a token is made.</summary>
    public const int MostDays = 366;

    /// <summary>
    /// Rights a token may pass on: not what only administrators do, not persons in full, for which a human being
    /// says why, and not to supervise cases: a program handles those that its account has in hand.
    /// </summary>
    public static IReadOnlyList<Right> Allowed { get; } =
    [
        .. Enum.GetValues<Right>().Where(right => right is not (Right.PersonReveal or Right.CaseSupervise) && Enum.GetValues<Role>().Any(role => !role.IsAdministrator() && role.Has(right))),
    ];

    /// <summary>True where a token may pass a right on; what else stands in its row opens nothing.</summary>
    public static bool MayPass(Right right) => Allowed.Contains(right);

    /// <summary>What is wrong with a new token.</summary>
    /// <param name="input">The token.</param>
    /// <param name="held">The account's roles on the body.</param>
    public static List<Problem> Check(NewToken input, IReadOnlyCollection<Role> held)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(input.Name) || input.Name.Trim().Length > LongestName)
            problems.Add(new("token.name", $"请给令牌起个名称，最多{LongestName}个字，例如“一表通”。", nameof(input.Name)));
        if (input.Days is < 1 or > MostDays)
            problems.Add(new("token.days", $"有效天数要在1到{MostDays}之间，现在是{input.Days}。", nameof(input.Days)));
        if (input.Rights.Count == 0)
            problems.Add(new("token.rights.missing", $"请写明权限，可用的有：{string.Join("、", Allowed)}。", nameof(input.Rights)));
        problems.AddRange(input.Rights.Distinct().Where(right => !Allowed.Contains(right))
            .Select(right => new Problem("token.rights.not-for-tokens", $"权限{right}不能给令牌。", nameof(input.Rights))));
        problems.AddRange(input.Rights.Distinct().Where(right => Allowed.Contains(right) && !held.Any(role => role.Has(right)))
            .Select(right => new Problem("token.rights.not-held", $"账号{input.UserName}在这个单位没有权限{right}，不能给令牌。", nameof(input.Rights))));
        return problems;
    }
}
