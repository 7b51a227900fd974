using Jinguo.Core.Base.Forms;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Figures.Tables.Definitions;

/// <summary>What does not fit together in a table whose file could be read.</summary>
public static class TableDefinitionChecks
{
    /// <summary>More would be no table that one can read or print.</summary>
    public const int MostLines = 200;

    private const int LongestName = 100;
    private const int LongestNumber = 40;

    /// <summary>Checks a definition.</summary>
    /// <param name="file">Its file's name, for the problems.</param>
    /// <param name="table">The definition.</param>
    /// <param name="catalog">What can be counted.</param>
    public static IReadOnlyList<PackProblem> Check(string file, TableDefinition table, MeasureCatalog catalog)
    {
        var found = new List<PackProblem>();
        void Add(string path, string text) => found.Add(new(file, path, text));

        if (!PackChecks.PackCode().IsMatch(table.Code))
            Add("table", "代码用小写字母、数字和连字符，以字母开头");
        if (table.Name.Length > LongestName || table.Number.Length > LongestNumber)
            Add("name", $"表名不超过{LongestName}个字，表号不超过{LongestNumber}个字");
        if (table.ValidTo is { } last && last < table.ValidFrom)
            Add("validTo", "有效期的最后一天不能早于第一天");
        if (table.Rows.Count > MostLines || table.Leaves.Count > MostLines)
            Add("", $"行和栏各不超过{MostLines}");
        for (var row = 0; row < table.Rows.Count; row++)
            CheckLine(table.Rows[row], $"rows[{row}]", 'r', table.Rows, catalog, Add);
        for (var column = 0; column < table.Leaves.Count; column++)
            CheckLine(table.Leaves[column], $"columns（第{column + 1}栏）", 'c', table.Leaves, catalog, Add);
        if (table.Rows.FirstOrDefault(line => line.Columns.Count > 0) is { } withColumns)
            Add("rows", $"行“{withColumns.Name}”不能再分栏");
        CheckCells(table, Add);
        foreach (var rule in table.Rules)
            if (rule.Equation.Numbers.FirstOrDefault(number => (rule.IsOfRows ? table.Rows : table.Leaves)[number - 1].Text is not null) is > 0 and var words)
                Add("checks", $"勾稽关系“{rule.Equation.Text}”里的{words}是文字，不能参加计算");
        return found;
    }

    private static void CheckLine(TableLine line, string path, char axis, IReadOnlyList<TableLine> lines, MeasureCatalog catalog, Action<string, string> add)
    {
        if (new[] { line.Figure is not null, line.Formula is not null, line.Manual is not null, line.Text is not null }.Count(said => said) > 1)
            add(path, "figure（台账数）、formula（公式）、manual（手工填数）、text（手工填文字）只写一个");
        if (line.Figure is { } key && FigureHeadings.Find(catalog, key) is { Done: false } unknown)
            add($"{path}.figure", unknown.Problems[0].Text);
        if (line.Of == TableScope.Group == (line.Endings.Count == 0))
            add($"{path}.endings", "小计（of: group）要写、也只有小计才写名称的结尾，例如 [\"街道\"]");
        foreach (var error in line.Formula?.Check(code => IsPlainLine(code, axis, lines) ? OperandKind.Number : null, OperandKind.Number) ?? [])
            add($"{path}.formula", $"公式有误，{error}；这里写 {axis}1、{axis}2……，不能引用另一个公式或文字");
    }

    private static bool IsPlainLine(string code, char axis, IReadOnlyList<TableLine> lines) =>
        code.Length > 1 && code[0] == axis && int.TryParse(code.AsSpan(1), out var number) && number >= 1 && number <= lines.Count && lines[number - 1] is { Formula: null, Text: null };

    // Each cell must know what it tells, and be told it once.
    private static void CheckCells(TableDefinition table, Action<string, string> add)
    {
        for (var row = 0; row < table.Rows.Count; row++)
            for (var column = 0; column < table.Leaves.Count; column++)
            {
                var (across, down) = (table.Rows[row], table.Leaves[column]);
                var place = $"第{row + 1}行第{column + 1}栏";
                if (across.Of is not null && down.Of is not null)
                    add("", $"{place}：行和栏都写了单位（of），只写一边");
                else if (across.Period is not null && down.Period is not null)
                    add("", $"{place}：行和栏都写了期间（period），只写一边");
                else if (across.Text is not null && down.Text is not null)
                    add("", $"{place}：行和栏都写了文字（text），只写一边");
                else if ((across.Formula ?? down.Formula) is not null || (across.Text ?? down.Text) is not null)
                    continue;
                else if ((across.Figure ?? (object?)across.Manual) is not null == (down.Figure ?? (object?)down.Manual) is not null)
                    add("", $"{place}：行和栏要有一边、也只有一边写 figure 或 manual");
                else
                    continue;
                return;
            }
    }
}
