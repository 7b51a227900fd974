using System.Globalization;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Core.Tests.Base.Time;

namespace Jinguo.Core.Tests.Records.Cases.Clocks;

/// <summary>Clocks as tests write them: instants as a clock in China shows them.</summary>
internal static class Clocks
{
    public static WorkCalendar Calendar { get; } = SlowCalendar.Product();

    /// <summary>The instant (UTC) at which it is so late in China: <c>2026-11-06</c> is noon, <c>2026-11-06 23:59</c> that minute.</summary>
    public static DateTime At(string text) =>
        DateTime.SpecifyKind(DateTime.ParseExact(text.Length == 10 ? $"{text} 12:00" : text, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None).AddHours(-8), DateTimeKind.Utc);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Clock Of(ClockRule rule, string start) => new(rule, At(start));

    public static ClockStop Hearing(string first, string? last) => new(ClockStopKind.Hearing, Day(first), last is null ? null : Day(last), "听证");

    public static ClockStop Suspension(string first, string? last) => new(ClockStopKind.Suspension, Day(first), last is null ? null : Day(last), "等候鉴定");

    public static ClockExtension Extension(int days, string on = "2026-12-20") => new(days, Day(on), "赵某某", "情况复杂");

    public static Deadline Deadline(this Clock clock) => Jinguo.Core.Records.Cases.Clocks.Deadline.Of(clock, Calendar);
}
