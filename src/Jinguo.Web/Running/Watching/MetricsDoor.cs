using System.Net;
using System.Security.Cryptography;
using System.Text;
using Jinguo.Web.Setup;

namespace Jinguo.Web.Running.Watching;

/// <summary>
/// Who may read the metrics: who has the token, and programs on this machine that come directly. Nobody else learns that there are
/// any.
/// </summary>
public static class MetricsDoor
{
    private const string Bearer = "Bearer ";

    // What proxies add, and what is left of it after it was believed.
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Original-For", "X-Original-Proto", "X-Original-Host", "X-Real-IP", "Via"];

    /// <summary>True where the request may read them.</summary>
    public static bool IsOpenTo(HttpContext context, Settings settings) => HasToken(context.Request, settings.MetricsToken) || IsFromThisMachine(context, settings);

    // Both sides are hashed: neither the length nor the place of the first difference takes another time.
    private static bool HasToken(HttpRequest request, string token) =>
        token.Length > 0 && request.Headers.Authorization is [{ } header] && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[Bearer.Length..].Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    // A proxy on this machine comes from here, too. It is known by what it adds; one that adds nothing, by the host that was asked
    // for, or because the installation is said to be reached elsewhere while no proxy is named.
    private static bool IsFromThisMachine(HttpContext context, Settings settings) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !Array.Exists(ProxyHeaders, context.Request.Headers.ContainsKey)
        && IsThisMachine(context.Request.Host.Host)
        && (settings.Protection.ProxyAddresses.Any() || !Uri.TryCreate(settings.PublicAddress, UriKind.Absolute, out var reached) || IsThisMachine(reached.Host));

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
