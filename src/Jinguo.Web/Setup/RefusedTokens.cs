using System.Threading.RateLimiting;

namespace Jinguo.Web.Setup;

/// <summary>
/// How often one address may come with a token that is refused: as often as it may try to sign in. Each refusal is written
/// into the trail, so that nobody may cause them without end.
/// </summary>
public sealed class RefusedTokens(Settings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = settings.Protection.SignInsPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>Counts a refusal; false when there were too many.</summary>
    public bool MayTry(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(SignInTrail.AddressOf(context) ?? "");
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
