namespace Jinguo.Core.Base.Forms;

/// <summary>
/// The word that says a number is approximate, as written: 「50余人」 is 50 with <see cref="Odd"/>.
/// Stored with the number and printed with it (figures.md, Hedges).
/// </summary>
public enum HedgeWord : byte
{
    /// <summary>The number is exact.</summary>
    None = 0,

    /// <summary>余: and some more.</summary>
    Odd = 1,

    /// <summary>多: and some more.</summary>
    More = 2,

    /// <summary>以上: this or above.</summary>
    AndAbove = 3,

    /// <summary>超过: above.</summary>
    Exceeding = 4,

    /// <summary>至少: no fewer than.</summary>
    AtLeast = 5,

    /// <summary>达: as many as.</summary>
    Reaching = 6,

    /// <summary>上: up to and over, as in 上千人.</summary>
    UpOver = 7,

    /// <summary>近: nearly.</summary>
    Nearly = 8,

    /// <summary>不足: under.</summary>
    Under = 9,

    /// <summary>约: about.</summary>
    About = 10,

    /// <summary>左右: more or less.</summary>
    OrSo = 11,
}

/// <summary>The three ways in which a number can be approximate, and exactness.</summary>
internal enum HedgeSide : byte
{
    /// <summary>Exact.</summary>
    Exact = 0,

    /// <summary>The number is a lower bound: 余 多 以上 超过 至少 达 上.</summary>
    AtLeast = 1,

    /// <summary>The number is not quite reached: 近 不足.</summary>
    JustUnder = 2,

    /// <summary>Either side: 约 左右.</summary>
    About = 3,
}

/// <summary>The words of the hedges, their classes and where they stand.</summary>
public static class HedgeWords
{
    private static readonly string[] Words = ["", "余", "多", "以上", "超过", "至少", "达", "上", "近", "不足", "约", "左右"];

    /// <summary>The hedges a form offers beside a number, the usual ones first.</summary>
    public static IReadOnlyList<HedgeWord> Offered { get; } = [HedgeWord.Odd, HedgeWord.More, HedgeWord.Nearly, HedgeWord.About];

    /// <summary>The word as printed; empty for an exact number.</summary>
    public static string Word(this HedgeWord hedge) => Words[(int)hedge];

    /// <summary>In which way a number with this word is approximate.</summary>
    internal static HedgeSide Side(this HedgeWord hedge) => hedge switch
    {
        HedgeWord.None => HedgeSide.Exact,
        HedgeWord.Nearly or HedgeWord.Under => HedgeSide.JustUnder,
        HedgeWord.About or HedgeWord.OrSo => HedgeSide.About,
        _ => HedgeSide.AtLeast,
    };

    /// <summary>Whether a word names a hedge exactly; the empty word names exactness.</summary>
    public static bool TryFind(string word, out HedgeWord hedge)
    {
        var index = Array.IndexOf(Words, word);
        hedge = index < 0 ? HedgeWord.None : (HedgeWord)index;
        return index >= 0;
    }

    /// <summary>Two words on one number (「约50余人」): one of a class stands for both, 约 where the classes differ.</summary>
    public static HedgeWord Join(HedgeWord first, HedgeWord second)
    {
        if (first == HedgeWord.None)
            return second;
        if (second == HedgeWord.None || first.Side() == second.Side())
            return first;
        return HedgeWord.About;
    }

    /// <summary>The number text and unit with the word in its place: 50余人次, 约50人次, 50人次以上.</summary>
    public static string Place(this HedgeWord hedge, string number, string unit) => hedge switch
    {
        HedgeWord.None => number + unit,
        HedgeWord.Odd or HedgeWord.More => number + hedge.Word() + unit,
        HedgeWord.AndAbove or HedgeWord.OrSo => number + unit + hedge.Word(),
        _ => hedge.Word() + number + unit,
    };
}
