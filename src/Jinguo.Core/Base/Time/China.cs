namespace Jinguo.Core.Base.Time;

/// <summary>China's time: one zone, UTC+8, without summer time since 1991. Days in the product are days in China.</summary>
public static class China
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day in China at this moment.</summary>
    public static DateOnly Today(this TimeProvider time) => Day(time.GetUtcNow().UtcDateTime);

    /// <summary>The day in China on which an instant falls.</summary>
    /// <param name="instant">An instant in UTC.</param>
    public static DateOnly Day(DateTime instant) => DateOnly.FromDateTime(instant + Offset);

    /// <summary>The last instant (UTC, to the microsecond) of a day in China.</summary>
    /// <param name="day">The day.</param>
    public static DateTime EndOf(DateOnly day) =>
        DateTime.SpecifyKind(day.AddDays(1).ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc).AddMicroseconds(-1);

    /// <summary>An instant as a clock in China shows it.</summary>
    /// <param name="instant">An instant in UTC.</param>
    public static DateTime Clock(DateTime instant) => instant + Offset;

    /// <summary>The instant (UTC) at which a day begins in China.</summary>
    public static DateTime Start(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);

    /// <summary>The instant in UTC, to the microsecond, which both databases keep exactly.</summary>
    public static DateTime Instant(this TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
