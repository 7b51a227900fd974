using System.Globalization;
using System.Text;

namespace Jinguo.Office.Mentions;

/// <summary>A number as it stands in a text, without unit: 1,200 · 3万5千余 · 十九万 · 百分之八十 · 1/3.</summary>
/// <param name="Start">First letter.</param>
/// <param name="End">Behind the last, with the word of approximation inside it.</param>
/// <param name="Value">The value.</param>
/// <param name="Step">Smallest step as written.</param>
/// <param name="Hedge">余, 多 or 来 inside or behind it; empty for none.</param>
/// <param name="Form">How it is written.</param>
internal readonly record struct Numeral(int Start, int End, decimal Value, decimal Step, string Hedge, NumeralForm Form)
{
    private const int Longest = 40;

    /// <summary>Reads the numeral that begins here; null where none does. <paramref name="next"/> is where to read on in either case.</summary>
    /// <param name="text">The text, with ASCII digits for full-width ones.</param>
    /// <param name="at">Where to read.</param>
    /// <param name="lexicon">Words.</param>
    /// <param name="next">Behind what was read, at least one letter on.</param>
    public static Numeral? Read(ReadOnlySpan<char> text, int at, MentionLexicon lexicon, out int next)
    {
        var end = at;
        var written = new StringBuilder();
        var hedge = "";
        if (text[at] == '百' && text[at..].StartsWith("百分之"))
            return Percentage(text, at, out next);
        var form = char.IsAsciiDigit(text[at]) ? NumeralForm.Arabic : NumeralForm.Chinese;
        while (end < text.Length && end - at < Longest)
        {
            // 500千瓦时, 3千克: 千 belongs to the unit.
            if (text[end] is '千' && written.Length > 0 && end + 1 < text.Length && text[end + 1] is '瓦' or '克' or '米' or '卡')
                break;
            if (char.IsAsciiDigit(text[end]))
            {
                if (written.Length > 0 && hedge.Length > 0)
                    break;
                end = Digits(text, end, written);
            }
            else if (IsChinese(text[end]))
            {
                written.Append(text[end] == '两' ? '二' : text[end]);
                end++;
            }
            else if (text[end] == '点' && form == NumeralForm.Chinese && written.Length > 0 && end + 1 < text.Length && Small(text[end + 1]) is not null && Small(text[end - 1]) is not null)
            {
                end = Fraction(text, end, written);
                form = NumeralForm.Arabic;
            }
            else if (hedge.Length == 0 && written.Length > 0 && Inside(text, end, lexicon) is { Length: > 0 } word)
            {
                hedge = word.Trim();
                end += word.Length;
                // 10余万: what follows is a scale; anything else is the unit.
                if (end >= text.Length || !IsScale(text[end]))
                    break;
            }
            else if (text[end] == ' ' && end + 1 < text.Length && IsScale(text[end + 1]))
            {
                end++;
            }
            else
            {
                break;
            }
        }
        next = Math.Max(end, at + 1);
        if (ChineseNumeral.Value(written.ToString()) is not { } value)
            return null;
        return new(at, end, value, StepOf(written.ToString()), hedge, form);
    }

    /// <summary>True for a letter of Chinese numerals.</summary>
    public static bool IsChinese(char letter) => letter is '〇' or '零' or '一' or '二' or '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' || IsScale(letter);

    private static bool IsScale(char letter) => letter is '十' or '百' or '千' or '万' or '亿';

    private static int? Small(char letter) => "零一二三四五六七八九".IndexOf(letter) is >= 0 and var digit ? digit : null;

    // 1,200 but not 来信3,217: a comma divides thousands where exactly three digits follow, to the end.
    private static int Digits(ReadOnlySpan<char> text, int at, StringBuilder written)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end - at <= 3)
            while (end + 3 < text.Length && text[end] is ',' && AreDigits(text, end + 1, 3) && !(end + 4 < text.Length && char.IsAsciiDigit(text[end + 4])))
                end += 4;
        // 10 678名: thousands divided by a space.
        if (end - at <= 3 && end + 3 < text.Length && text[end] is ' ' && AreDigits(text, end + 1, 3) && text[at] is not '0' && !(end + 4 < text.Length && (char.IsAsciiDigit(text[end + 4]) || text[end + 4] is '.' or ',')))
            end += 4;
        if (end + 1 < text.Length && text[end] is '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
        }
        foreach (var letter in text[at..end])
            if (letter is not (',' or ' '))
                written.Append(letter);
        return end;
    }

    private static bool AreDigits(ReadOnlySpan<char> text, int at, int count)
    {
        if (at + count > text.Length)
            return false;
        foreach (var letter in text.Slice(at, count))
            if (!char.IsAsciiDigit(letter))
                return false;
        return true;
    }

    // 三点五万 is read as 3.5万.
    private static int Fraction(ReadOnlySpan<char> text, int point, StringBuilder written)
    {
        var whole = ChineseNumeral.Value(written.ToString());
        written.Clear().Append(whole?.ToString(CultureInfo.InvariantCulture)).Append('.');
        var end = point + 1;
        while (end < text.Length && Small(text[end]) is { } digit)
        {
            written.Append(digit);
            end++;
        }
        return end;
    }

    private static Numeral? Percentage(ReadOnlySpan<char> text, int at, out int next)
    {
        var written = new StringBuilder();
        var end = at + "百分之".Length;
        while (end < text.Length && end - at < Longest && (IsChinese(text[end]) || (text[end] == '点' && end + 1 < text.Length && Small(text[end + 1]) is not null)))
        {
            if (text[end] == '点')
            {
                end = Fraction(text, end, written);
                break;
            }
            written.Append(text[end++]);
        }
        if (written.Length == 0 && end < text.Length && char.IsAsciiDigit(text[end]))
            end = Digits(text, end, written);
        next = Math.Max(end, at + 1);
        return ChineseNumeral.Value(written.ToString()) is { } value ? new(at, end, value, StepOf(written.ToString()), "", NumeralForm.Percentage) : null;
    }

    private static string Inside(ReadOnlySpan<char> text, int at, MentionLexicon lexicon)
    {
        var gap = at < text.Length && text[at] == ' ' ? 1 : 0;
        var length = lexicon.HedgesInside.LengthAt(text, at + gap);
        return length == 0 ? "" : text.Slice(at, gap + length).ToString();
    }

    // 24万 is written to the 万, 1.25万 to the 百, 三千万 to the 千万; digits and small numbers say what they say.
    private static decimal StepOf(string written)
    {
        var step = 1m;
        if (written.Length > 2 || char.IsAsciiDigit(written[0]))
            foreach (var letter in written.Reverse().TakeWhile(IsScale))
                step *= letter switch { '亿' => 100_000_000m, '万' => 10_000m, '千' => 1_000m, '百' => 100m, _ => 10m };
        var point = written.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
            foreach (var _ in written.Skip(point + 1).TakeWhile(char.IsAsciiDigit))
                step /= 10;
        return step;
    }
}

/// <summary>How a number is written.</summary>
internal enum NumeralForm
{
    /// <summary>It begins with digits.</summary>
    Arabic,

    /// <summary>In Chinese numerals.</summary>
    Chinese,

    /// <summary>百分之 and a number.</summary>
    Percentage,
}
