using Jinguo.Core.Base;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Figures.Tables.Definitions;

/// <summary>What became of the file of a table: the definition, and all that is wrong. With any problem it must not be used.</summary>
/// <param name="Definition">What could be read; null where the file is no JSON object.</param>
/// <param name="Problems">By place.</param>
public sealed record TableReading(TableDefinition? Definition, IReadOnlyList<PackProblem> Problems)
{
    /// <summary>Reads the file of a table strictly: what is unknown, missing or does not fit together is reported.</summary>
    /// <param name="file">The file.</param>
    /// <param name="catalog">What can be counted.</param>
    public static TableReading Read(PackFile file, MeasureCatalog catalog)
    {
        var problems = new List<PackProblem>();
        if (PackReader.Open(file, problems) is not { } node)
            return new(null, problems);
        var definition = ReadTable(node);
        node.Close();
        if (definition.Leaves.Count > 0 && definition.Rows.Count > 0)
            problems.AddRange(TableDefinitionChecks.Check(file.Name, definition, catalog));
        return new(definition, problems);
    }

    private static TableDefinition ReadTable(PackNode node)
    {
        // An editor finds the schema by it.
        node.OptionalText("$schema");
        IReadOnlyList<TableLine> rows = [.. node.Nodes("rows").Select(ReadLine)], columns = [.. node.Nodes("columns").Select(ReadLine)];
        if (rows.Count == 0)
            node.Report("rows", "至少要有一行");
        if (columns.Count == 0)
            node.Report("columns", "至少要有一栏");
        var definition = new TableDefinition(
            node.Text("table"),
            node.OptionalText("number"),
            node.Text("name"),
            node.Whole("version", 1, 10_000) ?? 1,
            node.OptionalText("issuer"),
            node.OptionalText("documentNumber"),
            node.Day("validFrom") ?? new DateOnly(2000, 1, 1),
            node.Day("validTo"),
            node.Word<TablePeriod>("period"),
            node.OptionalText("unit"),
            node.OptionalText("note"),
            node.OptionalText("rowHeading") is { Length: > 0 } heading ? heading : "单位",
            rows,
            columns,
            []);
        return definition with { Rules = [.. node.Nodes("checks").SelectMany(rule => ReadRules(rule, definition))] };
    }

    private static TableLine ReadLine(PackNode node)
    {
        var line = new TableLine(node.Text("name"))
        {
            Unit = node.OptionalText("unit"),
            Of = node.OptionalText("of").Length > 0 ? node.Word<TableScope>("of") : null,
            Endings = node.Texts("endings"),
            Figure = node.OptionalText("figure") is { Length: > 0 } figure ? FigureKey.Parse(figure) : null,
            Period = node.OptionalText("period").Length > 0 ? node.Word<TableAspect>("period") : null,
            Formula = node.Formula("formula"),
            Manual = node.OptionalText("manual") is { Length: > 0 } manual ? manual : null,
            Text = node.OptionalText("text") is { Length: > 0 } text ? text : null,
            Decimals = node.Whole("decimals", 0, 2) ?? 0,
            Columns = [.. node.Nodes("columns").Select(ReadLine)],
        };
        node.Close();
        return line;
    }

    private static List<TableRule> ReadRules(PackNode node, TableDefinition definition)
    {
        var (columns, rows) = (node.OptionalText("columns"), node.OptionalText("rows"));
        var level = node.Word<ProblemLevel>("level", ProblemLevel.Error);
        node.Close();
        if (columns.Length == 0 == (rows.Length == 0))
            node.Report("", "写 columns（栏间关系）或 rows（行间关系）中的一个，例如 1=2+3");
        return [.. Parse(node, "columns", columns, definition.Leaves.Count, level), .. Parse(node, "rows", rows, definition.Rows.Count, level)];
    }

    private static IEnumerable<TableRule> Parse(PackNode node, string name, string text, int lines, ProblemLevel level)
    {
        foreach (var one in text.Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Equation.TryParse(one, lines, out var equation, out var error))
                yield return new(name == "rows", equation, level);
            else
                node.Report(name, $"勾稽关系“{one}”有误，{error}");
        }
    }
}
