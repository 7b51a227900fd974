using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Tables.Filling;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Tables.Filing;

/// <summary>
/// The way of a table: 填表人 signs and freezes its cells, 审核人 signs, 单位负责人 signs and files it. Each signs for the body
/// she works for. 填表人 and 审核人 are two persons wherever the body has two who may review.
/// </summary>
public sealed class TableSigning(Db db, Visible visible, TableReader reader, ChangeLog changes, TimeProvider time)
{
    /// <summary>The right a step needs.</summary>
    public static Right RightOf(SignatureStep step) => step switch
    {
        SignatureStep.Filler => Right.TableWrite,
        SignatureStep.Reviewer => Right.TableReview,
        _ => Right.TableSign,
    };

    /// <summary>The step that a table waits for; null when it is filed.</summary>
    public static SignatureStep? NextOf(TableState state) => state switch
    {
        TableState.Draft => SignatureStep.Filler,
        TableState.Signed => SignatureStep.Reviewer,
        TableState.Reviewed => SignatureStep.Head,
        _ => null,
    };

    /// <summary>Signs a step. Sent twice by the same person, it counts once.</summary>
    public async Task<Outcome<StatisticalTable>> SignAsync(Guid id, int version, SignatureStep step, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.Has(RightOf(step)))
            return new Problem("table.sign.right", "您的角色不能签这一步。");
        await using var write = await db.BeginWriteAsync(cancel);
        if (await visible.Of<StatisticalTable>(RightOf(step)).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } table)
            return TableProblems.NotFound();
        if (!IsHers(table, actor))
            return TableProblems.NotOwn();
        if (await db.TableSignatures.AnyAsync(one => one.TableId == id && one.Step == step && one.AccountId == actor.AccountId, cancel))
            return table;
        if (table.Version != version)
            return TableProblems.Stale(table);
        if (NextOf(table.State) != step)
            return new Problem("table.sign.order", "先由填表人签字，再由审核人、单位负责人签字。");
        if (await RefusalAsync(table, step, actor, cancel) is { } refused)
            return refused;
        db.TableSignatures.Add(new() { Region = table.Region, TableId = id, Step = step, AccountId = actor.AccountId, Name = actor.Name, At = time.Instant() });
        table.State = step switch { SignatureStep.Filler => TableState.Signed, SignatureStep.Reviewer => TableState.Reviewed, _ => TableState.Filed };
        if (step == SignatureStep.Head)
            await FileAsync(table, cancel);
        return await SaveAsync(write, table, actor, step switch { SignatureStep.Filler => "table.signed", SignatureStep.Reviewer => "table.reviewed", _ => "table.filed" }, reason: null, cancel);
    }

    /// <summary>退回草稿: the signatures go, the figures run again. A filed table stays.</summary>
    public async Task<Outcome<StatisticalTable>> ReturnAsync(Guid id, int version, string? reason, Actor actor, CancellationToken cancel = default)
    {
        var said = (reason ?? "").Trim();
        if (said.Length is 0 or > TableService.LongestReason)
            return new Problem("table.return.reason", $"请写退回的原因，不超过{TableService.LongestReason}字。", "reason");
        await using var write = await db.BeginWriteAsync(cancel);
        if (await visible.Of<StatisticalTable>(Right.TableRead).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } table)
            return TableProblems.NotFound();
        if (!IsHers(table, actor) || !(actor.Has(Right.TableWrite) || actor.Has(Right.TableReview) || actor.Has(Right.TableSign)))
            return TableProblems.NotOwn();
        if (table.State == TableState.Filed)
            return new Problem("table.filed", "这张报表已经报出，不能退回。要改请做更正表。");
        if (table.State == TableState.Draft)
            return table;
        if (table.Version != version)
            return TableProblems.Stale(table);
        db.TableSignatures.RemoveRange(await db.TableSignatures.Where(one => one.TableId == id).ToListAsync(cancel));
        (table.State, table.Content, table.KnownAt, table.BroughtUp) = (TableState.Draft, null, null, null);
        return await SaveAsync(write, table, actor, "table.returned", said, cancel);
    }

    private async Task<Problem?> RefusalAsync(StatisticalTable table, SignatureStep step, Actor actor, CancellationToken cancel)
    {
        if (step == SignatureStep.Filler)
            return await FreezeAsync(table, cancel);
        if (step != SignatureStep.Reviewer || actor.AccountId is not { } account)
            return null;
        var isFiller = await db.TableSignatures.AnyAsync(one => one.TableId == table.Id && one.Step == SignatureStep.Filler && one.AccountId == account, cancel);
        return isFiller && await HasAnotherReviewerAsync(table.OrganisationId, account, cancel)
            ? new("table.sign.same", "填表人和审核人不能是同一个人，请本单位另一位有审核权的同志审核。")
            : null;
    }

    // What is signed is what is filed.
    private async Task<Problem?> FreezeAsync(StatisticalTable table, CancellationToken cancel)
    {
        if (await reader.FindAsync(table.Id, cancel: cancel) is not { } opened)
            return TableProblems.NotFound();
        if (opened.Failures.Where(failure => failure.Level == ProblemLevel.Error).ToList() is [var first, ..] failures)
            return new("table.checks", $"勾稽关系有{failures.Count}处不符，改对再签字。{first.Text}。");
        table.Content = opened.Sheet.ToJson();
        table.KnownAt = time.Instant();
        table.BroughtUp = TableFiller.BroughtUp(opened.Definition, opened.Sheet);
        return null;
    }

    private async Task FileAsync(StatisticalTable table, CancellationToken cancel)
    {
        table.FiledAt = time.Instant();
        table.IsCurrent = true;
        if (await db.StatisticalTables.SingleOrDefaultAsync(one => one.OrganisationId == table.OrganisationId && one.Code == table.Code && one.Period == table.Period && one.IsCurrent && one.Id != table.Id, cancel) is { } before)
            before.IsCurrent = false;
    }

    private Task<bool> HasAnotherReviewerAsync(int organisationId, Guid account, CancellationToken cancel)
    {
        var reviewing = Enum.GetValues<Role>().Where(role => role.Has(Right.TableReview)).ToList();
        return db.Accounts.AnyAsync(one => one.Id != account && !one.Disabled && one.Assignments.Any(held => held.OrganisationId == organisationId && reviewing.Contains(held.Role)), cancel);
    }

    private static bool IsHers(StatisticalTable table, Actor actor) => actor.AccountId is null || table.OrganisationId == actor.OrganisationId;

    private async Task<Outcome<StatisticalTable>> SaveAsync(WriteTransaction write, StatisticalTable table, Actor actor, string act, string? reason, CancellationToken cancel)
    {
        (table.ChangedAt, table.ChangedBy) = (time.Instant(), actor.Name);
        table.Version++;
        changes.Add(actor, table.Region, table.OrganisationId, act, TableService.Subject, table.Id.ToString(), reason);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return table;
    }
}
