namespace Jinguo.Office.Mentions;

/// <summary>Reads the times that a text names.</summary>
internal static class PeriodReader
{
    private const int FirstYearOfTenthPlan = 2001;
    private const int Tenth = 10;
    private const int YearsOfPlan = 5;
    private const int LastDay = 31;
    private const int LastMonth = 12;
    private const int NearOfSince = 12;

    private static readonly (string Word, int Years)[] RelativeYears =
    [
        ("本年度", 0), ("今年", 0), ("本年", 0), ("去年", -1), ("上一年度", -1), ("上一年", -1), ("上年度", -1), ("上年", -1), ("前年", -2), ("明年", 1), ("下一年度", 1),
    ];

    // Parts of a year, and their first and last month.
    private static readonly (string Word, int First, int Last)[] Parts =
    [
        ("上半年", 1, 6), ("下半年", 7, 12), ("前三季度", 1, 9), ("前3季度", 1, 9), ("一季度", 1, 3), ("二季度", 4, 6), ("三季度", 7, 9), ("四季度", 10, 12), ("1季度", 1, 3), ("2季度", 4, 6), ("3季度", 7, 9), ("4季度", 10, 12),
        ("全年", 1, 12), ("年内", 1, 12), ("年初", 1, 1), ("年末", 12, 12), ("年底", 12, 12),
    ];

    /// <summary>The time named here, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="plain">The same with plain digits.</param>
    /// <param name="at">Where it would begin.</param>
    /// <param name="named">The time named before in the sentence: a month without a year is of the same year.</param>
    public static NamedPeriod? Read(string text, ReadOnlySpan<char> plain, int at, NamedPeriod? named)
    {
        if (!MayBegin(plain[at]))
            return null;
        var end = at;
        var isUpTo = Take(plain, ref end, "截至") || Take(plain, ref end, "截止到") || Take(plain, ref end, "截止") || (IsHead(plain, at) && Take(plain, ref end, "到"));
        end = Clause.SkipSpaces(plain, end);
        var isSame = false;
        if (end >= plain.Length || (Plan(plain, ref end) ?? Days(plain, ref end, named, out isSame)) is not var (first, last))
            return null;
        var isFrom = Take(plain, ref end, "以来") || Take(plain, ref end, "至今") || Take(plain, ref end, "开始") || Take(plain, ref end, "起") || (plain[(end - 1)..end] is "年" && EndsWithCome(plain, end) && Take(plain, ref end, "来"));
        // 自2019年成立以来.
        isFrom |= At(plain, at - 1) is '自' or '从' && Behind(plain, end).Contains("以来", StringComparison.Ordinal);
        isUpTo |= Take(plain, ref end, "以前") || Take(plain, ref end, "之前") || (At(plain, end) is '前' && At(plain, end + 1) is not ('往' or '来' or '期' or '列' or '后' or '夕') && Take(plain, ref end, "前"));
        return new(at, end, text[at..end], isUpTo ? null : first, isFrom ? null : last) { IsSamePeriod = isSame };
    }

    private static bool MayBegin(char letter) => char.IsAsciiDigit(letter) || letter is '今' or '去' or '上' or '下' or '前' or '本' or '明' or '全' or '年' or '截' or '到' or '第' or '“' or '"' or '〇' or '○' || (letter is not ('百' or '千' or '万' or '亿' or '零' or '两') && Numeral.IsChinese(letter));

    // “十四五”期间: 十五 began in 2001.
    private static (PeriodDay First, PeriodDay Last)? Plan(ReadOnlySpan<char> plain, ref int at)
    {
        var end = at;
        var isQuoted = plain[end] is '“' or '"';
        end += isQuoted ? 1 : 0;
        if (!Take(plain, ref end, "十"))
            return null;
        var plan = Tenth;
        if (end + 1 < plain.Length && plain[end + 1] is '五' && ChineseNumeral.Digits.IndexOf(plain[end]) is > 0 and var digit)
            (plan, end) = (plan + digit, end + 1);
        if (!Take(plain, ref end, "五") || (isQuoted && !Take(plain, ref end, "”") && !Take(plain, ref end, "\"")))
            return null;
        Take(plain, ref end, "规划");
        var isSince = plain[end..].StartsWith("以来");
        if (!isSince && !Take(plain, ref end, "期间") && !Take(plain, ref end, "时期"))
            return null;
        at = end;
        var year = FirstYearOfTenthPlan + (plan - Tenth) * YearsOfPlan;
        return (new(year, false, 1, 1), new(year + YearsOfPlan - 1, false, LastMonth, LastDay));
    }

