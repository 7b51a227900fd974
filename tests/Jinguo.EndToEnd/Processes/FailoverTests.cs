using System.Diagnostics;
using System.Globalization;
using System.Net;
using Jinguo.Core.Records.Ledgers;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Jinguo.EndToEnd.Processes;

/// <summary>
/// The primary of a pair of PostgreSQL servers is lost among writes and the other takes its place, set up as docs/operations.md
/// says ("High availability"): no acknowledged write is lost, and what was sent again is there once.
/// </summary>
[Trait("Database", "Postgres")]
public sealed class FailoverTests(ITestOutputHelper output)
{
    private const int Writers = 3;
    private const int WritesBefore = 60;
    private const int WritesAfter = 60;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task ThePrimaryIsKilledAmongWrites_NothingAcknowledgedIsLost_AndNobodyWhoSendsAgainSeesAnError()
    {
        await using var own = await PairAsync();
        await using var cluster = await Cluster.StartAsync(own.Options);
        using var chair = await cluster.SignInAsync(repeats: new());
        var load = new TrainingLoad(own.City.Village);
        using var over = new CancellationTokenSource();
        var last = Stopwatch.GetTimestamp();
        var longest = TimeSpan.Zero;
        var work = Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => WriteAsync()));

        await AcknowledgedAsync(WritesBefore);
        own.Server.Kill();
        var acknowledged = load.Acknowledged.Count;
        await own.Follower!.PromoteAsync();
        await AcknowledgedAsync(acknowledged + WritesAfter);
        await over.CancelAsync();
        try
        {
            await work;
        }
        catch
        {
            output.WriteLine(string.Concat(cluster.Nodes.Select(node => node.Words)));
            throw;
        }

        await load.CheckAsync(chair, own.Options);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{load.Acknowledged.Count} writes acknowledged, lost: 0; seconds without service: {longest.TotalSeconds:F1}"));

        Task AcknowledgedAsync(int writes) => Until.TrueAsync(() => Task.FromResult(load.Acknowledged.Count), count => count >= writes || over.IsCancellationRequested);

        async Task WriteAsync()
        {
            try
            {
                while (!over.IsCancellationRequested)
                {
                    Assert.True(await load.WriteNewAsync(chair));
                    Tell();
                    await Task.Delay(Breath);
                }
            }
            catch
            {
                // The others need not wait for more.
                await over.CancelAsync();
                throw;
            }
        }

        void Tell()
        {
            lock (load)
            {
                var now = Stopwatch.GetTimestamp();
                var gap = Stopwatch.GetElapsedTime(last, now);
                (last, longest) = (now, gap > longest ? gap : longest);
            }
        }
    }

    [Fact]
    public async Task AWriteThatTheFollowerDoesNotHave_IsNotAcknowledged_HoweverOftenItIsSent()
    {
        await using var own = await PairAsync();
        await using var product = await ProductProcess.ServeAsync(own.Options, ("Jinguo__StatementSeconds", "5"));
        using var chair = await product.SignInAsync();
        var load = new TrainingLoad(own.City.Village);
        Assert.True(await load.WriteNewAsync(chair));

        await own.Follower!.StopAsync();
        var key = Guid.CreateVersion7();
        // Each waits longer than a statement may take, then the program gives up, as programs do.
        for (var time = 0; time < 2; time++)
            Assert.NotEqual(HttpStatusCode.OK, await StatusAsync(key));

        await own.Follower.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await Until.TrueAsync(() => StatusAsync(key), status => status == HttpStatusCode.OK));
        await using var db = own.Open();
        Assert.Equal(2, await db.Records.CountAsync());

        async Task<HttpStatusCode?> StatusAsync(Guid sent)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(7));
            try
            {
                using var answer = await load.PutAsync(chair, sent, 30, patience.Token);
                return answer.StatusCode;
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }
    }

    private static async Task<OwnDatabase> PairAsync()
    {
        var own = await OwnDatabase.StartAsync();
        // It asks for no follower itself: once promoted it stands alone.
        await own.FollowAsync("synchronous_standby_names=");
        await own.Server.RunAsync("postgres", "ALTER SYSTEM SET synchronous_standby_names = '*'");
        await own.Server.RunAsync("postgres", "SELECT pg_reload_conf()");
        await Until.TrueAsync(() => own.Server.RunAsync("postgres", "SELECT sync_state FROM pg_stat_replication"), state => state is "sync");
        return own;
    }
}
