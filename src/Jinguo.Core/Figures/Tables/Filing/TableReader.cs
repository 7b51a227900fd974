using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filling;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Tables.Filing;

/// <summary>A table in a list.</summary>
public sealed record TableLineOfList(Guid Id, string Name, string Code, int OrganisationId, string Body, string Period, TableState State, int Edition, bool IsCurrent, DateTime ChangedAt, string ChangedBy, DateTime? FiledAt);

/// <summary>What a list of tables shows.</summary>
/// <param name="OrganisationId">Only of this body; null for all in reach.</param>
/// <param name="Period">Only of this period.</param>
/// <param name="State">Only in this state.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">Tables on a page.</param>
public sealed record TableFilter(int? OrganisationId = null, string? Period = null, TableState? State = null, int Page = 1, int PageSize = TableReader.PageSize);

/// <summary>Reads tables within the reader's reach.</summary>
public sealed class TableReader(Db db, Visible visible, TableFiller filler, TableLibrary library, MeasureCatalogCache measures, DefinitionCache definitions, TimeProvider time)
{
    /// <summary>Tables on a page.</summary>
    public const int PageSize = 20;

    /// <summary>Tables, the last changed first.</summary>
    public async Task<PageOf<TableLineOfList>> ListAsync(TableFilter filter, CancellationToken cancel = default)
    {
        var bodies = db.Organisations;
        var found = visible.Of<StatisticalTable>(Right.TableRead).AsNoTracking();
        if (filter.OrganisationId is { } body)
            found = found.Where(table => table.OrganisationId == body);
        if (!string.IsNullOrEmpty(filter.Period))
            found = found.Where(table => table.Period == filter.Period);
        if (filter.State is { } state)
            found = found.Where(table => table.State == state);
        var lines = await found
            .OrderByDescending(table => table.ChangedAt).ThenBy(table => table.Id)
            .Skip((Math.Max(filter.Page, 1) - 1) * filter.PageSize).Take(filter.PageSize)
            .Select(table => new TableLineOfList(
                table.Id, table.Name, table.Code, table.OrganisationId, bodies.Where(one => one.Id == table.OrganisationId).Select(one => one.Name).First(),
                table.Period, table.State, table.Edition, table.IsCurrent, table.ChangedAt, table.ChangedBy, table.FiledAt))
            .ToListAsync(cancel);
        return new(lines, await found.CountAsync(cancel));
    }

    /// <summary>Periods of which there are tables, for the filter; the newest first.</summary>
    public async Task<IReadOnlyList<string>> ListPeriodsAsync(CancellationToken cancel = default) =>
        [.. (await visible.Of<StatisticalTable>(Right.TableRead).Select(table => table.Period).Distinct().Take(200).ToListAsync(cancel)).OrderDescending(StringComparer.Ordinal)];

    /// <summary>Opens a table; null when out of reach.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="withDifferences">True to compare frozen cells with the figures of now.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<OpenedTable?> FindAsync(Guid id, bool withDifferences = false, CancellationToken cancel = default)
    {
        var (bodies, kept) = (db.Organisations, db.TableDefinitions);
        var found = await (
            from table in visible.Of<StatisticalTable>(Right.TableRead).AsNoTracking()
            where table.Id == id
            from body in bodies.Where(one => one.Id == table.OrganisationId)
            from definition in kept.Where(one => one.Id == table.DefinitionId)
            select new { Table = table, Body = body, Kept = definition }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null || !Period.TryParse(found.Table.Period, out var period))
            return null;
        var read = definitions.Get(found.Kept, await measures.GetAsync(db, cancel));
        var frozen = found.Table.Content is { } content ? TableSheet.Parse(content) : null;
        // What came after the freezing of a period that was running is no difference (as with closings).
        var through = found.Table.KnownAt is { } known ? China.Day(known) : time.Today();
        var now = frozen is null || withDifferences ? (await filler.FillAsync(read, found.Body.Id, period, id, through, cancel)).Value : null;
        if ((frozen ?? now) is not { } sheet)
            return null;
        return new()
        {
            Table = found.Table,
            Body = found.Body,
            Definition = read,
            Period = period,
            Through = through,
            Sheet = sheet,
            Supplements = await db.TableSupplements.AsNoTracking().Where(one => one.TableId == id).OrderBy(one => one.EnteredAt).ToListAsync(cancel),
            Signatures = await db.TableSignatures.AsNoTracking().Where(one => one.TableId == id).OrderBy(one => one.Step).ToListAsync(cancel),
            Differences = frozen is not null && now is not null ? Differences(frozen, now) : [],
        };
    }

    /// <summary>A table as it would be, without keeping it.</summary>
    /// <param name="definition">Key or code of a definition.</param>
    /// <param name="organisationId">The body.</param>
    /// <param name="period">The period.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<OpenedTable>> PreviewAsync(string definition, int organisationId, Period period, CancellationToken cancel = default)
    {
        if (await library.FindAsync(definition, cancel) is not { } found)
            return new Problem("table.unknown", $"没有报表“{definition}”。现有：{string.Join("、", (await library.ListAsync(cancel)).Select(line => $"{line.Kept.Code}（{line.Kept.Name}）"))}。", "definition");
        if (await visible.Organisations(Right.TableRead).SingleOrDefaultAsync(one => one.Id == organisationId, cancel) is not { } body)
            return Problem.NotFound("这个组织");
        if (!found.Definition.IsFor(period))
            return TableProblems.WrongPeriod(found.Definition);
        var sheet = await filler.FillAsync(found.Definition, organisationId, period, cancel: cancel);
        if (!sheet.Done)
            return Outcome<OpenedTable>.Refused(sheet.Problems);
        var table = new StatisticalTable { OrganisationId = body.Id, DefinitionId = found.Kept.Id, Code = found.Kept.Code, Name = found.Kept.Name, Period = period.Code, Edition = 1, State = TableState.Draft, ChangedBy = "" };
        return new OpenedTable { Table = table, Body = body, Definition = found.Definition, Period = period, Through = time.Today(), Sheet = sheet.Value };
    }

    // By the names of the lines, because bodies below may have come or gone since.
    private static List<CellDifference> Differences(TableSheet frozen, TableSheet now)
    {
        var rows = now.Rows.Select((line, place) => (line.Key, place)).ToDictionary(one => one.Key, one => one.place, StringComparer.Ordinal);
        var columns = now.Columns.Select((line, place) => (line.Key, place)).ToDictionary(one => one.Key, one => one.place, StringComparer.Ordinal);
        var found = new List<CellDifference>();
        foreach (var (row, column, cell) in frozen.All)
        {
            var other = rows.TryGetValue(frozen.Rows[row].Key, out var across) && columns.TryGetValue(frozen.Columns[column].Key, out var down) ? now[across, down] : null;
            if ((cell.Figure ?? 0) != (other?.Figure ?? 0))
                found.Add(new(row, column, $"{frozen.Rows[row].Name}，{frozen.Columns[column].Name}（第{frozen.Columns[column].Number}栏）", cell.Figure, other?.Figure, cell.Decimals));
        }
        return found;
    }
}
