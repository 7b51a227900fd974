using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Figures.Reading;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Reports.Writing;

/// <summary>Reports of many bodies, asked for at once.</summary>
/// <param name="Top">The body above them.</param>
/// <param name="Level">Bodies of this level below it; null for those directly below.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="Template">Key or name of the template.</param>
/// <param name="Tree">Whose tree the figures stand on.</param>
public sealed record ReportBatchInput(int Top, Level? Level, string Period, string Template, FigureTree Tree = FigureTree.AsWas);

/// <summary>What came out.</summary>
/// <param name="Reports">The reports, in the tree's order.</param>
/// <param name="Refused">Why some could not be made: body and reason.</param>
public sealed record ReportBatchResult(IReadOnlyList<Guid> Reports, IReadOnlyList<string> Refused);

/// <summary>Makes the reports of many bodies, one after the other. Begun again, it finds those already made.</summary>
public sealed class ReportBatch(Db db, Visible visible, ReportService reports, ReportReader reader) : IJobWork
{
    /// <summary>Kind of the job.</summary>
    public const string JobKind = "report.batch";

    /// <summary>Most bodies at once.</summary>
    public const int MostBodies = 500;

    /// <inheritdoc/>
    public string Kind => JobKind;

    /// <summary>The bodies of a batch, in the tree's order, at most one more than <see cref="MostBodies"/>.</summary>
    public async Task<IReadOnlyList<Organisation>> ListBodiesAsync(int top, Level? level, CancellationToken cancel = default)
    {
        var all = visible.Organisations(Right.ReportWrite);
        if (await all.SingleOrDefaultAsync(one => one.Id == top, cancel) is not { } above)
            return [];
        var below = level is { } wanted
            ? all.Within(above.Path).Where(one => one.Level == wanted && one.Id != top)
            : all.Where(one => one.ParentId == top);
        return await below.Where(one => one.ValidTo == null).OrderBy(one => one.Code).Take(MostBodies + 1).ToListAsync(cancel);
    }

    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(Job job, JobProgress progress, CancellationToken cancel)
    {
        var input = JsonSerializer.Deserialize<ReportBatchInput>(job.Input)!;
        var bodies = await ListBodiesAsync(input.Top, input.Level, cancel);
        var (made, refused) = (new List<Guid>(), new List<string>());
        for (var i = 0; i < bodies.Count; i++)
        {
            var body = bodies[i];
            var outcome = await reports.MakeAsync(new(KeyOf(job.Id, body.Id), body.Id, input.Period, input.Template, input.Tree), visible.Actor, cancel);
            db.ChangeTracker.Clear();
            if (outcome.Done)
                made.Add(outcome.Value.Id);
            else
                refused.Add($"{body.Name}：{string.Join(" ", outcome.Problems.Select(problem => problem.Text))}");
            await progress.TellAsync(i + 1, bodies.Count);
        }
        return new(
            JsonSerializer.Serialize(new ReportBatchResult(made, refused)),
            $"做好{made.Count}份" + (refused.Count > 0 ? $"，{refused.Count}份没有做成" : "") + "。",
            Failed: made.Count == 0);
    }

    /// <summary>Writes the newest drafts of a batch as a zip, one entry a body.</summary>
    public async Task WriteZipAsync(ReportBatchResult result, Stream target, CancellationToken cancel = default)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in result.Reports)
        {
            if (await reader.FindAsync(id, cancel: cancel) is not { } opened)
                continue;
            // Villages of different towns may have the same name.
            var name = names.Add(opened.Report.Title) ? opened.Report.Title : $"{opened.Report.Title}（{opened.Snapshot.Issuer}）";
            await using var entry = zip.CreateEntry(name + ".docx", CompressionLevel.NoCompression).Open();
            await entry.WriteAsync(await reader.ReadFileAsync(opened.Draft, cancel), cancel);
        }
    }

    /// <summary>The key of a body's report in a job: always the same, so that the job may be begun again.</summary>
    private static Guid KeyOf(Guid job, int body)
    {
        Span<byte> seed = stackalloc byte[20];
        job.TryWriteBytes(seed);
        BitConverter.TryWriteBytes(seed[16..], body);
        return new Guid(SHA256.HashData(seed).AsSpan(0, 16));
    }
}
