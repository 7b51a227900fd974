using Jinguo.Core.Base.Changes;

namespace Jinguo.Web.Running;

/// <summary>Seals the trail every minute; where nothing happened there is nothing to seal. Several nodes may do so.</summary>
public sealed class SealJob(IServiceScopeFactory scopes, ILogger<SealJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SealService>().SealAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "The trail could not be sealed; trying again in a minute");
            }
        }
    }
}
