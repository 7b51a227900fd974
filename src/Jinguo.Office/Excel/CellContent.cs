using System.Globalization;
using ExcelDataReader;

namespace Jinguo.Office.Excel;

/// <summary>Turns what the library read into a <see cref="SheetCell"/>.</summary>
internal static class CellContent
{
    internal static bool IsBlank(object? value) => value is null || (value is string text && string.IsNullOrWhiteSpace(text));

    internal static SheetCell Read(IExcelDataReader reader, int column) => (column <= reader.FieldCount ? reader.GetValue(column - 1) : null) switch
    {
        null => new SheetCell(column, CellKind.Empty, ""),
        string text => SheetCell.OfText(column, text),
        bool yes => new SheetCell(column, CellKind.Boolean, yes ? "是" : "否") { Boolean = yes },
        DateTime date => SheetCell.OfDate(column, date),
        TimeSpan time => SheetCell.OfText(column, string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}")),
        IConvertible number => OfNumber(reader, column, number.ToDouble(CultureInfo.InvariantCulture)),
        var other => SheetCell.OfText(column, other.ToString() ?? ""),
    };

    private static SheetCell OfNumber(IExcelDataReader reader, int column, double value)
    {
        if (double.IsNaN(value) || Math.Abs(value) > 7e27)
        {
            return new SheetCell(column, CellKind.Error, value.ToString(CultureInfo.InvariantCulture));
        }

        // Formats 27–36 and 50–58 are Chinese dates when a file does not spell them out; the library takes them for numbers.
        if (reader.GetNumberFormatIndex(column - 1) is (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58
            && string.IsNullOrEmpty(FormatOf(reader, column)) && value is > 0 and < 2_958_466)
        {
            return SheetCell.OfDate(column, DateTime.FromOADate(value));
        }

        var number = (decimal)value;
        return new SheetCell(column, CellKind.Number, NumberFormatWords.Show(number, FormatOf(reader, column))) { Number = number };
    }

    private static string? FormatOf(IExcelDataReader reader, int column) =>
        reader.GetNumberFormatString(column - 1) is { Length: > 0 } format && format != "General" ? format : null;
}
