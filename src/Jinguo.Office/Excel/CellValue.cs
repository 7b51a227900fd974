using System.Globalization;
using System.Runtime.InteropServices;

namespace Jinguo.Office.Excel;

/// <summary>
/// What is written into one cell: text, a number, a day, or nothing. Values convert by themselves, so that a row is written as
/// <c>sheet.Row("东山镇", 12, day)</c>. Text is always written as text, whatever it begins with; it never becomes a formula.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CellValue
{
    private CellValue(string? text, decimal? number, DateTime? date) => (Text, Number, Date) = (text, number, date);

    /// <summary>An empty cell.</summary>
    public static CellValue None => default;

    internal string? Text { get; }

    internal decimal? Number { get; }

    internal DateTime? Date { get; }

    /// <summary>A text.</summary>
    public static implicit operator CellValue(string? text) => new(string.IsNullOrEmpty(text) ? null : text, null, null);

    /// <summary>A whole number.</summary>
    public static implicit operator CellValue(long number) => new(null, number, null);

    /// <summary>A whole number or nothing.</summary>
    public static implicit operator CellValue(long? number) => new(null, number, null);

    /// <summary>A number; the digits after the point that are shown are the column's.</summary>
    public static implicit operator CellValue(decimal number) => new(null, number, null);

    /// <summary>A number or nothing.</summary>
    public static implicit operator CellValue(decimal? number) => new(null, number, null);

    /// <summary>A day.</summary>
    public static implicit operator CellValue(DateOnly day) => new(null, null, day.ToDateTime(TimeOnly.MinValue));

    /// <summary>A day or nothing.</summary>
    public static implicit operator CellValue(DateOnly? day) => new(null, null, day?.ToDateTime(TimeOnly.MinValue));

    /// <summary>A day with its time, written as it stands: convert to China's time first.</summary>
    public static implicit operator CellValue(DateTime time) => new(null, null, time);

    /// <summary>The content as text, as a CSV holds it.</summary>
    public override string ToString() => Text
        ?? Number?.ToString("0.############################", CultureInfo.InvariantCulture)
        ?? Date?.ToString(Date.Value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        ?? "";
}
