using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jinguo.Web.Api;

/// <summary>Answers of refused acts as the web knows them (RFC 9457): the same problems that pages show.</summary>
public static class ProblemAnswers
{
    /// <summary>One of several problems of a refused act.</summary>
    /// <param name="Code">Stable name.</param>
    /// <param name="Text">A Chinese sentence.</param>
    /// <param name="Field">The field concerned, or null.</param>
    /// <param name="Row">The row of a sheet, or null.</param>
    /// <param name="Level">Error or Warning.</param>
    public sealed record Line(string Code, string Text, string? Field, int? Row, string Level);

    /// <summary>422 for a period that cannot be read.</summary>
    public static IResult PeriodUnread() => Answer([new("period", $"期间应写成 {Period.Forms}。", "period")]);

    /// <summary>
    /// 404 for what is not there or not hers, 409 for what was changed meanwhile or a key that is taken, else 422, with all
    /// problems.
    /// </summary>
    public static IResult Answer(IReadOnlyList<Problem> problems) => Answer(problems, StatusCodes.Status409Conflict);

    /// <summary>What an act gives back, or its problems; 412 instead of 409 where the request named the version in <c>If-Match</c>.</summary>
    public static IResult Answer<T>(Outcome<T> outcome, HttpRequest request) => outcome.Done
        ? TypedResults.Ok(outcome.Value)
        : Answer(outcome.Problems, Versions.IsWished(request) ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status409Conflict);

    private static ProblemHttpResult Answer(IReadOnlyList<Problem> problems, int staleStatus)
    {
        var status = problems.Any(problem => problem.Code == Problem.NotFoundCode) ? StatusCodes.Status404NotFound
            : problems.Any(problem => problem.Code == Problem.StaleCode) ? staleStatus
            : problems.Any(problem => problem.Code == Problem.KeyTakenCode) ? StatusCodes.Status409Conflict
            : StatusCodes.Status422UnprocessableEntity;
        return TypedResults.Problem(
            title: problems[0].Text,
            type: $"urn:jinguo:problem:{problems[0].Code}",
            statusCode: status,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["problems"] = problems.Select(problem => new Line(problem.Code, problem.Text, problem.Field, problem.Row, $"{problem.Level}")).ToList(),
            });
    }
}
