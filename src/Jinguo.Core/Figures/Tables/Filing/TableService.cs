using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filling;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Tables.Filing;

/// <summary>A table that is wanted.</summary>
/// <param name="Key">Client key: sent twice, the table is made once.</param>
/// <param name="OrganisationId">The body.</param>
/// <param name="Definition">Key or code of a definition.</param>
/// <param name="Period">Code of the period.</param>
public sealed record NewTable(Guid Key, int OrganisationId, string Definition, string Period);

/// <summary>A supplement that is wanted.</summary>
/// <param name="Row">Row (<see cref="SheetLine.Key"/>).</param>
/// <param name="Column">Column (<see cref="SheetLine.Key"/>).</param>
/// <param name="Amount">Added to the figure; 0 takes the supplement away.</param>
/// <param name="Reason">Why.</param>
public sealed record NewSupplement(string Row, string Column, decimal Amount, string Reason);

/// <summary>Words that are wanted in a text cell.</summary>
/// <param name="Row">Row (<see cref="SheetLine.Key"/>).</param>
/// <param name="Column">Column (<see cref="SheetLine.Key"/>).</param>
/// <param name="Text">The words; empty takes them away.</param>
public sealed record NewWords(string Row, string Column, string Text);

/// <summary>Acts on a table before it is signed: make, supplement, correct, delete. <see cref="TableSigning"/> signs it.</summary>
public sealed class TableService(Db db, Visible visible, TableLibrary library, TableReader reader, ChangeLog changes, TimeProvider time)
{
    /// <summary>Kind of the subject in the history.</summary>
    public const string Subject = "table";

    /// <summary>Longest reason, and longest text of a cell, in letters.</summary>
    public const int LongestReason = 500;

    private const decimal MostAmount = 1_000_000_000_000m;

    /// <summary>Makes the draft of a table. Where the body has one for the period already, that one is given back.</summary>
    public async Task<Outcome<StatisticalTable>> MakeAsync(NewTable input, Actor actor, CancellationToken cancel = default)
    {
        if (!Period.TryParse(input.Period, out var period))
            return new Problem("table.period", "请选期间，例如：2026、2026H1、2026Q3、2026-05。", "period");
        if (await visible.Organisations(Right.TableWrite).SingleOrDefaultAsync(one => one.Id == input.OrganisationId, cancel) is not { } body)
            return Problem.NotFound("这个组织");
        if (await library.FindAsync(input.Definition, cancel) is not { } found)
            return Problem.NotFound("这张表的制度");
        if (!found.Definition.IsFor(period))
            return TableProblems.WrongPeriod(found.Definition);
        if (!found.Definition.IsInForceIn(period))
            return new Problem("table.expired", $"《{found.Definition.Name}》在{period.Name}不在有效期内，不能再用。", "definition");

        await using var write = await db.BeginWriteAsync(cancel);
        var code = period.Code;
        if (await db.StatisticalTables.Where(one => one.OrganisationId == body.Id && one.Code == found.Kept.Code && one.Period == code).OrderByDescending(one => one.Edition).FirstOrDefaultAsync(cancel) is { } before)
            return before;
        if (await db.StatisticalTables.AnyAsync(one => one.Id == input.Key, cancel))
            return Problem.KeyTaken();
        var table = new StatisticalTable
        {
            Region = body.Region,
            Id = input.Key,
            OrganisationId = body.Id,
            DefinitionId = found.Kept.Id,
            Code = found.Kept.Code,
            Name = found.Kept.Name,
            Period = code,
            Edition = 1,
            State = TableState.Draft,
            ChangedBy = actor.Name,
        };
        db.StatisticalTables.Add(table);
        return await SaveAsync(write, table, actor, "table.made", cancel: cancel);
    }

