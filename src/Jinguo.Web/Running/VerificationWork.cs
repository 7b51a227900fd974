using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Running;

/// <summary>
/// Each night holds the stored sums against their facts: of small books all, of large ones those of a seventh of the regions, so
/// that all have been in seven nights. What it finds stands on the page of the system administrator and in the metrics
/// until the same was verified again without it.
/// </summary>
public sealed class VerificationWork(FactVerification verification, VerificationTrail trail, Actor actor, ILogger<VerificationWork> log) : IJobWork
{
    private const string KindName = "figures.verify";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(Job job, JobProgress progress, CancellationToken cancel)
    {
        var part = await trail.NextPartAsync(cancel);
        var result = await verification.RunAsync(part, cancel);
        await trail.RecordAsync(actor, result, part, cancel: cancel);
        var problems = result.Differences.Count + result.Faults.Count;
        if (problems > 0)
            log.LogError("Of {Cells} stored sums and {Facts} facts {Problems} are wrong: ./jinguo verify lists them", result.Cells, result.Facts, problems);
        return new(null, problems == 0 ? "汇总数与逐笔记录一致。" : $"发现{problems}处不符。");
    }

    /// <summary>Asks for tonight's, or one that was missed; where there are no bodies yet there is nothing to verify.</summary>
    /// <returns>True where it was asked for, by this node or another.</returns>
    public static async Task<bool> AskAsync(IServiceProvider services, TimeOnly at, CancellationToken cancel)
    {
        var db = services.GetRequiredService<Db>();
        var now = services.GetRequiredService<TimeProvider>().Instant();
        var night = China.Day(now - at.ToTimeSpan()).DayNumber;
        var key = Key(night);
        if (await db.Jobs.AnyAsync(job => job.Id == key, cancel))
            return true;
        if (await db.Organisations.AsNoTracking().OrderBy(body => body.Path).FirstOrDefaultAsync(cancel) is not { } top)
            return false;
        await services.GetRequiredService<JobQueue>().AddAsync(key, KindName, top, Actor.CommandLine, "{}", cancel);
        return true;
    }

    // One key for each night: however many nodes ask, it is done once.
    private static Guid Key(int night) => new(string.Create(CultureInfo.InvariantCulture, $"0190f3e0-0000-7000-8000-0f1a{night:D8}"));
}
