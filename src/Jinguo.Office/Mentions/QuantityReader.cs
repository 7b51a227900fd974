namespace Jinguo.Office.Mentions;

/// <summary>Reads numbers with a unit, and those that need none.</summary>
internal sealed class QuantityReader(MentionLexicon lexicon)
{
    private const int ListReach = 24;

    private readonly Surroundings around = new(lexicon);

    /// <summary>36期, 近2000人, 45.6万元以上, 八成五; null where it is an article or stands in a name.</summary>
    public Mention? Read(string text, ReadOnlySpan<char> plain, Numeral numeral, Mention? last, out int end, out SkippedReason? reason)
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
        var isDoubled = unit == "番" && around.IsChange(plain, numeral.Start);
        if (!isDoubled && NotAFigure.IsArticle(plain, numeral, end, IsInList(plain, last, numeral.Start) && !lexicon.Durations.Contains(unit), lexicon))
            return null;
        // 八成五 is 8.5.
        if (unit == "成" && end < plain.Length && ChineseNumeral.Digits.IndexOf(plain[end]) > 0 && (end + 1 >= plain.Length || Clause.IsEnd(plain[end + 1])))
            numeral = numeral with { Value = numeral.Value + ChineseNumeral.Digits.IndexOf(plain[end++]) / 10m, Step = 0.1m };
        var isBare = IsBare(plain, numeral);
        var start = numeral.Start;
        var before = around.Hedge(plain, start, out var from);
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
            : unit == "个百分点" || (unit is "成" or "倍" or "番" && around.IsChange(plain, numeral.Start)) ? MentionKind.Change
            : unit == "成" ? MentionKind.Rate
            : MentionKind.Count;
        return new(start, end, text[start..end], numeral.Value, unit, hedges.Length > 0 ? hedges : null, kind, hedges.Length > 0 && hedges.Split('|').Any(lexicon.Limits.Contains) ? MentionRole.Target : around.Role(plain, start, end), Clause.Around(text, plain, start, end, lexicon)) { Step = numeral.Step };
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
        var before = around.Hedge(plain, numeral.Start, out var start);
        var isScaled = numeral.Value >= 10_000 && plain[numeral.Start..numeral.End].IndexOfAny('万', '亿') >= 0 && (!IsBare(plain, numeral) || before is not null);
        var isHedged = numeral.Hedge.Length > 0 && isClosed;
        if (reason is not null || NotAFigure.IsName(plain, numeral, end, lexicon) || !(isScaled || isHedged || isCounted))
            return null;
        var hedges = string.Join('|', new[] { before, numeral.Hedge.Length > 0 ? numeral.Hedge : null }.OfType<string>());
        var words = Clause.Before(text, plain, start, lexicon);
        // 筹款5.6万（企业3万、个人2.6万）.
        var isOfMoney = last is { Kind: MentionKind.Money, Unit: null } && numeral.Start - last.End < ListReach;
        var kind = isScaled && (isOfMoney || IsMoney(words)) ? MentionKind.Money : isCounted || !isClosed ? MentionKind.Count : MentionKind.Other;
        return new(start, end, text[start..end], numeral.Value, null, hedges.Length > 0 ? hedges : null, kind, around.Role(plain, start, end), kind == MentionKind.Count && !isCounted ? Clause.Around(text, plain, start, end, lexicon) : words) { Step = numeral.Step };
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

    // 家长学校十二所，示范村一个: the number before stands behind what it counts.
    private static bool IsInList(ReadOnlySpan<char> plain, Mention? last, int at) =>
        last is { End: var end } && at - end < ListReach && end < plain.Length && Clause.IsEnd(plain[end]) && plain[end] is not ('。' or '\n');
}
