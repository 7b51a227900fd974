using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Reports.Templates;
using Jinguo.Core.Reports.Writing;
using Jinguo.Web.Pages.Figures;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Api;

/// <summary>Reports for programs, and the files behind the pages of reports.</summary>
public static class ReportsApi
{
    /// <summary>A report to be made under its key (UUID version 7); sent again, the first is answered. Tree <c>now</c> puts its figures on today's tree.</summary>
    public sealed record ReportToMake(int Organisation, string Period, string Template, string? Tree = null);

    /// <summary>A report as it was seen.</summary>
    public sealed record ReportSeen(int Version);

    /// <summary>A report after an act.</summary>
    public sealed record ReportAnswer(Guid Id, string Title, ReportState State, int Drafts, int Version);

    /// <summary>A report opened, with the frozen figures of its newest draft and their hash.</summary>
    public sealed record OpenedReportAnswer(Guid Id, string Title, ReportState State, int Drafts, int Version, string Hash, Snapshot Snapshot);

    public static void MapReportsApi(this WebApplication app)
    {
        var reports = app.MapApiGroup("/reports", "Reports");
        reports.MapGet("/", [Needs(Right.ReportRead)] async (int? organisation, string? period, string? template, [AsParameters] PageWish page, HttpContext context, ReportReader reader, CancellationToken cancel) =>
            await ListAsync(new(organisation, period, template, page.Number, page.Size), page, context, reader, cancel))
            .Answers<PageAnswer<ReportLine>>("ListReports", "Reports, the last changed first", 422);
        reports.MapPut("/{id:guid}", [Needs(Right.ReportWrite)] async (Guid id, ReportToMake body, HttpRequest request, ReportService service, Actor actor, CancellationToken cancel) =>
            FigureWish.WrongTree(body.Tree) is { } wrong
                ? ProblemAnswers.Answer([wrong])
                : Answer(await service.MakeAsync(new(id, body.Organisation, body.Period, body.Template, FigureView.Of(body.Tree, known: null).Tree), actor, cancel), request))
            .Answers<ReportAnswer>("MakeReport", "Makes a report from a template; the same key again gives the first", 404, 409, 422);
        reports.MapGet("/{id:guid}", [Needs(Right.ReportRead)] async (Guid id, HttpContext context, ReportReader reader, CancellationToken cancel) =>
            await reader.FindAsync(id, cancel: cancel) is { } opened
                ? Versions.Answer(context, opened.Report.Version, () => new OpenedReportAnswer(opened.Report.Id, opened.Report.Title, opened.Report.State, opened.Report.Drafts, opened.Report.Version, opened.Hash, opened.Snapshot))
                : NotFound())
            .Answers<OpenedReportAnswer>("GetReport", "A report with its frozen figures", 404);
        reports.MapGet("/{id:guid}/file", [Needs(Right.ReportRead)] async (Guid id, ReportReader reader, CancellationToken cancel) =>
            await reader.FindAsync(id, cancel: cancel) is { } opened
                ? Results.File(await reader.ReadFileAsync(opened.Draft, cancel), MediaTypes.Word, opened.Report.Title + ".docx")
                : NotFound())
            .Produces<FileContentHttpResult>(200, contentType: MediaTypes.Word).ProducesProblem(404).WithName("GetReportFile").WithSummary("A report as a Word file");
        reports.MapPost("/{id:guid}/finalise", [Needs(Right.ReportWrite)] async (Guid id, ReportSeen body, HttpRequest request, ReportService service, Actor actor, CancellationToken cancel) =>
            Answer(await service.FinaliseAsync(id, Versions.Seen(request, body.Version), actor, cancel), request))
            .TakesKey<ReportSeen>(NowAsync)
            .Answers<ReportAnswer>("FinaliseReport", "Makes a report final", 404, 409, 412, 422);
        reports.MapGet("/templates", [Needs(Right.ReportRead)] async (TemplateLibrary library, CancellationToken cancel) => await library.ListAsync(cancel))
            .Answers<IReadOnlyList<TemplateLine>>("ListTemplates", "Templates: shipped ones first, then those of bodies from the top down");

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

    private static async Task<IResult> ListAsync(ReportFilter filter, PageWish page, HttpContext context, ReportReader reader, CancellationToken cancel)
    {
        if (page.Problem is { } problem)
            return ProblemAnswers.Answer([problem]);
        var found = await reader.ListAsync(filter, cancel);
        return page.Answer(context, found.Lines, found.Total);
    }

    private static async Task<IResult> NowAsync(Guid id, HttpContext context)
    {
        var report = await context.RequestServices.GetRequiredService<Visible>().Of<Report>(Right.ReportWrite).AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, context.RequestAborted);
        return report is null ? NotFound() : Answer(report, context.Request);
    }

    private static IResult Answer(Outcome<Report> outcome, HttpRequest request) => ProblemAnswers.Answer(
        outcome.Done ? new ReportAnswer(outcome.Value.Id, outcome.Value.Title, outcome.Value.State, outcome.Value.Drafts, outcome.Value.Version) : Outcome<ReportAnswer>.Refused(outcome.Problems),
        request);

    private static IResult NotFound() => ProblemAnswers.Answer([Problem.NotFound("这份总结")]);
}
