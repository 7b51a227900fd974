namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>126期，比去年的105期增长20%: the rate against both values.</summary>
internal static class GrowthRule
{
    public static IEnumerable<Relation> Find(Sentence sentence)
    {
        var mentions = sentence.Mentions;
        for (var i = 0; i < mentions.Count; i++)
        {
            var rate = mentions[i];
            if (rate is not { Unit: "%", Kind: MentionKind.Change })
                continue;
            var before = mentions.Take(i).ToList().FindLast(one => one.Kind is MentionKind.Count or MentionKind.Money && IsFormer(sentence, one));
            if (before is null || before.Value == 0 || mentions.Take(i).TakeWhile(one => one != before).LastOrDefault(one => one.Unit == before.Unit && one.Kind == before.Kind) is not { } now)
                continue;
            // 来访45件、调解30件，比去年的50件…: which of them is not told.
            var isPlain = mentions.Take(i).TakeWhile(one => one != before).Count(one => one.Unit == before.Unit && one.Kind == before.Kind) == 1;
            var percent = (now.Value - before.Value) / before.Value * 100;
            var isFall = sentence.Lead(rate).Contains("降", StringComparison.Ordinal) || sentence.Lead(rate).Contains("减", StringComparison.Ordinal);
            var told = isFall ? -percent : percent;
            var holds = rate.Says(decimal.Round(told, 6));
            if (!holds && !isPlain)
                continue;
            yield return RelationFinder.Make(RelationType.Growth, holds, 0.9, $"（{Amounts.Show(now)}－{Amounts.Show(before)}）÷{Amounts.Show(before)}＝{Amounts.Percent(percent)}{(holds ? "" : $"，文中是{rate.Text}")}", rate, now, before) with { Expected = holds || told < 0 ? null : told };
        }
    }

    private static bool IsFormer(Sentence sentence, Mention mention)
    {
        var lead = sentence.Lead(mention);
        return (lead.Contains('比') || lead.Contains('较')) && (lead.Contains("年", StringComparison.Ordinal) || lead.Contains("上", StringComparison.Ordinal) || lead.Contains("同期", StringComparison.Ordinal)) && lead.EndsWith("的");
    }
}
