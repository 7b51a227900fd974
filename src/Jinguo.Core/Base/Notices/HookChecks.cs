namespace Jinguo.Core.Base.Notices;

/// <summary>The settings of a web hook as they are wanted.</summary>
/// <param name="Product">Whose robot.</param>
/// <param name="Address">Its address; empty to keep the one that is there.</param>
/// <param name="Secret">The secret for signatures of 钉钉; empty for none, or to keep it with the address.</param>
/// <param name="Groups">The groups to tell of.</param>
/// <param name="Hour">From this hour on.</param>
/// <param name="IsOn">True to tell.</param>
/// <param name="Version">The version that was edited; 0 for a first one.</param>
public sealed record WantedHook(HookProduct Product, string? Address, string? Secret, IReadOnlyCollection<NoticeGroup> Groups, int Hour, bool IsOn, int Version);

/// <summary>
/// To which hosts messages may go: those of the two products, and the origins that the installation's settings name. Nothing
/// else can be reached through a hook.
/// </summary>
/// <param name="further">Origins such as <c>https://proxy.example:8443</c>, without a path.</param>
public sealed class HookHosts(IReadOnlyList<Uri> further)
{
    private const string WeCom = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send";
    private const string DingTalk = "https://oapi.dingtalk.com/robot/send";

    /// <summary>Begins the address of every robot of a product.</summary>
    public static string Beginning(HookProduct product) => product == HookProduct.WeCom ? WeCom : DingTalk;

    /// <summary>Reads origins with commas between.</summary>
    /// <exception cref="FormatException">One of them is no origin; the message is the origin.</exception>
    public static HookHosts Parse(string origins)
    {
        var parts = origins.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new([.. parts.Select(part =>
            Uri.TryCreate(part, UriKind.Absolute, out var origin) && origin.Scheme is "https" or "http" && origin.PathAndQuery == "/" && origin.UserInfo.Length == 0
                ? origin
                : throw new FormatException(part))]);
    }

    /// <summary>Whether a message of this product may go to this address.</summary>
    public bool Allow(HookProduct product, Uri address) =>
        address.UserInfo.Length == 0 && address.Fragment.Length == 0
        && (address.GetLeftPart(UriPartial.Path) == Beginning(product)
            || further.Any(origin => Uri.Compare(origin, address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0));
}

/// <summary>What is wrong with the settings of a web hook. Pure.</summary>
public static class HookChecks
{
    /// <summary>The hour where nobody says otherwise.</summary>
    public const int UsualHour = 9;

    /// <summary>The earliest hour: nobody is woken.</summary>
    public const int EarliestHour = 7;

    /// <summary>The latest hour.</summary>
    public const int LatestHour = 18;

    /// <summary>Longest address, in letters.</summary>
    public const int LongestAddress = 500;

    /// <summary>Longest secret, in letters.</summary>
    public const int LongestSecret = 200;

    /// <summary>Checks settings.</summary>
    /// <param name="input">The settings.</param>
    /// <param name="hosts">Where messages may go.</param>
    /// <param name="kept">The address that is there, or null.</param>
    public static List<Problem> Check(WantedHook input, HookHosts hosts, string? kept)
    {
        var problems = new List<Problem>();
        if (!Enum.IsDefined(input.Product))
            problems.Add(new("notice-hook.product", "请选企业微信或钉钉。", "product"));
        else if (string.IsNullOrWhiteSpace(input.Address) && kept is null)
            problems.Add(new("notice-hook.address.missing", "请填机器人的地址：在群里添加机器人后，把它给的地址整个复制过来。", "address"));
        else if (Read(string.IsNullOrWhiteSpace(input.Address) ? kept! : input.Address) is not { } address || !hosts.Allow(input.Product, address))
            problems.Add(new("notice-hook.address", $"这个地址不能用。应以 {HookHosts.Beginning(input.Product)} 开头，请核对是不是{(input.Product == HookProduct.WeCom ? "企业微信" : "钉钉")}群机器人的地址。", "address"));
        if ((input.Secret ?? "").Trim().Length > LongestSecret)
            problems.Add(new("notice-hook.secret", $"加签密钥最多{LongestSecret}个字，请核对。", "secret"));
        if (input.Groups.Count == 0)
            problems.Add(new("notice-hook.groups", "请至少选一类。", "groups"));
        if (input.Hour is < EarliestHour or > LatestHour)
            problems.Add(new("notice-hook.hour", $"请选{EarliestHour}点到{LatestHour}点之间。", "hour"));
        return problems;
    }

    private static Uri? Read(string text) =>
        text.Trim().Length <= LongestAddress && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) ? address : null;
}
