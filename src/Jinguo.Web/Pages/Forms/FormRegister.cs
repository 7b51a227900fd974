using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Forms;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Forms;

/// <summary>A form in force.</summary>
/// <param name="Kind">台账, 补充项 or 报表.</param>
/// <param name="Name">How it is called.</param>
/// <param name="Href">Where it can be seen.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="DocumentNumber">文号; empty where shipped with the product.</param>
/// <param name="ValidTo">Last day, or null.</param>
/// <param name="Fields">Fields, or cells to be filled in by hand.</param>
/// <param name="TimesAYear">How often in a year it is filled in.</param>
/// <param name="Seconds">For one time, by the set times.</param>
/// <param name="Bodies">How many bodies below are asked.</param>
/// <param name="AsksVillages">Whether villages are among them.</param>
/// <param name="Kept">What it asks although it is held, with reasons.</param>
public sealed record RegisteredForm(
    string Kind, string Name, string Href, string Issuer, string DocumentNumber, DateOnly? ValidTo, int Fields, int TimesAYear, int Seconds, int Bodies, bool AsksVillages, IReadOnlyList<KeptField> Kept)
{
    /// <summary>Minutes a week of one village.</summary>
    public decimal MinutesAWeek => AsksVillages ? FillTimes.MinutesAWeek(Seconds, TimesAYear) : 0;
}

/// <summary>
/// 在用表单登记册: everything that bodies are asked to fill in, at the reader's body and below: ledgers in use, forms of bodies,
/// statistical tables. The minutes are computed from set times; nobody is measured.
/// </summary>
public sealed class FormRegister(Db db, RecordTypeCatalogCache types, LedgerList ledgers, TableDemand tables, FillTimes times, Actor actor, TimeProvider time)
{
    /// <summary>All forms in force, the ones that ask most of a village first.</summary>
    public async Task<IReadOnlyList<RegisteredForm>> ListAsync(CancellationToken cancel)
    {
        var catalog = await types.GetAsync(db, cancel);
        var levels = await LevelsAsync(cancel);
        var villages = levels.GetValueOrDefault(Level.Village);
        var year = new Period(time.Today().AddYears(-1), time.Today());
        var used = (await ledgers.OverviewAsync(path: null, year, cancel)).Where(row => row.IsOffered && (row.Count > 0 || row.Type.OrganisationId != 0));
        var own = await OwnAsync(cancel);
        List<RegisteredForm> all =
        [
            .. used.Select(row => Ledger(row.Type, catalog.Packs.Packs.First(pack => pack.Code == row.Type.Pack), own, villages)),
            .. catalog.Added(actor.Path).Select(added => Addition(added.Pack, added.Addition, catalog, own, villages)),
            .. (await tables.ListAsync(cancel)).Select(table => Table(table, levels)),
        ];
        return [.. all.OrderByDescending(form => form.MinutesAWeek).ThenBy(form => form.Kind, StringComparer.Ordinal).ThenBy(form => form.Name, StringComparer.Ordinal)];
    }

    private RegisteredForm Ledger(LedgerType type, Pack pack, Dictionary<string, Own> own, int villages) => new(
        "台账", type.Type.Name, own.TryGetValue(pack.Code, out var found) ? $"/forms/{found.Id}" : $"/ledgers/list?type={type.Type.Code}", pack.Issuer, pack.DocumentNumber, pack.ValidTo,
        type.Type.Fields.Count, type.Type.TimesAYear ?? times.UsualTimesAYear, times.SecondsOf(type.Type), villages, AsksVillages: true, found?.Kept ?? []);

    // It is asked in the record that is written anyway: only its own fields take time.
    private RegisteredForm Addition(Pack pack, TypeAddition addition, RecordTypeCatalog catalog, Dictionary<string, Own> own, int villages) => new(
        "补充项", pack.Name, own.TryGetValue(pack.Code, out var found) ? $"/forms/{found.Id}" : "/forms", pack.Issuer, pack.DocumentNumber, pack.ValidTo,
        addition.Fields.Count, catalog.Find(addition.To)?.Type.TimesAYear ?? times.UsualTimesAYear, addition.Fields.Sum(times.SecondsOf), villages, AsksVillages: true, found?.Kept ?? []);

    private RegisteredForm Table(AskedTable table, Dictionary<Level, int> levels)
    {
        var cells = TableDemand.CellsByHand(table.Definition);
        return new(
            "报表", table.Definition.Name, $"/tables/requests/{table.Request}", table.Definition.Issuer, table.Definition.DocumentNumber, table.Definition.ValidTo,
            cells, TableDemand.TimesAYear(table.Definition), times.Opening + cells * times.Cell, levels.GetValueOrDefault(table.Level), table.Level == Level.Village, []);
    }

    private async Task<Dictionary<Level, int>> LevelsAsync(CancellationToken cancel) =>
        await db.Organisations.AsNoTracking().Within(actor.Path).Where(body => body.ValidTo == null)
            .GroupBy(body => body.Level).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);

    private async Task<Dictionary<string, Own>> OwnAsync(CancellationToken cancel)
    {
        var (line, packs) = (OrganisationPath.Ids(actor.Path), db.PackVersions);
        var rows = await db.FormDrafts.AsNoTracking().Where(draft => line.Contains(draft.OrganisationId))
            .Select(draft => new { draft.Code, draft.Id, Kept = packs.Where(pack => pack.Code == draft.Code).OrderByDescending(pack => pack.Version).Select(pack => pack.Kept).FirstOrDefault() })
            .ToListAsync(cancel);
        return rows.ToDictionary(row => row.Code, row => new Own(row.Id, row.Kept is null ? [] : JsonSerializer.Deserialize<List<KeptField>>(row.Kept)!), StringComparer.Ordinal);
    }

    private sealed record Own(Guid Id, IReadOnlyList<KeptField> Kept);
}
