using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Search;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Reports.Writing;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Running;

/// <summary>Writes the words of everything that can be found anew: after an upgrade from a time without search, or when asked to.</summary>
public sealed class SearchRebuild(LedgerSearch ledgers, ReportSearch reports) : IJobWork
{
    private const string KindName = "search.rebuild";

    // One key for ever: however many nodes start after the upgrade, it is asked for once.
    private static readonly Guid Key = new("0190f3e0-0000-7000-8000-5ea5c4000001");

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(Job job, JobProgress progress, CancellationToken cancel) => new(null, await RunAsync(progress.TellAsync, cancel));

    /// <summary>Does it.</summary>
    /// <returns>What was done, in words.</returns>
    public async Task<string> RunAsync(Func<int, int, Task> tell, CancellationToken cancel)
    {
        var records = await ledgers.RebuildAsync(tell, cancel);
        return $"{records}条记录、{await reports.RebuildAsync(cancel)}份总结可以搜索了。";
    }

    /// <summary>Asks for it where there are records and none of them can be found.</summary>
    public static async Task AskWhereMissingAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<Db>();
        if (await db.SearchEntries.AnyAsync(cancel) || !await db.Records.AnyAsync(record => !record.Withdrawn, cancel))
            return;
        var top = await db.Organisations.AsNoTracking().OrderBy(body => body.Path).FirstAsync(cancel);
        await services.GetRequiredService<JobQueue>().AddAsync(Key, KindName, top, Actor.CommandLine, "{}", cancel);
    }
}
