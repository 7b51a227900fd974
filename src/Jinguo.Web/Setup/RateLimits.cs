using System.Threading.RateLimiting;
using Jinguo.Core.Base.Access;

namespace Jinguo.Web.Setup;

/// <summary>How often one address may try to sign in and ask for public pages, and one token may ask. Whoever is signed in is not counted.</summary>
public static class RateLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Registers the limits.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, ProtectionSettings protection) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, protection));
        options.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = $"{(int)Window.TotalSeconds}";
            return ValueTask.CompletedTask;
        };
    });

    /// <summary>The counter of a request. Requests without an address come from this machine's own programs.</summary>
    public static RateLimitPartition<string> Partition(HttpContext context, ProtectionSettings protection)
    {
        // Made-up keys have counters of their own and are refused one by one (RefusedTokens).
        if (TokenAuthentication.TextOf(context.Request) is { } text && TokenText.IdOf(text) is { } token)
            return Counter($"token {token}", protection.TokenRequestsPerMinute);
        var address = context.Connection.RemoteIpAddress;
        if (address is null)
            return RateLimitPartition.GetNoLimiter("");
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/sign-in"))
            return Counter($"sign-in {address}", protection.SignInsPerMinute);
        return context.Request.Path.StartsWithSegments("/check") ? Counter($"public {address}", protection.PublicPagesPerMinute) : RateLimitPartition.GetNoLimiter("");
    }

    private static RateLimitPartition<string> Counter(string key, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = most, Window = Window, QueueLimit = 0 });
}
