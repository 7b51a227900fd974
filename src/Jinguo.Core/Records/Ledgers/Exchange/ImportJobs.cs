using System.Text.Json;
using Jinguo.Core.Base.Jobs;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>Looks at every row of a long file.</summary>
public sealed class ImportCheckJob(ImportService imports) : IJobWork
{
    /// <summary>Its kind.</summary>
    public const string KindName = "ledger.import.check";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(Job job, JobProgress progress, CancellationToken cancel)
    {
        var looked = await imports.LookAsync(ImportJob.TaskOf(job).Import, progress.TellAsync, cancel);
        return looked.Done ? new(null, $"核对完了{looked.Value.Read}行。") : new(null, looked.Problems[0].Text, Failed: true);
    }
}

/// <summary>Writes the rows of a file.</summary>
public sealed class ImportJob(ImportService imports) : IJobWork
{
    /// <summary>Its kind.</summary>
    public const string KindName = "ledger.import";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(Job job, JobProgress progress, CancellationToken cancel)
    {
        var task = TaskOf(job);
        var written = await imports.WriteAsync(task.Import, task.Wish ?? new(), progress.TellAsync, cancel);
        if (!written.Done)
            return new(null, written.Problems[0].Text, Failed: true);
        return written.Value.Bad > 0 && task.Wish is not { GoodRowsOnly: true }
            ? new(null, $"有{written.Value.Bad}行要改，所以一行也没有写入。请重新核对。", Failed: true)
            : new(null, $"导入了{written.Value.Good}笔。");
    }

    internal static ImportTask TaskOf(Job job) => JsonSerializer.Deserialize<ImportTask>(job.Input)!;
}

/// <summary>Withdraws all records that an import brought.</summary>
public sealed class ImportUndoJob(ImportService imports) : IJobWork
{
    /// <summary>Its kind.</summary>
    public const string KindName = "ledger.import.undo";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(Job job, JobProgress progress, CancellationToken cancel)
    {
        var task = ImportJob.TaskOf(job);
        var undone = await imports.UndoAsync(task.Import, task.Reason!, progress.TellAsync, cancel);
        return undone.Done ? new(null, $"撤回了{undone.Value}笔。") : new(null, undone.Problems[0].Text, Failed: true);
    }
}
