using Jinguo.Core.Base.Data;

namespace Jinguo.Web.Running;

/// <summary>What a node does again and again beside the requests. A round that fails is logged and the next one comes: nothing but the end of the node ends it.</summary>
internal static class Rounds
{
    /// <summary>Goes round until the node stops.</summary>
    /// <param name="pause">From one round to the next.</param>
    /// <param name="round">What is done.</param>
    /// <param name="log">Where a failure goes.</param>
    /// <param name="stop">The node stops.</param>
    public static async Task GoAsync(TimeSpan pause, Func<CancellationToken, Task> round, ILogger log, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(pause);
        while (await timer.WaitForNextTickAsync(stop))
            await TryAsync(round, log, stop);
    }

    /// <summary>One round.</summary>
    public static async Task TryAsync(Func<CancellationToken, Task> round, ILogger log, CancellationToken stop)
    {
        try
        {
            await round(stop);
        }
        // Work may be cancelled for reasons of its own, such as a line that was cut: that must not end the node.
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            if (DatabaseAway.Is(exception))
                log.LogWarning("The database is away: {Message} Trying again", exception.GetBaseException().Message);
            else
                log.LogError(exception, "It failed; trying again");
        }
    }
}
