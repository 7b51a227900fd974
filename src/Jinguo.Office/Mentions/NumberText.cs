using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Jinguo.Office.Mentions;

/// <summary>
/// A number as people write it into a cell: 50余人次, 1.2万元, ３００多, 十九万, 近千元, 百分之八十二.
/// </summary>
/// <param name="Value">The number with 万 and 亿 multiplied out: 12,000 for 1.2万元; 82 for 82%.</param>
/// <param name="Hedge">The word of approximation as in <see cref="HedgeWord.All"/>, empty if none. 达1200余人 keeps 余.</param>
/// <param name="Unit">What stands after the number, empty if nothing; % for percentages however written.</param>
public sealed partial record NumberText(decimal Value, string Hedge, string Unit)
{
    private const int Longest = 60;

    /// <summary>Reads the whole text as one number.</summary>
    /// <param name="text">A cell's text.</param>
    /// <param name="number">What was read.</param>
    /// <param name="problem">Why it is not one number and how to write it, in Chinese for the user.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out NumberText? number, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        (number, problem) = (null, null);
        var plain = Plain(text);
        if (plain.Length == 0)
        {
            problem = "没有填数字。";
        }
        else if (Range().IsMatch(plain))
        {
            problem = $"“{Shown(text)}”像是范围或日期，这里请只填一个数字。";
        }
        else if (Vague().IsMatch(plain))
        {
            problem = $"“{Shown(text)}”没有说清是多少，请填具体数字，如“30余”。";
        }
        else if ((number = Read(plain)) is null)
        {
            problem = $"“{Shown(text)}”不是数字，请填数字，如“50”“50余”“1.2万”。";
        }

        return number is not null;
    }

    private static string Shown(string text) => text.Length <= 20 ? text.Trim() : text[..20] + "…";

    /// <summary>Half-width, without white space and thousands separators.</summary>
    private static string Plain(string text)
    {
        if (text.Length > Longest)
        {
            return text;
        }

        var normal = text.Normalize(NormalizationForm.FormKC).Replace('−', '-').Trim();
        normal = Thousands().Replace(normal, m => m.Value.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        return Spaces().Replace(normal, "");
    }

    private static NumberText? Read(string text)
    {
        var (rest, before) = TakeStart(text, HedgeWord.Before);
        rest = rest.TrimStart('¥').Replace("人民币", "", StringComparison.Ordinal);
        var isNegative = rest.StartsWith('-') || rest.StartsWith('负');
        rest = isNegative ? rest[1..] : rest;
        var reading = ReadFraction(rest) ?? ReadPlain(rest);
        if (reading is not var (value, inside, unit))
        {
            return null;
        }

        (unit, var after) = TakeEnd(unit, HedgeWord.After);
        return WholeUnit().IsMatch(unit)
            ? new NumberText(isNegative ? -value : value, Decide(before, inside ?? after), unit)
            : null;
    }

    /// <summary>达 only says "reaches"; of two words the one next to the number is the more exact.</summary>
    private static string Decide(HedgeWord? before, HedgeWord? next) => (next ?? before)?.Word ?? "";

    private static (decimal Value, HedgeWord? Inside, string Unit)? ReadFraction(string text)
    {
        if (Fraction().Match(text) is { Success: true } fraction && ReadPlain(fraction.Groups["of"].Value) is var (parts, inside, rest) && rest.Length == 0)
        {
            return (parts, inside, fraction.Groups["whole"].Value == "百" ? "%" : "‰");
        }

        if (Tenths().Match(text) is { Success: true } tenths
            && ChineseNumeral.Value(tenths.Groups["tens"].Value) is { } tens && ChineseNumeral.Value(tenths.Groups["ones"].Value + "") is var ones)
        {
            return (tens * 10 + (ones ?? 0), null, "%");
        }

        return null;
    }

    private static (decimal Value, HedgeWord? Inside, string Unit)? ReadPlain(string text)
    {
        if (Number().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (letters, scale, unit) = (match.Groups["number"].Value, match.Groups["scale"].Value, match.Groups["unit"].Value);
        if (scale.Length == 0 && letters.Length > 1 && letters[^1] == '千' && unit.Length > 0 && unit[0] is '克' or '米' or '瓦')
        {
            (letters, unit) = (letters[..^1], '千' + unit);
        }

        var inside = Array.Find(HedgeWord.Inside, h => h.Written == match.Groups["hedge"].Value).Word;
        var value = ChineseNumeral.Value(letters);
        var times = scale.Length == 0 ? 1 : ChineseNumeral.Value(scale);
        return value is { } v && times is { } t && v < 10_000_000_000_000_000m && t <= 1_000_000_000_000m ? (v * t, inside, unit) : null;
    }

    private static (string Text, HedgeWord? Word) TakeStart(string text, (string Written, HedgeWord Word)[] words)
    {
        var found = Array.Find(words, w => text.StartsWith(w.Written, StringComparison.Ordinal));
        return found.Word is null ? (text, null) : (text[found.Written.Length..], found.Word);
    }

    private static (string Text, HedgeWord? Word) TakeEnd(string text, (string Written, HedgeWord Word)[] words)
    {
        var found = Array.Find(words, w => text.EndsWith(w.Written, StringComparison.Ordinal));
        return found.Word is null ? (text, null) : (text[..^found.Written.Length], found.Word);
    }

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(?:[, ]\d{3})+(?![\d,])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<!\d)\s+|\s+(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\d一二三四五六七八九十百千万][个人次元%]*(?:-|~|—|–|至|到)+\d?[一二三四五六七八九十百千万\d]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();

    [GeneratedRegex("^[约近]?[数几若][十百千万亿]|^[若几]|十几|[百千万]把", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Vague();

    [GeneratedRegex(@"^(?<number>[0-9.〇○零一二两三四五六七八九十百千万亿]+)(?<hedge>[余多来])?(?<scale>[十百千万亿]*)(?<hedge>[余多来])?(?<unit>.*)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex("^(?<whole>百|千)分之(?<of>.+)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fraction();

    [GeneratedRegex("^(?<tens>[一二两三四五六七八九1-9])成(?<ones>[一二三四五六七八九1-9])?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tenths();

    // A unit is a short word without digits; what has digits again is a second number or a sentence.
    [GeneratedRegex(@"^(?:[%‰]|[\p{L}/]{0,8})$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeUnit();
}
