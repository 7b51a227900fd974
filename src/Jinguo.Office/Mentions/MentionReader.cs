namespace Jinguo.Office.Mentions;

/// <summary>
/// Reads the numbers that a report states: their value, unit, words of approximation, what they count, and whether they are
/// a result. Dates, ordinals, list numbers, names of documents and programmes are none. Pure, and linear in the text.
/// </summary>
public sealed class MentionReader(MentionLexicon lexicon)
{
    private const int ListReach = 24;
    private const int RankReach = 8;
    private const int RoleReach = 30;
    private const int LongestTitle = 80;

    /// <summary>The numbers of a text, in its order.</summary>
    public IReadOnlyList<Mention> Read(string text) => ReadAll(text).Mentions;

    /// <summary>The numbers of a text, and the places whose numerals state none, both in its order.</summary>
    public TextReading ReadAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<char> plain = PlainText.Of(text);
        var (found, skipped, setting) = (new List<Mention>(), new SkippedPlaces(), new Setting());
        // Where a clause begins, a place may be named; a title ends where nothing in it counts any more.
        var (at, head, titleEnd) = (0, 0, 0);
        while (at < plain.Length)
        {
            if (at == head && lexicon.PlaceLeads.LengthAt(plain, at) is > 0 and var leading)
                head = at += leading;
            if (at < plain.Length && at == head && PlaceReader.Read(text, plain, at, lexicon) is { } place)
            {
                // 东山镇、河西镇分别…: of several none is the number's.
                setting.Place = place.End < plain.Length && plain[place.End] is '、' ? null : place;
                at = head = place.End;
                continue;
            }
            if (at >= plain.Length)
                break;
            if (PeriodReader.Read(text, plain, at, setting.Period) is { } period)
            {
                if (at >= titleEnd)
                    setting.Name(period, plain);
                skipped.Add(plain, period.Start, period.End, SkippedReason.Date);
                at = head = period.End;
                continue;
            }
            if (!char.IsAsciiDigit(plain[at]) && !Numeral.IsChinese(plain[at]))
            {
                if (plain[at] is '。' or '！' or '？' or '!' or '?' or '\n' or '\r')
                    setting.EndSentence();
                else if (plain[at] is '《')
                    titleEnd = Math.Max(titleEnd, TitleEnd(plain, at));
                else if (lexicon.PlaceLeads.LengthAt(plain, at) is > 0 and var lead)
                    head = at + lead;
                if (Clause.IsEnd(plain[at]) || (plain[at] is ' ' && at == head))
                    head = at + 1;
                at++;
                continue;
            }
            if (Numeral.Read(plain, at, lexicon, out var next) is { } numeral)
            {
                var (reason, end) = ((SkippedReason?)null, numeral.End);
                if (at < titleEnd)
                    reason = SkippedReason.Name;
                else if (Mention(text, plain, numeral, found.Count > 0 ? found[^1] : null, out end, out reason) is { } mention)
                    found.Add(setting.Of(mention));
                next = Math.Max(next, end);
                if (reason is { } why)
                    next = Math.Max(next, Skip(plain, numeral, end, why, skipped));
                else if (found.Count > 0 && found[^1].End == next)
                    head = next;
            }
            at = next;
        }
        return new(found, skipped.All);
    }

    // The place is that of the whole name, and 一 in a word (进一步) is none.
    private int Skip(ReadOnlySpan<char> plain, Numeral numeral, int end, SkippedReason reason, SkippedPlaces skipped)
    {
        var start = numeral.Start;
        if (reason == SkippedReason.Name && lexicon.Names.Covers(plain, start, numeral.End, out var word))
            (start, end) = (word.Start, Math.Max(end, word.End));
        if (reason == SkippedReason.Name && plain[numeral.Start..numeral.End] is "一" && plain[start..end].Count('一') == 1)
            return end;
        return skipped.Add(plain, start, end, reason);
    }

    // 《关于表彰100名…的决定》: behind its last letter; where it does not close soon, it is none.
    private static int TitleEnd(ReadOnlySpan<char> plain, int at)
    {
        var reach = plain.Slice(at, Math.Min(LongestTitle, plain.Length - at));
        var end = reach.IndexOfAny('》', '\n');
        return end > 0 && reach[end] is '》' ? at + end : at;
    }

    // 家长学校十二所，示范村一个: the number before stands behind what it counts.
    private static bool IsInList(ReadOnlySpan<char> plain, Mention? last, int at) =>
        last is { End: var end } && at - end < ListReach && end < plain.Length && Clause.IsEnd(plain[end]) && plain[end] is not ('。' or '\n');

    private Mention? Mention(string text, ReadOnlySpan<char> plain, Numeral numeral, Mention? last, out int end, out SkippedReason? reason)
    {
        end = numeral.End;
        reason = NotAFigure.IsPartOfACode(plain, numeral, lexicon) ? SkippedReason.Code : NotAFigure.IsSpelled(plain, numeral) ? SkippedReason.Name : null;
        if (reason is not null)
            return null;
        if (Rank(text, plain, numeral, last, out end) is { } rank)
            return rank;
        if ((reason = NotAFigure.Reason(plain, numeral)) is not null)
            return null;
        if (Share(text, plain, numeral, out end) is { } share)
            return share;
        return Quantity(text, plain, numeral, last, out end, out reason);
    }

    /// <summary>全省排名第四, 全市第六名, 取得第二: the place with whom and how it was taken.</summary>
    private Mention? Rank(string text, ReadOnlySpan<char> plain, Numeral numeral, Mention? last, out int end)
    {
        end = numeral.End;
        // 前三名 is a place only beside a word for it; 第三 orders, and may be one.
        var isAmong = numeral.Start > 0 && plain[numeral.Start - 1] is '前';
        if (numeral.Start == 0 || (plain[numeral.Start - 1] is not '第' && !isAmong) || numeral.Value is < 1 or > 10_000 || numeral.Hedge.Length > 0)
            return null;
        var start = numeral.Start - 1;
        var (isRanked, hasPlace) = (false, false);
        while (lexicon.RankWords.LengthBefore(plain, start) is > 0 and var verb)
            (start, isRanked) = (start - verb, true);
        if (lexicon.Places.LengthBefore(plain, start) is > 1 and var place)
            (start, hasPlace) = (start - place, true);
        // 取得第二和第一的好成绩: the second place follows the first.
        var followsARank = last is { Kind: MentionKind.Rank } && start - last.End < RankReach;
        var unit = end < plain.Length && plain[end] is '名' or '位' or '个' ? plain[end].ToString() : null;
        // 获评比第一名。: at the end of its clause nobody is counted off.
        var isPlaceAtEnd = unit is "名" && !isAmong && (end + 1 >= plain.Length || Clause.IsEnd(plain[end + 1]));
        if (!isRanked && !hasPlace && !followsARank && !isPlaceAtEnd && !IsNearRankWord(plain, start))
            return null;
        // 第一书记 is a post, 第三届 a term: a place stands at the end of its clause or before 的.
        var behind = end + (unit?.Length ?? 0);
        if (behind < plain.Length && !Clause.IsEnd(plain[behind]) && plain[behind] is not ('的' or '和' or '、' or '与' or '佳' or '上' or '升' or '跃' or '提' or '下' or '”'))
            return null;
        // 第八位上升到第五位: only a place moves.
        if (behind < plain.Length && plain[behind] is '上' or '升' or '跃' or '提' or '下' && lexicon.Growth.LengthAt(plain, behind) == 0 && !plain[behind..].StartsWith("升") && !plain[behind..].StartsWith("跃"))
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
        else if (at < plain.Length && plain[at] is '/' && plain[(at + 1)..] is var per && (per.StartsWith("10万") || per.StartsWith("十万") || per.StartsWith("1万") || per.StartsWith("万")))
            (end, unit) = (at + 1 + per.IndexOf('万') + 1, "/" + per[..(per.IndexOf('万') + 1)].ToString());
        else if (at < plain.Length && plain[at] is '%')
            end = at + 1;
        else if (at < plain.Length && plain[at] is '‰')
            (end, unit) = (at + 1, "‰");
        else if (at + 4 <= plain.Length && plain.Slice(at, 4) is "个百分点")
            (end, unit) = (at + 4, "个百分点");
        else if (PerTenThousands(plain, numeral, ref end, ref value, ref step) is { } per10000)
            unit = per10000;
        else if (Fraction(plain, numeral, out end) is { } fraction)
            return new(numeral.Start, end, text[numeral.Start..end], fraction, null, null, MentionKind.Rate, Role(plain, numeral.Start, end), Clause.Around(text, plain, numeral.Start, end, lexicon)) { Step = 0.0001m };
        else
            return null;
        var kind = unit == "个百分点" || IsChange(plain, numeral.Start) ? MentionKind.Change : MentionKind.Rate;
        var hedge = Before(plain, numeral.Start, out _);
        return new(numeral.Start, end, text[numeral.Start..end], value, unit, hedge, kind, Role(plain, numeral.Start, end), Clause.Before(text, plain, numeral.Start, lexicon)) { Step = step };
    }

    // 10万分之16.1 is told like 16.1/10万.
    private string? PerTenThousands(ReadOnlySpan<char> plain, Numeral numeral, ref int end, ref decimal value, ref decimal step)
    {
        if (numeral.Value is not (10_000 or 100_000) || !plain[numeral.End..].StartsWith("分之") || numeral.End + 2 >= plain.Length || !(char.IsAsciiDigit(plain[numeral.End + 2]) || Numeral.IsChinese(plain[numeral.End + 2])) || Numeral.Read(plain, numeral.End + 2, lexicon, out _) is not { } over)
            return null;
        (end, value, step) = (over.End, over.Value, over.Step);
        return "/" + plain[numeral.Start..numeral.End].ToString();
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

    private Mention? Quantity(string text, ReadOnlySpan<char> plain, Numeral numeral, Mention? last, out int end, out SkippedReason? reason)
    {
        end = numeral.End;
        reason = null;
        var inside = numeral.Hedge;
        var at = Clause.SkipSpaces(plain, end);
        var length = lexicon.UnitAt(plain, at);
        var unit = length > 0 ? plain.Slice(at, length).ToString() : Range(plain, ref numeral);
        if (unit is null)
            return Great(text, plain, numeral, out end) ?? WithoutUnit(text, plain, numeral, last, out end, out reason);
        if (length > 0)
            end = at + length;
        if (NotAFigure.IsName(plain, numeral, end, lexicon))
        {
            reason = SkippedReason.Name;
            return null;
        }
        // 翻了一番, but 一番功夫.
        var isDoubled = unit == "番" && IsChange(plain, numeral.Start);
        if (!isDoubled && NotAFigure.IsArticle(plain, numeral, end, IsInList(plain, last, numeral.Start) && !lexicon.Durations.Contains(unit), lexicon))
            return null;
        // 八成五 is 8.5.
        if (unit == "成" && end < plain.Length && ChineseNumeral.Digits.IndexOf(plain[end]) > 0 && (end + 1 >= plain.Length || Clause.IsEnd(plain[end + 1])))
            numeral = numeral with { Value = numeral.Value + ChineseNumeral.Digits.IndexOf(plain[end++]) / 10m, Step = 0.1m };
        var isBare = IsBare(plain, numeral);
        var start = numeral.Start;
        var before = Before(plain, start, out var from);
        if (isBare && before is null && !(unit is "人" && plain[numeral.Start] != '万') && !(unit is "元" && numeral.End - numeral.Start > 1))
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
            : unit == "个百分点" || (unit is "成" or "倍" or "番" && IsChange(plain, numeral.Start)) ? MentionKind.Change
            : unit == "成" ? MentionKind.Rate
            : MentionKind.Count;
        return new(start, end, text[start..end], numeral.Value, unit, hedges.Length > 0 ? hedges : null, kind, hedges.Length > 0 && hedges.Split('|').Any(lexicon.Limits.Contains) ? MentionRole.Target : Role(plain, start, end), Clause.Around(text, plain, start, end, lexicon)) { Step = numeral.Step };
    }

    // 2-4次, 3至5万元: the first number has the unit of the second, and its 万.
    private string? Range(ReadOnlySpan<char> plain, ref Numeral numeral)
    {
        var at = Clause.SkipSpaces(plain, numeral.End);
        if (at >= plain.Length || plain[at] is not ('-' or '—' or '–' or '~' or '～' or '至' or '到'))
            return null;
        at = Clause.SkipSpaces(plain, at + 1);
        if (at >= plain.Length || (!char.IsAsciiDigit(plain[at]) && !Numeral.IsChinese(plain[at])) || Numeral.Read(plain, at, lexicon, out _) is not { } second || second.Value <= 0)
            return null;
        var behind = Clause.SkipSpaces(plain, second.End);
        if (NotAFigure.IsDate(plain, second))
            return null;
        var length = lexicon.UnitAt(plain, behind);
        var isShare = behind + 4 <= plain.Length && plain.Slice(behind, 4) is "个百分点";
        if (length == 0 && !isShare)
            return null;
        var scale = plain[second.End - 1] is '万' ? 10_000m : plain[second.End - 1] is '亿' ? 100_000_000m : 1m;
        if (scale > 1 && numeral.Value < second.Value / scale)
            numeral = numeral with { Value = numeral.Value * scale, Step = numeral.Step * scale };
        return isShare ? "个百分点" : plain.Slice(behind, length).ToString();
    }

    /// <summary>投资6.9亿, 3.1万妇女, 参加人数100余: a number without unit that words or its 万 make one all the same.</summary>
    private Mention? WithoutUnit(string text, ReadOnlySpan<char> plain, Numeral numeral, Mention? last, out int end, out SkippedReason? reason)
    {
        end = numeral.End;
        reason = NotAFigure.IsBareCode(plain, numeral) ? SkippedReason.Code : lexicon.Names.Covers(plain, numeral.Start, numeral.End, out _) ? SkippedReason.Name : null;
        var isClosed = end >= plain.Length || Clause.IsEnd(plain[end]);
        var isCounted = plain[Math.Max(0, numeral.Start - 1)..numeral.Start] is "数" && numeral.Step == 1 && isClosed;
        if (isCounted)
            reason = null;
        var before = Before(plain, numeral.Start, out var start);
        var isScaled = numeral.Value >= 10_000 && plain[numeral.Start..numeral.End].IndexOfAny('万', '亿') >= 0 && (!IsBare(plain, numeral) || before is not null);
        var isHedged = numeral.Hedge.Length > 0 && isClosed;
        if (reason is not null || NotAFigure.IsName(plain, numeral, end, lexicon) || !(isScaled || isHedged || isCounted))
            return null;
        var hedges = string.Join('|', new[] { before, numeral.Hedge.Length > 0 ? numeral.Hedge : null }.OfType<string>());
        var words = Clause.Before(text, plain, start, lexicon);
        // 筹款5.6万（企业3万、个人2.6万）.
        var isOfMoney = last is { Kind: MentionKind.Money, Unit: null } && numeral.Start - last.End < ListReach;
        var kind = isScaled && (isOfMoney || IsMoney(words)) ? MentionKind.Money : isCounted || !isClosed ? MentionKind.Count : MentionKind.Other;
        return new(start, end, text[start..end], numeral.Value, null, hedges.Length > 0 ? hedges : null, kind, Role(plain, start, end), kind == MentionKind.Count && !isCounted ? Clause.Around(text, plain, start, end, lexicon) : words) { Step = numeral.Step };
    }

    private bool IsMoney(ReadOnlySpan<char> words) => lexicon.MoneyWords.IsEndOf(words, 0, words.Length, out _);

    // 百户, 千万家: 百, 千, 万 alone mean many.
    private static bool IsBare(ReadOnlySpan<char> plain, Numeral numeral)
    {
        foreach (var letter in plain[numeral.Start..numeral.End])
            if (letter is not ('百' or '千' or '万' or '亿'))
                return false;
        return true;
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
        // 签约, 彩超, 附近 end like an approximation and are none.
        if (lexicon.NotHedges.LengthBefore(plain, at) > length)
            return null;
        // 最高达: the word is 达.
        if (plain[at - length] is '高' && at - length > 0 && plain[at - length - 1] == '最')
            length--;
        // 上千, 过百, but not 线上0.56亿.
        if (plain[at - length] is '上' or '过' && length == 1 && !(start < plain.Length && plain[start] is '百' or '千' or '万' or '亿' or '十'))
            return null;
        from = at - length;
        return plain.Slice(from, length).ToString();
    }

    private MentionRole Role(ReadOnlySpan<char> plain, int start, int end)
    {
        var (from, to) = Clause.Bounds(plain, start, end, RoleReach);
        if (plain[from..].StartsWith("全国") && !plain[from..].StartsWith("全国妇联"))
            return MentionRole.Background;
        var (isDone, isMeant) = (false, false);
        for (var at = from; at < to; at++)
        {
            if (lexicon.Background.LengthAt(plain, at) > 0)
                return MentionRole.Background;
            isDone |= lexicon.Done.LengthAt(plain, at) > 0;
            if (lexicon.NotTargets.LengthAt(plain, at) is > 0 and var other)
                at += other - 1;
            else if (lexicon.Targets.LengthAt(plain, at) is > 0 and var length && !IsNameOrObject(plain, at + length))
            {
                // 完成目标任务的103%, 23项达到要求: done, though a target is named.
                if (plain.Slice(at, length) is not ("目标" or "要求" or "计划"))
                    return MentionRole.Target;
                isMeant |= plain[at] is not '要' || at < start;
            }
        }
        return isMeant && !isDone ? MentionRole.Target : MentionRole.Result;
    }

    // “春蕾计划” is a name, and 将52名纳入 tells what was done with them.
    private static bool IsNameOrObject(ReadOnlySpan<char> plain, int end) =>
        end < plain.Length && (plain[end] is '”' or '》' or '"' || (plain[end - 1] is '将' && char.IsAsciiDigit(plain[end])));
}
