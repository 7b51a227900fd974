using Jinguo.Web.Setup;

namespace Jinguo.Web.Running;

/// <summary>Notices within a minute that the night's verification is due, or fell due while nothing ran, and asks for <see cref="VerificationWork"/>. Several nodes may do so.</summary>
public sealed class VerificationJob(IServiceScopeFactory scopes, Settings settings, ILogger<VerificationJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Asks where it is due. Tests call it instead of waiting.</summary>
    public async Task<bool> AskAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await VerificationWork.AskAsync(scope.ServiceProvider, settings.VerifyAt, cancel);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.GoAsync(Pause, AskAsync, log, stoppingToken);
}
