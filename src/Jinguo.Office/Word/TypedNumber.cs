using System.Globalization;
using System.Text.RegularExpressions;
using Jinguo.Office.Mentions;

namespace Jinguo.Office.Word;

/// <summary>The number typed before a heading or item: 一、 （一） 1. （1） for levels 1 to 4 (GB/T 9704).</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Value">The number.</param>
/// <param name="Start">Where its text begins in the paragraph.</param>
/// <param name="Length">Length of its text with brackets and points.</param>
internal sealed partial record TypedNumber(int Level, int Value, int Start, int Length)
{
    private const int LongestHeading = 50;

    internal static string Print(int level, int number) => level switch
    {
        1 => ChineseNumeral.Of(number) + "、",
        2 => "（" + ChineseNumeral.Of(number) + "）",
        3 => number.ToString(CultureInfo.InvariantCulture) + ".",
        _ => "（" + number.ToString(CultureInfo.InvariantCulture) + "）",
    };

    /// <summary>The number at the start of a paragraph; null if there is none.</summary>
    internal static TypedNumber? Find(string paragraph)
    {
        if (Pattern().Match(paragraph) is not { Success: true } match)
        {
            return null;
        }

        var (level, group) = match.Groups["first"] is { Success: true } first ? (1, first)
            : match.Groups["second"] is { Success: true } second ? (2, second)
            : match.Groups["third"] is { Success: true } third ? (3, third)
            : (4, match.Groups["fourth"]);
        return ChineseNumeral.Value(group.Value) is { } value and > 0 and < 1000 && value == decimal.Floor(value)
            ? new TypedNumber(level, (int)value, match.Groups["all"].Index, match.Groups["all"].Length)
            : null;
    }

    /// <summary>Puts another number into the paragraph's own way of writing it.</summary>
    internal string Rewrite(string typed, int number)
    {
        var written = Level <= 2 ? ChineseNumeral.Of(number) : number.ToString(CultureInfo.InvariantCulture);
        return Inner().Replace(typed, written, 1);
    }

    /// <summary>A numbered line is a heading if no sentence follows in it.</summary>
    internal static bool IsHeadingLine(string paragraph)
    {
        var text = paragraph.Trim();
        return text.Length is > 0 and <= LongestHeading && text[^1] is not ('；' or ';' or '，' or '：') && text.IndexOf('。', StringComparison.Ordinal) is var stop && (stop < 0 || stop == text.Length - 1);
    }

    [GeneratedRegex(@"^\s*(?<all>(?<first>[一二三四五六七八九十百]+)、|[（(](?<second>[一二三四五六七八九十百]+)[）)]|(?<third>\d{1,3})[.．、](?!\d)|[（(](?<fourth>\d{1,3})[）)])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"[一二三四五六七八九十百]+|\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inner();
}
