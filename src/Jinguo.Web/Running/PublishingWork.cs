using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Running;

/// <summary>Publishes sensitive measures once after the end of each month, on whichever node; a month that was missed is made up for.</summary>
public sealed class PublishingWork(Db db, SensitivePublisher publisher, ChangeLog changes, TimeProvider time) : IJobWork
{
    private const string KindName = "sensitive.publish";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(Job job, JobProgress progress, CancellationToken cancel)
    {
        var done = await db.Jobs.Where(other => other.Kind == KindName && other.State == JobState.Done).MaxAsync(other => (DateTime?)other.CreatedAt, cancel);
        var lumps = await publisher.PublishAsync(PassesUp(done, time.Today()), progress.TellAsync, cancel);
        await using var write = await db.BeginWriteAsync(cancel);
        changes.Add(Actor.CommandLine, job.Region, job.OrganisationId, "sensitive.published", KindName, job.Input, reason: null, [new("lumps", null, lumps.ToString(CultureInfo.InvariantCulture))]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return new(null, $"截至上月底的敏感数据已公布{lumps}笔。");
    }

    /// <summary>Asks for it, once in a month; where there are no bodies yet there is nothing to publish.</summary>
    /// <returns>True where it has been asked for, by this node or another.</returns>
    public static async Task<bool> AskAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<Db>();
        var month = Month.Of(services.GetRequiredService<TimeProvider>().Today());
        var key = Key(month);
        if (await db.Jobs.AnyAsync(job => job.Id == key, cancel))
            return true;
        if (await db.Organisations.AsNoTracking().OrderBy(body => body.Path).FirstOrDefaultAsync(cancel) is not { } top)
            return false;
        await services.GetRequiredService<JobQueue>().AddAsync(key, KindName, top, Actor.CommandLine, month.ToString(), cancel);
        return true;
    }

    /// <summary>True where a half-year has ended since it was last done.</summary>
    /// <param name="lastDone">When that was asked for (UTC), or null.</param>
    /// <param name="today">Today in China.</param>
    internal static bool PassesUp(DateTime? lastDone, DateOnly today) =>
        lastDone is not { } instant || China.Day(instant) < new DateOnly(today.Year, today.Month <= 6 ? 1 : 7, 1);

    // One key for each month: however many nodes ask, it is done once.
    private static Guid Key(Month month) => new($"0190f3e0-0000-7000-8000-5e5171{month.Number}");
}
