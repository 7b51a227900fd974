using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;

namespace Jinguo.Web.Api;

/// <summary>Answers of refused acts as the web knows them (RFC 9457): the same problems that pages show.</summary>
public static class ProblemAnswers
{
    /// <summary>422 for a period that cannot be read.</summary>
    public static IResult PeriodUnread() => Answer([new("period", $"期间应写成 {Period.Forms}。", "period")]);

    /// <summary>404 for what is not there or not hers, 409 for what was changed meanwhile or a key that is taken, else 422, with all problems.</summary>
    public static IResult Answer(IReadOnlyList<Problem> problems)
    {
        var status = problems.Any(problem => problem.Code == Problem.NotFoundCode) ? StatusCodes.Status404NotFound
            : problems.Any(problem => problem.Code is Problem.StaleCode or Problem.KeyTakenCode) ? StatusCodes.Status409Conflict
            : StatusCodes.Status422UnprocessableEntity;
        return Results.Problem(
            title: problems[0].Text,
            type: $"urn:jinguo:problem:{problems[0].Code}",
            statusCode: status,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["problems"] = problems.Select(problem => new { problem.Code, problem.Text, problem.Field, problem.Row, Level = problem.Level.ToString() }),
            });
    }
}
