using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Api;

/// <summary>Figures for programs: the same service and problems as the pages, the same lines as the command line.</summary>
public static class FiguresApi
{
    public static void MapFiguresApi(this WebApplication app)
    {
        var figures = app.MapGroup("/api/v1/figures").WithTags("Figures");
        figures.MapGet("", [Needs(Right.FigureRead)] async (string? organisation, string? period, string[]? measure, bool? children, FigureBook book, Visible visible, CancellationToken cancel) =>
            await ListAsync(organisation, period, measure ?? [], children ?? false, book, visible, cancel));
        figures.MapGet("/measures", [Needs(Right.FigureRead)] async (FigureBook book, CancellationToken cancel) =>
            (await book.ListHeadingsAsync(withOptions: true, cancel)).Select(heading => new
            {
                heading.Key.Measure,
                Breakdown = heading.Key.Option,
                Name = heading.FullName,
                heading.Unit,
                heading.Decimals,
                heading.Group,
                heading.Definitions,
            }));
    }

    // The body by its code; her own where none is named.
    private static async Task<IResult> ListAsync(string? organisation, string? period, string[] measures, bool withChildren, FigureBook book, Visible visible, CancellationToken cancel)
    {
        if (!Period.TryParse(period, out var span))
            return ProblemAnswers.PeriodUnread();
        var bodies = visible.Organisations(Right.FigureRead);
        var own = visible.Actor.OrganisationId;
        var body = await (organisation is null ? bodies.Where(one => one.Id == own) : bodies.Where(one => one.Code == organisation)).Select(one => (int?)one.Id).SingleOrDefaultAsync(cancel);
        if (body is null)
            return ProblemAnswers.Answer([Problem.NotFound("这个组织")]);
        var lines = await FigureLine.ListAsync(book, body.Value, measures, span, withChildren, cancel);
        return lines.Done ? Results.Ok(lines.Value) : ProblemAnswers.Answer(lines.Problems);
    }
}
