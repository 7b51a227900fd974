using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Archive;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Jinguo.Web.Api;

/// <summary>
/// Cases for programs: a hotline puts a call in, an office's own program moves a case on. The same services and problems as the
/// pages; who she is stays masked, whoever asks. A program sees what its account has in hand (<see cref="CaseAccess.InHand"/>).
/// </summary>
public static class CasesApi
{
    private const string Missing = "这个事项";

    public static void MapCasesApi(this WebApplication app)
    {
        var cases = app.MapApiGroup("/cases", "Cases");
        cases.MapGet("", [Needs(Right.CaseHandle)] async ([FromQuery(Name = "list")] string? list, [AsParameters] PageWish page, HttpContext context, CaseReader reader, CancellationToken cancel) =>
            await ListAsync(list, page, context, reader, cancel))
            .Answers<PageAnswer<CaseAnswer>>("ListCases", "Cases in hand, what is due soonest first; nobody's name is in it", 422);
        var one = cases.MapGroup("/{id:guid}");
        one.MapGet("", [Needs(Right.CaseHandle)] async (Guid id, HttpContext context, CaseReader reader, CaseWords words, WorkCalendar calendar, TimeProvider time, CancellationToken cancel) =>
            await reader.OpenAsync(id, fullFor: null, cancel) is { } view
                // Its days move by holidays and limits, too, and each look is one: it is answered anew, also to who has this version.
                ? Versions.AnswerAnew(context, view.Case.Version, OpenedCaseAnswer.Of(view, words, calendar, time.GetUtcNow().UtcDateTime))
                : NotFound())
            .Answers<OpenedCaseAnswer>("GetCase", "A case with its clocks, texts and course, masked; the look is in the trail", 404);
        one.MapPut("", [Needs(Right.CaseHandle)] async (Guid id, CaseToReceive body, HttpRequest request, CaseService service, CaseReader reader, CancellationToken cancel) =>
            await ReceiveAsync(id, body, request, service, reader, cancel))
            .Answers<CaseAnswer>("ReceiveCase", "Receives a case; the same key again gives the first", 404, 409, 422);
        one.MapPut("/course/{key:guid}", [Needs(Right.CaseHandle)] async (Guid id, Guid key, CaseLineToWrite body, HttpRequest request, CaseService service, CaseReader reader, CancellationToken cancel) =>
            await WriteAsync(id, key, body, request, service, reader, cancel))
            .Answers<CaseAnswer>("WriteCaseLine", "Writes one line into the course: an act that moves the case on, or a step; the same key again gives the case as it stands", 404, 409, 412, 422);
    }

    private static async Task<IResult> ListAsync(string? list, PageWish page, HttpContext context, CaseReader reader, CancellationToken cancel)
    {
        if (page.Problem is { } problem)
            return ProblemAnswers.Answer([problem]);
        if (Choices.Find<CaseFilter>(list ?? nameof(CaseFilter.Open)) is not { } wished)
            return ProblemAnswers.Answer([new("list", $"list 应是 {Choices.Of<CaseFilter>()} 之一。", "list")]);
        var found = await reader.ListAsync(wished, page.Number, page.Size, cancel);
        return page.Answer<CaseAnswer>(context, [.. found.Lines.Select(CaseAnswer.Of)], found.Total);
    }

    private static async Task<IResult> ReceiveAsync(Guid id, CaseToReceive body, HttpRequest request, CaseService service, CaseReader reader, CancellationToken cancel) =>
        body.Input(id) is { } input
            ? await AnswerAsync(id, await service.ReceiveAsync(input, cancel), request, reader, cancel)
            : ProblemAnswers.Answer([Unread(nameof(body.Received))]);

    private static async Task<IResult> WriteAsync(Guid id, Guid key, CaseLineToWrite body, HttpRequest request, CaseService service, CaseReader reader, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        var (move, step) = (Choices.Find<CaseAct>(body.Act), Choices.Find<CaseStep>(body.Step));
        if (body.Act is null == body.Step is null || (move is null && step is null))
            problems.Add(new("case.what", $"请写做了什么，act 和 step 只写一个。act 是 {Choices.Of<CaseAct>()} 之一，step 是 {Choices.Of<CaseStep>()} 之一。", nameof(body.Act)));
        if (body.Satisfaction is not null && Choices.Find<CaseSatisfaction>(body.Satisfaction) is null)
            problems.Add(new("case.satisfaction", $"评价应是 {Choices.Of<CaseSatisfaction>()} 之一。", nameof(body.Satisfaction)));
        if (body.Retention is not null && Choices.Find<RetentionTerm>(body.Retention) is null)
            problems.Add(new("case.retention", $"保管期限应是 {Choices.Of<RetentionTerm>()} 之一。", nameof(body.Retention)));
        if (body.Line(key, id, Versions.Seen(request, body.Version)) is not { } line)
            return await RefuseAsync([.. problems, Unread(nameof(body.At))]);
        if (problems.Count > 0)
            return await RefuseAsync(problems);
        return await AnswerAsync(id, move is { } act ? await service.MoveAsync(act, line, cancel) : await service.WriteDownAsync(step!.Value, line, cancel), request, reader, cancel);

        // What cannot be seen is not told from what is not there, whatever is sent.
        async Task<IResult> RefuseAsync(IReadOnlyList<Problem> refused) => await reader.FindAsync(id, cancel) is null ? NotFound() : ProblemAnswers.Answer(refused);
    }

    /// <summary>The case as it stands now; who received it once, and has it no more, is told nothing.</summary>
    private static async Task<IResult> AnswerAsync(Guid id, Outcome<Case> outcome, HttpRequest request, CaseReader reader, CancellationToken cancel) =>
        !outcome.Done ? ProblemAnswers.Answer(outcome, request)
        : await reader.FindAsync(id, cancel) is { } line ? TypedResults.Ok(CaseAnswer.Of(line))
        : NotFound();

    private static Problem Unread(string field) => new("case.instant", "时间写成 2026-11-20T09:00:00+08:00 这样，写明时区。", field);

    private static IResult NotFound() => ProblemAnswers.Answer([Problem.NotFound(Missing)]);
}
