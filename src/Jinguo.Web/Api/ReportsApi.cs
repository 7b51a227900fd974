using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Reports.Templates;
using Jinguo.Core.Reports.Writing;
using Jinguo.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Api;

/// <summary>Reports for programs, and the files behind the pages of reports.</summary>
public static class ReportsApi
{
    /// <summary>A report to be made under its key (UUID version 7); sent again, the first is answered.</summary>
    public sealed record ReportToMake(int Organisation, string Period, string Template);

    /// <summary>A report as it was seen.</summary>
    public sealed record ReportSeen(int Version);

    public static void MapReportsApi(this WebApplication app)
    {
        var reports = app.MapGroup("/api/v1/reports").WithTags("Reports");
        reports.MapGet("/", [Needs(Right.ReportRead)] async (int? organisation, string? period, string? template, int? page, ReportReader reader, CancellationToken cancel) =>
            await reader.ListAsync(new(organisation, period, template, page ?? 1), cancel));
        reports.MapPut("/{id:guid}", [Needs(Right.ReportWrite)] async (Guid id, ReportToMake body, ReportService service, Actor actor, CancellationToken cancel) =>
            Answer(await service.MakeAsync(new(id, body.Organisation, body.Period, body.Template), actor, cancel)));
        reports.MapGet("/{id:guid}", [Needs(Right.ReportRead)] async (Guid id, ReportReader reader, CancellationToken cancel) =>
            await reader.FindAsync(id, cancel: cancel) is { } opened
                ? Results.Ok(new { opened.Report.Id, opened.Report.Title, State = opened.Report.State.ToString(), opened.Report.Drafts, opened.Report.Version, opened.Hash, opened.Snapshot })
                : NotFound());
        reports.MapGet("/{id:guid}/file", [Needs(Right.ReportRead)] async (Guid id, ReportReader reader, CancellationToken cancel) =>
            await reader.FindAsync(id, cancel: cancel) is { } opened
                ? Results.File(await reader.ReadFileAsync(opened.Draft, cancel), MediaTypes.Word, opened.Report.Title + ".docx")
                : NotFound());
        reports.MapPost("/{id:guid}/finalise", [Needs(Right.ReportWrite)] async (Guid id, ReportSeen body, ReportService service, Actor actor, CancellationToken cancel) =>
            Answer(await service.FinaliseAsync(id, body.Version, actor, cancel)));
        reports.MapGet("/templates", [Needs(Right.ReportRead)] async (TemplateLibrary library, CancellationToken cancel) => await library.ListAsync(cancel));

        app.MapGet("/reports/templates/{id}/file", [Needs(Right.ReportRead)] async (string id, TemplateLibrary library, CancellationToken cancel) =>
            await library.OpenAsync(id, cancel) is { Done: true } template ? Results.File(template.Value.Content, MediaTypes.Word, template.Value.Name + ".docx") : Results.NotFound()).ExcludeFromDescription();
        app.MapGet("/reports/batch/{id:guid}/zip", [Needs(Right.ReportRead)] async (Guid id, Visible visible, ReportBatch batch, CancellationToken cancel) =>
            await ZipAsync(id, visible, batch, cancel)).ExcludeFromDescription();
    }

    private static async Task<IResult> ZipAsync(Guid id, Visible visible, ReportBatch batch, CancellationToken cancel)
    {
        var result = await visible.Of<Job>(Right.ReportRead).Where(job => job.Id == id && job.Kind == ReportBatch.JobKind && job.State == JobState.Done).Select(job => job.Result).SingleOrDefaultAsync(cancel);
        if (result is null)
            return Results.NotFound();
        // The zip is written to a file first: an error half-way must not look like a whole file.
        var target = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await batch.WriteZipAsync(JsonSerializer.Deserialize<ReportBatchResult>(result)!, target, cancel);
        target.Position = 0;
        return Results.File(target, "application/zip", "总结.zip");
    }

    private static IResult Answer(Outcome<Report> outcome) => outcome.Done
        ? Results.Ok(new { outcome.Value.Id, outcome.Value.Title, State = outcome.Value.State.ToString(), outcome.Value.Drafts, outcome.Value.Version })
        : ProblemAnswers.Answer(outcome.Problems);

    private static IResult NotFound() => ProblemAnswers.Answer([Problem.NotFound("这份总结")]);
}
