using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Running;

/// <summary>Makes the daily backup, on whichever node takes the job; a failure is tried again an hour later.</summary>
public sealed class BackupWork(BackupService backups, BackupTrail trail, BackupSchedule schedule, Actor actor, ILogger<BackupWork> log) : IJobWork
{
    private const string KindName = "backup";
    private const int LongestMessage = 1000;

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(Job job, JobProgress progress, CancellationToken cancel)
    {
        var made = await MakeAsync(cancel);
        if (made.Done)
        {
            await trail.RecordAsync(actor, made.Value, cancel);
            return new(null, $"已备份到 {made.Value.Path}。");
        }
        log.LogError("The backup failed: {Problems}", string.Join(' ', made.Problems.Select(problem => problem.Text)));
        await trail.RecordAsync(actor, made.Problems, cancel);
        var message = made.Problems[0].Text;
        return new(null, message.Length > LongestMessage ? message[..LongestMessage] : message, Failed: true);
    }

    /// <summary>Asks for it where it is due; where there are no bodies yet there is nothing to back up.</summary>
    /// <returns>True where it was asked for, by this node or another.</returns>
    public static async Task<bool> AskAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().Instant());
        var due = services.GetRequiredService<BackupSchedule>().LastDue(now);
        // What was asked for by a clock that went ahead does not count for the days since it was put right.
        var since = await db.Jobs.AsNoTracking().Where(job => job.Kind == KindName && job.CreatedAt >= due && job.CreatedAt <= now).ToListAsync(cancel);
        if (BackupSchedule.Attempt(since, now) is not { } attempt)
            return false;
        if (await db.Organisations.AsNoTracking().OrderBy(body => body.Path).FirstOrDefaultAsync(cancel) is not { } top)
            return false;
        await services.GetRequiredService<JobQueue>().AddAsync(Key(due, attempt), KindName, top, Actor.CommandLine, due.ToString("O", CultureInfo.InvariantCulture), cancel);
        return true;
    }

    private Task<Outcome<BackupMade>> MakeAsync(CancellationToken cancel) => schedule.IsOn
        ? backups.MakeAsync(schedule.Folder, schedule.Kept, cancel)
        : Task.FromResult<Outcome<BackupMade>>(new Problem("backup.folder.none", "这台服务器没有设置备份文件夹（BackupFolder）。几台服务器要设置同一个。"));

    // One key for each attempt: however many nodes ask, it is made once.
    private static Guid Key(DateTime due, int attempt) =>
        new(string.Create(CultureInfo.InvariantCulture, $"0190f3e0-0000-7000-8000-b{(due - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMinute:D9}{attempt:D2}"));
}
