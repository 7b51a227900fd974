using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Tables.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Tables.Filing;

/// <summary>A request that is wanted.</summary>
/// <param name="Key">Client key: sent twice, it is made once.</param>
/// <param name="Definition">Key of the definition.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="Level">Bodies of this level below are asked.</param>
/// <param name="Due">Last day on which it is in time.</param>
/// <param name="Reason">Why cells are to be filled in by hand although some measure answers them; needed where there are such.</param>
public sealed record NewRequest(Guid Key, string Definition, string Period, Level? Level, DateOnly? Due, string? Reason = null);

/// <summary>A request in a list, with the table of the reader's body for it.</summary>
public sealed record RequestLine(TableRequest Request, string Body, Guid? TableId, TableState? State);

/// <summary>A body that was asked, in the tree's order.</summary>
public sealed record AskedBody(int Id, string Name, Guid? TableId, TableState? State, DateTime? FiledAt);

/// <summary>布置报表: a body sends a table down; those below see it until it is due, those above see who has filed.</summary>
public sealed class TableRequestService(Db db, Visible visible, TableLibrary library, TableDemand demand, ChangeLog changes, TimeProvider time)
{
    /// <summary>Bodies on a page.</summary>
    public const int PageSize = 50;

    private const string Subject = "table-request";

    /// <summary>Sends a table down. A table without its four marks or out of validity is refused (domain-rules §13.3, 10).</summary>
    public async Task<Outcome<TableRequest>> SendAsync(NewRequest input, Actor actor, CancellationToken cancel = default)
    {
        if (await visible.Organisations(Right.TableWrite).SingleOrDefaultAsync(one => one.Id == actor.OrganisationId, cancel) is not { } body)
            return Problem.NotFound("这个组织");
        if (await library.FindAsync(input.Definition, cancel) is not { } found)
            return Problem.NotFound("这张表");
        if (Refusal(found.Definition, input, body) is { } refused)
            return refused;
        var held = await demand.FindAsync(found.Definition, cancel);
        if (held.Count > 0 && string.IsNullOrWhiteSpace(input.Reason))
            return new Problem("table.request.held", $"这张表要下级手填的，台账里已有：{string.Join("；", held.Select(one => $"“{one.Asked.Name}”{one.Held[0].Text}"))}。请把这些栏改成取数，或写明为什么仍要手填。", "reason");
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.TableRequests.SingleOrDefaultAsync(one => one.Id == input.Key, cancel) is { } before)
            return before.OrganisationId == body.Id ? before : Problem.KeyTaken();
        var request = new TableRequest
        {
            Region = body.Region,
            Id = input.Key,
            OrganisationId = body.Id,
            DefinitionId = found.Kept.Id,
            Code = found.Kept.Code,
            Name = found.Kept.Name,
            Period = input.Period,
            Level = input.Level!.Value,
            Due = input.Due!.Value,
            SentAt = time.Instant(),
            SentBy = actor.Name,
        };
        db.TableRequests.Add(request);
        changes.Add(actor, body.Region, body.Id, "table-request.sent", Subject, request.Id.ToString(), fields: [new("name", null, request.Name), new("period", null, request.Period), new("due", null, $"{request.Due:yyyy-MM-dd}"), .. held.Select(one => new FieldChange($"kept.{one.Asked.Name}", one.Held[0].Text, input.Reason!.Trim()))]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return request;
    }

