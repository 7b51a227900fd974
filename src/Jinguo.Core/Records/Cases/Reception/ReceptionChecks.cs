using Jinguo.Core.Base;
using Jinguo.Core.Base.Persons;

namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>领导接待日 as it is set.</summary>
/// <param name="DayOfMonth">1–31, or null for no fixed day.</param>
/// <param name="Usual">When, where and who receives.</param>
/// <param name="MostBookings">Most bookings of a day.</param>
public sealed record ReceptionRuleInput(int? DayOfMonth, ReceptionArrangement Usual, int MostBookings);

/// <summary>A booking as it is written: the number of a case, or name and matter of somebody who has none yet.</summary>
/// <param name="Key">Client key, version 7: sent twice it is one booking.</param>
/// <param name="Day">The day.</param>
public sealed record BookingInput(Guid Key, DateOnly Day)
{
    /// <summary>Number of a case on which she may act, or null.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>The visitor's name.</summary>
    public string? Name { get; init; }

    /// <summary>Her telephone; may be absent.</summary>
    public string? Phone { get; init; }

    /// <summary>What it is about, in short.</summary>
    public string? Matter { get; init; }
}

/// <summary>Minutes as they are written.</summary>
/// <param name="Receivers">Who received.</param>
/// <param name="Visitors">How many persons came.</param>
/// <param name="Agreed">What was agreed.</param>
public sealed record MinutesInput(string Receivers, int Visitors, string Agreed);

/// <summary>What is wrong with a reception day as it is written. Pure.</summary>
public static class ReceptionChecks
{
    /// <summary>The longest line, in letters.</summary>
    public const int LongestLine = 100;

    /// <summary>The longest reason or matter in short, in letters.</summary>
    public const int LongestWords = CaseChecks.LongestLine;

    /// <summary>The longest minutes, in letters.</summary>
    public const int LongestText = CaseChecks.LongestText;

    /// <summary>Most bookings of a day that can be set.</summary>
    public const int MostBookings = 100;

    private const int LastDayOfMonth = 31;

    /// <summary>Checks a rule.</summary>
    public static List<Problem> Check(ReceptionRuleInput input)
    {
        var problems = Check(input.Usual);
        if (input.DayOfMonth is < 1 or > LastDayOfMonth)
            problems.Add(new("reception.rule.day", $"每月哪天填1到{LastDayOfMonth}；没有固定日子的空着。", nameof(input.DayOfMonth)));
        if (input.MostBookings is < 1 or > MostBookings)
            problems.Add(new("reception.rule.most", $"一天最多约几位，填1到{MostBookings}。", nameof(input.MostBookings)));
        return problems;
    }

    /// <summary>Checks when, where and who.</summary>
    public static List<Problem> Check(ReceptionArrangement arrangement)
    {
        var problems = new List<Problem>();
        if (arrangement.To <= arrangement.From)
            problems.Add(new("reception.time", "结束的时间要晚于开始的时间。", nameof(arrangement.To)));
        if (arrangement.Place.Trim().Length is 0 or > LongestLine)
            problems.Add(new("reception.place", $"请填地点，{LongestLine}字以内。", nameof(arrangement.Place)));
        if (arrangement.Leader.Trim().Length is 0 or > LongestLine)
            problems.Add(new("reception.leader", $"请填由谁接待（姓名和职务），{LongestLine}字以内。", nameof(arrangement.Leader)));
        return problems;
    }

    /// <summary>Checks a booking.</summary>
    public static List<Problem> Check(BookingInput input)
    {
        var problems = new List<Problem>();
        var hasWords = new[] { input.Name, input.Phone, input.Matter }.Any(text => !string.IsNullOrWhiteSpace(text));
        if (!string.IsNullOrWhiteSpace(input.CaseNumber))
        {
            if (hasWords)
                problems.Add(new("reception.booking.both", "已经登记的事项只填编号；还没有登记的，编号空着，填姓名和事由。", nameof(input.CaseNumber)));
            return problems;
        }
        if (input.Name?.Trim() is not { Length: > 0 and <= LongestWords })
            problems.Add(new("reception.booking.name", $"请填来访人姓名，{LongestWords}字以内；已经登记的事项填编号。", nameof(input.Name)));
        if (!string.IsNullOrWhiteSpace(input.Phone) && !PhoneNumber.TryParse(input.Phone, out _))
            problems.Add(new("reception.booking.phone", "电话填手机号，或带区号的座机号。", nameof(input.Phone)));
        if (input.Matter?.Trim() is not { Length: > 0 and <= LongestWords })
            problems.Add(new("reception.booking.matter", $"请简要写明事由，{LongestWords}字以内。", nameof(input.Matter)));
        return problems;
    }

    /// <summary>Checks minutes.</summary>
    public static List<Problem> Check(MinutesInput input)
    {
        var problems = new List<Problem>();
        if (input.Receivers.Trim().Length is 0 or > LongestWords)
            problems.Add(new("reception.minutes.receivers", $"请填谁接待的，{LongestWords}字以内。", nameof(input.Receivers)));
        if (input.Visitors is < 0 or > CaseChecks.MostVisitors)
            problems.Add(new("reception.minutes.visitors", $"来访人数填0到{CaseChecks.MostVisitors}。", nameof(input.Visitors)));
        if (input.Agreed.Trim().Length is 0 or > LongestText)
            problems.Add(new("reception.minutes.agreed", $"请写明议定的事项，没有来访的写“无来访”，{LongestText}字以内。", nameof(input.Agreed)));
        return problems;
    }

    /// <summary>Checks a reason.</summary>
    internal static Problem? CheckReason(string reason) => reason.Trim().Length is 0 or > LongestWords
        ? new("reception.reason", $"请写明原因，{LongestWords}字以内。", "Reason")
        : null;

    /// <summary>Checks what was said, or is added.</summary>
    internal static Problem? CheckWords(string words) => words.Trim().Length is 0 or > LongestText
        ? new("reception.words", $"请写明内容，{LongestText}字以内。", "Words")
        : null;
}
