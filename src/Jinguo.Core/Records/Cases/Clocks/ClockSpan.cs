using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Jinguo.Core.Records.Cases.Clocks;

/// <summary>In what a time limit is counted (domain-rules §13.1).</summary>
public enum ClockUnit
{
    /// <summary>日: days of the calendar, rest days too.</summary>
    Day = 1,

    /// <summary>工作日: days that are worked.</summary>
    WorkingDay,

    /// <summary>小时, by the clock, rest days too.</summary>
    Hour,

    /// <summary>月: to the same day of a later month, or to its last day where it has no such day.</summary>
    Month,
}

/// <summary>
/// How long a time limit is. Written <c>15C</c> (calendar days), <c>5W</c> (working days), <c>72H</c> (hours), <c>6M</c> (months).
/// </summary>
public readonly record struct ClockSpan
{
    /// <summary>The longest span, in any unit.</summary>
    public const int MostCount = 1000;

    private const string Letters = "CWHM";
    private const int HoursOfDay = 24;

    /// <summary>A span.</summary>
    /// <param name="count">1 to <see cref="MostCount"/>.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of its range.</exception>
    public ClockSpan(int count, ClockUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostCount);
        (Count, Unit) = (count, unit);
    }

    /// <summary>How many, 1 to <see cref="MostCount"/>.</summary>
    public int Count { get; }

    /// <summary>Of what.</summary>
    public ClockUnit Unit { get; }

    /// <summary>True where the last instant counts, not the last day.</summary>
    public bool IsByHour => Unit == ClockUnit.Hour;

    /// <summary>In words: 15日, 5个工作日, 72小时, 6个月.</summary>
    public string Name => Unit switch
    {
        ClockUnit.Day => $"{Count}日",
        ClockUnit.WorkingDay => $"{Count}个工作日",
        ClockUnit.Hour => $"{Count}小时",
        _ => $"{Count}个月",
    };

    /// <summary>About how many days it takes: weeks of five working days, begun days of hours, months of 31 days.</summary>
    public int UsualDays => Unit switch
    {
        ClockUnit.Day => Count,
        ClockUnit.WorkingDay => (Count * 7 + 4) / 5,
        ClockUnit.Hour => (Count + HoursOfDay - 1) / HoursOfDay,
        _ => Count * 31,
    };

    /// <summary>Days of the calendar.</summary>
    public static ClockSpan Days(int count) => new(count, ClockUnit.Day);

    /// <summary>Working days.</summary>
    public static ClockSpan WorkingDays(int count) => new(count, ClockUnit.WorkingDay);

    /// <summary>Hours.</summary>
    public static ClockSpan Hours(int count) => new(count, ClockUnit.Hour);

    /// <summary>Months.</summary>
    public static ClockSpan Months(int count) => new(count, ClockUnit.Month);

    /// <summary>Reads <c>15C</c>, <c>5W</c>, <c>72H</c>, <c>6M</c>; small letters and spaces around are taken, too.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ClockSpan span)
    {
        span = default;
        text = text?.Trim().ToUpperInvariant() ?? "";
        if (text.Length < 2 || Letters.IndexOf(text[^1], StringComparison.Ordinal) is var unit && unit < 0
            || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > MostCount)
            return false;
        span = new(count, (ClockUnit)(unit + 1));
        return true;
    }

    /// <summary>What <see cref="TryParse"/> reads.</summary>
    public override string ToString() => $"{Count}{Letters[(int)Unit - 1]}";
}
