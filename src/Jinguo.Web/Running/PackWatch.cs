using Jinguo.Core.Base.Data;

namespace Jinguo.Web.Running;

/// <summary>Notices within two seconds that another node has published or ended a form, also where nobody asks this one for a page.</summary>
public sealed class PackWatch(IServiceScopeFactory scopes, PackRevision packs, ILogger<PackWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await packs.LookAsync(scope.ServiceProvider.GetRequiredService<Db>(), cancel);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.GoAsync(Pause, LookAsync, log, stoppingToken);
}
