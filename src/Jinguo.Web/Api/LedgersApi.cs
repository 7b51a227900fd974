using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Setup;

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
        var ledgers = app.MapGroup("/api/v1/ledgers").WithTags("Ledgers");
        ledgers.MapGet("/types", [Needs(Right.LedgerRead)] async (Db db, RecordTypeCatalogCache types, CancellationToken cancel) =>
            (await types.GetAsync(db, cancel)).All.Select(TypeAnswer));
        ledgers.MapGet("/records", [Needs(Right.LedgerRead)] async (string? type, string? period, string? state, string? q, int? page, LedgerList list, CancellationToken cancel) =>
            await ListAsync(type, period, state, q, page ?? 1, list, cancel));
        ledgers.MapGet("/records/{id:guid}", [Needs(Right.LedgerRead)] async (Guid id, RecordReader reader, CancellationToken cancel) =>
            await reader.FindAsync(id, cancel) is { } view ? Results.Ok(await OneAsync(view, reader, cancel)) : NotFound());
        ledgers.MapPut("/records/{id:guid}", [Needs(Right.LedgerWrite)] async (Guid id, RecordToSave body, Db db, RecordTypeCatalogCache types, LedgerService service, Actor actor, CancellationToken cancel) =>
            await SaveAsync(id, body, body.Type is null ? null : (await types.GetAsync(db, cancel)).Find(body.Type), service, actor, cancel));
        ledgers.MapPost("/records/{id:guid}/correct", [Needs(Right.LedgerWrite)] async (Guid id, RecordToCorrect body, RecordReader reader, LedgerService service, Actor actor, CancellationToken cancel) =>
            await CorrectAsync(id, body, await reader.FindAsync(id, cancel), service, actor, cancel));
        ledgers.MapPost("/records/{id:guid}/withdraw", [Needs(Right.LedgerWrite)] async (Guid id, Decision body, LedgerService service, Actor actor, CancellationToken cancel) =>
            Answer(await service.WithdrawAsync(id, body.Reason, actor, cancel)));
        ledgers.MapPost("/records/{id:guid}/restore", [Needs(Right.LedgerWrite)] async (Guid id, Decision body, LedgerService service, Actor actor, CancellationToken cancel) =>
            Answer(await service.RestoreAsync(id, body.Reason, actor, cancel)));
        ledgers.MapPost("/records/{id:guid}/accept", [Needs(Right.LedgerReview)] async (Guid id, Decision body, LedgerService service, Actor actor, CancellationToken cancel) =>
            Answer(await service.AcceptAsync([new(id, body.Version)], actor, cancel)));
        ledgers.MapPost("/records/{id:guid}/return", [Needs(Right.LedgerReview)] async (Guid id, Decision body, LedgerService service, Actor actor, CancellationToken cancel) =>
            Answer(await service.ReturnAsync(new(id, body.Version), body.Reason, actor, cancel)));
    }

    private static async Task<IResult> ListAsync(string? type, string? period, string? state, string? search, int page, LedgerList list, CancellationToken cancel)
    {
        Period? days = null;
        if (period is not null)
        {
            if (!Period.TryParse(period, out var read))
                return ProblemAnswers.PeriodUnread();
            days = read;
        }
        if (!Enum.TryParse<StateFilter>(state ?? nameof(StateFilter.All), ignoreCase: true, out var filter))
            return ProblemAnswers.Answer([new("state", $"状态应是 {string.Join("、", Enum.GetNames<StateFilter>())} 之一。", "state")]);
        var result = await list.ListAsync(new() { Type = type, Period = days, State = filter, Search = search, Page = page }, cancel);
        return Results.Ok(new { result.Total, result.Counts, Page = page, LedgerList.PageSize, Records = result.Rows.Select(row => Summary(row.Record, row.Values)) });
    }

    private static async Task<IResult> SaveAsync(Guid id, RecordToSave body, LedgerType? type, LedgerService service, Actor actor, CancellationToken cancel)
    {
        if (type is null)
            return ProblemAnswers.Answer([Problem.NotFound("这种台账")]);
        var reading = RecordJson.Read(type.Type, body.Values);
        return reading.Problems.Count > 0
            ? ProblemAnswers.Answer(reading.Problems)
            : Answer(await service.SaveAsync(new(id, type.Type.Code, body.Organisation, reading.Values.WithDefaults(type.Type), body.Confirmed, body.Highlight, Reason: body.Reason), actor, cancel));
    }

    private static async Task<IResult> CorrectAsync(Guid id, RecordToCorrect body, RecordView? view, LedgerService service, Actor actor, CancellationToken cancel)
    {
        if (view is null)
            return NotFound();
        var reading = RecordJson.Read(view.Current.Type, body.Values);
        return reading.Problems.Count > 0
            ? ProblemAnswers.Answer(reading.Problems)
            : Answer(await service.CorrectAsync(new(id, body.Version, reading.Values, body.Confirmed, body.Reason), actor, cancel));
    }

    private static object TypeAnswer(LedgerType type) => new
    {
        type.Type.Code,
        type.Type.Name,
        type.Type.Group,
        Kind = type.Type.Kind.ToString(),
        Counts = type.Type.Counts.ToString(),
        type.Version,
        Fields = type.Type.Fields.Select(field => new { field.Code, field.Name, Type = field.Type.ToString(), field.Unit, field.Required, field.Hedge, Options = field.Options.Select(option => new { option.Code, option.Name }) }),
    };

    private static async Task<object> OneAsync(RecordView view, RecordReader reader, CancellationToken cancel) => new
    {
        Record = Summary(view.Record, view.Values),
        Facts = (await reader.FactsAsync([view.Record.Id], cancel))[view.Record.Id]
            .Select(fact => new { Measure = fact.Measure.Code, fact.Option, fact.Fact.Day, fact.Fact.Value, fact.Measure.Decimals, fact.Measure.Unit, fact.Fact.Hedge }),
        view.Sentence,
    };

    private static object Summary(Record record, RecordValues values) => new
    {
        record.Id,
        Type = record.TypeCode,
        Organisation = record.OrganisationId,
        EnteredBy = record.EnteredByOrganisationId,
        record.Day,
        record.Until,
        record.Title,
        Review = record.Review.ToString(),
        record.Counted,
        record.Withdrawn,
        record.ReturnReason,
        Highlight = record.HighlightText,
        record.Version,
        Values = JsonSerializer.Deserialize<JsonElement>(RecordJson.Write(values)),
    };

    private static IResult NotFound() => ProblemAnswers.Answer([Problem.NotFound("这条记录")]);

    private static IResult Answer<T>(Outcome<T> outcome) => outcome.Done ? Results.Ok(outcome.Value) : ProblemAnswers.Answer(outcome.Problems);
}
