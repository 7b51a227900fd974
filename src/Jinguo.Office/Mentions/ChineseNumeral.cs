using System.Globalization;
using System.Text;

namespace Jinguo.Office.Mentions;

/// <summary>Numbers in Chinese numerals, alone or mixed with digits: 一百二十三, 十九万, 3万5千, 1.2亿.</summary>
public static class ChineseNumeral
{
    internal const string Digits = "零一二三四五六七八九";
    private static readonly (char Letter, decimal Value)[] SmallUnits = [('千', 1000), ('百', 100), ('十', 10)];
    private static readonly (char Letter, decimal Value)[] GreatUnits = [('亿', 100_000_000), ('万', 10_000)];

    /// <summary>The numerals of a whole number as they are read aloud: 10 is 十, 10,005 is 一万零五, −3 is 负三.</summary>
    public static string Of(long number)
    {
        if (number == 0)
        {
            return "零";
        }

        var text = new StringBuilder();
        Write(text, (Int128)Math.Abs((decimal)number));
        var read = text.ToString();
        read = read.StartsWith("一十", StringComparison.Ordinal) ? read[1..] : read;
        return number < 0 ? "负" + read : read;
    }

    /// <summary>The value of numerals, digits, or both; null if they do not make a number.</summary>
    internal static decimal? Value(string text)
    {
        if (text.Length > 40)
        {
            return null;
        }

        return text.Length > 1 && text.All(c => Digit(c) is not null)
            ? decimal.TryParse(string.Concat(text.Select(c => Digit(c))), NumberStyles.None, CultureInfo.InvariantCulture, out var spelled) ? spelled : null
            : Great(text, level: 0);
    }

    private static void Write(StringBuilder text, Int128 number)
    {
        foreach (var (letter, value) in GreatUnits)
        {
            var unit = (Int128)value;
            if (number < unit)
            {
                continue;
            }

            Write(text, number / unit);
            text.Append(letter);
            var rest = number % unit;
            // 一万零五, but also 一亿零五百: a missing place below a great unit is read as 零.
            if (rest > 0 && rest < unit / 10)
            {
                text.Append('零');
            }

            if (rest > 0)
            {
                Write(text, rest);
            }

            return;
        }

        WriteSmall(text, (int)number);
    }

    private static void WriteSmall(StringBuilder text, int number)
    {
        var isAfterGap = false;
        var hasBegun = false;
        foreach (var unit in (ReadOnlySpan<int>)[1000, 100, 10, 1])
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                isAfterGap = hasBegun;
                continue;
            }

            if (isAfterGap)
            {
                text.Append('零');
            }

            (isAfterGap, hasBegun) = (false, true);
            text.Append(Digits[digit]);
            if (unit > 1)
            {
                text.Append(SmallUnits.First(u => u.Value == unit).Letter);
            }
        }
    }

    /// <summary>Splits at 亿, then at 万; what stands before counts so many times the unit.</summary>
    private static decimal? Great(string text, int level)
    {
        if (level == GreatUnits.Length)
        {
            return Small(text);
        }

        var (letter, unit) = GreatUnits[level];
        var at = text.LastIndexOf(letter);
        if (at < 0)
        {
            return Great(text, level + 1);
        }

        var before = at == 0 ? 1 : Great(text[..at], level);
        var after = After(text[(at + 1)..], unit, t => Great(t, level + 1));
        return before is { } times && after is { } rest && rest < unit && times < 1_000_000_000_000m ? times * unit + rest : null;
    }

    /// <summary>The part below 万: 3千, 五百零二, 十九, or plain digits.</summary>
    private static decimal? Small(string text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain))
        {
            return char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]) ? plain : null;
        }

        if (text.Length == 1 && Digit(text[0]) is { } digit)
        {
            return digit;
        }

        foreach (var (letter, unit) in SmallUnits)
        {
            var at = text.IndexOf(letter);
            if (at >= 0)
            {
                var before = at == 0 ? 1 : Small(text[..at]);
                var after = After(text[(at + 1)..], unit, Small);
                return before is { } times && after is { } rest && rest < unit && times < 10 ? times * unit + rest : null;
            }
        }

        return null;
    }

    /// <summary>What follows a unit: nothing, a smaller number, or one digit that stands for the next place (一万二 is 12,000).</summary>
    private static decimal? After(string text, decimal unit, Func<string, decimal?> read)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        var isAfterZero = text[0] is '零' or '〇';
        var rest = isAfterZero ? text[1..] : text;
        if (rest.Length == 1 && !isAfterZero && unit > 10 && (Digit(rest[0]) ?? ArabicDigit(rest[0])) is { } next)
        {
            return next * unit / 10;
        }

        return rest.Length == 0 ? null : read(rest);
    }

    private static int? Digit(char c) => c switch
    {
        '〇' or '○' => 0,
        '两' => 2,
        _ => Digits.IndexOf(c) is >= 0 and var digit ? digit : null,
    };

    private static int? ArabicDigit(char c) => char.IsAsciiDigit(c) ? c - '0' : null;
}
