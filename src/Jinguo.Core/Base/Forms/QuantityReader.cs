using System.Globalization;
using System.Text.RegularExpressions;

namespace Jinguo.Core.Base.Forms;

/// <summary>
/// Reads one number of a cell from left to right: hedge, digits (Arabic or Chinese) with 十百千万亿, hedge, unit, hedge.
/// </summary>
internal sealed partial class QuantityReader
{
    private static readonly (string Word, HedgeWord Hedge)[] Before =
    [
        ("大约", HedgeWord.About), ("大概", HedgeWord.About), ("约", HedgeWord.About), ("将近", HedgeWord.Nearly), ("接近", HedgeWord.Nearly),
        ("近", HedgeWord.Nearly), ("超过", HedgeWord.Exceeding), ("超", HedgeWord.Exceeding), ("逾", HedgeWord.Exceeding),
        ("至少", HedgeWord.AtLeast), ("达", HedgeWord.Reaching), ("上", HedgeWord.UpOver), ("不足", HedgeWord.Under), ("不到", HedgeWord.Under),
    ];

    private static readonly (string Word, HedgeWord Hedge)[] After =
        [("以上", HedgeWord.AndAbove), ("左右", HedgeWord.OrSo), ("上下", HedgeWord.OrSo), ("余", HedgeWord.Odd), ("多", HedgeWord.More)];

    private static readonly string[] Signs = ["人民币", "¥", "￥", "共计", "共", "计"];

    private readonly string text;
    private int at;
    private HedgeWord hedge;
    private decimal whole;
    private decimal section;
    private decimal? digits;
    private decimal lastScale = 1;
    private bool zeroBefore;
    private bool any;

    private QuantityReader(string text) => this.text = text;

    public static bool TryRead(string text, out Quantity quantity, out string unit)
    {
        unit = "";
        quantity = default;
        if (text.Length > WrittenText.LongestNumberOrDay)
            return false;
        var reader = new QuantityReader(WrittenText.Tight(text));
        try
        {
            return reader.TryRead(out quantity, out unit);
        }
        catch (OverflowException)
        {
            // More than 28 digits: not a number that anybody counted.
            return false;
        }
    }

    private bool TryRead(out Quantity quantity, out string unit)
    {
        unit = "";
        quantity = default;
        SkipSigns();
        while (ReadHedges(Before))
        {
            SkipSigns();
        }

        var negative = Take("-");
        while (ReadDigits() || ReadScale() || (any && ReadHedges([("余", HedgeWord.Odd), ("多", HedgeWord.More)])))
        {
            any = true;
        }

        if (!any)
            return false;
        AddLastDigits();
        unit = ReadUnit();
        quantity = new Quantity(negative ? -(whole + section) : whole + section, hedge);
        return unit.All(letter => char.IsLetter(letter) || letter is '%' or '㎡');
    }

    private void SkipSigns()
    {
        while (Array.Exists(Signs, Take))
        {
            // Each sign found is stepped over by Take.
        }
    }

    private bool ReadHedges((string Word, HedgeWord Hedge)[] words)
    {
        foreach (var (word, meaning) in words)
        {
            if (!Take(word))
                continue;
            hedge = HedgeWords.Join(hedge, meaning);
            return true;
        }

        return false;
    }

    private bool ReadDigits()
    {
        if (digits is not null || at >= text.Length)
            return false;
        if (ReadChineseDigits())
            return true;
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || IsSeparator()))
        {
            at++;
        }

        if (start == at)
            return false;
        if (!Grouped().IsMatch(text[start..at]))
            return false;
        ReadExponent();
        var number = text[start..at].Replace(",", "", StringComparison.Ordinal);
        if (decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value))
        {
            digits = value;
            zeroBefore = at - start > 1;
            return true;
        }

        at = start;
        return false;
    }

    /// <summary>A cell that Excel shows as 1.2E+05.</summary>
    private void ReadExponent()
    {
        var rest = text.AsSpan(at);
        if (rest.Length < 2 || rest[0] is not ('E' or 'e'))
            return;
        var sign = rest[1] is '+' or '-' ? 1 : 0;
        var length = 1 + sign;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]))
        {
            length++;
        }

        if (length > 1 + sign)
            at += length;
    }

    private bool IsSeparator() =>
        text[at] is '.' or ',' && at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    private bool ReadChineseDigits()
    {
        decimal value = 0;
        var start = at;
        for (; at < text.Length && ChineseDigit(text[at]) is { } digit; at++)
        {
            value = (value * 10) + digit;
            zeroBefore |= digit == 0;
        }

        if (start == at)
            return false;
        digits = value;
        zeroBefore |= at - start > 1;
        return true;
    }

    private static int? ChineseDigit(char letter)
    {
        if (letter is '两')
            return 2;
        if (letter is '〇')
            return 0;
        var index = "零一二三四五六七八九".IndexOf(letter, StringComparison.Ordinal);
        return index < 0 ? null : index;
    }

    private bool ReadScale()
    {
        if (at >= text.Length)
            return false;
        decimal scale = text[at] switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => 0 };
        if (scale == 0)
            return false;
        at++;
        if (scale < 10_000)
        {
            section += (digits ?? 1) * scale;
        }
        else
        {
            var part = section + (digits ?? (section == 0 && whole == 0 ? 1 : 0));
            whole = scale == 100_000_000 ? (whole + part) * scale : whole + (part * scale);
            section = 0;
        }

        digits = null;
        zeroBefore = false;
        lastScale = scale;
        return true;
    }

    /// <summary>A single digit straight after a scale stands for the next lower place: 一百二 is 120, 三万五 is 35,000.</summary>
    private void AddLastDigits()
    {
        if (digits is not { } last)
            return;
        section += lastScale >= 100 && !zeroBefore && last < 10 && last == decimal.Truncate(last) ? last * lastScale / 10 : last;
    }

    private string ReadUnit()
    {
        ReadHedges(After);
        var rest = text[at..];
        foreach (var (word, meaning) in After)
        {
            if (!rest.EndsWith(word, StringComparison.Ordinal))
                continue;
            hedge = HedgeWords.Join(hedge, meaning);
            return rest[..^word.Length];
        }

        return rest;
    }

    private bool Take(string word)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
            return false;
        at += word.Length;
        return true;
    }

    /// <summary>Separators stand before three digits each: 1,2 is no number here.</summary>
    [GeneratedRegex(@"^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Grouped();
}
