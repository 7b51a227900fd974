namespace Jinguo.Office.Mentions;

/// <summary>A day as a text names it.</summary>
/// <param name="Year">The year; with <paramref name="IsRelative"/> years from the report's own: 0 for 今年 or none named, −1 for 去年.</param>
/// <param name="IsRelative">Whether the year is counted from the report's.</param>
/// <param name="Month">Month, 1–12.</param>
/// <param name="Day">Day, 1–31; one beyond the month's last stands for the last.</param>
public readonly record struct PeriodDay(int Year, bool IsRelative, int Month, int Day)
{
    /// <summary>The day, in a report of a year.</summary>
    public DateOnly In(int reportYear)
    {
        var year = IsRelative ? reportYear + Year : Year;
        return new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
    }
}

/// <summary>A time that a text names: 3月8日, 1-6月, 截至10月底, 今年以来, 上年同期, “十四五”期间.</summary>
/// <param name="Start">First letter, in UTF-16 units of the text.</param>
/// <param name="End">Behind the last letter.</param>
/// <param name="Text">The words.</param>
/// <param name="First">First day; null where the words leave it open (截至10月底).</param>
/// <param name="Last">Last day; null where the words leave it open (今年以来).</param>
public sealed record NamedPeriod(int Start, int End, string Text, PeriodDay? First, PeriodDay? Last)
{
    /// <summary>True for 同期: the time of the report itself, in the year that is named.</summary>
    public bool IsSamePeriod { get; init; }

    /// <summary>First and last day in a report of a year; null where they are open.</summary>
    public (DateOnly? First, DateOnly? Last) In(int reportYear) => (First?.In(reportYear), Last?.In(reportYear));
}
