using System.Globalization;
using Jinguo.Core.Base.Time;

namespace Jinguo.Web.Ui;

/// <summary>How dates, numbers and changes are written on pages.</summary>
public static class Show
{
    /// <summary>Stands where there is nothing.</summary>
    public const string None = "—";

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>2026年11月21日</summary>
    public static string Day(DateOnly day) => string.Create(Plain, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>11月19日, with the year where it is not this year's.</summary>
    public static string ShortDay(DateOnly day, DateOnly today) =>
        day.Year == today.Year ? string.Create(Plain, $"{day.Month}月{day.Day}日") : Day(day);

    /// <summary>2026年11月21日 星期六</summary>
    public static string DayAndWeekday(DateOnly day) => $"{Day(day)} {Weekday(day)}";

    /// <summary>星期日.</summary>
    public static string Weekday(DateOnly day) => $"星期{"日一二三四五六"[(int)day.DayOfWeek]}";

    /// <summary>今天 09:42, else the day alone; the instant is in UTC.</summary>
    public static string Moment(DateTime instant, DateOnly today)
    {
        var day = China.Day(instant);
        return day == today ? "今天 " + Clock(instant) : ShortDay(day, today);
    }

    /// <summary>11月20日 14:05, with the year where it is not this year's.</summary>
    public static string DayAndClock(DateTime instant, DateOnly today) => $"{ShortDay(China.Day(instant), today)} {Clock(instant)}";

    /// <summary>2026年11月21日 09:42, for histories.</summary>
    public static string FullMoment(DateTime instant) => $"{Day(China.Day(instant))} {Clock(instant)}";

    /// <summary>1,386 or 12.4: thousands separated, with as many decimals as the measure has.</summary>
    public static string Number(decimal value, int decimals = 0) =>
        value.ToString("N" + decimals.ToString(Plain), Plain).Replace("-", "−", StringComparison.Ordinal);

    /// <summary>Money in tables, in 万元 with one decimal: 12.4 for 12,350,000 分.</summary>
    public static string Wan(long fen, int decimals = 1) => Number(Rounded(fen / 1_000_000m, decimals), decimals);

    /// <summary>Money of one record, in 元: 12,350元, with 角 and 分 only where there are any.</summary>
    public static string Yuan(long fen) => Number(fen / 100m, fen % 100 == 0 ? 0 : 2) + "元";

    /// <summary>12.3% of a share between 0 and 1.</summary>
    public static string Percent(decimal share) => Number(Rounded(share * 100, 1), 1) + "%";

    /// <summary>增13.0%, 减3.7%, 持平; nothing where last year has nothing to compare with.</summary>
    public static string Change(decimal? now, decimal? before)
    {
        if (now is null || before is null or 0)
            return None;
        if (now == before)
            return "持平";

        var rate = Rounded((now.Value - before.Value) / Math.Abs(before.Value) * 100, 1);
        return rate == 0 ? "基本持平" : (rate > 0 ? "增" : "减") + Number(Math.Abs(rate), 1) + "%";
    }

    /// <summary>70.4 GB, 3.2 MB, 412 KB</summary>
    public static string Size(long bytes) =>
        bytes >= 1 << 30 ? Number(bytes / 1073741824m, 1) + " GB"
        : bytes >= 1 << 20 ? Number(bytes / 1048576m, 1) + " MB" : Number(Math.Max(1, bytes / 1024m)) + " KB";

    private static decimal Rounded(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>14:05, in China.</summary>
    public static string Clock(DateTime instant) => China.Clock(instant).ToString("HH:mm", Plain);
}
