using System.Globalization;
using Jinguo.Core.Base.Time;

namespace Jinguo.Web.Pages.Cases;

/// <summary>The stretch of time over which the clocks of a case are drawn: from the first that runs to the last that ends, at most two months back and three ahead.</summary>
public sealed class Timeline
{
    private const int MonthsBack = 2;
    private const int MonthsAhead = 3;
    private const int LeastDays = 14;
    private const double NearToday = 0.2;

    private readonly DateOnly from;
    private readonly DateOnly to;

    /// <summary>Drawn for these rows.</summary>
    public Timeline(IReadOnlyList<ClockRow> rows, DateOnly today)
    {
        Today = today;
        var (first, last) = (today.AddMonths(-MonthsBack), today.AddMonths(MonthsAhead));
        from = rows.Select(row => China.Day(row.Clock.Start)).Append(today).Min();
        from = from < first ? first : from;
        to = rows.Select(row => row.Due.Day ?? today).Append(today.AddDays(LeastDays)).Max();
        to = to > last ? last : to;
    }

    /// <summary>Today.</summary>
    public DateOnly Today { get; }

    /// <summary>The first days of months within; a name that would stand in today's is empty.</summary>
    public IEnumerable<(DateOnly Day, string Name)> Months
    {
        get
        {
            for (var month = new DateOnly(from.Year, from.Month, 1).AddMonths(1); month <= to; month = month.AddMonths(1))
                yield return (month, Math.Abs(Share(month) - Share(Today)) < NearToday ? "" : $"{month.Month}月");
        }
    }

    /// <summary>True where a day lies behind the end.</summary>
    public bool IsBeyond(DateOnly day) => day > to;

    /// <summary>Where a day stands, in percent of the width: <c>42.5%</c>. Days outside stand at the edge.</summary>
    public string At(DateOnly day) => Percent(Share(day));

    /// <summary>How wide the stretch between two days is.</summary>
    public string Width(DateOnly first, DateOnly last) => Percent(Math.Max(0, Share(last) - Share(first)));

    private double Share(DateOnly day) => Math.Clamp((day.DayNumber - from.DayNumber) / (double)(to.DayNumber - from.DayNumber), 0, 1);

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
