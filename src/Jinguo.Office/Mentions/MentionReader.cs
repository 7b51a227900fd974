using System.Text;

namespace Jinguo.Office.Mentions;

/// <summary>
/// Reads the numbers that a report states: their value, unit, words of approximation, what they count, and whether they are
/// a result. Dates, ordinals, list numbers, names of documents and programmes are none. Pure, and linear in the text.
/// </summary>
public sealed class MentionReader(MentionLexicon lexicon)
{
    private const int LongestOf = 20;
    private const int ListReach = 24;
    private const int RankReach = 8;
    private const int RoleReach = 30;

    /// <summary>The numbers of a text, in its order.</summary>
    public IReadOnlyList<Mention> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = Plain(text);
        var found = new List<Mention>();
        var at = 0;
        while (at < plain.Length)
        {
            if (!char.IsAsciiDigit(plain[at]) && !Numeral.IsChinese(plain[at]))
            {
                at++;
                continue;
            }
            if (Numeral.Read(plain, at, lexicon, out var next) is { } numeral && Mention(text, plain, numeral, found.Count > 0 ? found[^1] : null, out var end) is { } mention)
            {
                found.Add(mention);
                next = Math.Max(next, end);
            }
            at = next;
        }
        return found;
    }

    // 家长学校十二所，示范村一个: the number before stands behind what it counts.
    private static bool IsInList(ReadOnlySpan<char> plain, Mention? last, int at) =>
        last is { End: var end } && at - end < ListReach && end < plain.Length && Clause.IsEnd(plain[end]) && plain[end] is not ('。' or '\n');

    private Mention? Mention(string text, ReadOnlySpan<char> plain, Numeral numeral, Mention? last, out int end)
    {
        end = numeral.End;
        if (NotAFigure.IsPartOfACode(plain, numeral))
            return null;
        if (Rank(text, plain, numeral, last, out end) is { } rank)
            return rank;
        if (NotAFigure.IsOrdinal(plain, numeral) || NotAFigure.IsDate(plain, numeral) || NotAFigure.IsListNumber(plain, numeral))
            return null;
        if (Share(text, plain, numeral, out end) is { } share)
            return share;
        return Quantity(text, plain, numeral, IsInList(plain, last, numeral.Start), out end);
    }

    /// <summary>全省排名第四, 全市第六名, 取得第二: the place with whom and how it was taken.</summary>
    private Mention? Rank(string text, ReadOnlySpan<char> plain, Numeral numeral, Mention? last, out int end)
    {
        end = numeral.End;
        if (numeral.Start == 0 || plain[numeral.Start - 1] != '第' || numeral.Value is < 1 or > 10_000)
            return null;
        var start = numeral.Start - 1;
        var (isRanked, hasPlace) = (false, false);
        while (lexicon.RankWords.LengthBefore(plain, start) is > 0 and var verb)
            (start, isRanked) = (start - verb, true);
        if (lexicon.Places.LengthBefore(plain, start) is > 1 and var place)
            (start, hasPlace) = (start - place, true);
        // 取得第二和第一的好成绩: the second place follows the first.
        var followsARank = last is { Kind: MentionKind.Rank } && start - last.End < RankReach;
        if (!isRanked && !hasPlace && !followsARank && !IsNearRankWord(plain, start))
            return null;
        var unit = end < plain.Length && plain[end] is '名' or '位' or '个' ? plain[end].ToString() : null;
        // 第一书记 is a post, 第三届 a term: a place stands at the end of its clause or before 的.
        var behind = end + (unit?.Length ?? 0);
        if (behind < plain.Length && !Clause.IsEnd(plain[behind]) && plain[behind] is not ('的' or '和' or '、' or '与' or '佳'))
            return null;
        end = behind;
        // What was taken is not part of the place: 取得第二.
        if (!hasPlace)
            start = numeral.Start - 1;
        return new(start, end, text[start..end], numeral.Value, unit, null, MentionKind.Rank, MentionRole.Result, Clause.Before(text, plain, start, lexicon));
    }

    private bool IsNearRankWord(ReadOnlySpan<char> plain, int start)
    {
        for (var at = start; at > Math.Max(0, start - RankReach) && !Clause.IsEnd(plain[at - 1]); at--)
            if (lexicon.RankWords.LengthBefore(plain, at) > 1)
                return true;
        return false;
    }

    /// <summary>82%, 百分之八十, 1/3, 三分之一, 8.5个百分点.</summary>
    private Mention? Share(string text, ReadOnlySpan<char> plain, Numeral numeral, out int end)
    {
        var (value, unit, step) = (numeral.Value, "%", numeral.Step);
        end = numeral.End;
        var at = Clause.SkipSpaces(plain, end);
        if (numeral.Form == NumeralForm.Percentage)
            at = end;
        else if (at < plain.Length && plain[at] is '%')
            end = at + 1;
        else if (at < plain.Length && plain[at] is '‰')
            (end, unit) = (at + 1, "‰");
        else if (at + 4 <= plain.Length && plain.Slice(at, 4) is "个百分点")
            (end, unit) = (at + 4, "个百分点");
        else if (Fraction(plain, numeral, out end) is { } fraction)
            return new(numeral.Start, end, text[numeral.Start..end], fraction, null, null, MentionKind.Rate, Role(plain, numeral.Start, end), Clause.Around(text, plain, numeral.Start, end, lexicon)) { Step = 0.0001m };
        else
            return null;
        var kind = unit == "个百分点" || IsChange(plain, numeral.Start) ? MentionKind.Change : MentionKind.Rate;
        var hedge = Before(plain, numeral.Start, out _);
        return new(numeral.Start, end, text[numeral.Start..end], value, unit, hedge, kind, Role(plain, numeral.Start, end), Clause.Before(text, plain, numeral.Start, lexicon)) { Step = step };
    }

    private static decimal? Fraction(ReadOnlySpan<char> plain, Numeral numeral, out int end)
    {
        end = numeral.End;
        if (end + 1 < plain.Length && plain[end] == '/' && char.IsAsciiDigit(plain[end + 1]) && numeral.Value < 100 && numeral.Value > 0)
        {
            var from = ++end;
            while (end < plain.Length && char.IsAsciiDigit(plain[end]))
                end++;
            if (end - from <= 3 && decimal.TryParse(plain[from..end], out var under) && under > numeral.Value && !(end < plain.Length && plain[end] == '/'))
                return Math.Round(numeral.Value / under, 4);
        }
        else if (numeral.End + 2 < plain.Length && plain.Slice(numeral.End, 2) is "分之")
        {
            end = numeral.End + 2;
            var from = end;
            while (end < plain.Length && (Numeral.IsChinese(plain[end]) || char.IsAsciiDigit(plain[end])))
                end++;
            if (ChineseNumeral.Value(plain[from..end].ToString()) is { } over && numeral.Value > 0)
                return Math.Round(over / numeral.Value, 4);
        }
        end = numeral.End;
        return null;
    }

    private bool IsChange(ReadOnlySpan<char> plain, int start)
    {
        for (var at = start; at > Math.Max(0, start - RankReach) && !Clause.IsEnd(plain[at - 1]); at--)
            if (lexicon.Growth.LengthBefore(plain, at) is var length && (length > 1 || (length == 1 && at == start)))
                // 提高到80%, 上升为80% tells where it stands, not by how much.
                return at >= plain.Length || plain[at] is not ('到' or '至' or '为');
        return false;
    }

    private Mention? Quantity(string text, ReadOnlySpan<char> plain, Numeral numeral, bool isInList, out int end)
    {
        end = numeral.End;
        var inside = numeral.Hedge;
        var at = Clause.SkipSpaces(plain, end);
        var length = lexicon.Units.LengthAt(plain, at);
        var unit = length > 0 ? plain.Slice(at, length).ToString() : Range(plain, at);
        if (unit is null)
            return Great(text, plain, numeral, out end);
        if (length > 0)
            end = at + length;
        if (NotAFigure.IsName(plain, numeral, end, lexicon) || NotAFigure.IsArticle(plain, numeral, end, isInList && !lexicon.Durations.Contains(unit), lexicon))
            return null;
        var isBare = numeral.Form == NumeralForm.Chinese && numeral.End - numeral.Start == 1 && plain[numeral.Start] is '百' or '千' or '万' or '亿';
        var start = numeral.Start;
        var before = Before(plain, start, out var from);
        if (isBare && before is null && !(unit is "人" && plain[numeral.Start] != '万'))
            return null;
        if (before is not null)
            start = from;
        var after = lexicon.HedgesAfter.LengthAt(plain, end);
        // 14周岁以下的儿童, 2万元以内: the word belongs to the number.
        var behind = after > 0 ? plain.Slice(end, after).ToString() : null;
        end += after;
        var hedges = string.Join('|', new[] { before, inside.Length > 0 ? inside : null, behind }.OfType<string>());
        var kind = lexicon.Money.Contains(unit) ? MentionKind.Money
            : lexicon.Durations.Contains(unit) || IsListed(plain, numeral, end) ? MentionKind.Other
            : unit == "成" ? MentionKind.Rate
            : unit == "倍" && IsChange(plain, numeral.Start) ? MentionKind.Change
            : MentionKind.Count;
        return new(start, end, text[start..end], numeral.Value, unit, hedges.Length > 0 ? hedges : null, kind, hedges.Length > 0 && hedges.Split('|').Any(lexicon.Limits.Contains) ? MentionRole.Target : Role(plain, start, end), Clause.Around(text, plain, start, end, lexicon)) { Step = numeral.Step };
    }

    // 2-4次: the first number has the unit of the second.
    private string? Range(ReadOnlySpan<char> plain, int at)
    {
        if (at + 1 >= plain.Length || plain[at] is not ('-' or '—' or '–' or '~' or '～' or '至' or '到') || (!char.IsAsciiDigit(plain[at + 1]) && !Numeral.IsChinese(plain[at + 1])))
            return null;
        if (Numeral.Read(plain, at + 1, lexicon, out _) is not { } second || second.Value <= 0)
            return null;
        var behind = Clause.SkipSpaces(plain, second.End);
        var length = lexicon.Units.LengthAt(plain, behind);
        return length > 0 && !NotAFigure.IsDate(plain, second) ? plain.Slice(behind, length).ToString() : null;
    }

    /// <summary>三大主题活动: what is counted stands where the unit would.</summary>
    private Mention? Great(string text, ReadOnlySpan<char> plain, Numeral numeral, out int end)
    {
        end = numeral.End;
        if (numeral.Value is < 2 or > 20 || end >= plain.Length || plain[end] != '大')
            return null;
        var from = end + 1;
        var to = from;
        while (to < plain.Length && to - from < 6 && Clause.IsWord(plain[to]))
            to++;
        if (to - from < 2 || !lexicon.Listed.IsEndOf(plain, from, to, out var last) || NotAFigure.IsName(plain, numeral, last, lexicon))
            return null;
        end = last;
        return new(numeral.Start, end, text[numeral.Start..end], numeral.Value, text[from..end], null, MentionKind.Other, MentionRole.Result, text[from..end]);
    }

    private bool IsListed(ReadOnlySpan<char> plain, Numeral numeral, int end) =>
        numeral.Form == NumeralForm.Chinese && numeral.Value < 20 && lexicon.Listed.LengthAt(plain, end) > 0;

    private string? Before(ReadOnlySpan<char> plain, int start, out int from)
    {
        from = start;
        var at = start;
        while (at > 0 && plain[at - 1] == ' ')
            at--;
        var length = lexicon.HedgesBefore.LengthBefore(plain, at);
        if (length == 0)
            return null;
        // 达到 is a verb; 最近, 附近 are no approximation; 市上 is a place.
        if (plain[at - length] is '近' && at - length > 0 && plain[at - length - 1] is '最' or '附' or '邻' or '临' or '靠' or '亲' or '远')
            return null;
        // 最高达: the word is 达.
        if (plain[at - length] is '高' && at - length > 0 && plain[at - length - 1] == '最')
            length--;
        // 上千, but not 线上0.56亿.
        if (plain[at - length] is '上' && !(start < plain.Length && plain[start] is '百' or '千' or '万' or '亿' or '十'))
            return null;
        from = at - length;
        return plain.Slice(from, length).ToString();
    }

    private MentionRole Role(ReadOnlySpan<char> plain, int start, int end)
    {
        var (from, to) = Clause.Bounds(plain, start, end, RoleReach);
        if (plain[from..].StartsWith("全国") && !plain[from..].StartsWith("全国妇联"))
            return MentionRole.Background;
        for (var at = from; at < to; at++)
        {
            if (lexicon.Background.LengthAt(plain, at) > 0)
                return MentionRole.Background;
            // “春蕾计划” is a name.
            if (lexicon.Targets.LengthAt(plain, at) is > 0 and var length && (at + length >= plain.Length || plain[at + length] is not ('”' or '》' or '"')))
                return MentionRole.Target;
        }
        return MentionRole.Result;
    }

    // Full-width digits and signs are the same; the length stays.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
            plain.Append(letter switch
            {
                >= '０' and <= '９' => (char)(letter - '０' + '0'),
                '％' or '﹪' => '%',
                '．' => '.',
                '（' => '(',
                '）' => ')',
                '\u3000' or '\u00a0' or '\t' => ' ',
                _ => letter,
            });
        return plain.ToString();
    }
}
