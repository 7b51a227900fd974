using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filling;
using Jinguo.Core.Tests.Base.Forms;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Figures.Tables;

/// <summary>Definitions to test with.</summary>
internal static class TestTables
{
    /// <summary>The equations of the roster of left-behind children, 32 columns (domain-rules §8.2 no. 2).</summary>
    public const string LeftBehind = "1=2+5+8=11+…+18=19+20=21+…+25=26+…+29=30+31+32；2=3+4；5=6+7；8=9+10；13+14=24+25";

    /// <summary>A table of the measures of <see cref="Books"/>: total, bodies below, own; with a supplement by hand.</summary>
    public const string Trainings = """
        {
          "table": "trainings", "number": "云妇统1表", "name": "培训情况表", "version": 1, "issuer": "云川市妇联", "documentNumber": "云妇字〔2026〕3号",
          "validFrom": "2020-01-01", "validTo": "2027-12-31", "period": "half", "unit": "人次", "note": "说明。",
          "rows": [{ "name": "合计", "of": "total" }, { "name": "各单位", "of": "children" }, { "name": "县级小计", "of": "group", "endings": ["县", "市"] }, { "name": "本级", "of": "own" }],
          "columns": [
            { "name": "培训", "columns": [
              { "name": "期数", "unit": "期", "figure": "training.sessions" },
              { "name": "人次", "figure": "training.participants" },
              { "name": "其中", "columns": [{ "name": "技能", "figure": "training.participants:skills" }, { "name": "法律", "figure": "training.participants:law" }] }] },
            { "name": "上年同期人次", "figure": "training.participants", "period": "yearBefore" },
            { "name": "增减（%）", "formula": "(c2 - c5) / c5 * 100", "decimals": 1 },
            { "name": "妇女之家", "figure": "venues.homes" },
            { "name": "答复率", "figure": "reception.rate" },
            { "name": "场地数", "unit": "个", "manual": "rooms" }
          ],
          "checks": [{ "columns": "3+4<=2" }, { "columns": "1<=2", "level": "warning" }, { "rows": "1=2+4" }]
        }
        """;

    public static MeasureCatalog Catalog { get; } = new(
    [
        .. TestPacks.Shipped.Packs.Measures.Select((measure, place) =>
        {
            var row = new Measure { Id = place + 1, Code = measure.Code, Name = measure.Name, Unit = measure.Unit, Decimals = measure.Decimals, Pack = "", Group = "" };
            row.Options.AddRange((measure.Breakdown?.Options ?? []).Select((option, number) => new MeasureOption { Number = number + 1, Code = option.Code, Name = option.Name }));
            return row;
        }),
    ]);

    public static TheoryData<string> Shipped => [.. Directory.GetFiles(RepositoryFolder.At("packs", "tables"), "*.json").Select(file => Path.GetFileName(file)!).Where(name => name != "schema.json").Order(StringComparer.Ordinal)];

    public static TableReading Read(string json) => TableReading.Read(new("table.json", json), Catalog);

    public static TableReading ReadShipped(string file) => TableReading.Read(new(file, File.ReadAllText(RepositoryFolder.At("packs", "tables", file))), Catalog);

    /// <summary>A table filled in by hand: so many columns, these equations.</summary>
    public static TableDefinition ByHand(int columns, string equations, string rows = "")
    {
        var leaves = string.Join(',', Enumerable.Range(1, columns).Select(number => $$"""{ "name": "第{{number}}项", "manual": "c{{number}}" }"""));
        var reading = Read($$"""
            { "table": "by-hand", "name": "手工表", "version": 1, "validFrom": "2020-01-01", "period": "year",
              "rows": [{ "name": "合计", "of": "total" }, { "name": "各单位", "of": "children" }, { "name": "本级", "of": "own" }], "columns": [{{leaves}}],
              "checks": [{{(equations.Length > 0 ? $$"""{ "columns": "{{equations}}" }""" : "")}}{{(rows.Length > 0 ? $$"""{ "rows": "{{rows}}" }""" : "")}}] }
            """);
        Assert.Empty(reading.Problems);
        return reading.Definition!;
    }

    /// <summary>A filled table: a row for each list of values, total, 东山镇, 西河镇, own.</summary>
    public static TableSheet Sheet(params decimal[][] values)
    {
        (int, string, SheetScope, int)[] rows = [(1, "合计", SheetScope.Total, 0), (2, "东山镇", SheetScope.Child, 5), (2, "西河镇", SheetScope.Child, 6), (3, "本级", SheetScope.Own, 0)];
        return new(
            [.. rows.Take(values.Length).Select(row => new SheetLine(row.Item1, row.Item2, row.Item3, row.Item4))],
            [.. values[0].Select((_, column) => new SheetLine(column + 1, $"第{column + 1}项"))],
            [.. values.Select(row => (IReadOnlyList<TableCell>)[.. row.Select(value => new TableCell(value, 0, 0, null, 0, IsAdded: true, IsFillable: true, IsManual: false))])]);
    }
}