    private static (PeriodDay First, PeriodDay Last)? Days(ReadOnlySpan<char> plain, ref int at, NamedPeriod? named, out bool isSame)
    {
        isSame = false;
        var end = at;
        var year = Year(plain, ref end);
        if (year is { } own && Take(plain, ref end, "同期"))
        {
            (isSame, at) = (true, end);
            return (named?.First ?? named?.Last) is { } now && named is { First: { } first, Last: { } last } && now.IsRelative == own.IsRelative
                ? (first with { Year = own.First }, last with { Year = own.First })
                : Whole(own, (1, 1, LastMonth, LastDay));
        }
        var gap = Clause.SkipSpaces(plain, end);
        var partEnd = gap;
        if (Part(plain, ref partEnd, isOfYear: year is not null) is { } part)
        {
            at = partEnd;
            var of = year ?? ((named?.First ?? named?.Last) is { } before ? new(before.Year, before.Year, before.IsRelative) : new Years(0, 0, true));
            return Whole(of, part);
        }
        if (year is not { } whole)
            return null;
        at = end;
        return Whole(whole, (1, 1, LastMonth, LastDay));
    }

    private static (PeriodDay First, PeriodDay Last) Whole(Years years, (int Month, int Day, int LastMonth, int LastDay) part) =>
        (new(years.First, years.IsRelative, part.Month, part.Day), new(years.Last, years.IsRelative, part.LastMonth, part.LastDay));

    /// <summary>2026年, 二〇二六年, 2021-2025年, 2019年至2021年, 去年.</summary>
    private static Years? Year(ReadOnlySpan<char> plain, ref int at)
    {
        foreach (var (word, offset) in RelativeYears)
        {
            var behind = at;
            // 50岁以上年龄, 今年龄.
            if (!Take(plain, ref behind, word) || At(plain, behind) is '龄' or '级' || (word[0] is '上' or '前' && At(plain, at - 1) is '以' or '年'))
                continue;
            at = behind;
            return new(offset, offset, true);
        }
        var end = at;
        if (FourDigits(plain, ref end) is not { } first || At(plain, at - 1) is '.' or '/' or '-' or '〔' or '[')
            return null;
        var last = first;
        var next = end;
        var isClosed = Take(plain, ref next, "年");
        var range = next;
        if (TakeRange(plain, ref range) && FourDigits(plain, ref range) is { } second && second >= first && Take(plain, ref range, "年"))
            (last, next) = (second, range);
        else if (!isClosed)
            return null;
        if (At(plain, next) is '代' or '级' or '版')
            return null;
        Take(plain, ref next, "度");
        at = next;
        return new(first, last, false);
    }

    private static (int Month, int Day, int LastMonth, int LastDay)? Part(ReadOnlySpan<char> plain, ref int at, bool isOfYear)
    {
        var end = at;
        if (isOfYear && (Take(plain, ref end, "底") || Take(plain, ref end, "末")))
            (at, end) = (end, -1);
        if (end < 0)
            return (LastMonth, 1, LastMonth, LastDay);
        if (isOfYear && Take(plain, ref end, "初"))
        {
            at = end;
            return (1, 1, 1, LastDay);
        }
        var isAfterNumber = At(plain, at - 1) is var before && (char.IsAsciiDigit(before) || Numeral.IsChinese(before) || before is '几' or '多' or '每' or '半' or '个');
        Take(plain, ref end, "第");
        foreach (var (word, first, last) in Parts)
            if (!isAfterNumber && Take(plain, ref end, word) && At(plain, end) is not '龄')
            {
                at = end;
                return (first, 1, last, LastDay);
            }
        if (end > at)
            return null;
        if (Take(plain, ref end, "前") && Number(plain, ref end) is >= 1 and <= LastMonth and var months && (Take(plain, ref end, "个月") || Take(plain, ref end, "月")))
        {
            at = end;
            return (1, 1, months, LastDay);
        }
        end = at;
        if (isAfterNumber || Month(plain, ref end) is not { } part)
            return null;
        at = end;
        return part;
    }

