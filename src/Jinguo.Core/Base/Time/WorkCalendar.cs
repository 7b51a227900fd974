using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Jinguo.Core.Base.Time;

/// <summary>
/// 工作日历: which days are worked in China, with the holidays (放假) and make-up days (调休) of the years announced
/// (domain-rules §2.1). In other years Monday to Friday are worked, and what is reckoned with them is provisional.
/// Never changes; every question is answered in O(log n).
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>Most working days that can be added in one step.</summary>
    public const int MostDays = 10_000;

    // The notice of a year also arranges the weekend before its 元旦, and comes late: 29 December 2018 was worked, the 31st was free.
    private const int UnsettledDays = 7;
    private const int DaysOfWeek = 7;
    private const int WorkedOfWeek = 5;

    // Day numbers, ascending.
    private readonly int[] _rest;
    private readonly int[] _work;
    private readonly DateOnly _firmFrom;
    private readonly DateOnly _firmUntil;

    /// <summary>A calendar of announced years, in any order but without a gap; without years every weekday is worked and everything is provisional.</summary>
    /// <exception cref="ArgumentException">Years are missing between or come twice, or a day lies in another year, is named twice or needs no naming.</exception>
    public WorkCalendar(IEnumerable<WorkYear> years)
    {
        var ordered = years.OrderBy(year => year.Year).ToList();
        if (ordered.Where((year, index) => year.Year != ordered[0].Year + index).Any())
            throw new ArgumentException("The announced years must follow each other.", nameof(years));
        if (ordered.Exists(year => year.Rest.Concat(year.Work).Any(day => day.Year != year.Year) || year.Rest.Any(IsWeekend) || !year.Work.All(IsWeekend)))
            throw new ArgumentException("Rest days are weekdays and make-up days weekends of their own year.", nameof(years));
        _rest = [.. ordered.SelectMany(year => year.Rest).Select(day => day.DayNumber).Order()];
        _work = [.. ordered.SelectMany(year => year.Work).Select(day => day.DayNumber).Order()];
        if (_rest.Concat(_work).Distinct().Count() != _rest.Length + _work.Length)
            throw new ArgumentException("A day is named twice.", nameof(years));
        if (ordered is [var first, ..])
        {
            AnnouncedYears = (first.Year, ordered[^1].Year);
            (_firmFrom, _firmUntil) = (new(first.Year, 1, 1), new DateOnly(ordered[^1].Year, 12, 31).AddDays(-UnsettledDays));
        }
        Version = Hash(ordered);
    }

    /// <summary>First and last year whose holidays are known; null without any.</summary>
    public (int First, int Last)? AnnouncedYears { get; }

    /// <summary>
    /// Changes when a day or a year changes, not when the file is only written otherwise: 16 hexadecimal digits. A deadline that
    /// was stored with another version is to be reckoned again.
    /// </summary>
    public string Version { get; }

    /// <summary>True where the holidays of the year are known.</summary>
    public bool IsAnnounced(int year) => AnnouncedYears is var (first, last) && year >= first && year <= last;

    /// <summary>True for a day that is worked.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        IsWeekend(day) ? Array.BinarySearch(_work, day.DayNumber) >= 0 : Array.BinarySearch(_rest, day.DayNumber) < 0;

    /// <summary>
    /// The <paramref name="count"/>th working day after a day, which itself is not counted; with 0 the day itself, worked or not.
    /// </summary>
    /// <param name="day">The day of the event.</param>
    /// <param name="count">Working days, 0 to <see cref="MostDays"/>.</param>
    /// <returns>
    /// The day; provisional where a day after the event, up to it, is of a year not announced, or one of the last seven of the
    /// last year announced, which the next notice may still move.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of its range, or the calendar ends.</exception>
    public ReckonedDay AddWorkingDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostDays);
        if (count == 0)
            return new(day, IsProvisional: false);
        var wanted = Through(day.DayNumber) + count;
        var (below, enough) = (day.DayNumber, day.DayNumber + count);
        for (var step = count; Through(enough) < wanted; step *= 2)
            (below, enough) = (enough, enough + step);
        while (enough - below > 1)
        {
            var middle = below + (enough - below) / 2;
            (below, enough) = Through(middle) < wanted ? (middle, enough) : (below, middle);
        }
        var found = DateOnly.FromDayNumber(enough);
        return new(found, !AreSettled(day.AddDays(1), found));
    }

    /// <summary>Working days after a day up to another, which is counted: how many <see cref="AddWorkingDays"/> needs to get there. 0 where it is not later.</summary>
    public int CountWorkingDays(DateOnly after, DateOnly until) => until <= after ? 0 : Through(until.DayNumber) - Through(after.DayNumber);

    /// <summary>The day itself where it is worked, else the first working day after it.</summary>
    public ReckonedDay WorkingDayFrom(DateOnly day)
    {
        var worked = IsWorkingDay(day) ? day : AddWorkingDays(day, 1).Day;
        return new(worked, !AreSettled(day, worked));
    }

    /// <summary>
    /// 领导接访日: a day of each month, the 15th say; where it is a rest day, the next working day, if need be in the month after (issue 5, PET-18).
    /// </summary>
    /// <param name="year">The year.</param>
    /// <param name="month">1–12.</param>
    /// <param name="dayOfMonth">1–31; in a shorter month its last day.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month or day.</exception>
    public ReckonedDay ReceptionDay(int year, int month, int dayOfMonth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dayOfMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dayOfMonth, 31);
        return WorkingDayFrom(new(year, month, Math.Min(dayOfMonth, DateTime.DaysInMonth(year, month))));
    }

    private bool AreSettled(DateOnly first, DateOnly last) => AnnouncedYears is not null && first >= _firmFrom && last <= _firmUntil;

    // Working days from the first Monday of the calendar (day number 0) to a day, both counted.
    private int Through(int dayNumber)
    {
        var days = dayNumber + 1;
        return days / DaysOfWeek * WorkedOfWeek + Math.Min(days % DaysOfWeek, WorkedOfWeek) - UpTo(_rest, dayNumber) + UpTo(_work, dayNumber);
    }

    private static int UpTo(int[] days, int dayNumber)
    {
        var found = Array.BinarySearch(days, dayNumber);
        return found < 0 ? ~found : found + 1;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static string Hash(List<WorkYear> years)
    {
        static string Days(IEnumerable<DateOnly> days) => string.Join(',', days.Order().Select(day => day.ToString("MMdd", CultureInfo.InvariantCulture)));
        var text = string.Join('\n', years.Select(year => $"{year.Year} {Days(year.Rest)} {Days(year.Work)}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
