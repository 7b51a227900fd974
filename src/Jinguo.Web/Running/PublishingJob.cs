using Jinguo.Core.Base.Time;

namespace Jinguo.Web.Running;

/// <summary>Notices within a minute that a month has ended, or ended while nothing ran, and asks for <see cref="PublishingWork"/>.</summary>
public sealed class PublishingJob(IServiceScopeFactory scopes, TimeProvider time, ILogger<PublishingJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private Month? asked;

    /// <summary>Asks where this node has not yet in this month. Tests call it instead of waiting.</summary>
    public async Task AskAsync(CancellationToken cancel)
    {
        var month = Month.Of(time.Today());
        if (asked == month)
            return;
        await using var scope = scopes.CreateAsyncScope();
        asked = await PublishingWork.AskAsync(scope.ServiceProvider, cancel) ? month : null;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Rounds.TryAsync(AskAsync, log, stoppingToken);
        await Rounds.GoAsync(Pause, AskAsync, log, stoppingToken);
    }
}
