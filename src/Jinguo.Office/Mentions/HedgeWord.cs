namespace Jinguo.Office.Mentions;

/// <summary>What a word of approximation says about the true number.</summary>
public enum HedgeSense
{
    /// <summary>The number itself or more: 余 多 以上 超过 至少 达 上.</summary>
    AtLeast,

    /// <summary>A little less: 近 不足.</summary>
    JustBelow,

    /// <summary>Either way: 约 左右.</summary>
    About,
}

/// <summary>Where a word of approximation is printed.</summary>
public enum HedgePlace
{
    /// <summary>Before the number: 近50人.</summary>
    BeforeNumber,

    /// <summary>After the number with its 万 or 亿, before the unit: 3万余人.</summary>
    BeforeUnit,

    /// <summary>After the unit: 50人以上.</summary>
    AfterUnit,
}

/// <summary>A word that makes a number approximate (figures.md, Hedges).</summary>
/// <param name="Word">The word, such as 余.</param>
/// <param name="Sense">What it says.</param>
/// <param name="Place">Where it is printed.</param>
public sealed record HedgeWord(string Word, HedgeSense Sense, HedgePlace Place)
{
    /// <summary>The words that figures keep.</summary>
    public static IReadOnlyList<HedgeWord> All { get; } =
    [
        new("余", HedgeSense.AtLeast, HedgePlace.BeforeUnit),
        new("多", HedgeSense.AtLeast, HedgePlace.BeforeUnit),
        new("以上", HedgeSense.AtLeast, HedgePlace.AfterUnit),
        new("超过", HedgeSense.AtLeast, HedgePlace.BeforeNumber),
        new("至少", HedgeSense.AtLeast, HedgePlace.BeforeNumber),
        new("达", HedgeSense.AtLeast, HedgePlace.BeforeNumber),
        new("上", HedgeSense.AtLeast, HedgePlace.BeforeNumber),
        new("近", HedgeSense.JustBelow, HedgePlace.BeforeNumber),
        new("不足", HedgeSense.JustBelow, HedgePlace.BeforeNumber),
        new("约", HedgeSense.About, HedgePlace.BeforeNumber),
        new("左右", HedgeSense.About, HedgePlace.AfterUnit),
    ];

    /// <summary>The entry of a word, or null.</summary>
    public static HedgeWord? Find(string word) => All.FirstOrDefault(h => h.Word == word);

    // What people also write, and the word of the list that says the same; longer ones first.
    internal static (string Written, HedgeWord Word)[] Before { get; } =
    [
        ("超过了", Of("超过")), ("超过", Of("超过")), ("超", Of("超过")), ("逾", Of("超过")), ("至少有", Of("至少")), ("至少", Of("至少")),
        ("达到", Of("达")), ("达", Of("达")), ("上", Of("上")), ("将近", Of("近")), ("接近", Of("近")), ("近", Of("近")),
        ("不足", Of("不足")), ("不到", Of("不足")), ("大约", Of("约")), ("约", Of("约")),
    ];

    internal static (string Written, HedgeWord Word)[] Inside { get; } =
        [("余", Of("余")), ("多", Of("多")), ("来", Of("左右"))];

    internal static (string Written, HedgeWord Word)[] After { get; } =
        [("以上", Of("以上")), ("左右", Of("左右")), ("上下", Of("左右")), ("余", Of("余")), ("多", Of("多"))];

    private static HedgeWord Of(string word) => All.First(h => h.Word == word);
}
