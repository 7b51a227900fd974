namespace Jinguo.Core.Facts;

/// <summary>Classes of words that make a number approximate (figures.md, Hedges).</summary>
public enum HedgeClass
{
    /// <summary>Exact.</summary>
    None,

    /// <summary>余 多 以上 超过 至少 达 上.</summary>
    AtLeast,

    /// <summary>近 不足.</summary>
    JustBelow,

    /// <summary>约 左右.</summary>
    About,
}

/// <summary>The words of approximation and their classes.</summary>
public static class Hedge
{
    /// <summary>All words, by class.</summary>
    public static IReadOnlyDictionary<string, HedgeClass> Words { get; } = new Dictionary<string, HedgeClass>(StringComparer.Ordinal)
    {
        ["余"] = HedgeClass.AtLeast,
        ["多"] = HedgeClass.AtLeast,
        ["以上"] = HedgeClass.AtLeast,
        ["超过"] = HedgeClass.AtLeast,
        ["至少"] = HedgeClass.AtLeast,
        ["达"] = HedgeClass.AtLeast,
        ["上"] = HedgeClass.AtLeast,
        ["近"] = HedgeClass.JustBelow,
        ["不足"] = HedgeClass.JustBelow,
        ["约"] = HedgeClass.About,
        ["左右"] = HedgeClass.About,
    };

    // The place of a word is stored in sums: new words go to the end.
    private static readonly string[] Numbered = ["", "余", "多", "以上", "超过", "至少", "达", "上", "近", "不足", "约", "左右"];

    /// <summary>Number of a word as added up in <see cref="Sum.Words"/>; 0 for an exact value.</summary>
    public static int NumberOf(string? word) => string.IsNullOrEmpty(word)
        ? 0
        : Array.IndexOf(Numbered, word) is var number and > 0 ? number : throw new ArgumentException($"“{word}” is not a hedge.", nameof(word));

    /// <summary>The word with a number, or null for 0 and for what is no single word's number.</summary>
    public static string? WordOf(long number) => number > 0 && number < Numbered.Length ? Numbered[number] : null;

    /// <summary>Class of a word; null or empty is exact.</summary>
    /// <exception cref="ArgumentException">The word is not a hedge.</exception>
    public static HedgeClass ClassOf(string? word) => string.IsNullOrEmpty(word)
        ? HedgeClass.None
        : Words.TryGetValue(word, out var found) ? found : throw new ArgumentException($"“{word}” is not a hedge.", nameof(word));

    /// <summary>
    /// The word printed with a sum: its only fact's own word, else 余, 近 or 约 by class, 约 where classes mix; null when
    /// nothing in it is approximate.
    /// </summary>
    public static string? OfSum(long facts, long atLeast, long justBelow, long about, string? onlyWord)
    {
        if (facts == 1 && !string.IsNullOrEmpty(onlyWord))
            return onlyWord;
        return (atLeast > 0, justBelow > 0, about > 0) switch
        {
            (false, false, false) => null,
            (true, false, false) => "余",
            (false, true, false) => "近",
            _ => "约",
        };
    }
}
