using Jinguo.Core.Base.Backups;

namespace Jinguo.Web.Running;

/// <summary>Notices within a minute that the daily backup is due, or fell due while nothing ran, and asks for <see cref="BackupWork"/>. Several nodes may do so.</summary>
public sealed class BackupJob(IServiceScopeFactory scopes, BackupSchedule schedule, ILogger<BackupJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Asks where it is due. Tests call it instead of waiting.</summary>
    /// <returns>True where it was asked for.</returns>
    public async Task<bool> AskAsync(CancellationToken cancel)
    {
        if (!schedule.IsOn)
            return false;
        await using var scope = scopes.CreateAsyncScope();
        return await BackupWork.AskAsync(scope.ServiceProvider, cancel);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Rounds.TryAsync(AskAsync, log, stoppingToken);
        await Rounds.GoAsync(Pause, AskAsync, log, stoppingToken);
    }
}
