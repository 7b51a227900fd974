using System.Runtime.InteropServices;

namespace Jinguo.Office.Excel;

/// <summary>One row that has something in it.</summary>
public sealed class SheetRow
{
    internal SheetRow(int number, IReadOnlyList<SheetCell> cells)
    {
        Number = number;
        Cells = cells;
    }

    /// <summary>The row's number in the file, from 1, as Excel shows it at the left.</summary>
    public int Number { get; }

    /// <summary>The cells from column A to the last one that holds something.</summary>
    public IReadOnlyList<SheetCell> Cells { get; }

    /// <summary>The cell of a column, from 1; empty beyond the last.</summary>
    public SheetCell this[int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
            return column <= Cells.Count ? Cells[column - 1] : new SheetCell(column, CellKind.Empty, "");
        }
    }
}

/// <summary>A rectangle of cells, all bounds included and counted from 1.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>How many columns it spans.</summary>
    public int Width => LastColumn - FirstColumn + 1;

    /// <summary>How many rows it spans.</summary>
    public int Height => LastRow - FirstRow + 1;

    /// <summary>Whether a cell lies in it.</summary>
    public bool Contains(int row, int column) =>
        row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}
