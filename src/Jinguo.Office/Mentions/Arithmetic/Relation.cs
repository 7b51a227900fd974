namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>How numbers of a text depend on each other.</summary>
public enum RelationType
{
    /// <summary>Parts and their total: 共…, 其中…, a list announced by its number.</summary>
    PartsOfTotal,

    /// <summary>A share against part and whole: 占24万户的82%.</summary>
    Share,

    /// <summary>A rate or an average against its counts: 应检5200人，实检4836人，检查率93%.</summary>
    RateVsCounts,

    /// <summary>A growth against the values of both years.</summary>
    Growth,

    /// <summary>亿, 万 and 元 mixed up: 1.5亿元，其中0.56亿元、0.94万元.</summary>
    UnitSlip,

    /// <summary>The same thing told twice.</summary>
    SameFigureTwice,

    /// <summary>So many times so much each.</summary>
    Product,

    /// <summary>Dates and plans out of order.</summary>
    OrderOfDates,

    /// <summary>人 added up to 人次.</summary>
    PersonVsPersonTimes,

    /// <summary>More served than there are.</summary>
    ServedExceedsBase,
}

/// <summary>Something that numbers of a text say together.</summary>
/// <param name="Type">What kind.</param>
/// <param name="Spans">From–to of each number, the total or claimed one first, in UTF-16 units.</param>
/// <param name="Holds">Whether it is true, with the tolerance of how the numbers are written.</param>
/// <param name="Why">The arithmetic in one line, in Chinese.</param>
/// <param name="Sure">0 to 1: how sure it is that the numbers belong together.</param>
public sealed record Relation(RelationType Type, IReadOnlyList<(int Start, int End)> Spans, bool Holds, string Why, double Sure)
{
    /// <summary>What the first number would be if the others are right, in base units; null where it holds, or where no single number mends it.</summary>
    public decimal? Expected { get; init; }
}