    /// <summary>Enters, changes or (with 0) takes away what is added by hand to a cell of a draft.</summary>
    public async Task<Outcome<StatisticalTable>> SupplementAsync(Guid id, int version, NewSupplement input, Actor actor, CancellationToken cancel = default)
    {
        var reason = (input.Reason ?? "").Trim();
        if (input.Amount != 0 && reason.Length is 0 or > LongestReason)
            return new Problem("table.supplement.reason", $"请写补充的原因和来源，不超过{LongestReason}字。", "reason");
        if (await reader.FindAsync(id, cancel: cancel) is not { } opened || CellOf(opened.Sheet, input.Row, input.Column, isText: false) is not { } place)
            return new Problem("table.supplement.cell", "请选行和栏；公式、比率、合计由系统算，不能补充。", "row");
        if (Math.Abs(input.Amount) > MostAmount || decimal.Round(input.Amount, opened.Sheet[place.Row, place.Column].Decimals) != input.Amount)
            return new Problem("table.supplement.amount", opened.Sheet[place.Row, place.Column].Decimals == 0 ? "请填整数，减少填负数。" : $"最多填{opened.Sheet[place.Row, place.Column].Decimals}位小数，减少填负数。", "amount");

        await using var write = await db.BeginWriteAsync(cancel);
        var found = await FindDraftAsync(id, version, cancel);
        if (!found.Done)
            return found;
        var table = found.Value;
        var before = await db.TableSupplements.SingleOrDefaultAsync(one => one.TableId == id && one.Row == input.Row && one.Column == input.Column, cancel);
        if (before?.Amount == input.Amount && before.Reason == reason)
            return table;
        var where = opened.PlaceOf(place.Row, place.Column);
        FieldChange[] fields = [new("cell", null, where), new("amount", before is null ? null : $"{before.Amount:0.####}", $"{input.Amount:0.####}")];
        if (before is not null)
            db.TableSupplements.Remove(before);
        await db.SaveChangesAsync(cancel);
        if (input.Amount != 0)
            db.TableSupplements.Add(new() { Region = table.Region, TableId = id, Row = input.Row, Column = input.Column, Amount = input.Amount, Reason = reason, EnteredBy = actor.Name, EnteredAt = time.Instant() });
        return await SaveAsync(write, table, actor, "table.supplemented", reason.Length > 0 ? reason : null, fields, cancel);
    }

    /// <summary>Writes, changes or (with nothing) takes away the words of a text cell of a draft.</summary>
    public async Task<Outcome<StatisticalTable>> WriteAsync(Guid id, int version, NewWords input, Actor actor, CancellationToken cancel = default)
    {
        var text = input.Text.Trim();
        if (text.Length > LongestReason)
            return new Problem("table.words", $"一格最多写{LongestReason}个字。", "text");
        if (await reader.FindAsync(id, cancel: cancel) is not { } opened || CellOf(opened.Sheet, input.Row, input.Column, isText: true) is not { } place)
            return new Problem("table.words.cell", "请选写文字的行和栏；有数的格不能写文字。", "textRow");

        await using var write = await db.BeginWriteAsync(cancel);
        var found = await FindDraftAsync(id, version, cancel);
        if (!found.Done)
            return found;
        var table = found.Value;
        var before = await db.TableSupplements.SingleOrDefaultAsync(one => one.TableId == id && one.Row == input.Row && one.Column == input.Column, cancel);
        if ((before?.Words ?? "") == text)
            return table;
        if (before is null)
            db.TableSupplements.Add(before = new() { Region = table.Region, TableId = id, Row = input.Row, Column = input.Column, Reason = "", EnteredBy = actor.Name });
        FieldChange[] fields = [new("cell", null, opened.PlaceOf(place.Row, place.Column)), new("words", before.Words, text)];
        (before.Words, before.EnteredBy, before.EnteredAt) = (text, actor.Name, time.Instant());
        if (text.Length == 0)
            db.TableSupplements.Remove(before);
        return await SaveAsync(write, table, actor, "table.written", fields: fields, cancel: cancel);
    }

