namespace Jinguo.Office.Mentions;

/// <summary>Numerals that state nothing: dates, ordinals, list numbers, codes, names, articles.</summary>
internal static class NotAFigure
{
    private const int MakingReach = 24;
    private const int LongestQuote = 16;
    private const int DigitsOfACode = 5;

    /// <summary>Why a numeral states nothing, as far as it alone tells; null where it may.</summary>
    public static SkippedReason? Reason(ReadOnlySpan<char> text, Numeral numeral) =>
        IsOrdinal(text, numeral) ? SkippedReason.Ordinal
        : IsDate(text, numeral) ? SkippedReason.Date
        : IsListNumber(text, numeral) ? SkippedReason.ListNumber
        : null;

    /// <summary>A3, U12, 5G, COVID-19, 〔2026〕8号, 12338, 2026.3.5: part of a code, a number of a document or a telephone.</summary>
    public static bool IsPartOfACode(ReadOnlySpan<char> text, Numeral numeral, MentionLexicon lexicon)
    {
        var (before, after) = (At(text, numeral.Start - 1), At(text, numeral.End));
        if (char.IsAsciiLetter(before) || (char.IsAsciiLetter(after) && !IsMeasure(text, numeral.End, lexicon)))
            return true;
        // 002版.
        if (text[numeral.Start] is '0' && char.IsAsciiDigit(At(text, numeral.Start + 1)))
            return true;
        if (before is '〔' or '[' or '【' or '_' or '№' or '#' or '@' || after is '〕' or ']' or '】' or '_' or '@')
            return true;
        if (after is '号' or '#')
            return true;
        // 5.12, 3.8: a day, a version; and 2026-03-08.
        return numeral.Form == NumeralForm.Arabic && (before is '.' or '/' && char.IsAsciiDigit(At(text, numeral.Start - 2)) || after is '.' && char.IsAsciiDigit(At(text, numeral.End + 1)));
    }

    /// <summary>12338, 530000: digits without a unit that are too many to count something.</summary>
    public static bool IsBareCode(ReadOnlySpan<char> text, Numeral numeral)
    {
        if (numeral.Hedge.Length > 0 || (numeral.End - numeral.Start < DigitsOfACode && text[numeral.Start..numeral.End] is not ("110" or "114" or "119" or "120" or "122")))
            return false;
        foreach (var letter in text[numeral.Start..numeral.End])
            if (!char.IsAsciiDigit(letter))
                return false;
        return true;
    }

    /// <summary>第三, 第 51 期, 其一, 三届, 一、二类: the number only orders.</summary>
    public static bool IsOrdinal(ReadOnlySpan<char> text, Numeral numeral)
    {
        var at = numeral.Start - 1;
        while (At(text, at) is ' ')
            at--;
        if (At(text, at) is '第' || At(text, numeral.Start - 1) is '其' or '初' or '星' or '届' || (At(text, numeral.Start - 1) is '期' && At(text, numeral.Start - 2) is '星'))
            return true;
        if (numeral.Form != NumeralForm.Chinese)
            return false;
        if (At(text, numeral.End) is '届' or '楼' or '中' || (At(text, numeral.End) is '年' && At(text, numeral.End + 1) is '级'))
            return true;
        return At(text, numeral.End) is '类' or '级' or '等' or '期' or '组' or '批' or '线' or '季' or '档' && At(text, numeral.Start - 1) is '、' && ChineseNumeral.Value(At(text, numeral.Start - 2).ToString()) == numeral.Value - 1;
    }

    /// <summary>三八, 六一: digits read one by one name a day, a year or a plan.</summary>
    public static bool IsSpelled(ReadOnlySpan<char> text, Numeral numeral)
    {
        if (numeral.Form != NumeralForm.Chinese || numeral.End - numeral.Start < 2)
            return false;
        foreach (var letter in text[numeral.Start..numeral.End])
            if (letter is '十' or '百' or '千' or '万' or '亿')
                return false;
        return true;
    }

