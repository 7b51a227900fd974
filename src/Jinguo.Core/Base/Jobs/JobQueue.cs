using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Jobs;

/// <summary>
/// Asks for long work, takes it up, and keeps its state. Safe with several nodes: a job is taken by one update that counts the
/// attempt, and whoever lost it to another attempt changes nothing of it any more.
/// </summary>
public sealed class JobQueue(Db db, TimeProvider time)
{
    /// <summary>A node that has not told its progress for so long has lost the job.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Attempts after which a job that always ends with its node is given up.</summary>
    public const int MostAttempts = 3;

    /// <summary>Asks for a job; asking again with the same key finds the first. Saves.</summary>
    /// <param name="key">The client key of the act.</param>
    /// <param name="kind">Kind of work.</param>
    /// <param name="organisation">The body for which it runs.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="input">JSON of the kind.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Job> AddAsync(Guid key, string kind, Organisation organisation, Actor actor, string input, CancellationToken cancel = default)
    {
        var added = new Job
        {
            Region = organisation.Region,
            Id = key,
            Kind = kind,
            OrganisationId = organisation.Id,
            AccountId = actor.AccountId,
            State = JobState.Waiting,
            Input = input,
            CreatedAt = time.Instant(),
        };
        try
        {
            await using var write = await db.BeginWriteAsync(cancel);
            if (await db.Jobs.SingleOrDefaultAsync(job => job.Id == key, cancel) is { } first)
                return first;
            db.Jobs.Add(added);
            await db.SaveChangesAsync(cancel);
            await write.CommitAsync(cancel);
            return added;
        }
        catch (DbUpdateException) when (db.Database.CurrentTransaction is null)
        {
            // Another node may have asked between our look and our write.
            db.Entry(added).State = EntityState.Detached;
            if (await db.Jobs.SingleOrDefaultAsync(job => job.Id == key, cancel) is { } other)
                return other;
            throw;
        }
    }

    /// <summary>Takes the oldest job that waits or has lost its node; null when there is none, or another node was first.</summary>
    /// <returns>The job with the number of this attempt, which <see cref="TellAsync"/> and the others ask for.</returns>
    public async Task<Job?> TakeAsync(CancellationToken cancel = default)
    {
        var now = time.Instant();
        // No node that lives holds a lease so long: it was given by a clock that went ahead and has been put right since.
        var tooFar = now + (2 * Lease);
        var candidate = await db.Jobs.AsNoTracking()
            .Where(job => job.State == JobState.Waiting || (job.State == JobState.Running && (job.LeasedUntil < now || job.LeasedUntil > tooFar)))
            .OrderBy(job => job.CreatedAt)
            .FirstOrDefaultAsync(cancel);
        if (candidate is null)
            return null;
        var giveUp = candidate.Attempts >= MostAttempts;
        await using var write = await db.BeginWriteAsync(cancel);
        var taken = await db.Jobs
            .Where(job => job.Id == candidate.Id && job.State == candidate.State && job.Attempts == candidate.Attempts && (job.LeasedUntil == null || job.LeasedUntil < now || job.LeasedUntil > tooFar))
            .ExecuteUpdateAsync(set => set
                .SetProperty(job => job.State, giveUp ? JobState.Failed : JobState.Running)
                .SetProperty(job => job.Attempts, job => job.Attempts + 1)
                .SetProperty(job => job.LeasedUntil, now + Lease)
                .SetProperty(job => job.EndedAt, giveUp ? now : null)
                .SetProperty(job => job.Message, giveUp ? "多次中断，已停止。请重新提交，仍不行请联系管理员。" : null), cancel);
        await write.CommitAsync(cancel);
        candidate.Attempts++;
        return taken == 1 && !giveUp ? candidate : null;
    }

    /// <summary>Tells progress and keeps the lease.</summary>
    /// <returns>False where the job is another attempt's by now.</returns>
    public Task<bool> TellAsync(Job taken, int done, int total, CancellationToken cancel = default) =>
        UpdateAsync(taken, jobs => jobs.ExecuteUpdateAsync(set => set
            .SetProperty(job => job.Progress, done)
            .SetProperty(job => job.Total, total)
            .SetProperty(job => job.LeasedUntil, time.Instant() + Lease), cancel), cancel);

    /// <summary>Keeps the lease.</summary>
    /// <returns>False where the job is another attempt's by now.</returns>
    public Task<bool> KeepAsync(Job taken, CancellationToken cancel = default) =>
        UpdateAsync(taken, jobs => jobs.ExecuteUpdateAsync(set => set.SetProperty(job => job.LeasedUntil, time.Instant() + Lease), cancel), cancel);

    /// <summary>Gives a job back that was not finished: the next may begin at once.</summary>
    /// <param name="taken">The job as it was taken.</param>
    /// <param name="counts">False where the node stops, which is nothing against the job: it was no attempt.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>False where the job is another attempt's by now.</returns>
    public Task<bool> GiveBackAsync(Job taken, bool counts, CancellationToken cancel = default)
    {
        var attempts = counts ? taken.Attempts : taken.Attempts - 1;
        return UpdateAsync(taken, jobs => jobs.ExecuteUpdateAsync(set => set
            .SetProperty(job => job.State, JobState.Waiting)
            .SetProperty(job => job.Attempts, attempts)
            .SetProperty(job => job.LeasedUntil, (DateTime?)null), cancel), cancel);
    }

    /// <summary>Ends a job.</summary>
    /// <returns>False where the job is another attempt's by now.</returns>
    public Task<bool> EndAsync(Job taken, JobResult result, CancellationToken cancel = default) =>
        UpdateAsync(taken, jobs => jobs.ExecuteUpdateAsync(set => set
            .SetProperty(job => job.State, result.Failed ? JobState.Failed : JobState.Done)
            .SetProperty(job => job.Result, result.Result)
            .SetProperty(job => job.Message, result.Message)
            .SetProperty(job => job.EndedAt, time.Instant()), cancel), cancel);

    private async Task<bool> UpdateAsync(Job taken, Func<IQueryable<Job>, Task<int>> update, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var updated = await update(db.Jobs.Where(job => job.Id == taken.Id && job.State == JobState.Running && job.Attempts == taken.Attempts));
        await write.CommitAsync(cancel);
        return updated == 1;
    }
}
