using Jinguo.Core.Base;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Figures.Closing;

/// <summary>What is wrong with a closing or with opening one again. Pure.</summary>
public static class ClosingChecks
{
    /// <summary>Longest note and reason, in letters.</summary>
    public const int LongestText = 500;

    /// <summary>Checks a closing.</summary>
    /// <param name="input">The closing.</param>
    /// <param name="body">The body that closes.</param>
    /// <param name="closedThrough">The last day closed for it already, or null.</param>
    /// <param name="today">Today in China.</param>
    public static List<Problem> Check(NewClosing input, Organisation body, DateOnly? closedThrough, DateOnly today)
    {
        var problems = new List<Problem>();
        if (input.Through.Day != DateTime.DaysInMonth(input.Through.Year, input.Through.Month))
            problems.Add(new("closing.through.month", "锁账要锁到一个月的最后一天，请重新选月份。", nameof(input.Through)));
        else if (Month.Of(input.Through) >= Month.Of(today))
            problems.Add(new("closing.through.early", $"{input.Through:yyyy年M月}还没有过完，过完才能锁账。", nameof(input.Through)));
        else if (closedThrough >= input.Through)
            problems.Add(new("closing.through.closed", $"{body.Name}的账已经锁到{closedThrough:yyyy年M月d日}，不用再锁。", nameof(input.Through)));
        if (input.Note?.Trim().Length > LongestText)
            problems.Add(new("closing.note.long", $"说明最多{LongestText}个字，请写短些。", nameof(input.Note)));
        return problems;
    }

    /// <summary>Checks the reason for which a period is opened again.</summary>
    public static Problem? Check(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new("closing.reason", "请写一句为什么解锁。", "reason")
        : reason.Trim().Length > LongestText ? new("closing.reason.long", $"原因最多{LongestText}个字，请写短些。", "reason")
        : null;
}
