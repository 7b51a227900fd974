using Jinguo.Core.Base.Forms;
using Jinguo.Office.Mentions;
using HedgeWord = Jinguo.Core.Base.Forms.HedgeWord;

namespace Jinguo.Core.Reports.Checking;

/// <summary>The words of approximation of texts, as the words that figures keep.</summary>
internal static class Approximation
{
    private static readonly Dictionary<string, HedgeWord> Kept = new(StringComparer.Ordinal)
    {
        ["有余"] = HedgeWord.Odd,
        ["开外"] = HedgeWord.AndAbove,
        ["多达"] = HedgeWord.Reaching,
        ["高达"] = HedgeWord.Reaching,
        ["不少于"] = HedgeWord.AtLeast,
        ["不低于"] = HedgeWord.AtLeast,
        ["不下"] = HedgeWord.AtLeast,
        ["将近"] = HedgeWord.Nearly,
        ["接近"] = HedgeWord.Nearly,
        ["不到"] = HedgeWord.Under,
        ["以内"] = HedgeWord.Under,
        ["以下"] = HedgeWord.Under,
        ["不超过"] = HedgeWord.Under,
        ["大约"] = HedgeWord.About,
        ["大概"] = HedgeWord.About,
        ["上下"] = HedgeWord.OrSo,
    };

    /// <summary>超, 逾, 突破 and their like say that it is more.</summary>
    private const HedgeWord More = HedgeWord.Exceeding;

    /// <summary>The one word that stands for those of a number; empty where it is exact.</summary>
    public static string Of(Mention mention) =>
        (mention.Approximation?.Split('|') ?? []).Select(WordOf).Aggregate(HedgeWord.None, HedgeWords.Join).Word();

    private static HedgeWord WordOf(string word) => HedgeWords.TryFind(word, out var same) ? same : Kept.GetValueOrDefault(word, More);
}
