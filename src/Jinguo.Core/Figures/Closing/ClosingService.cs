using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Closing;

/// <summary>A period to be closed.</summary>
/// <param name="Key">The client key, version 7: the same form closes once.</param>
/// <param name="OrganisationId">The body; everything below it is closed as well.</param>
/// <param name="Through">Last day closed: the last of an ended month.</param>
/// <param name="Note">A word about it, or null.</param>
public sealed record NewClosing(Guid Key, int OrganisationId, DateOnly Through, string? Note = null);

/// <summary>
/// 锁账 and 解锁. Closing forbids nothing: what is posted for closed days afterwards is shown as a correction with its
/// reason, and the figures of the closing can be read as they were known then.
/// </summary>
public sealed class ClosingService(Db db, Visible visible, ChangeLog changes, TimeProvider time)
{
    /// <summary>Kind of closings in the history.</summary>
    public const string SubjectKind = "closing";

    /// <summary>Closes the books of a body and of everything below it up to a day. Problems: <see cref="ClosingChecks"/>, or out of reach.</summary>
    public async Task<Outcome<Facts.Closing>> CloseAsync(NewClosing input, CancellationToken cancel = default)
    {
        if (await visible.Organisations(Right.PeriodClose).SingleOrDefaultAsync(one => one.Id == input.OrganisationId, cancel) is not { } body)
            return Problem.NotFound("可以锁账的单位");
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Closings.AsNoTracking().SingleOrDefaultAsync(one => one.Id == input.Key, cancel) is { } first)
            return first.OrganisationId == body.Id ? first : Problem.KeyTaken();
        var closed = await ClosedDays.LoadAsync(db, [body.Id], cancel);
        if (ClosingChecks.Check(input, body, closed.Through(body.Id), time.Today()) is { Count: > 0 } problems)
            return problems;

        var actor = visible.Actor;
        var closing = new Facts.Closing
        {
            Region = body.Region,
            Id = input.Key,
            OrganisationId = body.Id,
            Through = input.Through,
            At = time.Instant(),
            AccountId = actor.AccountId,
            ActorName = actor.Name,
            Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim(),
        };
        db.Closings.Add(closing);
        changes.Add(actor, body.Region, body.Id, "period.closed", SubjectKind, $"{closing.Id}", closing.Note, [new("through", closed.Through(body.Id) is { } before ? $"{before:O}" : null, $"{input.Through:O}")]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return closing;
    }

    /// <summary>Opens a closed period again, with a reason. Opened twice, the first holds.</summary>
    public async Task<Outcome<Facts.Closing>> ReopenAsync(Guid id, string? reason, CancellationToken cancel = default)
    {
        if (ClosingChecks.Check(reason) is { } problem)
            return problem;
        await using var write = await db.BeginWriteAsync(cancel);
        if (await visible.Of<Facts.Closing>(Right.PeriodClose).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } closing)
            return Problem.NotFound("这次锁账");
        if (closing.ReopenedAt is not null)
            return closing;
        (closing.ReopenedAt, closing.ReopenedBy, closing.ReopenReason) = (time.Instant(), visible.Actor.Name, reason!.Trim());
        changes.Add(visible.Actor, closing.Region, closing.OrganisationId, "period.reopened", SubjectKind, $"{id}", closing.ReopenReason, [new("through", $"{closing.Through:O}", null)]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return closing;
    }
}
