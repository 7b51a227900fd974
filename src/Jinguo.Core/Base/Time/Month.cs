namespace Jinguo.Core.Base.Time;

/// <summary>A calendar month, kept in the database as the number yyyyMM (202405 for May 2024).</summary>
/// <param name="Number">yyyyMM, months 01–12.</param>
public readonly record struct Month(int Number) : IComparable<Month>
{
    /// <summary>The month of a day.</summary>
    public static Month Of(DateOnly day) => new(day.Year * 100 + day.Month);

    /// <summary>Its year.</summary>
    public int Year => Number / 100;

    /// <summary>First day of the month.</summary>
    public DateOnly First => new(Number / 100, Number % 100, 1);

    /// <summary>Last day of the month.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    /// <summary>The month <paramref name="count"/> months later (earlier when negative).</summary>
    public Month Plus(int count) => Of(First.AddMonths(count));

    /// <inheritdoc/>
    public int CompareTo(Month other) => Number.CompareTo(other.Number);

    /// <summary>Earlier than.</summary>
    public static bool operator <(Month left, Month right) => left.Number < right.Number;

    /// <summary>Later than.</summary>
    public static bool operator >(Month left, Month right) => left.Number > right.Number;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Month left, Month right) => left.Number <= right.Number;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Month left, Month right) => left.Number >= right.Number;

    /// <summary>2024-05.</summary>
    public override string ToString() => $"{Number / 100:0000}-{Number % 100:00}";
}
