using System.Collections.Concurrent;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Jobs;
using Jinguo.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Running;

/// <summary>
/// Runs jobs on this node, one at a time, each in the name of the person who asked for it. The lease is kept while the work
/// runs; a node that stops, or that cannot reach the database, gives its job back.
/// </summary>
public sealed class JobRunner(IServiceScopeFactory scopes, PackRevision packs, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Well before the lease is over: a beat may be lost.
    private static readonly TimeSpan Beat = JobQueue.Lease / 4;

    private readonly ConcurrentDictionary<Guid, (int Done, int Total)> live = new();

    /// <summary>How far a job has come: as this node knows it, else as the row says.</summary>
    public (int Done, int Total) ProgressOf(Job job) => live.TryGetValue(job.Id, out var known) ? known : (job.Progress, job.Total);

    /// <summary>Runs one job if there is one. Tests call it instead of waiting.</summary>
    /// <returns>True when a job was run.</returns>
    public async Task<bool> RunNextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var job = await scope.ServiceProvider.GetRequiredService<JobQueue>().TakeAsync(cancel);
        if (job is null)
            return false;
        try
        {
            if (await WorkAsync(scope.ServiceProvider, job, cancel) is { } result)
                await ForQueueAsync(queue => queue.EndAsync(job, result, CancellationToken.None));
            else
                await ForQueueAsync(queue => queue.GiveBackAsync(job, counts: !cancel.IsCancellationRequested, CancellationToken.None));
        }
        finally
        {
            live.TryRemove(job.Id, out _);
        }
        return true;
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.GoAsync(Pause, RunAllAsync, log, stoppingToken);

    private async Task RunAllAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested && await RunNextAsync(cancel))
        {
            // On to the next.
        }
    }

    // Null where the work is not done and another may begin it.
    private async Task<JobResult?> WorkAsync(IServiceProvider services, Job job, CancellationToken stop)
    {
        using var ended = new CancellationTokenSource();
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var beats = services.GetRequiredService<Db>() is PostgresDb ? Rounds.GoAsync(Beat, cancel => KeepAsync(job, lost, cancel), log, ended.Token) : Task.CompletedTask;
        try
        {
            services.GetRequiredService<CurrentActor>().Actor = await ActorAsync(services, job, lost.Token);
            await packs.LookAsync(services.GetRequiredService<Db>(), lost.Token);
            var work = services.GetServices<IJobWork>().Single(one => one.Kind == job.Kind);
            return await work.RunAsync(job, new((done, total) => TellAsync(services.GetRequiredService<Db>(), job, done, total, lost)), lost.Token);
        }
        catch (Exception) when (lost.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception) when (DatabaseAway.Is(exception))
        {
            log.LogWarning("Job {Kind} {Id} lost the database: {Message}", job.Kind, job.Id, exception.GetBaseException().Message);
            return null;
        }
        catch (Exception exception)
        {
            log.LogError(exception, "Job {Kind} {Id} failed", job.Kind, job.Id);
            return new(Result: null, "没有办成：程序出错，已记入日志。请重新提交，仍不行请联系管理员。", Failed: true);
        }
        finally
        {
            await ended.CancelAsync();
            await beats.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<Actor> ActorAsync(IServiceProvider services, Job job, CancellationToken cancel)
    {
        if (job.AccountId is not { } accountId)
            return Actor.CommandLine;
        var db = services.GetRequiredService<Db>();
        var stamp = await db.Accounts.Where(account => account.Id == accountId).Select(account => account.SecurityStamp).SingleAsync(cancel);
        return await SignedIn.FindActorAsync(db, accountId, job.OrganisationId, stamp, cancel) ?? CurrentActor.Nobody;
    }

    private Task KeepAsync(Job job, CancellationTokenSource lost, CancellationToken cancel) => ForQueueAsync(async queue =>
    {
        if (!await queue.KeepAsync(job, cancel))
            await lost.CancelAsync();
    });

    // The work's transaction may be open. On PostgreSQL the row is written on another connection; on SQLite that would wait
    // for the work itself, and there is only this node to ask.
    private async Task TellAsync(Db db, Job job, int done, int total, CancellationTokenSource lost)
    {
        live[job.Id] = (done, total);
        if (db is not PostgresDb)
            return;
        await ForQueueAsync(async queue =>
        {
            if (!await queue.TellAsync(job, done, total, lost.Token))
                await lost.CancelAsync();
        });
        lost.Token.ThrowIfCancellationRequested();
    }

    private async Task ForQueueAsync(Func<JobQueue, Task> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<JobQueue>());
    }
}
