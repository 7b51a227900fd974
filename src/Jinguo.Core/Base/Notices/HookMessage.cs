using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jinguo.Core.Base.Notices;

/// <summary>What goes out to a group: counts and a link, never a name or a title. Pure.</summary>
public static class HookMessage
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>东山镇妇联：逾期1件，快到期2件，退回3笔。打开平台办理：…; null where nothing of these groups waits.</summary>
    /// <param name="body">Name of the body.</param>
    /// <param name="counts">What waits for it.</param>
    /// <param name="groups">The groups to tell of.</param>
    /// <param name="platform">Where the platform is reached.</param>
    public static string? Text(string body, NoticeCounts counts, IReadOnlyCollection<NoticeGroup> groups, string platform)
    {
        var parts = groups.Order().Where(group => counts[group] > 0).Select(group => Part(group, counts[group])).ToList();
        return parts.Count == 0 ? null : $"{body}：{string.Join('，', parts)}。打开平台办理：{platform}/notices";
    }

    /// <summary>What 试发一条 sends.</summary>
    public static string Trial(string body, string platform) => $"{body}：这是试发的提醒，收到就是设置好了。打开平台：{platform}/notices";

    /// <summary>The body of the request, the same for both products.</summary>
    public static string Json(string text) => JsonSerializer.Serialize(new { msgtype = "text", text = new { content = text } }, Plain);

    /// <summary>The address with the mark of the time and the signature that 钉钉 asks for where a secret is set.</summary>
    /// <param name="address">Address of the robot.</param>
    /// <param name="secret">The secret, or null.</param>
    /// <param name="now">The moment.</param>
    public static Uri Signed(Uri address, string? secret, DateTimeOffset now)
    {
        if (secret is null)
            return address;
        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"));
        var mark = $"timestamp={timestamp}&sign={Uri.EscapeDataString(Convert.ToBase64String(signature))}";
        return new($"{address.AbsoluteUri}{(address.Query.Length == 0 ? '?' : '&')}{mark}");
    }

    private static string Part(NoticeGroup group, int count) => group switch
    {
        NoticeGroup.Overdue => $"逾期{count}件",
        NoticeGroup.Soon => $"快到期{count}件",
        NoticeGroup.Returned => $"退回{count}笔",
        NoticeGroup.Waiting => $"等着办{count}件",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };
}
