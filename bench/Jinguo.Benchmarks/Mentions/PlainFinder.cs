using System.Globalization;
using System.Text.RegularExpressions;
using Jinguo.Testing.Mentions;

namespace Jinguo.Benchmarks.Mentions;

/// <summary>
/// What one writes without a reader: one regular expression, made at build time, for Arabic and Chinese numerals with 万 and 亿
/// and a common unit behind. A numeral without unit is left alone, and so are ordinals: most of those are dates and list numbers.
/// </summary>
internal static partial class PlainFinder
{
    private const string Digits = "零一二三四五六七八九";

    private const string Pattern = """
        (?<![第0-9０-９零〇一二两三四五六七八九十百千万亿A-Za-z.．])
        (?:
          百分之(?<percent>[0-9.]+|[零〇一二两三四五六七八九十百点]+)
        | (?<under>[二三四五六七八九十百])分之(?<over>[一二两三四五六七八九十])
        | (?<number>[0-9０-９]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?|[零〇一二两三四五六七八九十百千万亿]+)
          [\ ]?[余多]?[\ ]?(?<scale>[千万亿]{0,2})[\ ]?[余多]?[\ ]?
          (?<unit>%|％|‰|个百分点|万元|元|人次|人（次）|件（次）|件次|场次|期次|批次|班次|平方米|公里|公斤|口人|小时|岁|倍|成
            |人|名|位|户|个|家|所|支|件|起|场|期|次|条|篇|份|册|本|项|处|间|台|辆|套|张|幅|亩|吨|斤|只|头|例|对|组|种|类|批|村)
        )
        """;

    /// <summary>The numbers that it finds.</summary>
    public static List<FoundFigure> Find(string text)
    {
        var found = new List<FoundFigure>();
        for (var match = Figure().Match(text); match.Success; match = match.NextMatch())
            if (Value(match) is { } value)
                found.Add(new(match.Index, match.Index + match.Length, value, match.Groups["unit"].Value));
        return found;
    }

    private static decimal? Value(Match match)
    {
        if (match.Groups["percent"] is { Success: true } percent)
            return Number(percent.Value);
        if (match.Groups["under"] is { Success: true } under)
            return Number(under.Value) is > 0 and var below && Number(match.Groups["over"].Value) is { } above ? above / below : null;
        var value = Number(match.Groups["number"].Value);
        foreach (var letter in match.Groups["scale"].ValueSpan)
            value *= Scale(letter);
        return match.Groups["unit"].ValueSpan.StartsWith('万') ? value * 10_000 : value;
    }

    private static decimal? Number(string text)
    {
        if (text[0] is (>= '0' and <= '9') or (>= '０' and <= '９'))
            return decimal.TryParse(string.Concat(text.Select(letter => letter is >= '０' and <= '９' ? (char)(letter - '０' + '0') : letter is '．' ? '.' : letter)), NumberStyles.Number, CultureInfo.InvariantCulture, out var plain) ? plain : null;
        if (text.Split('点') is [var whole, var fraction])
            return Number(whole) + fraction.Index().Sum(digit => Digits.IndexOf(digit.Item) / (decimal)Math.Pow(10, digit.Index + 1));
        var (all, section, last) = (0m, 0m, 0m);
        foreach (var letter in text)
        {
            var scale = Scale(letter);
            if (scale >= 10_000)
                (all, section, last) = (Math.Max(1, all + section + last) * scale, 0, 0);
            else if (scale > 1)
                (section, last) = (section + Math.Max(1, last) * scale, 0);
            else
                last = letter is '两' ? 2 : letter is '〇' ? 0 : Digits.IndexOf(letter);
        }
        return all + section + last;
    }

    private static decimal Scale(char letter) => letter switch { '十' => 10, '百' => 100, '千' => 1_000, '万' => 10_000, '亿' => 100_000_000, _ => 1 };

    [GeneratedRegex(Pattern, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Figure();
}
