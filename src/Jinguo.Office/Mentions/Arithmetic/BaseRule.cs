namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>现有妇女412人，免费检查惠及468人: nobody serves more than there are.</summary>
internal static class BaseRule
{
    private const int LongestBehind = 60;

    private static readonly string[] Bases = ["应检", "应到", "应参", "总数", "总户数", "总人数", "常住"];
    private static readonly string[] Counting = ["现有", "共有", "全村", "全镇", "全乡", "全县", "全市", "全区", "辖区"];

    // Who may be the whole of those served: 现有执委31人 do not bound whom they visit.
    private static readonly string[] Groups = ["妇女", "人口", "居民", "村民", "儿童", "老人", "学生", "女童", "职工", "户", "家庭"];
    private static readonly string[] Served = ["惠及", "接受", "走访", "实检", "实到", "受检", "参检", "检查"];

    public static IEnumerable<Relation> Find(Sentence sentence)
    {
        var mentions = sentence.Mentions;
        for (var i = 0; i + 1 < mentions.Count; i++)
        {
            var (whole, served) = (mentions[i], mentions[i + 1]);
            if (whole.Kind != MentionKind.Count || served.Kind != MentionKind.Count || !Amounts.MayAdd(whole, served) || !IsWhole(sentence, whole, served))
                continue;
            // 共有1085人接受了检查: the verb may follow.
            if (!Has(sentence.Lead(served), Served) && !Has(Behind(sentence, served), Served))
                continue;
            var holds = served.Value <= whole.Value || whole.Says(served.Value);
            yield return RelationFinder.Make(RelationType.ServedExceedsBase, holds, 0.8, holds ? $"{Amounts.Show(served)}不超过{Amounts.Show(whole)}" : $"{Amounts.Show(served)}超过了{Amounts.Show(whole)}", served, whole);
        }
    }

    private static bool IsWhole(Sentence sentence, Mention whole, Mention served)
    {
        var lead = sentence.Lead(whole).ToString();
        if (Has(lead, Bases))
            return true;
        var group = Array.Find(Groups, one => lead.EndsWith(one, StringComparison.Ordinal) || whole.Of.StartsWith(one, StringComparison.Ordinal));
        // 现有儿童30人，走访老人50人: others are served.
        return group is not null && Has(lead, Counting) && !Array.Exists(Groups, one => one != group && (sentence.Lead(served).Contains(one, StringComparison.Ordinal) || served.Of.Contains(one, StringComparison.Ordinal)));
    }

    private static ReadOnlySpan<char> Behind(Sentence sentence, Mention mention)
    {
        var to = mention.End;
        while (to < sentence.To && to - mention.End < LongestBehind && !Clause.IsEnd(sentence.Text[to]))
            to++;
        return sentence.Text.AsSpan(mention.End..to);
    }

    private static bool Has(ReadOnlySpan<char> words, string[] any)
    {
        foreach (var word in any)
            if (words.Contains(word, StringComparison.Ordinal))
                return true;
        return false;
    }
}