    /// <summary>更正: makes the next edition of a filed table as a draft, with its supplements. The filed one never changes.</summary>
    public async Task<Outcome<StatisticalTable>> CorrectAsync(Guid key, Guid id, string? reason, Actor actor, CancellationToken cancel = default)
    {
        var said = (reason ?? "").Trim();
        if (said.Length is 0 or > LongestReason)
            return new Problem("table.correction.reason", $"请写更正的原因，不超过{LongestReason}字。", "reason");
        await using var write = await db.BeginWriteAsync(cancel);
        if (await visible.Of<StatisticalTable>(Right.TableWrite).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } filed)
            return TableProblems.NotFound();
        if (filed.State != TableState.Filed)
            return new Problem("table.correction.open", "这张报表还没有报出，直接改就可以。");
        var newest = await db.StatisticalTables.Where(one => one.OrganisationId == filed.OrganisationId && one.Code == filed.Code && one.Period == filed.Period).OrderByDescending(one => one.Edition).FirstAsync(cancel);
        if (newest.Id != id)
            return newest.State == TableState.Filed ? new Problem("table.correction.old", "这张报表已经更正过，请更正最新的一张。") : newest;
        var table = new StatisticalTable
        {
            Region = filed.Region,
            Id = key,
            OrganisationId = filed.OrganisationId,
            DefinitionId = filed.DefinitionId,
            Code = filed.Code,
            Name = filed.Name,
            Period = filed.Period,
            Edition = filed.Edition + 1,
            CorrectionReason = said,
            State = TableState.Draft,
            ChangedBy = actor.Name,
        };
        db.StatisticalTables.Add(table);
        foreach (var one in await db.TableSupplements.AsNoTracking().Where(one => one.TableId == id).ToListAsync(cancel))
            db.TableSupplements.Add(new() { Region = one.Region, TableId = key, Row = one.Row, Column = one.Column, Amount = one.Amount, Reason = one.Reason, Words = one.Words, EnteredBy = one.EnteredBy, EnteredAt = one.EnteredAt });
        return await SaveAsync(write, table, actor, "table.correction-begun", said, [new("corrects", null, id.ToString())], cancel);
    }

    /// <summary>Deletes a draft with its supplements.</summary>
    public async Task<Outcome<StatisticalTable>> DeleteAsync(Guid id, int version, Actor actor, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var found = await FindDraftAsync(id, version, cancel);
        if (!found.Done)
            return found;
        var table = found.Value;
        db.TableSupplements.RemoveRange(await db.TableSupplements.Where(one => one.TableId == id).ToListAsync(cancel));
        db.StatisticalTables.Remove(table);
        changes.Add(actor, table.Region, table.OrganisationId, "table.deleted", Subject, id.ToString(), fields: [new("name", table.Name, null)]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return table;
    }

    private static (int Row, int Column)? CellOf(TableSheet sheet, string inRow, string inColumn, bool isText)
    {
        foreach (var (row, column, cell) in sheet.All)
            if (cell.IsFillable && cell.IsText == isText && sheet.Rows[row].Key == inRow && sheet.Columns[column].Key == inColumn)
                return (row, column);
        return null;
    }

    private async Task<Outcome<StatisticalTable>> FindDraftAsync(Guid id, int version, CancellationToken cancel)
    {
        if (await visible.Of<StatisticalTable>(Right.TableWrite).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } table)
            return TableProblems.NotFound();
        if (table.State != TableState.Draft)
            return new Problem("table.signed", table.State == TableState.Filed ? "这张报表已经报出，不能再改。要改请做更正表。" : "这张报表已经签字。要改请先退回草稿。");
        return table.Version == version ? table : TableProblems.Stale(table);
    }

    private async Task<Outcome<StatisticalTable>> SaveAsync(WriteTransaction write, StatisticalTable table, Actor actor, string act, string? reason = null, IEnumerable<FieldChange>? fields = null, CancellationToken cancel = default)
    {
        (table.ChangedAt, table.ChangedBy) = (time.Instant(), actor.Name);
        table.Version++;
        changes.Add(actor, table.Region, table.OrganisationId, act, Subject, table.Id.ToString(), reason, fields);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return table;
    }
}
