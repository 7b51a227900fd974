using System.Net;
using System.Text;
using System.Text.Json;

namespace Jinguo.Core.Base.Notices;

/// <summary>
/// Sends a message to a robot and reads its answer: no redirects, ten seconds, a small answer, and nothing of the answer or the
/// address is passed on, so that a hook shows nothing of inner machines and nobody reads the address in a log.
/// </summary>
public sealed class HookSender(HookHosts hosts, TimeProvider time) : IDisposable
{
    private const int LongestAnswer = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    /// <summary>Sends.</summary>
    /// <param name="product">Whose robot.</param>
    /// <param name="address">Its address.</param>
    /// <param name="secret">The secret for the signature, or null.</param>
    /// <param name="text">The message.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Why it did not arrive, in words; null when it did.</returns>
    public async Task<string?> SendAsync(HookProduct product, string address, string? secret, string text, CancellationToken cancel = default)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var robot) || !hosts.Allow(product, robot))
            return "这个地址现在不能用，请重新填机器人的地址。";
        try
        {
            using var content = new StringContent(HookMessage.Json(text), Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(HookMessage.Signed(robot, secret, time.GetUtcNow()), content, cancel);
            return (int)answer.StatusCode is >= 300 and < 400 ? "对方要转到别的地址，没有照做。请核对机器人的地址。"
                : answer.StatusCode != HttpStatusCode.OK ? $"对方没有收下（HTTP {(int)answer.StatusCode}）。请核对机器人的地址。"
                : Refusal(await answer.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (HttpRequestException problem)
        {
            return problem.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded ? NotUnderstood : "连不上对方。请管理员检查服务器能不能访问这个地址。";
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"等了{Patience.TotalSeconds}秒，对方没有回答。";
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private const string NotUnderstood = "对方的回答看不懂，可能不是机器人的地址。";

    // Only the number: the words of the answer are not ours to show.
    private static string? Refusal(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.GetProperty("errcode").GetInt32() is not 0 and var code ? Words(code) : null;
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return NotUnderstood;
        }
    }

    private static string Words(int code) => code switch
    {
        93000 => "企业微信说地址里的key不对，机器人可能已被移出群。",
        45009 or 130101 => "对方说发得太频繁。",
        300001 or 300005 => "钉钉说地址里的access_token不对，机器人可能已被移出群。",
        310000 => "钉钉的安全设置没有通过：请核对加签密钥；用关键词的，关键词请设为“平台”；限制IP的，请加上本服务器的地址。",
        _ => $"机器人没有收下（错误码{code}）。",
    };
}
