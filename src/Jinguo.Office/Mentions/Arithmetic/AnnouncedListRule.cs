namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>做到六个围绕：一是…六是: as many items as announced.</summary>
internal static class AnnouncedListRule
{
    private const string Numerals = "一二三四五六七八九十";
    private const int Reach = 8_000;
    private const int MostBetween = 2;

    public static IEnumerable<Relation> Find(string text, IReadOnlyList<Mention> mentions)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            var announced = mentions[i];
            if (announced.Kind != MentionKind.Other || announced.Value is < 2 or > 10 || announced.Approximation is not null)
                continue;
            var first = FirstItem(text, announced.End);
            if (first < 0)
                continue;
            // The announcement nearest to the list is the one it belongs to.
            if (mentions.Skip(i + 1).TakeWhile(one => one.Start < first).Any(one => one is { Kind: MentionKind.Other, Value: >= 2 and <= 10 } && one.Of == announced.Of))
                continue;
            var items = Items(text, first);
            if (items.Count < 2)
                continue;
            var holds = items.Count == announced.Value;
            // 完成三项任务。主要做法：一是…: the list is of something else; and 三要 may go on after 二是.
            if (!holds && (Letters(text.AsSpan(announced.End..first)) > announced.Of.Length + MostBetween || GoesOn(text, items)))
                continue;
            yield return new(RelationType.PartsOfTotal, [(announced.Start, announced.End), .. items], holds, holds ? $"列了{items.Count}条，与“{announced.Text}”相符" : $"说是“{announced.Text}”，只列了{items.Count}条", holds ? 0.9 : 0.8);
        }
    }

    // The list begins right behind: in the same or the next sentence.
    private static int FirstItem(string text, int from)
    {
        var sentences = 0;
        for (var at = from; at + 1 < text.Length && sentences <= 2 && at - from < 200; at++)
        {
            if (text[at] is '。' or '\n')
                sentences++;
            if (IsItem(text, at, '一'))
                return at;
        }
        return -1;
    }

    private static bool IsItem(string text, int at, char numeral) =>
        text[at] == numeral && text[at + 1] == '是' && (at == 0 || Clause.IsEnd(text[at - 1]) || text[at - 1] == ' ');

    private static int Letters(ReadOnlySpan<char> words)
    {
        var letters = 0;
        foreach (var letter in words)
            letters += char.IsLetter(letter) ? 1 : 0;
        return letters;
    }

    // Behind the last item the next numeral begins a clause without 是.
    private static bool GoesOn(string text, List<(int Start, int End)> items)
    {
        if (items.Count >= Numerals.Length)
            return false;
        for (var at = items[^1].End; at + 1 < text.Length && at - items[^1].End < Reach / 10; at++)
            if (text[at] == Numerals[items.Count] && Clause.IsEnd(text[at - 1]) && text[at + 1] is '要' or '抓' or '为' or '则' or '、' or '来')
                return true;
        return false;
    }

    private static List<(int Start, int End)> Items(string text, int first)
    {
        var items = new List<(int, int)>();
        var at = first;
        foreach (var numeral in Numerals)
        {
            var end = Math.Min(text.Length - 1, at + Reach);
            while (at < end && !IsItem(text, at, numeral))
            {
                // A new list begins: this one has ended.
                if (items.Count > 0 && IsItem(text, at, '一'))
                    return items;
                at++;
            }
            if (at >= end)
                return items;
            items.Add((at, at + 2));
            at += 2;
        }
        return items;
    }
}
