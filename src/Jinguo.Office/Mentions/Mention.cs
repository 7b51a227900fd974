namespace Jinguo.Office.Mentions;

/// <summary>What a number in a text states.</summary>
public enum MentionKind
{
    /// <summary>A quantity of people, households, things, events, area, documents: 98人, 4个.</summary>
    Count,

    /// <summary>Money: 3万元.</summary>
    Money,

    /// <summary>A share, a rate of completion, a fraction: 99%, 1/3.</summary>
    Rate,

    /// <summary>A place: 全省排名第四.</summary>
    Rank,

    /// <summary>A growth or fall in per cent, points or times: 增长15%.</summary>
    Change,

    /// <summary>Ages, durations, frequencies, anniversaries, and counts that only announce a list: 14周岁, 两个月, 四个方面.</summary>
    Other,
}

/// <summary>Whether a number tells what was done.</summary>
public enum MentionRole
{
    /// <summary>A result of the body's own work.</summary>
    Result,

    /// <summary>What is planned, required or not to be exceeded.</summary>
    Target,

    /// <summary>Somebody else's figure or the background: population, GDP, national totals.</summary>
    Background,
}

/// <summary>A number that a text states.</summary>
/// <param name="Start">First letter, in UTF-16 units of the text.</param>
/// <param name="End">Behind the last letter.</param>
/// <param name="Text">The words from <paramref name="Start"/> to <paramref name="End"/>: word of approximation, number and unit.</param>
/// <param name="Value">Value in base units as written: 0.94万元 is 9400, 82% is 82, 三分之一 is 0.3333.</param>
/// <param name="Unit">Unit or counted word as written, such as 人次; null for a bare rank or a fraction.</param>
/// <param name="Approximation">Words of approximation, joined by | where there are two (达|余); null for an exact number.</param>
/// <param name="Kind">What it states.</param>
/// <param name="Role">Whether it tells what was done.</param>
/// <param name="Of">What is counted, from the text, at most 20 letters; empty where nothing is named.</param>
public sealed record Mention(int Start, int End, string Text, decimal Value, string? Unit, string? Approximation, MentionKind Kind, MentionRole Role, string Of)
{
    /// <summary>Smallest step of the number as it is written: 10,000 for 24万, 100 for 1.25万, 0.1 for 55.9%. Tolerance follows it.</summary>
    public decimal Step { get; init; } = 1;

    /// <summary>The time that the sentence names for it; null where it names none.</summary>
    public NamedPeriod? Period { get; init; }

    /// <summary>The body or area that the sentence names for it; null where it names none.</summary>
    public NamedPlace? Place { get; init; }

    /// <summary>
    /// True where a value is what is written: within half of its last digit, or within what its words of approximation leave
    /// open (3万余: the next 万; 120余: the next ten).
    /// </summary>
    /// <param name="value">In base units.</param>
    public bool Says(decimal value)
    {
        // A reckoned value is right when it rounds to what is written; the written one may also stand for more or less.
        if (Math.Abs(Value - value) <= Step / 2 * 1.0001m)
            return true;
        var hedges = Approximation?.Split('|') ?? [];
        if (hedges.Any(word => word is "余" or "多" or "以上" or "超" or "超过" or "超过了" or "突破" or "逾" or "达" or "多达" or "高达" or "上" or "至少" or "不少于" or "不低于" or "过" or "突破了" or "超出" or "不下" or "不止" or "有余" or "开外"))
            return value >= Value && value <= Value + Reach;
        if (hedges.Any(word => word is "近" or "将近" or "接近" or "不足" or "不到" or "以内" or "以下" or "不超过"))
            return value <= Value && value >= Value - Reach;
        return hedges.Any(word => word is "约" or "大约" or "左右" or "上下") && Math.Abs(Value - value) <= Reach;
    }

    private decimal Reach
    {
        get
        {
            var reach = 1m;
            while (reach * 10 <= Value && Value % (reach * 10) == 0)
                reach *= 10;
            return Math.Max(reach, Value / 10);
        }
    }
}
