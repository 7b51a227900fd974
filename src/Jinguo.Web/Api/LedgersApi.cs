using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Jinguo.Web.Api;

/// <summary>Ledgers for programs: the same acts and problems as the pages. Values are written as in docs/packs.md.</summary>
public static class LedgersApi
{
    /// <summary>A record to be saved under its key (UUID version 7); sent again, the first is answered.</summary>
    public sealed record RecordToSave(string? Type, int Organisation, JsonElement Values, bool Confirmed, string? Highlight, string? Reason);

    /// <summary>Other values for a record, with the version they were made from.</summary>
    public sealed record RecordToCorrect(int Version, JsonElement Values, bool Confirmed, string? Reason);

    /// <summary>A decision about a record as it was seen.</summary>
    public sealed record Decision(int Version, string? Reason);

    public static void MapLedgersApi(this WebApplication app)
    {
        var ledgers = app.MapApiGroup("/ledgers", "Ledgers");
        ledgers.MapGet("/types", [Needs(Right.LedgerRead)] async (Db db, RecordTypeCatalogCache types, Actor actor, CancellationToken cancel) =>
            (await types.GetAsync(db, cancel)).Offered(actor.Path).Select(RecordTypeAnswer.Of))
            .Answers<IReadOnlyList<RecordTypeAnswer>>("ListRecordTypes", "Kinds of records with their fields");
        ledgers.MapGet("/records", [Needs(Right.LedgerRead)] async ([AsParameters] RecordsWish wish, [AsParameters] PageWish page, HttpContext context, LedgerList list, Visible visible, CancellationToken cancel) =>
            await ListAsync(wish, page, context, list, visible, cancel))
            .Answers<PageAnswer<RecordAnswer>>("ListRecords", "Records that fit a filter, newest day first", 404, 422);
        var record = ledgers.MapGroup("/records/{id:guid}");
        record.MapGet("", [Needs(Right.LedgerRead)] async (Guid id, HttpContext context, RecordReader reader, CancellationToken cancel) =>
            await OneAsync(id, context, reader, cancel))
            .Answers<OpenedRecordAnswer>("GetRecord", "A record with what it adds to figures", 404);
        record.MapPut("", [Needs(Right.LedgerWrite)] async (Guid id, RecordToSave body, HttpRequest request, FormOfBody forms, LedgerService service, Actor actor, CancellationToken cancel) =>
            await SaveAsync(id, body, await forms.FindAsync(body.Type, body.Organisation, cancel), request, service, actor, cancel))
            .Answers<SavedRecord>("SaveRecord", "Saves a new record and submits it; the same key again gives the first", 404, 409, 422);
        record.MapPost("/correct", [Needs(Right.LedgerWrite)] async (Guid id, RecordToCorrect body, HttpRequest request, RecordReader reader, LedgerService service, Actor actor, CancellationToken cancel) =>
            await CorrectAsync(id, body, await reader.FindAsync(id, cancel), request, service, actor, cancel))
            .TakesKey<RecordToCorrect>(SavedAsync)
            .Answers<SavedRecord>("CorrectRecord", "Changes a record; one that was returned is thereby submitted again", 404, 409, 412, 422);
        record.MapPost("/withdraw", [Needs(Right.LedgerWrite)] async (Guid id, Decision body, HttpRequest request, LedgerService service, Actor actor, CancellationToken cancel) =>
            ProblemAnswers.Answer(await service.WithdrawAsync(id, Wished(request), body.Reason, actor, cancel), request))
            .TakesKey<Decision>(SavedAsync)
            .Answers<SavedRecord>("WithdrawRecord", "Takes a record out of lists and figures", 404, 412, 422);
        record.MapPost("/restore", [Needs(Right.LedgerWrite)] async (Guid id, Decision body, HttpRequest request, LedgerService service, Actor actor, CancellationToken cancel) =>
            ProblemAnswers.Answer(await service.RestoreAsync(id, Wished(request), body.Reason, actor, cancel), request))
            .TakesKey<Decision>(SavedAsync)
            .Answers<SavedRecord>("RestoreRecord", "Puts a withdrawn record back", 404, 412, 422);
        record.MapPost("/accept", [Needs(Right.LedgerReview)] async (Guid id, Decision body, HttpRequest request, LedgerService service, Actor actor, CancellationToken cancel) =>
            ProblemAnswers.Answer(await service.AcceptAsync([new(id, Versions.Seen(request, body.Version))], actor, cancel), request))
            .TakesKey<Decision>(ReviewedAsync)
            .Answers<ReviewedRecords>("AcceptRecord", "Accepts a record of a body below", 404, 409, 412, 422);
        record.MapPost("/return", [Needs(Right.LedgerReview)] async (Guid id, Decision body, HttpRequest request, LedgerService service, Actor actor, CancellationToken cancel) =>
            ProblemAnswers.Answer(await service.ReturnAsync(new(id, Versions.Seen(request, body.Version)), body.Reason, actor, cancel), request))
            .TakesKey<Decision>(ReviewedAsync)
            .Answers<ReviewedRecords>("ReturnRecord", "Returns a record to its body with a reason", 404, 409, 412, 422);
    }

