namespace Jinguo.Office.Excel;

/// <summary>How a cell of a printed table looks.</summary>
public enum PrintedStyle
{
    /// <summary>The title over the table.</summary>
    Title,

    /// <summary>Small text without borders, at the left.</summary>
    Note,

    /// <summary>Heading with borders, centred.</summary>
    Heading,

    /// <summary>Words with borders.</summary>
    Words,

    /// <summary>A number with borders; <see cref="PrintedCell.Marks"/> says which signs stand beside it.</summary>
    Number,
}

/// <summary>Signs beside a number; they are part of its format, so that it stays a number.</summary>
[Flags]
public enum PrintedMarks
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>约 before it: approximate.</summary>
    Approximate = 1,

    /// <summary>※ after it: holds something entered by hand.</summary>
    ByHand = 2,

    /// <summary>Bold: a total.</summary>
    Total = 4,
}

/// <summary>A cell of a printed table, over as many rows and columns as it spans.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Value">What stands in it; text never becomes a formula.</param>
/// <param name="Style">How it looks.</param>
public sealed record PrintedCell(int Row, int Column, CellValue Value, PrintedStyle Style)
{
    /// <summary>Rows it spans.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>Columns it spans.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Digits after the point of a number, 0–2.</summary>
    public int Decimals { get; init; }

    /// <summary>Signs beside a number; bold also for words.</summary>
    public PrintedMarks Marks { get; init; }
}

/// <summary>
/// A sheet laid out cell by cell for print: A4 landscape, one page wide, with header rows of merged cells that are repeated on
/// every page. For ledgers there is <see cref="SheetLayout"/>.
/// </summary>
/// <param name="Name">Tab name; what Excel does not allow is replaced.</param>
/// <param name="Widths">Width of each column in half-width characters.</param>
/// <param name="Cells">The cells in any order; they must not overlap.</param>
public sealed record PrintedTable(string Name, IReadOnlyList<double> Widths, IReadOnlyList<PrintedCell> Cells)
{
    /// <summary>First row that is repeated on every page, from 1.</summary>
    public int FirstHeaderRow { get; init; } = 1;

    /// <summary>Last row that is repeated on every page; stays in sight on the screen.</summary>
    public int LastHeaderRow { get; init; } = 1;

    /// <summary>Columns at the left that stay in sight on the screen.</summary>
    public int HeaderColumns { get; init; }
}