    /// <summary>Takes a request back; tables made for it stay.</summary>
    public async Task<Outcome<TableRequest>> WithdrawAsync(Guid id, Actor actor, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await visible.Of<TableRequest>(Right.TableWrite).SingleOrDefaultAsync(one => one.Id == id && one.OrganisationId == actor.OrganisationId, cancel) is not { } request)
            return Problem.NotFound("这次布置");
        if (request.IsWithdrawn)
            return request;
        request.IsWithdrawn = true;
        changes.Add(actor, request.Region, request.OrganisationId, "table-request.withdrawn", Subject, id.ToString());
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return request;
    }

    /// <summary>What bodies above ask of the reader's body and it has not filed, the soonest first.</summary>
    public async Task<IReadOnlyList<RequestLine>> ListAskedAsync(CancellationToken cancel = default)
    {
        var bodies = db.Organisations;
        var tables = OwnTables();
        var rows = await Asked().OrderBy(one => one.Due).ThenBy(one => one.Id).Take(PageSize)
            .Select(one => new
            {
                Request = one,
                Body = bodies.Where(body => body.Id == one.OrganisationId).Select(body => body.Name).First(),
                Table = tables.Where(table => table.Code == one.Code && table.Period == one.Period).Select(table => new { table.Id, table.State }).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new RequestLine(row.Request, row.Body, row.Table?.Id, row.Table?.State))];
    }

    /// <summary>What the reader's body asks of those below, the newest first.</summary>
    public async Task<IReadOnlyList<TableRequest>> ListSentAsync(CancellationToken cancel = default)
    {
        var own = visible.Actor.OrganisationId;
        return await visible.Of<TableRequest>(Right.TableRead).AsNoTracking().Where(one => one.OrganisationId == own)
            .OrderByDescending(one => one.SentAt).Take(PageSize).ToListAsync(cancel);
    }

    /// <summary>A request of a body in reach, or null.</summary>
    public Task<TableRequest?> FindAsync(Guid id, CancellationToken cancel = default) =>
        visible.Of<TableRequest>(Right.TableRead).AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);

    /// <summary>The bodies that were asked, in the tree's order, with what became of it; and how many have filed.</summary>
    public async Task<(PageOf<AskedBody> Bodies, int Filed)> ListBodiesAsync(TableRequest request, int page, CancellationToken cancel = default)
    {
        var path = await db.Organisations.Where(one => one.Id == request.OrganisationId).Select(one => one.Path).SingleAsync(cancel);
        var tables = db.StatisticalTables.Where(one => one.Code == request.Code && one.Period == request.Period && one.Edition == 1);
        var asked = visible.Organisations(Right.TableRead).Within(path).Where(one => one.Level == request.Level && one.Id != request.OrganisationId && one.ValidTo == null);
        var rows = await asked.OrderBy(one => one.Code)
            .Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize)
            .Select(one => new { one.Id, one.Name, Table = tables.Where(table => table.OrganisationId == one.Id).Select(table => new { table.Id, table.State, table.FiledAt }).FirstOrDefault() })
            .ToListAsync(cancel);
        var filed = await asked.CountAsync(one => tables.Any(table => table.OrganisationId == one.Id && table.State == TableState.Filed), cancel);
        return (new([.. rows.Select(row => new AskedBody(row.Id, row.Name, row.Table?.Id, row.Table?.State, row.Table?.FiledAt))], await asked.CountAsync(cancel)), filed);
    }

    /// <summary>What bodies above ask of the reader's body and it has not filed.</summary>
    internal IQueryable<TableRequest> Asked()
    {
        var own = visible.Actor.OrganisationId;
        var above = OrganisationPath.Ids(visible.Actor.Path);
        var body = visible.Organisations(Right.TableRead).Where(one => one.Id == own);
        var tables = OwnTables();
        return db.TableRequests.AsNoTracking()
            .Where(one => above.Contains(one.OrganisationId) && one.OrganisationId != own && !one.IsWithdrawn && body.Any(reader => reader.Level == one.Level))
            .Where(one => !tables.Any(table => table.Code == one.Code && table.Period == one.Period && table.State == TableState.Filed));
    }

    private IQueryable<StatisticalTable> OwnTables()
    {
        var own = visible.Actor.OrganisationId;
        return db.StatisticalTables.Where(one => one.OrganisationId == own && one.Edition == 1);
    }

    private Problem? Refusal(TableDefinition definition, NewRequest input, Organisation body)
    {
        if (definition.MissingMarks is { Count: > 0 } missing)
            return new("table.request.marks", $"《{definition.Name}》没有{string.Join("、", missing)}，不能布置给下级。请先在“表式”里补上，作为本单位的报表。", "definition");
        if (definition.ValidTo < time.Today())
            return new("table.request.expired", $"《{definition.Name}》的有效期到{definition.ValidTo:yyyy年M月d日}，已经过了，不能再布置。", "definition");
        if (!Period.TryParse(input.Period, out var period) || !definition.IsFor(period))
            return TableProblems.WrongPeriod(definition);
        if (input.Level is not { } level || level <= body.Level)
            return new("table.request.level", "请选本单位的下级。", "level");
        if (input.Due is not { } due || due < time.Today())
            return new("table.request.due", "请填报送期限，今天或以后的日期。", "due");
        return null;
    }
}
