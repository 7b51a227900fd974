using Jinguo.Core.Base;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Figures.Tables.Definitions;

namespace Jinguo.Core.Figures.Tables.Filling;

/// <summary>A cell at which 勾稽关系 fails.</summary>
/// <param name="Row">Row of the sheet, from 0; of an equation between rows that of its left side.</param>
/// <param name="Column">Column of the sheet, from 0; of an equation between columns that of its left side.</param>
/// <param name="Level">An error stops the signing.</param>
/// <param name="Text">The arithmetic in one line: 第3行“东山镇”：1栏=15，2+5+8=14，差1.</param>
public sealed record TableFailure(int Row, int Column, ProblemLevel Level, string Text);

/// <summary>Checks 勾稽关系 cell by cell.</summary>
public static class TableChecks
{
    /// <summary>Every cell at which an equation of the definition fails, from the top.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="sheet">The filled table.</param>
    public static IReadOnlyList<TableFailure> Check(TableDefinition definition, TableSheet sheet) =>
        [.. definition.Rules.SelectMany(rule => rule.Equation.Parts.SelectMany(part => rule.IsOfRows ? BetweenRows(sheet, part, rule.Level) : BetweenColumns(sheet, part, rule.Level)))
            .OrderBy(failure => failure.Row).ThenBy(failure => failure.Column)];

    private static IEnumerable<TableFailure> BetweenColumns(TableSheet sheet, EquationPart part, ProblemLevel level)
    {
        if (!HasAll(part, sheet.ColumnsOf))
            yield break;
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            var at = row;
            // Percentages below a sum keep none of its equations.
            if (Cells(part, number => sheet.ColumnsOf(number).Select(column => sheet[at, column])).Exists(cell => !cell.IsAdded))
                continue;
            if (Arithmetic(part, "栏", number => sheet.ColumnsOf(number).Sum(column => sheet[at, column].Value ?? 0)) is { } said)
                yield return new(row, sheet.ColumnsOf(part.Left.Terms[0].Number).First(), level, $"第{row + 1}行“{sheet.Rows[row].Name}”：{said}");
        }
    }

    private static IEnumerable<TableFailure> BetweenRows(TableSheet sheet, EquationPart part, ProblemLevel level)
    {
        if (!HasAll(part, sheet.RowsOf))
            yield break;
        for (var column = 0; column < sheet.Columns.Count; column++)
        {
            var at = column;
            if (Cells(part, number => sheet.RowsOf(number).Select(row => sheet[row, at])).Exists(cell => !cell.IsAdded))
                continue;
            if (Arithmetic(part, "行", number => sheet.RowsOf(number).Sum(row => sheet[row, at].Value ?? 0)) is { } said)
                yield return new(sheet.RowsOf(part.Left.Terms[0].Number).First(), column, level, $"第{sheet.Columns[column].Number}栏“{sheet.Columns[column].Name}”：{said}");
        }
    }

    // A body with nothing below it has no rows for the bodies below: an equation about them says nothing.
    private static bool HasAll(EquationPart part, Func<int, IEnumerable<int>> placesOf) => Terms(part).All(term => placesOf(term.Number).Any());

    private static IEnumerable<EquationTerm> Terms(EquationPart part) => part.Left.Terms.Concat(part.Right.Terms);

    private static List<TableCell> Cells(EquationPart part, Func<int, IEnumerable<TableCell>> cellsOf) => [.. Terms(part).SelectMany(term => cellsOf(term.Number))];

    /// <summary>1栏=15，2+5+8=14，差1; null where it holds.</summary>
    private static string? Arithmetic(EquationPart part, string word, Func<int, decimal> valueOf)
    {
        var (left, right) = (Sum(part.Left, valueOf), Sum(part.Right, valueOf));
        if (part.Holds(left, right))
            return null;
        var must = part.Sign switch
        {
            "=" => "",
            "<" => "应小于",
            "<=" => "应不大于",
            ">" => "应大于",
            _ => "应不小于",
        };
        var gap = left == right ? "两边相等" : $"差{Number(Math.Abs(left - right))}";
        return $"{Name(part.Left, word)}={Number(left)}，{must}{Name(part.Right, word)}={Number(right)}，{gap}";
    }

    private static decimal Sum(EquationSide side, Func<int, decimal> valueOf) =>
        side.Terms.Sum(term => term.IsTakenAway ? -valueOf(term.Number) : valueOf(term.Number));

    private static string Name(EquationSide side, string word) => side.Terms.Count == 1 ? side.Text + word : side.Text;

    private static string Number(decimal value) => FigureText.Number(value, 2);
}
