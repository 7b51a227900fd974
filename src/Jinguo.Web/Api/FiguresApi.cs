using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Web.Pages.Figures;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Api;

/// <summary>Figures for programs: the same services and problems as the pages, the same lines as the command line.</summary>
public static class FiguresApi
{
    public static void MapFiguresApi(this WebApplication app)
    {
        var figures = app.MapApiGroup("/figures", "Figures");
        figures.MapGet("", [Needs(Right.FigureRead)] async ([AsParameters] FigureWish wish, string[]? measure, bool? children, FigureBook book, Visible visible, CancellationToken cancel) =>
            await ListAsync(wish, measure ?? [], children ?? false, book, visible, cancel))
            .Answers<IReadOnlyList<FigureLine>>("ListFigures", "Figures of a body, with children also of those directly below; without measures all that were recorded", 404, 422);
        figures.MapGet("/measures", [Needs(Right.FigureRead)] async (FigureBook book, CancellationToken cancel) =>
            (await book.ListHeadingsAsync(withOptions: true, cancel)).Select(heading => new MeasureAnswer(
                heading.Key.Measure, heading.Key.Option, heading.FullName, heading.Unit, heading.Decimals, heading.Group, heading.Definitions)))
            .Answers<IReadOnlyList<MeasureAnswer>>("ListMeasures", "Everything that can be asked for, with its definitions");
        figures.MapGet("/explain", [Needs(Right.FigureRead)] async ([AsParameters] FigureWish wish, string? figure, FigureExplainer explainer, Visible visible, CancellationToken cancel) =>
            await ExplainAsync(wish, figure, explainer, visible, cancel))
            .Answers<ExplanationAnswer>("ExplainFigure", "What a figure means and what it is made of", 404, 422);
        figures.MapGet("/rows", [Needs(Right.FigureRead)] async ([AsParameters] FigureWish wish, string? figure, [AsParameters] PageWish page, HttpContext context, FigureExplainer explainer, Visible visible, CancellationToken cancel) =>
            await ListRowsAsync(wish, figure, page, context, explainer, visible, cancel))
            .Answers<PageAnswer<FigureRowAnswer>>("ListFigureRows", "The postings behind a figure that may be seen, newest day first", 404, 422);
    }

    private static async Task<IResult> ListAsync(FigureWish wish, string[] measures, bool withChildren, FigureBook book, Visible visible, CancellationToken cancel)
    {
        var asked = await wish.ReadAsync(visible, cancel);
        if (!asked.Done)
            return ProblemAnswers.Answer(asked.Problems);
        var (body, period, view) = asked.Value;
        var lines = await FigureLine.ListAsync(book, body, measures, period, withChildren, view, cancel);
        return lines.Done ? TypedResults.Ok(lines.Value) : ProblemAnswers.Answer(lines.Problems);
    }

    private static async Task<IResult> ExplainAsync(FigureWish wish, string? figure, FigureExplainer explainer, Visible visible, CancellationToken cancel)
    {
        var asked = await wish.ReadAsync(visible, cancel);
        if (!asked.Done)
            return ProblemAnswers.Answer(asked.Problems);
        var (body, period, view) = asked.Value;
        var explained = await explainer.ExplainAsync(body, FigureKey.Parse(figure ?? ""), period, view.KnownAt, view.Tree, cancel: cancel);
        return explained.Done ? TypedResults.Ok(ExplanationAnswer.Of(explained.Value, period)) : ProblemAnswers.Answer(explained.Problems);
    }

    private static async Task<IResult> ListRowsAsync(FigureWish wish, string? figure, PageWish page, HttpContext context, FigureExplainer explainer, Visible visible, CancellationToken cancel)
    {
        if (page.Problem is { } problem)
            return ProblemAnswers.Answer([problem]);
        var asked = await wish.ReadAsync(visible, cancel);
        if (!asked.Done)
            return ProblemAnswers.Answer(asked.Problems);
        var (body, period, view) = asked.Value;
        var rows = await explainer.ListFactsAsync(body, FigureKey.Parse(figure ?? ""), period, page.Number, page.Size, view.KnownAt, view.Tree, cancel: cancel);
        return rows.Done
            ? page.Answer(context, [.. rows.Value.Lines.Select(FigureRowAnswer.Of)], rows.Value.Seen)
            : ProblemAnswers.Answer(rows.Problems);
    }
}

/// <summary>Of which body, for which period, and how the books are looked at.</summary>
public sealed class FigureWish
{
    /// <summary>Code or key of the body; the token's own without it.</summary>
    [FromQuery(Name = "organisation")]
    public string? Organisation { get; init; }

    /// <summary>The period: 2026, 2026Q3, 2026-09, 2026-09-01..2026-09-15 …</summary>
    [FromQuery(Name = "period")]
    public string? Period { get; init; }

    /// <summary>now: as if every body had always hung where it hangs today.</summary>
    [FromQuery(Name = "tree")]
    public string? Tree { get; init; }

    /// <summary>As the books were known at the end of this day (2026-07-05).</summary>
    [FromQuery(Name = "known")]
    public string? Known { get; init; }

    internal static Problem? WrongTree(string? tree) => tree is null or "now" ? null : new("tree", "tree 只能写 now，或者不写。", "tree");

    internal async Task<Outcome<(int Body, Period Period, FigureView View)>> ReadAsync(Visible visible, CancellationToken cancel)
    {
        if (!Core.Base.Time.Period.TryParse(Period, out var period))
            return new Problem("period", $"期间应写成 {Core.Base.Time.Period.Forms}。", "period");
        if (WrongTree(Tree) is { } wrong)
            return wrong;
        var view = FigureView.Of(Tree, Known);
        if (Known is not null && view.KnownAt is null)
            return new Problem("known", "known 应是一个日子，例如 2026-07-05。", "known");
        var own = visible.Actor.OrganisationId;
        var body = Organisation is null
            ? await visible.Organisations(Right.FigureRead).SingleOrDefaultAsync(one => one.Id == own, cancel)
            : await OrganisationsApi.FindAsync(visible, Right.FigureRead, Organisation, cancel);
        return body is null ? Problem.NotFound("这个组织") : (body.Id, period, view);
    }
}
