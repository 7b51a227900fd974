using Jinguo.Core.Base.Data;

namespace Jinguo.Web.Running;

/// <summary>Has the database look now and then how its rows lie; where little came there is little to look at.</summary>
public sealed class StatisticsJob(IServiceScopeFactory scopes, ILogger<StatisticsJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Rounds.TryAsync(RefreshAsync, log, stoppingToken);
        await Rounds.GoAsync(Pause, RefreshAsync, log, stoppingToken);
    }

    private async Task RefreshAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Db>().RefreshStatisticsAsync(cancel);
    }
}