    /// <summary>2026年, 3月8日, 15日, 9时, 15:30, 十四五, 90年代.</summary>
    public static bool IsDate(ReadOnlySpan<char> text, Numeral numeral)
    {
        var at = Clause.SkipSpaces(text, numeral.End);
        var (after, more) = (At(text, at), At(text, at + 1));
        var isPlain = numeral.Hedge.Length == 0 && numeral.Value == decimal.Truncate(numeral.Value);
        // 9:30.
        if (isPlain && At(text, numeral.Start - 1) is ':' && char.IsAsciiDigit(At(text, numeral.Start - 2)))
            return true;
        return after switch
        {
            '年' => isPlain && (numeral.Value is >= 1900 and <= 2100 || more is '代' or '级' || (numeral.Value is >= 50 and < 100 && numeral.Form == NumeralForm.Arabic && more is '月' or '初' or '底' or '年')),
            '月' or '日' or '时' or '点' or '刻' => isPlain && numeral.Value <= 31 && !(after is '点' && more is '五' or '意' or '建' or '要' or '体') && !(after is '日' && more is '游') && (after is not '日' || At(text, at + 1) is not '制') && (after is not '时' || more is not '代'),
            '分' => isPlain && At(text, numeral.Start - 1) is '时' or '点',
            ':' or '：' => isPlain && char.IsAsciiDigit(more),
            '学' => isPlain && numeral.Value >= 1900 && more is '年',
            // 3.8节.
            '节' => numeral.Form == NumeralForm.Arabic && numeral.Value != decimal.Truncate(numeral.Value),
            '-' or '—' or '–' or '~' or '～' or '至' or '、' or '/' or '.' => isPlain && IsDateBehind(text, at + 1, numeral),
            _ => false,
        };
    }

    /// <summary>一、 （一） 1. (1) ① at the head of a line or sentence; 一是 … 二是, 一要, 一方面.</summary>
    public static bool IsListNumber(ReadOnlySpan<char> text, Numeral numeral)
    {
        var (before, after) = (At(text, numeral.Start - 1), At(text, numeral.End));
        if (numeral.Value > 100 || numeral.Hedge.Length > 0)
            return false;
        if (before is '(' && after is ')')
            return true;
        var isHead = before is '\0' or '\n' or '\r' or ' ' or '。' or '；' or ';' or '：' or ':' or '，' or ',' or '、' or '”' or '!' or '！';
        if (isHead && after is '、' or '.' or ')' && numeral.Form != NumeralForm.Percentage)
            return numeral.Form == NumeralForm.Chinese || !char.IsAsciiDigit(At(text, numeral.End + 1));
        return numeral.Form == NumeralForm.Chinese && after is '是' or '要' or '来' or '则' or '抓' && numeral.End - numeral.Start == 1;
    }

    /// <summary>六个一, 四套班子, 三个代表: a name that holds a number, from the lexicon; or a number and unit that themselves are counted: 六个一.</summary>
    public static bool IsName(ReadOnlySpan<char> text, Numeral numeral, int end, MentionLexicon lexicon)
    {
        if (lexicon.Names.Covers(text, numeral.Start, numeral.End, out _))
            return true;
        // “三个推定、三个走进”: a slogan in quotation marks begins with its number, and so does what follows 、 in it.
        if (numeral.Form == NumeralForm.Chinese && numeral.Value <= 10 && At(text, numeral.Start - 1) is '“' or '"' or '‘' or '、' && At(text, end) is not ('”' or '"' or '’') && IsInQuote(text, numeral.Start, closes: true))
            return true;
        // “一核两翼三区”: each of a row of numbers in quotation marks.
        if (numeral.Form == NumeralForm.Chinese && numeral.Value <= 10 && numeral.End - numeral.Start == 1 && end - numeral.End == 1 && (At(text, end) is '”' || (Numeral.IsChinese(At(text, end)) && At(text, end) is not ('百' or '千' or '万' or '亿'))) && IsInQuote(text, numeral.Start, closes: true))
            return true;
        // 1人1岗, 一村一策.
        if (numeral is { Value: 1, Hedge: "" } && (At(text, end) is '1' || (At(text, numeral.Start - 2) is '1' && char.IsLetter(At(text, numeral.Start - 1)) && !char.IsAsciiDigit(At(text, numeral.Start - 3)))) && numeral.Form == NumeralForm.Arabic && numeral.End - numeral.Start == 1)
            return true;
        // “四期”: a number and its unit alone in quotation marks.
        if (numeral.Form == NumeralForm.Chinese && At(text, numeral.Start - 1) is '“' or '"' or '‘' && At(text, end) is '”' or '"' or '’')
            return true;
        // 六个一, 五个好: what the unit should count is itself a numeral or an adjective at the end of a name.
        return numeral.Form == NumeralForm.Chinese && At(text, end) is '一' && !Numeral.IsChinese(At(text, end + 1)) && lexicon.Units.LengthAt(text, end + 1) == 0;
    }

