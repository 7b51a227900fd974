namespace Jinguo.Office.Mentions;

/// <summary>What the words around a number tell of it: approximation, change, and whether it is a result.</summary>
internal sealed class Surroundings(MentionLexicon lexicon)
{
    private const int ChangeReach = 8;
    private const int RoleReach = 30;

    /// <summary>The word of approximation before the number, and where it begins; null where there is none.</summary>
    public string? Hedge(ReadOnlySpan<char> plain, int start, out int from)
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

    /// <summary>增长12.5%, but not 提高到80%.</summary>
    public bool IsChange(ReadOnlySpan<char> plain, int start)
    {
        for (var at = start; at > Math.Max(0, start - ChangeReach) && !Clause.IsEnd(plain[at - 1]); at--)
            if (lexicon.Growth.LengthBefore(plain, at) is var length && (length > 1 || (length == 1 && at == start)))
                // 提高到80%, 上升为80% tells where it stands, not by how much.
                return at >= plain.Length || plain[at] is not ('到' or '至' or '为');
        return false;
    }

    /// <summary>Whether it tells what was done, by the words of its clause.</summary>
    public MentionRole Role(ReadOnlySpan<char> plain, int start, int end)
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
