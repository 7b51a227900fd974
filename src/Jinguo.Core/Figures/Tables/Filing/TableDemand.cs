using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Tables.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Tables.Filing;

/// <summary>A table that bodies are asked for.</summary>
/// <param name="Definition">The table.</param>
/// <param name="Body">Name of the body that asks.</param>
/// <param name="Level">Bodies of this level are asked.</param>
/// <param name="Request">The newest request for it.</param>
public sealed record AskedTable(TableDefinition Definition, string Body, Level Level, Guid Request);

/// <summary>What tables ask to be filled in by hand, measured by what is counted already; and which are asked for.</summary>
public sealed class TableDemand(Db db, Visible visible, MeasureCatalogCache measures, DefinitionCache definitions, TimeProvider time)
{
    /// <summary>The cells to be filled in by hand that some measure answers.</summary>
    public async Task<IReadOnlyList<Demand>> FindAsync(TableDefinition definition, CancellationToken cancel = default)
    {
        var offered = (await measures.GetAsync(db, cancel)).Offered(visible.Actor.Path).ToList();
        return [.. ByHand(definition).Select(asked => new Demand(asked, FormDemand.Find(asked, offered))).Where(demand => demand.Held.Count > 0)];
    }

    /// <summary>The tables that the reader's body or a body above asks for, not withdrawn, due within the last year or later; each once.</summary>
    public async Task<IReadOnlyList<AskedTable>> ListAsync(CancellationToken cancel = default)
    {
        if (!visible.Actor.Has(Right.TableRead))
            return [];
        var (line, since) = (OrganisationPath.Ids(visible.Actor.Path), time.Today().AddYears(-1));
        var (bodies, kept) = (db.Organisations, db.TableDefinitions);
        var rows = await db.TableRequests.AsNoTracking().Where(one => line.Contains(one.OrganisationId) && !one.IsWithdrawn && one.Due >= since)
            .OrderByDescending(one => one.SentAt)
            .Select(one => new { one.Id, one.OrganisationId, one.Code, one.Level, Body = bodies.Where(body => body.Id == one.OrganisationId).Select(body => body.Name).First(), Definition = kept.First(definition => definition.Id == one.DefinitionId) })
            .ToListAsync(cancel);
        var catalog = await measures.GetAsync(db, cancel);
        return [.. rows.DistinctBy(row => (row.OrganisationId, row.Code, row.Level)).Select(row => new AskedTable(definitions.Get(row.Definition, catalog), row.Body, row.Level, row.Id))
            .Where(table => table.Definition.ValidTo is not { } last || last >= time.Today())];
    }

    /// <summary>What a table asks to be filled in by hand, line by line.</summary>
    public static IEnumerable<Asked> ByHand(TableDefinition definition) =>
        definition.Rows.Concat(definition.Leaves).Where(line => line.Manual is not null)
            .Select(line => new Asked(line.Manual!, line.Name, line.Unit.Length > 0 ? line.Unit : definition.Unit, null));

    /// <summary>Cells that one body fills in by hand: what stands for bodies below is theirs.</summary>
    public static int CellsByHand(TableDefinition definition)
    {
        var rows = definition.Rows.Where(row => row.Of is not (TableScope.Children or TableScope.Group)).ToList();
        return rows.Sum(row => definition.Leaves.Count(leaf => (row.Text ?? leaf.Text) is not null || ((row.Formula ?? leaf.Formula) is null && (row.Manual ?? leaf.Manual) is not null)));
    }

    /// <summary>How often in a year it is filed.</summary>
    public static int TimesAYear(TableDefinition definition) => definition.Period switch
    {
        TablePeriod.Month => 12,
        TablePeriod.Quarter => 4,
        TablePeriod.Half => 2,
        _ => 1,
    };
}
