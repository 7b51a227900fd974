using System.Globalization;

namespace Jinguo.Office.Excel;

/// <summary>What a cell of a user's workbook holds.</summary>
public enum CellKind
{
    /// <summary>Nothing, or only white space.</summary>
    Empty,

    /// <summary>Text; also a time of day without a date.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day, perhaps with a time.</summary>
    Date,

    /// <summary>TRUE or FALSE.</summary>
    Boolean,

    /// <summary>An error such as #DIV/0!.</summary>
    Error,

    /// <summary>A formula that was never computed, so that nobody knows its value: the file was written by a program and not yet saved by Excel or WPS.</summary>
    FormulaWithoutValue,
}

/// <summary>
/// One cell of a row. A formula counts by the value that was stored with it.
/// </summary>
/// <param name="Column">Column in the file, from 1.</param>
/// <param name="Kind">What it holds; decides which of the values is set.</param>
/// <param name="Text">
/// The content as text: text as written; a number with all its digits and the words its format adds (50余人, 82%);
/// a day as yyyy-MM-dd; 是/否; the error; empty for an empty cell and for a formula without value.
/// </param>
public readonly record struct SheetCell(int Column, CellKind Kind, string Text)
{
    /// <summary>The value of a <see cref="CellKind.Number"/>, at most 15 significant digits, as Excel keeps it; a percentage as a fraction.</summary>
    public decimal? Number { get; init; }

    /// <summary>The value of a <see cref="CellKind.Date"/>.</summary>
    public DateTime? Date { get; init; }

    /// <summary>The value of a <see cref="CellKind.Boolean"/>.</summary>
    public bool? Boolean { get; init; }

    /// <summary>The column's letter as Excel shows it: A, B, … AA.</summary>
    public string Letter => ColumnLetter.Of(Column);

    /// <summary>Nothing in it.</summary>
    public bool IsEmpty => Kind == CellKind.Empty;

    /// <summary>
    /// A whole number of 16 digits or more: Excel keeps only 15, so an identity card or account number typed as a number has lost its end.
    /// </summary>
    public bool HasLostDigits => Number is { } number && Math.Abs(number) >= 1_000_000_000_000_000m;

    internal static SheetCell OfText(int column, string text) =>
        string.IsNullOrWhiteSpace(text) ? new(column, CellKind.Empty, "") : new(column, CellKind.Text, XlsxText.Clean(text));

    internal static SheetCell OfDate(int column, DateTime date) =>
        date.Year < 1901 && date.DayOfYear is 365 or 1 && date.Year <= 1900
            ? OfText(column, date.ToString("HH:mm", CultureInfo.InvariantCulture))
            : new(column, CellKind.Date, date.ToString(
                date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))
            { Date = date };
}
