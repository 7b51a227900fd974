using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filing;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Tables.Filling;

/// <summary>
/// Fills a table from the figures: one question to the <see cref="FigureBook"/>, whatever its size, and what was added by
/// hand to it and to the filed tables of the bodies directly below.
/// </summary>
public sealed class TableFiller(Db db, FigureBook book)
{
    /// <summary>Fills a table. Problems as in <see cref="FigureBook.ReadAsync"/>.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="organisationId">The body.</param>
    /// <param name="period">The period.</param>
    /// <param name="table">The table whose supplements are added; null for none.</param>
    /// <param name="through">The last day that counts, where days after it do not; null for today.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<TableSheet>> FillAsync(TableDefinition definition, int organisationId, Period period, Guid? table = null, DateOnly? through = null, CancellationToken cancel = default)
    {
        var aspects = new TableAspects(definition, through is { } day ? period.UpTo(day) : period);
        var read = await book.ReadAsync(
            new(organisationId, definition.Figures, aspects.Periods) { WithChildren = definition.HasBodiesBelow, WithYearBefore = aspects.WithYearBefore, ForOthers = true },
            cancel);
        if (!read.Done)
            return Outcome<TableSheet>.Refused(read.Problems);
        var entered = table is null ? [] : await db.TableSupplements.AsNoTracking().Where(one => one.TableId == table).ToListAsync(cancel);
        var supplements = new Supplements(
            entered.Where(one => one.Words is null).ToDictionary(one => (one.Row, one.Column), one => one.Amount),
            entered.Where(one => one.Words is not null).ToDictionary(one => (one.Row, one.Column), one => one.Words!),
            await BroughtAsync(definition.Code, organisationId, period, cancel));
        return new SheetMaker(definition, read.Value, aspects, supplements).Make();
    }

    /// <summary>What goes up with a filed table: the supplements in the totals of its body, by item, as JSON; null for none.</summary>
    public static string? BroughtUp(TableDefinition definition, TableSheet sheet)
    {
        var items = sheet.All
            .Where(one => one.Cell.IsAdded && one.Cell.Supplement != 0)
            .Select(one => (Source: CellSource.Of(definition, sheet.Rows[one.Row], sheet.Columns[one.Column]), one.Cell.Supplement))
            .Where(one => one.Source.Scope == SheetScope.Total)
            .DistinctBy(one => one.Source.Item)
            .ToDictionary(one => one.Source.Item, one => one.Supplement);
        return items.Count == 0 ? null : JsonSerializer.Serialize(items);
    }

    private async Task<IReadOnlyDictionary<(int, string), decimal>> BroughtAsync(string code, int organisationId, Period period, CancellationToken cancel)
    {
        var periodCode = period.Code;
        var filed = await db.Organisations.Where(body => body.ParentId == organisationId)
            .Join(db.StatisticalTables, body => body.Id, table => table.OrganisationId, (_, table) => table)
            .Where(table => table.Code == code && table.Period == periodCode && table.State == TableState.Filed && table.IsCurrent && table.BroughtUp != null)
            .Select(table => new { table.OrganisationId, table.BroughtUp })
            .ToListAsync(cancel);
        return filed.SelectMany(table => JsonSerializer.Deserialize<Dictionary<string, decimal>>(table.BroughtUp!)!.Select(item => (Key: (table.OrganisationId, item.Key), item.Value)))
            .ToDictionary(one => one.Key, one => one.Value);
    }
}
