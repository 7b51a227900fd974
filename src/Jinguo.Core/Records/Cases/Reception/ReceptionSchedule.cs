using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>A reception day by the rule.</summary>
/// <param name="Month">The month whose day it is; its date may lie in the next.</param>
/// <param name="Date">The date, and whether holidays that are not announced yet may still move it.</param>
public readonly record struct ScheduledDay(Month Month, ReckonedDay Date);

/// <summary>Reckons reception days from the rule. Pure.</summary>
public static class ReceptionSchedule
{
    /// <summary>The days of a rule within a span, in order.</summary>
    /// <param name="dayOfMonth">1–31; in a shorter month its last day.</param>
    /// <param name="span">First and last day, both counted.</param>
    /// <param name="calendar">The holidays.</param>
    public static IEnumerable<ScheduledDay> Of(int dayOfMonth, Period span, WorkCalendar calendar)
    {
        // The day of a month that ends in holidays lies in the next.
        for (var month = Month.Of(span.First).Plus(-1); month <= Month.Of(span.Last); month = month.Plus(1))
        {
            var day = calendar.ReceptionDay(month.Year, month.First.Month, dayOfMonth);
            if (day.Day >= span.First && day.Day <= span.Last)
                yield return new(month, day);
        }
    }
}