    private static async Task<IResult> ListAsync(RecordsWish wish, PageWish page, HttpContext context, LedgerList list, Visible visible, CancellationToken cancel)
    {
        if (page.Problem is { } problem)
            return ProblemAnswers.Answer([problem]);
        Period? days = null;
        if (wish.Period is not null)
        {
            if (!Period.TryParse(wish.Period, out var read))
                return ProblemAnswers.PeriodUnread();
            days = read;
        }
        if (!Enum.TryParse<StateFilter>(wish.State ?? nameof(StateFilter.All), ignoreCase: true, out var filter) || !Enum.IsDefined(filter))
            return ProblemAnswers.Answer([new("state", $"状态应是 {string.Join("、", Enum.GetNames<StateFilter>())} 之一。", "state")]);
        var body = wish.Organisation is null ? null : await OrganisationsApi.FindAsync(visible, Right.LedgerRead, wish.Organisation, cancel);
        if (wish.Organisation is not null && body is null)
            return ProblemAnswers.Answer([Problem.NotFound("这个组织")]);
        var found = await list.ListAsync(new() { Type = wish.Type, Path = body?.Path, Period = days, State = filter, Search = wish.Search, Page = page.Number, PageSize = page.Size }, cancel);
        // The list gives its last page for any page behind it; a program reads until nothing comes.
        var isBehind = (long)(page.Number - 1) * page.Size >= found.Total;
        return page.Answer<RecordAnswer>(context, isBehind ? [] : [.. found.Rows.Select(row => RecordAnswer.Of(row.Record, row.Values))], found.Total);
    }

    private static async Task<IResult> OneAsync(Guid id, HttpContext context, RecordReader reader, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, cancel) is not { } view)
            return NotFound();
        var facts = (await reader.FactsAsync([id], cancel))[id];
        return Versions.Answer(context, view.Record.Version, () => OpenedRecordAnswer.Of(view, facts));
    }

    private static async Task<IResult> SaveAsync(Guid id, RecordToSave body, LedgerType? type, HttpRequest request, LedgerService service, Actor actor, CancellationToken cancel)
    {
        if (type is null)
            return ProblemAnswers.Answer([Problem.NotFound("这种台账")]);
        var reading = RecordJson.Read(type.Type, body.Values);
        return reading.Problems.Count > 0
            ? ProblemAnswers.Answer(reading.Problems)
            : ProblemAnswers.Answer(await service.SaveAsync(new(id, type.Type.Code, body.Organisation, reading.Values.WithDefaults(type.Type), body.Confirmed, body.Highlight, Reason: body.Reason), actor, cancel), request);
    }

    private static async Task<IResult> CorrectAsync(Guid id, RecordToCorrect body, RecordView? view, HttpRequest request, LedgerService service, Actor actor, CancellationToken cancel)
    {
        if (view is null)
            return NotFound();
        var reading = RecordJson.Read(view.Type, body.Values);
        return reading.Problems.Count > 0
            ? ProblemAnswers.Answer(reading.Problems)
            : ProblemAnswers.Answer(await service.CorrectAsync(new(id, Versions.Seen(request, body.Version), reading.Values, body.Confirmed, body.Reason), actor, cancel), request);
    }

    private static async Task<IResult> SavedAsync(Guid id, HttpContext context) =>
        ProblemAnswers.Answer(await context.RequestServices.GetRequiredService<LedgerService>().FindSavedAsync(id, Acting(context), context.RequestAborted), context.Request);

    private static async Task<IResult> ReviewedAsync(Guid id, HttpContext context) =>
        ProblemAnswers.Answer(await context.RequestServices.GetRequiredService<LedgerService>().FindReviewedAsync(id, Acting(context), context.RequestAborted), context.Request);

    private static Actor Acting(HttpContext context) => context.RequestServices.GetRequiredService<Actor>();

    // Withdrawing and restoring need no version; one in If-Match is heeded.
    private static int? Wished(HttpRequest request) => Versions.IsWished(request) ? Versions.Seen(request, inBody: 0) : null;

    private static IResult NotFound() => ProblemAnswers.Answer([Problem.NotFound("这条记录")]);
}

/// <summary>Which records are asked for.</summary>
public sealed class RecordsWish
{
    /// <summary>Code of a type.</summary>
    [FromQuery(Name = "type")]
    public string? Type { get; init; }

    /// <summary>Code or key of a body: its records and those below.</summary>
    [FromQuery(Name = "organisation")]
    public string? Organisation { get; init; }

    /// <summary>Days on which they count: 2026, 2026-09 …</summary>
    [FromQuery(Name = "period")]
    public string? Period { get; init; }

    /// <summary>All, Waiting, Returned, Accepted, NotCounted, Highlights or Withdrawn.</summary>
    [FromQuery(Name = "state")]
    public string? State { get; init; }

    /// <summary>Words they hold.</summary>
    [FromQuery(Name = "q")]
    public string? Search { get; init; }
}
