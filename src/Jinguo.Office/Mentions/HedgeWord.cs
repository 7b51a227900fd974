namespace Jinguo.Office.Mentions;

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

/// <summary>A word that makes a number approximate.</summary>
/// <param name="Word">The word, such as 余.</param>
/// <param name="Place">Where it is printed.</param>
public sealed record HedgeWord(string Word, HedgePlace Place)
{
    /// <summary>The words that figures keep.</summary>
    public static IReadOnlyList<HedgeWord> All { get; } =
    [
        new("余", HedgePlace.BeforeUnit),
        new("多", HedgePlace.BeforeUnit),
        new("以上", HedgePlace.AfterUnit),
        new("超过", HedgePlace.BeforeNumber),
        new("至少", HedgePlace.BeforeNumber),
        new("达", HedgePlace.BeforeNumber),
        new("上", HedgePlace.BeforeNumber),
        new("近", HedgePlace.BeforeNumber),
        new("不足", HedgePlace.BeforeNumber),
        new("约", HedgePlace.BeforeNumber),
        new("左右", HedgePlace.AfterUnit),
    ];

    /// <summary>The entry of a word, or null.</summary>
    public static HedgeWord? Find(string word) => All.FirstOrDefault(h => h.Word == word);
}