    /// <summary>3月, 3月份, 3月8日, 3月8-10日, 3月8日至4月2日, 1-6月, 3月至5月, 3、4月, 10月底.</summary>
    private static (int Month, int Day, int LastMonth, int LastDay)? Month(ReadOnlySpan<char> plain, ref int at)
    {
        var end = at;
        if (Number(plain, ref end) is not (>= 1 and <= LastMonth and var month))
            return null;
        if (!Take(plain, ref end, "月"))
        {
            // 1-6月: the number behind tells what both are.
            if (!(TakeRange(plain, ref end) || Take(plain, ref end, "、")) || Number(plain, ref end) is not (>= 1 and <= LastMonth and var lastOfBoth) || lastOfBoth < month || !Take(plain, ref end, "月"))
                return null;
            Take(plain, ref end, "份");
            at = end;
            return (month, 1, lastOfBoth, LastDay);
        }
        // 一月一次: every month.
        if (At(plain, end) is '一' && At(plain, at) is '一')
            return null;
        Take(plain, ref end, "份");
        at = end;
        if (Day(plain, ref end) is { } day)
        {
            at = end;
            var (lastMonth, lastDay) = (month, day);
            var range = end;
            if (TakeRange(plain, ref range))
            {
                var other = range;
                var to = Number(plain, ref other) is >= 1 and <= LastMonth and var next && Take(plain, ref other, "月") ? next : month;
                other = to == month && !(other > range && At(plain, other - 1) is '月') ? range : other;
                if (Day(plain, ref other) is { } until)
                    (lastMonth, lastDay, at) = (to, until, other);
            }
            return (month, day, lastMonth, lastDay);
        }
        // 3月8-10日.
        end = at;
        if (Number(plain, ref end) is >= 1 and <= LastDay and var from && TakeRange(plain, ref end) && Day(plain, ref end) is { } upTo)
        {
            at = end;
            return (month, from, month, upTo);
        }
        end = at;
        if (TakeRange(plain, ref end) && Number(plain, ref end) is >= 1 and <= LastMonth and var last && Take(plain, ref end, "月"))
        {
            Take(plain, ref end, "份");
            at = end;
            return (month, 1, last, LastDay);
        }
        (int From, int To) third = Take(plain, ref at, "上旬") || Take(plain, ref at, "初") ? (1, 10) : Take(plain, ref at, "中旬") ? (11, 20) : Take(plain, ref at, "下旬") ? (21, LastDay) : (1, LastDay);
        if (third == (1, LastDay) && (Take(plain, ref at, "底") || Take(plain, ref at, "末")))
            return (month, 1, month, LastDay);
        return (month, third.From, month, third.To);
    }

    private static int? Day(ReadOnlySpan<char> plain, ref int at)
    {
        var end = at;
        if (Number(plain, ref end) is not (>= 1 and <= LastDay and var day) || !(Take(plain, ref end, "日") || Take(plain, ref end, "号")))
            return null;
        at = end;
        return day;
    }

    // 3, 12, 三, 十二; not the end of a longer number.
    private static int? Number(ReadOnlySpan<char> plain, ref int at)
    {
        var end = at;
        while (end < plain.Length && end - at < 2 && char.IsAsciiDigit(plain[end]))
            end++;
        if (end == at)
            while (end < plain.Length && end - at < 3 && (plain[end] is '十' || ChineseNumeral.Digits.IndexOf(plain[end]) > 0))
                end++;
        if (end == at || ChineseNumeral.Value(plain[at..end].ToString()) is not { } value)
            return null;
        at = end;
        return (int)value;
    }

    private static int? FourDigits(ReadOnlySpan<char> plain, ref int at)
    {
        if (at + 4 > plain.Length)
            return null;
        var year = 0;
        foreach (var letter in plain.Slice(at, 4))
        {
            var digit = char.IsAsciiDigit(letter) ? letter - '0' : letter is '〇' or '○' ? 0 : ChineseNumeral.Digits.IndexOf(letter);
            if (digit < 0)
                return null;
            year = year * 10 + digit;
        }
        if (year is < 1900 or > 2100 || char.IsAsciiDigit(At(plain, at - 1)) || char.IsAsciiDigit(At(plain, at + 4)))
            return null;
        at += 4;
        return year;
    }

    private static bool TakeRange(ReadOnlySpan<char> plain, ref int at)
    {
        var end = Clause.SkipSpaces(plain, at);
        if (At(plain, end) is not ('-' or '—' or '–' or '~' or '～' or '至' or '到'))
            return false;
        while (At(plain, end + 1) is '—' or '-' or ' ')
            end++;
        at = end + 1;
        return true;
    }

    // 2015年来, but not 2015年来信: 来 may begin a word.
    private static bool EndsWithCome(ReadOnlySpan<char> plain, int at) => At(plain, at) is '来' && At(plain, at + 1) is not ('信' or '访' or '电' or '宾' or '源' or '自' or '临' or '料');

    // The rest of the clause, as far as it is near.
    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> plain, int at)
    {
        var end = at;
        while (end < plain.Length && end - at < NearOfSince && !Clause.IsEnd(plain[end]))
            end++;
        return plain[at..end];
    }

    private static bool IsHead(ReadOnlySpan<char> plain, int at) => at == 0 || Clause.IsEnd(plain[at - 1]);

    private static bool Take(ReadOnlySpan<char> plain, ref int at, string word)
    {
        if (at >= plain.Length || !plain[at..].StartsWith(word))
            return false;
        at += word.Length;
        return true;
    }

    private static char At(ReadOnlySpan<char> plain, int at) => at >= 0 && at < plain.Length ? plain[at] : '\0';

    private readonly record struct Years(int First, int Last, bool IsRelative);
}
