using Jinguo.Core.Base.Notices;
using Jinguo.Web.Setup;

namespace Jinguo.Web.Running;

/// <summary>Every minute takes up the web hooks whose hour has come, each in the name of its body. Several nodes may do so.</summary>
public sealed class HookJob(IServiceScopeFactory scopes, Settings settings, ILogger<HookJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Takes up what is due now. Tests call it instead of waiting.</summary>
    /// <returns>How many groups got a message.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancel)
    {
        var told = 0;
        foreach (var due in await ListDueAsync(cancel))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = due.Actor;
            var turn = scope.ServiceProvider.GetRequiredService<HookTurn>();
            if (!await turn.TakeAsync(due, cancel))
                continue;
            var counts = await scope.ServiceProvider.GetRequiredService<NoticeBoard>().CountAsync(cancel);
            told += await turn.TellAsync(due, counts, settings.PublicAddress, cancel) ? 1 : 0;
        }
        return told;
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.GoAsync(Pause, RunDueAsync, log, stoppingToken);

    private async Task<IReadOnlyList<DueHook>> ListDueAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HookTurn>().ListDueAsync(cancel);
    }
}
