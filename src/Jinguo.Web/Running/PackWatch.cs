using Jinguo.Core.Base.Data;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Running;

/// <summary>
/// Notices within two seconds that another node has published or ended a form: two numbers are compared, and what this node
/// keeps of packs is read anew where they differ.
/// </summary>
public sealed class PackWatch(IServiceScopeFactory scopes, RecordTypeCatalogCache types, MeasureCatalogCache measures, ILogger<PackWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private int? seen;

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = await scope.ServiceProvider.GetRequiredService<Db>().PackVersions.SumAsync(version => version.Revision, cancel);
        if (seen != now)
        {
            types.Reset();
            measures.Reset();
        }
        seen = now;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Could not look for new forms; trying again in two seconds");
            }
        }
    }
}
