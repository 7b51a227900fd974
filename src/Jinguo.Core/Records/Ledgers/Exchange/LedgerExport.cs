using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Persons;
using Jinguo.Core.Base.Time;
using Jinguo.Office.Excel;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>Persons are to stand in an export in full.</summary>
/// <param name="Reason">Why, in the person's words.</param>
public sealed record PersonsAsked(string Reason);

/// <summary>
/// Writes the records of a list into a workbook that can be imported again: one sheet per ledger, headings as in the
/// templates. Persons stand in it masked, and only where the reader's own body handles them; in full where she has asked for it
/// with a reason, and then every sheet says who made it, when and for which body. Every export is in the history.
/// </summary>
public sealed class LedgerExport(Db db, Visible visible, LedgerList list, RecordTypeCatalogCache types, ChangeLog changes, TimeProvider time)
{
    /// <summary>Most records of one workbook.</summary>
    public const int MostRecords = 100_000;

    /// <summary>Kind of exports in the history.</summary>
    public const string SubjectKind = "ledger";

    private const string Review = "审核";

    private const int LongestReason = 500;

    /// <summary>Writes the records that fit the filter, whatever page it asks for.</summary>
    /// <param name="target">Takes the workbook.</param>
    /// <param name="filter">Which records.</param>
    /// <param name="persons">Why persons are to stand in it in full; null masks them.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>How many; or a problem when there are too many or none.</returns>
    public async Task<Outcome<int>> WriteAsync(Stream target, LedgerFilter filter, PersonsAsked? persons = null, CancellationToken cancel = default)
    {
        if (persons is not null && !visible.Actor.Has(Right.PersonReveal))
            return new Problem("person.right", "您没有导出完整个人信息的权限，请联系本单位主席。");
        if (persons is not null && persons.Reason.Trim().Length is 0 or > LongestReason)
            return new Problem("person.reason", $"请写明为什么要导出完整的个人信息，最多{LongestReason}个字，这会记入日志。", "reason");
        var total = (await list.ListAsync(filter with { Page = 1 }, cancel)).Total;
        if (total == 0)
            return new Problem("export.none", "没有符合条件的记录可以导出，请换个条件。");
        if (total > MostRecords)
            return new Problem("export.many", $"符合条件的有{total:N0}笔，一次最多导出{MostRecords:N0}笔。请缩小期间，或选一种台账。");
        await LogAsync(filter, total, persons, cancel);
        using var workbook = new WorkbookWriter(target);
        var watermark = persons is null ? null : await WatermarkAsync(cancel);
        foreach (var type in await TypesAsync(filter, cancel))
            await WriteAsync(workbook, type, filter with { Type = type.Type.Code }, new(type.Type.Name, [.. Columns([.. LedgerColumns.FieldsOf(type.Type)])]) { Subtitle = watermark }, revealed: watermark is not null, cancel);
        return total;
    }

    /// <summary>Writes the records of one type as a sheet of a book, masked. What is written stands in the history of the caller's act.</summary>
    internal Task WriteSheetAsync(WorkbookWriter workbook, LedgerType type, LedgerFilter filter, string name, string title, CancellationToken cancel) =>
        WriteAsync(workbook, type, filter, new SheetLayout(name, [.. Columns([.. LedgerColumns.FieldsOf(type.Type)])]) { Title = title }, revealed: false, cancel);

    private async Task<IReadOnlyList<LedgerType>> TypesAsync(LedgerFilter filter, CancellationToken cancel)
    {
        var catalog = await types.GetAsync(db, cancel);
        if (filter.Type is { } code)
            return [catalog.Get(code)];
        var used = await visible.Of<Record>(Right.LedgerRead).Select(record => record.TypeCode).Distinct().ToListAsync(cancel);
        return [.. catalog.All.Where(type => used.Contains(type.Type.Code))];
    }

    private async Task WriteAsync(WorkbookWriter workbook, LedgerType type, LedgerFilter filter, SheetLayout layout, bool revealed, CancellationToken cancel)
    {
        SheetWriter? sheet = null;
        var fields = LedgerColumns.FieldsOf(type.Type).ToList();
        try
        {
            await foreach (var row in list.StreamAsync(filter, revealed, cancel))
            {
                // A sheet only where there is something for it: a ledger without records has none.
                sheet ??= workbook.AddSheet(layout);
                sheet.Row([row.Body, row.BodyCode, .. fields.Select(field => Cell(row.Type.FindField(field.Code) ?? field, row.Values[field.Code])), row.Record.HighlightText, row.Record.Withdrawn ? "已撤回" : row.Record.Review.Name()]);
            }
        }
        finally
        {
            sheet?.Dispose();
        }
    }

    private static IEnumerable<SheetColumn> Columns(List<Field> fields) =>
        [new(LedgerColumns.Body), new(LedgerColumns.BodyCode), .. fields.Select(field => LedgerColumns.ColumnOf(field) with { Prompt = null }), new(LedgerColumns.Highlight), new(Review)];

    /// <summary>Numbers and days as such where nothing is lost by it, else the text that is read back as the same value.</summary>
    private static CellValue Cell(Field field, FieldValue? value) => value switch
    {
        NumberValue { Quantity: { Hedge: HedgeWord.None } number } => number.Value,
        MoneyValue { Hedge: HedgeWord.None } money => field.Unit == "万元" ? money.Cents / 1_000_000m : money.Cents / 100m,
        DaysValue days when days.Days.First == days.Days.Last => days.Days.First,
        _ => FieldText.Plain(field, value),
    };

    /// <summary>Who, when, for which body: stands above the table, so that a copy can be traced.</summary>
    private async Task<string> WatermarkAsync(CancellationToken cancel)
    {
        var body = await db.Organisations.Where(one => one.Id == visible.Actor.OrganisationId).Select(one => one.Name).SingleOrDefaultAsync(cancel);
        return $"含个人信息，注意保密。{body} {visible.Actor.Name} {China.Clock(time.Instant()):yyyy年M月d日 HH:mm}导出";
    }

    private async Task LogAsync(LedgerFilter filter, int total, PersonsAsked? persons, CancellationToken cancel)
    {
        var own = await db.Organisations.Where(body => body.Id == visible.Actor.OrganisationId).Select(body => new { body.Id, body.Region }).SingleOrDefaultAsync(cancel);
        await using var write = await db.BeginWriteAsync(cancel);
        changes.Add(visible.Actor, own?.Region ?? 0, own?.Id ?? 0, persons is null ? "ledger.exported" : "person.exported", SubjectKind, filter.Type ?? "*", persons?.Reason.Trim(), fields:
        [
            new("rows", null, total.ToString(CultureInfo.InvariantCulture)),
            new("path", null, filter.Path), new("period", null, filter.Period?.Code), new("state", null, filter.State.ToString()),
            new("search", null, filter.Search is { } search ? Masks.InText(search) : null),
        ]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
    }
}
