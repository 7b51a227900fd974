using System.Collections.Concurrent;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Jobs;
using Jinguo.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Running;

/// <summary>Runs jobs on this node, one at a time, each in the name of the person who asked for it.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
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
        var result = await WorkAsync(scope.ServiceProvider, job, cancel);
        await ForQueueAsync(queue => queue.EndAsync(job.Id, result, CancellationToken.None));
        live.TryRemove(job.Id, out _);
        return true;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await RunNextAsync(stoppingToken))
                {
                    // On to the next.
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Jobs could not be looked up; trying again");
            }
        }
    }

    private async Task<JobResult> WorkAsync(IServiceProvider services, Job job, CancellationToken cancel)
    {
        try
        {
            services.GetRequiredService<CurrentActor>().Actor = await ActorAsync(services, job, cancel);
            var work = services.GetServices<IJobWork>().Single(one => one.Kind == job.Kind);
            return await work.RunAsync(job, new((done, total) => TellAsync(services.GetRequiredService<Db>(), job.Id, done, total, cancel)), cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "Job {Kind} {Id} failed", job.Kind, job.Id);
            return new(Result: null, "没有办成：程序出错，已记入日志。请重新提交，仍不行请联系管理员。", Failed: true);
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

    // The work's transaction may be open. On PostgreSQL the row is written on another connection; on SQLite that would wait
    // for the work itself, and there is only this node to ask.
    private async Task TellAsync(Db db, Guid id, int done, int total, CancellationToken cancel)
    {
        live[id] = (done, total);
        if (db is PostgresDb)
            await ForQueueAsync(queue => queue.TellAsync(id, done, total, cancel));
    }

    private async Task ForQueueAsync(Func<JobQueue, Task> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<JobQueue>());
    }
}
