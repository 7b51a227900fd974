namespace Jinguo.Core.Base.Jobs;

/// <summary>
/// The work of one kind of job, one class per kind. It may be begun again after a crash, so every stage first looks what
/// an earlier attempt has already done.
/// </summary>
public interface IJobWork
{
    /// <summary>The <see cref="Job.Kind"/> it does.</summary>
    string Kind { get; }

    /// <summary>Does the work in the name of the person who asked for it.</summary>
    /// <param name="job">The job; its input is JSON of the kind.</param>
    /// <param name="progress">Tells how far it has come and keeps the lease.</param>
    /// <param name="cancel">Ends it when the node stops; another node takes it up.</param>
    /// <returns>Result as JSON of the kind, and a sentence for the person who waits.</returns>
    Task<JobResult> RunAsync(Job job, JobProgress progress, CancellationToken cancel);
}

/// <summary>What came out of a job.</summary>
/// <param name="Result">JSON of the kind, or null.</param>
/// <param name="Message">A sentence for the person who waits.</param>
/// <param name="Failed">True when the work could not be done.</param>
public sealed record JobResult(string? Result, string Message, bool Failed = false);

/// <summary>Tells how far a job has come.</summary>
public sealed class JobProgress(Func<int, int, Task> tell)
{
    /// <summary>Steps done out of the total.</summary>
    public Task TellAsync(int done, int total) => tell(done, total);
}
