namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>县医院、幼儿园、税务局等3个单位; …，共8个单位: the names listed are counted.</summary>
internal static class NamedListRule
{
    public static IEnumerable<Relation> Find(Sentence sentence)
    {
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Value is < 2 or > 30 || mention.Approximation is not null || mention.Kind is not (MentionKind.Count or MentionKind.Other))
                continue;
            if (List(sentence, mention) is not { } list)
                continue;
            var names = Names(sentence.Text, list.From, list.To);
            if (names.Count < 2 || names.Exists(name => sentence.Mentions.Any(other => other.Start < name.End && other.End > name.Start)))
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

    private static (int From, int To, bool IsOpen)? List(Sentence sentence, Mention mention)
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
        while (from > sentence.From && !(Clause.IsEnd(text[from - 1]) && text[from - 1] != '、'))
            from--;
        return (from, to, isOpen);
    }

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
