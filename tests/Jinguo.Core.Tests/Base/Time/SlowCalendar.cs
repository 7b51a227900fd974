using System.Globalization;
using System.Text.Json;
using Jinguo.Core.Base.Time;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Base.Time;

/// <summary>The slow reference: reads the shipped table by itself and walks from day to day.</summary>
internal sealed class SlowCalendar
{
    public static readonly string ShippedPath = RepositoryFolder.At("packs", "calendar", "holidays.json");

    private readonly HashSet<DateOnly> _rest = [];
    private readonly HashSet<DateOnly> _work = [];
    private readonly int _firstYear;
    private readonly int _lastYear;

    /// <summary>The shipped table up to a year.</summary>
    public SlowCalendar(int lastYear = int.MaxValue)
    {
        using var table = JsonDocument.Parse(File.ReadAllText(ShippedPath));
        var years = table.RootElement.GetProperty("years").EnumerateObject().Where(year => int.Parse(year.Name, CultureInfo.InvariantCulture) <= lastYear).ToList();
        foreach (var year in years)
        {
            Add(_rest, year, "rest");
            Add(_work, year, "work");
        }
        var numbers = years.ConvertAll(year => int.Parse(year.Name, CultureInfo.InvariantCulture));
        (_firstYear, _lastYear) = (numbers.Min(), numbers.Max());
    }

    /// <summary>The same table for the product.</summary>
    public static WorkCalendar Product(int lastYear = int.MaxValue)
    {
        var slow = new SlowCalendar(lastYear);
        return new(Enumerable.Range(slow._firstYear, slow._lastYear - slow._firstYear + 1)
            .Select(year => new WorkYear(year, [.. slow._rest.Where(day => day.Year == year)], [.. slow._work.Where(day => day.Year == year)])));
    }

    public bool IsWorkingDay(DateOnly day) => _work.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_rest.Contains(day));

    public bool IsSettled(DateOnly day) => day.Year >= _firstYear && day.Year <= _lastYear && (day.Year < _lastYear || day <= new DateOnly(_lastYear, 12, 24));

    public ReckonedDay AddWorkingDays(DateOnly day, int count)
    {
        var isProvisional = false;
        while (count > 0)
        {
            day = day.AddDays(1);
            isProvisional |= !IsSettled(day);
            if (IsWorkingDay(day))
                count--;
        }
        return new(day, isProvisional);
    }

    public int CountWorkingDays(DateOnly after, DateOnly until)
    {
        var count = 0;
        while (after < until)
        {
            after = after.AddDays(1);
            if (IsWorkingDay(after))
                count++;
        }
        return count;
    }

    public ReckonedDay WorkingDayFrom(DateOnly day)
    {
        var isProvisional = !IsSettled(day);
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
            isProvisional |= !IsSettled(day);
        }
        return new(day, isProvisional);
    }

    private static void Add(HashSet<DateOnly> days, JsonProperty year, string kind)
    {
        foreach (var holiday in year.Value.GetProperty(kind).EnumerateObject())
            foreach (var day in holiday.Value.EnumerateArray())
                days.Add(DateOnly.Parse($"{year.Name}-{day.GetString()}", CultureInfo.InvariantCulture));
    }
}
