namespace Jinguo.Office.Mentions;

/// <summary>Reads places in a ranking.</summary>
internal sealed class RankReader(MentionLexicon lexicon)
{
    private const int Reach = 8;

    /// <summary>全省排名第四, 全市第六名, 取得第二: the place with whom and how it was taken.</summary>
    public Mention? Read(string text, ReadOnlySpan<char> plain, Numeral numeral, Mention? last, out int end)
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
        var followsARank = last is { Kind: MentionKind.Rank } && start - last.End < Reach;
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
        for (var at = start; at > Math.Max(0, start - Reach) && !Clause.IsEnd(plain[at - 1]); at--)
            if (lexicon.RankWords.LengthBefore(plain, at) > 1)
                return true;
        return false;
    }
}
