using Jinguo.Web.Running;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Jinguo.Web.Tests.Running;

/// <summary>What a node does beside the requests outlives every failure and ends with the node alone.</summary>
public sealed class RoundsTests
{
    [Fact]
    public async Task ARoundThatFails_IsFollowedByTheNext()
    {
        using var stop = new CancellationTokenSource();
        var rounds = 0;
        var going = Rounds.GoAsync(TimeSpan.FromMilliseconds(1), async _ =>
        {
            switch (++rounds)
            {
                case 1:
                    throw new NpgsqlException("the server is away");
                case 2:
                    throw new InvalidOperationException("a fault of ours");
                case 3:
                    // A host that did not answer in time: nobody asked the node to stop.
                    throw new TaskCanceledException();
                default:
                    await stop.CancelAsync();
                    break;
            }
        }, NullLogger.Instance, stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => going);
        Assert.Equal(4, rounds);
    }
}
