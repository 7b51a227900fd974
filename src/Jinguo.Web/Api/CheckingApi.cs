using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Reports.Checking;
using Jinguo.Core.Reports.Writing;
using Jinguo.Office;
using Jinguo.Office.Drafts;
using Jinguo.Web.Pages.Figures;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Jinguo.Web.Api;

/// <summary>Drafts for programs: each number of a text, held against the books. Nothing of the text is kept.</summary>
public static class CheckingApi
{
    private const int LargestFile = 21 << 20;

    /// <summary>A text to be checked. Without a body and a period its numbers are read and reckoned only. Tree <c>now</c> puts figures on today's tree.</summary>
    public sealed record TextToCheck(string? Text, int? Organisation = null, string? Period = null, string? Tree = null);

    public static void MapCheckingApi(this WebApplication app)
    {
        var checking = app.MapApiGroup("/checking", "Checking");
        checking.MapPost("/", [Needs(Right.ReportRead)] async (TextToCheck body, DraftChecker checker, ReportAddress address, CancellationToken cancel) =>
            Scope(body.Organisation, body.Period, body.Tree) is var scope && !scope.Done
                ? ProblemAnswers.Answer(scope.Problems)
                : await AnswerAsync(DraftText.Of(body.Text ?? ""), scope.Value, checker, address, cancel))
            .Answers<DraftAnswer>("CheckText", "Reads and checks the numbers of a text", 404, 422);
        checking.MapPost("/file", [Needs(Right.ReportRead)] async (int? organisation, string? period, string? tree, Stream body, DraftChecker checker, ReportAddress address, CancellationToken cancel) =>
        {
            var scope = Scope(organisation, period, tree);
            if (!scope.Done)
                return ProblemAnswers.Answer(scope.Problems);
            try
            {
                return await AnswerAsync(await DraftReader.ReadAsync(body, cancel: cancel), scope.Value, checker, address, cancel);
            }
            catch (OfficeFormatException cause)
            {
                return ProblemAnswers.Answer([new("checking.file", cause.Message, "file")]);
            }
        }).WithMetadata(new RequestSizeLimitAttribute(LargestFile))
            .Answers<DraftAnswer>("CheckFile", "Reads and checks the numbers of a Word, text or PDF file", 404, 413, 422);
    }

    private static async Task<IResult> AnswerAsync(DraftText draft, CheckScope? scope, DraftChecker checker, ReportAddress address, CancellationToken cancel)
    {
        var found = await checker.CheckAsync(draft, scope, cancel);
        return found.Done ? TypedResults.Ok(DraftAnswer.Of(found.Value, address)) : ProblemAnswers.Answer(found.Problems);
    }

    private static Outcome<CheckScope?> Scope(int? organisation, string? code, string? tree)
    {
        if (organisation is null && string.IsNullOrEmpty(code))
            return Outcome<CheckScope?>.With(null, []);
        if (organisation is not { } body)
            return new Problem("checking.organisation", "写了期间，也请写明是哪个组织的文稿。", "organisation");
        if (!Period.TryParse(code, out var period))
            return new Problem("period", $"期间应写成 {Period.Forms}。", "period");
        return FigureWish.WrongTree(tree) is { } wrong ? wrong : new CheckScope(body, period, FigureView.Of(tree, known: null).Tree);
    }
}
