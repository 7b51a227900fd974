using System.Globalization;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Changes;

/// <summary>How the trail stands.</summary>
/// <param name="Seal">The last seal, or null.</param>
/// <param name="Verified">The entry of the last verification that ended: who, when, what it found; or null.</param>
/// <param name="Running">A verification that waits or runs, or null.</param>
/// <param name="Findings">What the last one asked for here found, its first <see cref="TrailVerificationJob.MostFindings"/>.</param>
public sealed record TrailState(Seal? Seal, Change? Verified, Job? Running, IReadOnlyList<TrailFinding> Findings);

/// <summary>The audit administrator's acts: asking for a verification, taking an export. Both are in the trail themselves.</summary>
public sealed class TrailAudit(Db db, ChangeLog changes, SealService seals, JobQueue jobs, Actor actor)
{
    /// <summary>Kind of the trail in the history.</summary>
    public const string SubjectKind = "trail";

    /// <summary>Most entries of an export.</summary>
    public const int MostExported = 100_000;

    private const string VerifiedSubject = "verification";

    /// <summary>Last seal, last verification, and one that runs.</summary>
    public async Task<TrailState> ReadAsync(CancellationToken cancel = default) => new(
        await seals.LastAsync(cancel),
        await db.Changes.AsNoTracking().Where(change => change.SubjectKind == SubjectKind && change.SubjectId == VerifiedSubject).OrderByDescending(change => change.Id).FirstOrDefaultAsync(cancel),
        await RunningAsync(cancel),
        await FindingsAsync(cancel));

    /// <summary>Asks for a verification; while one waits or runs, that is it.</summary>
    /// <param name="key">Client key of the form.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Job> AskAsync(Guid key, CancellationToken cancel = default)
    {
        if (await RunningAsync(cancel) is { } running)
            return running;
        var body = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == actor.OrganisationId, cancel);
        return await jobs.AddAsync(key, TrailVerificationJob.KindName, body, actor, "{}", cancel);
    }

    /// <summary>Writes into the trail that it was verified.</summary>
    /// <param name="verification">What ran.</param>
    /// <param name="findings">How many findings.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task RecordAsync(TrailVerification verification, int findings, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        changes.Add(actor, region: 0, organisationId: 0, "trail.verified", SubjectKind, VerifiedSubject, fields:
        [
            new("entries", null, verification.Entries.ToString(CultureInfo.InvariantCulture)), new("seals", null, verification.Seals.ToString(CultureInfo.InvariantCulture)),
            new("findings", null, findings.ToString(CultureInfo.InvariantCulture)),
        ]);
        await write.CommitAsync(cancel);
    }

    /// <summary>Writes into the trail that a part of it is taken out.</summary>
    /// <param name="filter">Which part.</param>
    /// <param name="rows">How many entries.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task RecordExportAsync(TrailFilter filter, int rows, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var own = await db.Organisations.AsNoTracking().Where(body => body.Id == actor.OrganisationId).Select(body => new { body.Id, body.Region }).SingleOrDefaultAsync(cancel);
        changes.Add(actor, own?.Region ?? 0, own?.Id ?? 0, "trail.exported", SubjectKind, "export", fields:
        [
            new("rows", null, rows.ToString(CultureInfo.InvariantCulture)),
            new("from", null, filter.From?.ToString("O", CultureInfo.InvariantCulture)), new("to", null, filter.To?.ToString("O", CultureInfo.InvariantCulture)),
            new("kind", null, filter.Kind), new("act", null, filter.Act), new("who", null, filter.Who), new("what", null, filter.What), new("path", null, filter.Within),
        ]);
        await write.CommitAsync(cancel);
    }

    private async Task<IReadOnlyList<TrailFinding>> FindingsAsync(CancellationToken cancel)
    {
        var last = await db.Jobs.AsNoTracking().Where(job => job.Kind == TrailVerificationJob.KindName && job.State == JobState.Done)
            .OrderByDescending(job => job.CreatedAt).Select(job => job.Result).FirstOrDefaultAsync(cancel);
        return last is null ? [] : JsonSerializer.Deserialize<List<TrailFinding>>(last)!;
    }

    private Task<Job?> RunningAsync(CancellationToken cancel) => db.Jobs.AsNoTracking()
        .Where(job => job.Kind == TrailVerificationJob.KindName && (job.State == JobState.Waiting || job.State == JobState.Running))
        .OrderByDescending(job => job.CreatedAt).FirstOrDefaultAsync(cancel);
}

/// <summary>Verifies the whole trail beside the requests; that it did, and what it found, is an entry of the trail.</summary>
public sealed class TrailVerificationJob(TrailVerification verification, TrailAudit audit) : IJobWork
{
    /// <summary>Kind of the job.</summary>
    public const string KindName = "trail.verify";

    /// <summary>Most findings that are kept; the rest is counted.</summary>
    public const int MostFindings = 20;

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(Job job, JobProgress progress, CancellationToken cancel)
    {
        var (findings, first) = (0, new List<TrailFinding>());
        await foreach (var finding in verification.RunAsync(progress.TellAsync, cancel))
        {
            if (findings++ < MostFindings)
                first.Add(finding);
        }
        await audit.RecordAsync(verification, findings, cancel);
        return new(JsonSerializer.Serialize(first), findings == 0 ? "操作记录完整，没有发现改动。" : $"发现{findings}处问题。");
    }
}
