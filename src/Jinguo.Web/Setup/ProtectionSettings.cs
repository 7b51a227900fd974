using System.Net;

namespace Jinguo.Web.Setup;

/// <summary>Who needs a one-time code beside the password.</summary>
public enum SecondFactorNeed
{
    /// <summary>Nobody must; whoever wants may.</summary>
    Nobody = 1,

    /// <summary>The administrators.</summary>
    Administrators,

    /// <summary>Everybody.</summary>
    Everyone,
}

/// <summary>
/// Protection of an installation: section <c>Jinguo:Protection</c>. The numbers are common practice, not law
/// (domain-rules §10.2); the level of graded protection (等保) decides what is left open.
/// </summary>
public sealed class ProtectionSettings
{
    /// <summary>Level of graded protection, 2 or 3.</summary>
    public int Level { get; set; } = 2;

    /// <summary>Who needs a one-time code; left open: everybody at level 3, nobody at level 2.</summary>
    public SecondFactorNeed? SecondFactor { get; set; }

    /// <summary>True to allow one session an account; left open: at level 3.</summary>
    public bool? OneSession { get; set; }

    /// <summary>True for 三员分立: accounts and roles wait for the security administrator; left open: at level 3.</summary>
    public bool? Separation { get; set; }

    /// <summary>Least letters of a password.</summary>
    public int PasswordLength { get; set; } = 8;

    /// <summary>Least letters of an administrator's password.</summary>
    public int AdministratorPasswordLength { get; set; } = 12;

    /// <summary>How many of the four classes a password needs: capitals, small letters, digits, others.</summary>
    public int PasswordClasses { get; set; } = 3;

    /// <summary>Days after which a password is to be changed; 0 for never.</summary>
    public int PasswordDays { get; set; } = 90;

    /// <summary>Wrong passwords or codes in a row after which an account is locked.</summary>
    public int Tries { get; set; } = 5;

    /// <summary>Minutes for which it is locked.</summary>
    public int LockMinutes { get; set; } = 30;

    /// <summary>Idle minutes after which a session ends.</summary>
    public int IdleMinutes { get; set; } = 30;

    /// <summary>Hours after which a session ends in any case.</summary>
    public int SessionHours { get; set; } = 12;

    /// <summary>Sign-in attempts a minute from one address.</summary>
    public int SignInsPerMinute { get; set; } = 30;

    /// <summary>Public pages a minute from one address.</summary>
    public int PublicPagesPerMinute { get; set; } = 60;

    /// <summary>Requests a minute with one access token.</summary>
    public int TokenRequestsPerMinute { get; set; } = 600;

    /// <summary>Addresses of the proxies before the product, with commas between: only what they say about the visitor is believed.</summary>
    public string Proxies { get; set; } = "";

    /// <summary>Who needs a one-time code.</summary>
    public SecondFactorNeed CodeNeed => SecondFactor ?? (Level == 3 ? SecondFactorNeed.Everyone : SecondFactorNeed.Nobody);

    /// <summary>True when an account has one session.</summary>
    public bool IsOneSession => OneSession ?? Level == 3;

    /// <summary>True when accounts and roles wait for the security administrator.</summary>
    public bool IsSeparated => Separation ?? Level == 3;

    /// <summary>Idleness after which a session is over.</summary>
    public TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);

    /// <summary>The proxies.</summary>
    public IEnumerable<string> ProxyAddresses => Proxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is wrong with the settings, each with its name.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (Level is not (2 or 3))
            problems.Add($"Level（等保级别）只能是2或3，现在是{Level}。");
        Within(nameof(PasswordLength), "密码最少位数", PasswordLength, 8, 64);
        Within(nameof(AdministratorPasswordLength), "管理员密码最少位数", AdministratorPasswordLength, PasswordLength, 64);
        Within(nameof(PasswordClasses), "密码字符种类", PasswordClasses, 1, 4);
        Within(nameof(PasswordDays), "密码有效天数，0为不限", PasswordDays, 0, 3650);
        Within(nameof(Tries), "输错几次锁定", Tries, 1, 100);
        Within(nameof(LockMinutes), "锁定分钟数", LockMinutes, 1, 1440);
        Within(nameof(IdleMinutes), "无操作自动退出分钟数", IdleMinutes, 2, 480);
        Within(nameof(SessionHours), "一次登录最长小时数", SessionHours, 1, 72);
        Within(nameof(SignInsPerMinute), "每分钟登录次数", SignInsPerMinute, 1, 10_000);
        Within(nameof(PublicPagesPerMinute), "每分钟公开页面次数", PublicPagesPerMinute, 1, 100_000);
        Within(nameof(TokenRequestsPerMinute), "每个令牌每分钟请求数", TokenRequestsPerMinute, 1, 100_000);
        problems.AddRange(ProxyAddresses.Where(address => !IPAddress.TryParse(address, out _)).Select(address => $"Proxies（代理服务器）里的“{address}”不是IP地址。"));
        return problems;

        void Within(string name, string words, int value, int least, int most)
        {
            if (value < least || value > most)
                problems.Add($"{name}（{words}）要在{least}到{most}之间，现在是{value}。");
        }
    }
}

/// <summary>Settings that the product does not start with; the message is for the person who starts it.</summary>
public sealed class SettingsException(string message) : Exception(message);
