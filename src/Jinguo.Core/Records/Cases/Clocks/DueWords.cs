using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Records.Cases.Clocks;

/// <summary>How an end is told in a few characters: 剩3天, 今天到期, 逾期2天, 剩5小时, 已办.</summary>
public static class DueWords
{
    /// <summary>How much is left or over at an instant (UTC). Days are calendar days, as they are read from a wall calendar.</summary>
    public static string Of(Due due, DateTime now) => due.StateAt(now) switch
    {
        ClockState.Done => "已办",
        ClockState.DoneLate => "逾期办结",
        ClockState.Stopped => $"中止，还有{due.Remaining}{(due.Span.Unit == ClockUnit.WorkingDay ? "个工作日" : "天")}",
        ClockState.Running when due.StoppedFrom is not null => "到期日待定",
        _ => due.TimeLeft(now) is { } time ? Hours(time) : Days(due.DaysLeft(China.Day(now))!.Value),
    };

    private static string Days(int left) => left switch
    {
        0 => "今天到期",
        > 0 => $"剩{left}天",
        _ => $"逾期{-left}天",
    };

    // Begun hours do not count as left, but as over.
    private static string Hours(TimeSpan left) =>
        left < TimeSpan.Zero ? $"逾期{Math.Ceiling(-left.TotalHours):0}小时"
        : left < TimeSpan.FromHours(1) ? "剩不到1小时"
        : $"剩{Math.Floor(left.TotalHours):0}小时";
}
