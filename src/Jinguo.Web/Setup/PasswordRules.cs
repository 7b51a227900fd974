using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;

namespace Jinguo.Web.Setup;

/// <summary>What a password of one's own must be like, and for how long it serves.</summary>
public sealed class PasswordRules(Settings settings, TimeProvider time)
{
    private ProtectionSettings Protection => settings.Protection;

    /// <summary>The rule in words.</summary>
    /// <param name="isAdministrator">True for an administrator's.</param>
    public string Words(bool isAdministrator) => $"至少{Length(isAdministrator)}位，大写字母、小写字母、数字、其他符号要有{Protection.PasswordClasses}种";

    /// <summary>What is wrong with a password written twice; null when nothing is.</summary>
    public Problem? Check(string? wanted, string? again, bool isAdministrator)
    {
        if (wanted != again)
            return new("password.again", "两次填写的密码不一样，请重新填写。", "again");
        return wanted is null || wanted.Length < Length(isAdministrator) || Classes(wanted) < Protection.PasswordClasses
            ? new("password.weak", $"密码{Words(isAdministrator)}。", "wanted")
            : null;
    }

    /// <summary>True when a password of one's own has served its days.</summary>
    public bool IsOld(DateTime? changedAt) => Protection.PasswordDays > 0 && changedAt is { } since && time.Instant() >= since.AddDays(Protection.PasswordDays);

    private int Length(bool isAdministrator) => isAdministrator ? Protection.AdministratorPasswordLength : Protection.PasswordLength;

    private static int Classes(string password) => new[]
    {
        password.Any(char.IsAsciiLetterUpper), password.Any(char.IsAsciiLetterLower), password.Any(char.IsAsciiDigit), password.Any(letter => !char.IsAsciiLetterOrDigit(letter)),
    }.Count(has => has);
}
