using Jinguo.Core.Base.Changes;

namespace Jinguo.Web.Running;

/// <summary>Seals the trail every minute; where nothing happened there is nothing to seal. Several nodes may do so.</summary>
public sealed class SealJob(IServiceScopeFactory scopes, ILogger<SealJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.GoAsync(Pause, SealAsync, log, stoppingToken);

    private async Task SealAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SealService>().SealAsync(cancel);
    }
}
