namespace Jinguo.Office.Mentions;

/// <summary>Numerals that state nothing: dates, ordinals, list numbers, codes, names, articles.</summary>
internal static class NotAFigure
{
    private const int MakingReach = 24;

    /// <summary>A3, U12, 5G, COVID-19, 〔2026〕8号, 12338, 2026.3.5: part of a code, a number of a document or a telephone.</summary>
    public static bool IsPartOfACode(ReadOnlySpan<char> text, Numeral numeral)
    {
        var (before, after) = (At(text, numeral.Start - 1), At(text, numeral.End));
        if (char.IsAsciiLetter(before) || char.IsAsciiLetter(after) && At(text, numeral.End + 1) is var more && (char.IsAsciiLetterOrDigit(more) || !IsMeasure(after)))
            return true;
        // 三八, 六一, 二〇二六: digits read one by one name a day, a year or a plan.
        if (numeral.Form == NumeralForm.Chinese && IsSpelled(text, numeral))
            return true;
        if (before is '〔' or '[' or '【' or '_' or '№' or '#' or '@' || after is '〕' or ']' or '】' or '_' or '@')
            return true;
        if (after is '号' or '#')
            return true;
        // 5.12, 3.8: a day, a version; and 2026-03-08.
        return numeral.Form == NumeralForm.Arabic && (before is '.' or '/' && char.IsAsciiDigit(At(text, numeral.Start - 2)) || after is '.' && char.IsAsciiDigit(At(text, numeral.End + 1)));
    }

    /// <summary>第三, 其一, 三届: the number only orders.</summary>
    public static bool IsOrdinal(ReadOnlySpan<char> text, Numeral numeral) =>
        At(text, numeral.Start - 1) is '第' or '其' or '初' or '星' or '届' || (At(text, numeral.Start - 1) is '期' && At(text, numeral.Start - 2) is '星') || At(text, numeral.End) is '届' or '楼' or '中' && numeral.Form == NumeralForm.Chinese;

    /// <summary>2026年, 3月8日, 15日, 9时, 15:30, 十四五, 90年代.</summary>
    public static bool IsDate(ReadOnlySpan<char> text, Numeral numeral)
    {
        var at = Clause.SkipSpaces(text, numeral.End);
        var (after, more) = (At(text, at), At(text, at + 1));
        var isPlain = numeral.Hedge.Length == 0 && numeral.Value == decimal.Truncate(numeral.Value);
        return after switch
        {
            '年' => isPlain && (numeral.Value is >= 1900 and <= 2100 || more is '代' or '级' || (numeral.Value is >= 50 and < 100 && numeral.Form == NumeralForm.Arabic && more is '月' or '初' or '底' or '年')),
            '月' or '日' or '时' or '点' or '刻' => isPlain && numeral.Value <= 31 && !(after is '点' && more is '五' or '意' or '建' or '要' or '体') && !(after is '日' && more is '游') && (after is not '日' || At(text, at + 1) is not '制') && (after is not '时' || more is not '代'),
            '分' => isPlain && At(text, numeral.Start - 1) is '时' or '点',
            ':' or '：' => isPlain && char.IsAsciiDigit(more),
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
        if (lexicon.Names.Covers(text, numeral.Start, numeral.End))
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
        var (from, _) = Clause.Bounds(text, numeral.Start, end, MakingReach);
        var isMade = false;
        for (var at = from; at < numeral.Start; at++)
            isMade |= lexicon.Making.LengthAt(text, at) > 0;
        var isLast = end >= text.Length || Clause.IsEnd(text[end]);
        return isLast ? !(isMade || isInList) || !Clause.IsWord(At(text, numeral.Start - 1)) : At(text, numeral.Start - 1) is not ('共' or '仅') && !(At(text, numeral.Start - 2) is '共');
    }

    private static bool IsSpelled(ReadOnlySpan<char> text, Numeral numeral)
    {
        if (numeral.Form != NumeralForm.Chinese || numeral.End - numeral.Start < 2)
            return false;
        foreach (var letter in text[numeral.Start..numeral.End])
            if (letter is '十' or '百' or '千' or '万' or '亿')
                return false;
        return true;
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
        return after is '月' or '日' or '时' || (after is '年' && first.Value >= 1900) || (after is '-' or '/' or '.' && first.Value >= 1900 && char.IsAsciiDigit(At(text, end + 1)));
    }

    private static bool IsMeasure(char letter) => letter is 'm' or 'k' or 'g' or 'M' or 'G' or 'K' or 't';

    private static char At(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length ? text[at] : '\0';
}
