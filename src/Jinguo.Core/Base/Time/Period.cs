using System.Globalization;

namespace Jinguo.Core.Base.Time;

/// <summary>
/// A span of days over which figures are read. Usually a month, quarter, half-year or year; a <em>running</em> period
/// ends on a day inside its last month, and any other span of days is possible too.
/// </summary>
public readonly record struct Period
{
    /// <summary>What <see cref="TryParse"/> reads, for people.</summary>
    public const string Forms = "2009、2010H1、2024Q3、2024-05 或 2024-01-01..2024-03-15";

    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>A period from its first to its last day, both included.</summary>
    /// <exception cref="ArgumentException">The last day lies before the first.</exception>
    public Period(DateOnly first, DateOnly last)
    {
        if (last < first)
            throw new ArgumentException($"A period cannot end ({last:O}) before it begins ({first:O}).", nameof(last));
        First = first;
        Last = last;
    }

    /// <summary>First day.</summary>
    public DateOnly First { get; }

    /// <summary>Last day, included.</summary>
    public DateOnly Last { get; }

    /// <summary>The whole calendar year.</summary>
    public static Period Year(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>Half-year 1 or 2.</summary>
    public static Period Half(int year, int half) => Months(year, half * 6 - 5, 6);

    /// <summary>Quarter 1–4.</summary>
    public static Period Quarter(int year, int quarter) => Months(year, quarter * 3 - 2, 3);

    /// <summary>Month 1–12.</summary>
    public static Period OfMonth(int year, int month) => Months(year, month, 1);

    /// <summary>
    /// Reads <c>2009</c>, <c>2010H1</c>, <c>2024Q3</c>, <c>2024-05</c>, or a span <c>2024-01-01..2024-03-15</c>.
    /// </summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        text = text?.Trim().ToUpperInvariant() ?? "";
        if (text.Split("..") is [var from, var to])
            return TryDay(from, out var first) && TryDay(to, out var last) && TryOf(first, last, out period);
        if (text.Length < 4 || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < FirstYear or > LastYear)
            return false;
        var rest = text[4..];
        if (rest.Length == 0)
            period = Year(year);
        else if (rest is ['H', >= '1' and <= '2' and var half])
            period = Half(year, half - '0');
        else if (rest is ['Q', >= '1' and <= '4' and var quarter])
            period = Quarter(year, quarter - '0');
        else if (rest.Length is 3 && rest[0] == '-' && int.TryParse(rest[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12)
            period = OfMonth(year, month);
        else
            return false;
        return true;
    }

    /// <summary>The span between two days that a person may have chosen: 1900 to 2200, the first not after the last.</summary>
    public static bool TryOf(DateOnly? first, DateOnly? last, out Period period)
    {
        period = default;
        if (first is not { Year: >= FirstYear } from || last is not { Year: <= LastYear } to || to < from)
            return false;
        period = new(from, to);
        return true;
    }

    /// <summary>The first to the last month touched.</summary>
    public (Month First, Month Last) MonthRange => (Month.Of(First), Month.Of(Last));

    /// <summary>True when the period begins on the first day of a month.</summary>
    public bool BeginsWithMonth => First.Day == 1;

    /// <summary>True when the period ends on the last day of a month.</summary>
    public bool EndsWithMonth => Last.AddDays(1).Day == 1;

    /// <summary>True when the day lies in the period.</summary>
    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>
    /// The same period of the year before. 29 February becomes 28 February; a period that ends with its month does so
    /// the year before as well.
    /// </summary>
    public Period YearBefore
    {
        get
        {
            var last = Last.AddYears(-1);
            return new(First.AddYears(-1), EndsWithMonth ? Month.Of(last).Last : last);
        }
    }

    /// <summary>
    /// The period as far as it has run on <paramref name="today"/>: cut there when today lies inside, else unchanged.
    /// </summary>
    public Period UpTo(DateOnly today) => Contains(today) ? new(First, today) : this;

    /// <summary>The code that <see cref="TryParse"/> reads, shortest form.</summary>
    public string Code
    {
        get
        {
            if (BeginsWithMonth && EndsWithMonth && First.Year == Last.Year)
            {
                switch (First.Month, Last.Month)
                {
                    case (1, 12): return $"{First.Year:0000}";
                    case (1, 6): return $"{First.Year:0000}H1";
                    case (7, 12): return $"{First.Year:0000}H2";
                    case (1 or 4 or 7 or 10, _) when Last.Month == First.Month + 2: return $"{First.Year:0000}Q{Last.Month / 3}";
                    case var (a, b) when a == b: return $"{First.Year:0000}-{a:00}";
                }
            }
            return $"{First:yyyy-MM-dd}..{Last:yyyy-MM-dd}";
        }
    }

    /// <summary>In words: 2026年, 2010年上半年, 2024年第3季度, 2024年5月, 2026年1月1日至11月20日.</summary>
    public string Name
    {
        get
        {
            var code = Code;
            var year = $"{First.Year}年";
            return code.Length switch
            {
                4 => year,
                6 when code[4] == 'H' => year + (code[5] == '1' ? "上半年" : "下半年"),
                6 => $"{year}第{code[5]}季度",
                7 => $"{year}{First.Month}月",
                _ => $"{year}{First.Month}月{First.Day}日至{(Last.Year == First.Year ? "" : $"{Last.Year}年")}{Last.Month}月{Last.Day}日",
            };
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Code;

    private static Period Months(int year, int firstMonth, int count)
    {
        var first = new DateOnly(year, firstMonth, 1);
        return new(first, first.AddMonths(count).AddDays(-1));
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
