using System.Text;
using System.Text.RegularExpressions;

namespace Jinguo.Core.Facts;

/// <summary>Names of fields and columns as forms write them, made comparable.</summary>
public static partial class AskedWords
{
    private const int ShortestThing = 2;
    private const int MostFurtherLetters = 2;

    /// <summary>Words before a name that say when, or that it is done, and not what.</summary>
    private static readonly string[] Before =
        ["本年度", "本年", "年度", "全年", "今年", "当年", "本季度", "本月", "上半年", "下半年", "累计", "合计", "总共", "共计", "其中", "共", "总", "开展", "举办", "组织", "参加", "参与", "接受", "到场", "实际", "各类", "妇联"];

    /// <summary>Words behind a name that say how it is counted, and not what.</summary>
    private static readonly string[] After =
        ["总人数", "总人次", "总数", "总额", "人次数", "人次", "人数", "次数", "场次", "场数", "期数", "户数", "件次", "件数", "份数", "个数", "数量", "情况", "金额", "数", "量", "额"];

    /// <summary>Words that every ledger has: alone they say nothing about what is counted.</summary>
    private static readonly string[] Everywhere = ["妇女", "女性", "儿童", "群众", "家庭", "人员", "村民", "居民"];

    /// <summary>A name without brackets, blanks and signs, in half-width letters: 「 其中：妇女（人次）」 is 其中妇女.</summary>
    public static string Even(string name)
    {
        var even = new StringBuilder(name.Length);
        foreach (var letter in Brackets().Replace(name, ""))
            if (char.IsLetterOrDigit(letter))
                even.Append(letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter);
        return even.ToString().ToUpperInvariant();
    }

    /// <summary>What is counted: the name without when and how. 举办培训班期数 is 培训班.</summary>
    public static string Thing(string name)
    {
        var thing = Even(name);
        for (var left = ""; left != thing;)
        {
            left = thing;
            foreach (var word in Before)
                if (thing.Length - word.Length >= ShortestThing && thing.StartsWith(word, StringComparison.Ordinal))
                    thing = thing[word.Length..];
            foreach (var word in After)
                if (thing.Length - word.Length >= ShortestThing && thing.EndsWith(word, StringComparison.Ordinal))
                    thing = thing[..^word.Length];
        }
        return thing;
    }

    /// <summary>Whether a name and one of others speak of the same thing: equal, or one is the other with at most two letters more.</summary>
    public static bool AreOfOneThing(string name, IEnumerable<string> others)
    {
        var thing = Thing(name);
        return thing.Length >= ShortestThing && !Everywhere.Contains(thing, StringComparer.Ordinal) && others.Select(Thing).Any(other => other.Length >= ShortestThing && !Everywhere.Contains(other, StringComparer.Ordinal) && AreAlike(thing, other));
    }

    private static bool AreAlike(string one, string other)
    {
        var (longer, shorter) = one.Length >= other.Length ? (one, other) : (other, one);
        return longer.Length - shorter.Length <= MostFurtherLetters && longer.Contains(shorter, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[（(\[【〔][^）)\]】〕]*[）)\]】〕]", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Brackets();
}
