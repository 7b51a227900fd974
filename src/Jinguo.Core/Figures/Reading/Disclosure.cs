namespace Jinguo.Core.Figures.Reading;

/// <summary>How much of a figure its reader is told (docs/adr/0010).</summary>
public enum Disclosure
{
    /// <summary>All of it: it is not sensitive, or wholly the reader's own work.</summary>
    Exact,

    /// <summary>What has been published of the bodies below; small remainders are not in it.</summary>
    Published,

    /// <summary>Nothing is published, and one body's ended months of a half-year hold too little: &lt;5.</summary>
    Small,

    /// <summary>Nothing is published: it may be small, still waiting, or told together with others above. 未公布.</summary>
    Untold,
}

/// <summary>What people read beside or in place of a figure that is not told exactly.</summary>
public static class DisclosureWords
{
    /// <summary>In place of a number.</summary>
    public const string Untold = "未公布";

    /// <summary>Under a table that holds such words.</summary>
    public const string InTables = "“<”和“未公布”处为敏感数据：按月底公布，小数不单独公布，合计可能多于各单位相加。";

    /// <summary>Why there are no rows.</summary>
    public const string NoRows = "这是敏感数据，只有办理的单位能看本级的记录，上级只看按月底公布的数。";

    /// <summary>What the number is, or why there is none.</summary>
    /// <param name="threshold">The smallest count that is published.</param>
    public static string Note(int threshold) =>
        $"敏感数据，按月底公布：一个单位满{threshold}才公布，不足{threshold}的尾数到半年末在上级合并公布，所以合计可能多于各单位相加。";
}
