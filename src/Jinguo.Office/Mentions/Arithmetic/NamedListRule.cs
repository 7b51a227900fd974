namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>县医院、幼儿园、税务局等3个单位; …，共8个单位: the names listed are counted.</summary>
internal static class NamedListRule
{
    // Thirty names are not longer; without a bound a list that never ends would be read again for each of its numbers.
    private const int LongestList = 600;

    public static IEnumerable<Relation> Find(Sentence sentence)
    {
        foreach (var (place, mention) in sentence.Mentions.Index())
        {
            if (mention.Value is < 2 or > 30 || mention.Approximation is not null || mention.Kind is not (MentionKind.Count or MentionKind.Other))
                continue;
            if (List(sentence, mention, place > 0 ? sentence.Mentions[place - 1].End : sentence.From) is not { } list)
                continue;
            var names = Names(sentence.Text, list.From, list.To);
            if (names.Count < 2)
                continue;
            var holds = names.Count == mention.Value;
            // 等 may leave some out: then only more than announced is wrong.
            if (!holds && list.IsOpen && (names.Count < mention.Value || mention.Unit is "次" or "场" or "期" or "件" or "份" or "场次" or "项"))
                continue;
            // A和B may be two names or one.
            if (!holds && mention.Value > names.Count && mention.Value <= names.Count + names.Sum(name => Joins(sentence.Text.AsSpan(name.Start..name.End))))
                continue;
            yield return new(RelationType.PartsOfTotal, [(mention.Start, mention.End), .. names], holds, $"文中列出{names.Count}个，说是{mention.Text}", holds ? 0.8 : 0.7);
        }
    }

    private static int Joins(ReadOnlySpan<char> name) => name.Count('和') + name.Count('及') + name.Count('与') + name.Count('暨');

    // Back to the end of a clause; what holds a number itself is no list of names.
    private static (int From, int To, bool IsOpen)? List(Sentence sentence, Mention mention, int former)
    {
        var text = sentence.Text;
        var to = mention.Start;
        var isOpen = false;
        if (to > sentence.From && text[to - 1] is '等')
            (to, isOpen) = (to - 1, true);
        else if (to > sentence.From + 1 && text[to - 1] is '共' && text[to - 2] is '，' or ',')
            to -= 2;
        else if (to > sentence.From && text[to - 1] is '为')
            to--;
        else
            return null;
        var from = to;
        while (from > former && to - from < LongestList && !IsHead(sentence, from))
            from--;
        return IsHead(sentence, from) ? (from, to, isOpen) : null;
    }

    private static bool IsHead(Sentence sentence, int at) =>
        at <= sentence.From || (Clause.IsEnd(sentence.Text[at - 1]) && sentence.Text[at - 1] != '、');

    private static List<(int Start, int End)> Names(string text, int from, int to)
    {
        var names = new List<(int, int)>();
        var start = from;
        for (var at = from; at <= to; at++)
        {
            if (at < to && text[at] != '、')
                continue;
            if (at > start)
                names.Add((start, at));
            start = at + 1;
        }
        return names;
    }
}
