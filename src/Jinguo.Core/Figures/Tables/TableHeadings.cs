using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filling;

namespace Jinguo.Core.Figures.Tables;

/// <summary>A heading over columns, in rows and columns from 0.</summary>
public sealed record TableHeading(int Row, int Column, int Rows, int Columns, string Text);

/// <summary>The headings of several rows over the columns of a filled table.</summary>
public static class TableHeadings
{
    /// <summary>Every heading, row by row from the left.</summary>
    public static IReadOnlyList<TableHeading> Of(TableDefinition definition, TableSheet sheet)
    {
        var found = new List<TableHeading>();
        var (column, number) = (0, 0);
        foreach (var line in definition.Columns)
            Add(line, 0);
        return [.. found.OrderBy(one => one.Row).ThenBy(one => one.Column)];

        void Add(TableLine line, int row)
        {
            var start = column;
            if (line.Columns.Count == 0)
            {
                // A line for the bodies below is as many columns as there are bodies.
                foreach (var place in sheet.ColumnsOf(++number))
                    found.Add(new(row, column++, definition.HeadingRows - row, 1, WithUnit(sheet.Columns[place].Name, line.Unit)));
                return;
            }
            foreach (var below in line.Columns)
                Add(below, row + 1);
            if (column > start)
                found.Add(new(row, start, 1, column - start, WithUnit(line.Name, line.Unit)));
        }
    }

    /// <summary>Number of a column: 3, or 3-2 for the second body of line 3.</summary>
    public static string Number(TableSheet sheet, int column)
    {
        var line = sheet.Columns[column];
        return line.Body == 0 ? $"{line.Number}" : $"{line.Number}-{sheet.ColumnsOf(line.Number).ToList().IndexOf(column) + 1}";
    }

    private static string WithUnit(string name, string unit) => unit.Length == 0 ? name : $"{name}\n（{unit}）";
}
