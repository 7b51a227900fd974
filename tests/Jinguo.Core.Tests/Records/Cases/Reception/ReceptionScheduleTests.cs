using System.Globalization;
using System.Text.Json;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Records.Cases.Reception;

/// <summary>A reception day on a rest day moves to the next day that is worked.</summary>
public sealed class ReceptionScheduleTests
{
    private const int FirstYear = 2016;
    private const int LastYear = 2025;

    private static readonly string Holidays = File.ReadAllText(RepositoryFolder.At("packs", "calendar", "holidays.json"));

    [Fact, Rule("PET-18")]
    public void OverTenYears_EachDayOfTheMonth_IsWhereAWallCalendarHasIt()
    {
        var calendar = WorkCalendarReader.Read(Holidays);
        var (rest, work) = (Named("rest"), Named("work"));
        for (var dayOfMonth = 1; dayOfMonth <= 31; dayOfMonth++)
        {
            var expected = new List<DateOnly>();
            for (var year = FirstYear; year <= LastYear; year++)
                for (var month = 1; month <= 12; month++)
                {
                    var day = new DateOnly(year, month, Math.Min(dayOfMonth, DateTime.DaysInMonth(year, month)));
                    while (rest.Contains(day) || (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !work.Contains(day)))
                        day = day.AddDays(1);
                    expected.Add(day);
                }

            var days = ReceptionSchedule.Of(dayOfMonth, new(new(FirstYear, 1, 1), new(LastYear + 1, 1, 31)), calendar).ToList();

            Assert.Equal(expected, days.Where(day => day.Month.Year is >= FirstYear and <= LastYear).Select(day => day.Date.Day));
            Assert.DoesNotContain(days, day => day.Date.IsProvisional);
            // However a span is cut, no day is lost and none comes twice.
            var cut = new DateOnly(2021, 1, 31).AddDays(dayOfMonth);
            Assert.Equal(days, ReceptionSchedule.Of(dayOfMonth, new(new(FirstYear, 1, 1), cut), calendar).Concat(ReceptionSchedule.Of(dayOfMonth, new(cut.AddDays(1), new(LastYear + 1, 1, 31)), calendar)));
        }
    }

    // The days of a kind straight from the table.
    private static HashSet<DateOnly> Named(string kind) =>
        [.. JsonSerializer.Deserialize<JsonElement>(Holidays).GetProperty("years").EnumerateObject()
            .SelectMany(year => year.Value.GetProperty(kind).EnumerateObject().SelectMany(holiday => holiday.Value.EnumerateArray()).Select(day => DateOnly.Parse($"{year.Name}-{day.GetString()}", CultureInfo.InvariantCulture)))];
}