    /// <summary>一个平台, 一份爱心: 一 as an article. It counts where it stands behind what it counts: 示范村一个.</summary>
    /// <param name="text">The text.</param>
    /// <param name="numeral">The number.</param>
    /// <param name="end">Behind its unit.</param>
    /// <param name="isInList">True where a number just before stands behind what it counts.</param>
    /// <param name="lexicon">Words.</param>
    public static bool IsArticle(ReadOnlySpan<char> text, Numeral numeral, int end, bool isInList, MentionLexicon lexicon)
    {
        if (numeral.Form != NumeralForm.Chinese || numeral.Value != 1 || numeral.End - numeral.Start != 1)
            return false;
        if (At(text, numeral.Start - 1) is not '上' && lexicon.HedgesBefore.LengthBefore(text, numeral.Start) > 0)
            return false;
        // “解决一个，帮助一片”.
        if (IsInQuote(text, numeral.Start, closes: false))
            return true;
        var (from, _) = Clause.Bounds(text, numeral.Start, end, MakingReach);
        var isMade = false;
        for (var at = from; at < numeral.Start; at++)
            isMade |= lexicon.Making.LengthAt(text, at) > 0;
        var isLast = end >= text.Length || Clause.IsEnd(text[end]);
        return isLast ? !(isMade || isInList) || !Clause.IsWord(At(text, numeral.Start - 1)) : At(text, numeral.Start - 1) is not ('共' or '仅') && !(At(text, numeral.Start - 2) is '共');
    }

    // Whether “ stands before without its ”, and, where asked, the ” behind soon.
    private static bool IsInQuote(ReadOnlySpan<char> text, int at, bool closes)
    {
        var from = at - 1;
        while (from >= 0 && at - from <= LongestQuote && text[from] is not ('“' or '”' or '‘' or '’' or '\n' or '。'))
            from--;
        if (At(text, from) is not ('“' or '‘') || at - from > LongestQuote)
            return false;
        if (!closes)
            return true;
        var to = at;
        while (to < text.Length && to - from <= LongestQuote && text[to] is not ('”' or '’' or '\n' or '。'))
            to++;
        return At(text, to) is '”' or '’';
    }

    // 3-5月, 2006-2010年, 3、4月份: the number behind tells what both are.
    private static bool IsDateBehind(ReadOnlySpan<char> text, int at, Numeral first)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end == at)
            return false;
        var after = At(text, end);
        return after is '月' or '日' or '时' || (after is '年' or '学' && first.Value >= 1900) || (after is '-' or '/' or '.' && first.Value >= 1900 && char.IsAsciiDigit(At(text, end + 1)));
    }

    // 5km, 20t, but not 5G: a unit that ends with the word.
    private static bool IsMeasure(ReadOnlySpan<char> text, int at, MentionLexicon lexicon) =>
        lexicon.Units.LengthAt(text, at) is > 0 and var length && !char.IsAsciiLetterOrDigit(At(text, at + length));

    private static char At(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length ? text[at] : '\0';
}
