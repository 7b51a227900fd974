namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>A percentage against the part and the whole that stand beside it in the sentence.</summary>
internal static class RateRule
{
    public static IEnumerable<Relation> Find(Sentence sentence)
    {
        var mentions = sentence.Mentions;
        for (var i = 0; i < mentions.Count; i++)
        {
            var rate = mentions[i];
            if (rate is not { Kind: MentionKind.Rate, Unit: "%" })
                continue;
            var counts = mentions.Take(i).Where(one => one.Kind is MentionKind.Count or MentionKind.Money).ToList();
            // 占总户数24万户的82%: the whole stands right before the rate.
            if (counts.Count >= 2 && IsShareOf(sentence, counts[^1], rate) && counts.FindLast(one => one != counts[^1] && Amounts.MayAdd(one, counts[^1])) is { } subject)
            {
                yield return Relate(RelationType.Share, rate, subject, counts[^1], isPlain: true);
                continue;
            }
            var pairs = Pairs(counts, [.. mentions.Skip(i + 1).Where(one => one.Kind is MentionKind.Count).Take(3)]);
            foreach (var (part, whole) in pairs)
            {
                var isPlain = IsPlain(sentence, part, whole, rate);
                var relation = Relate(RelationType.RateVsCounts, rate, part, whole, isPlain);
                if (!relation.Holds && !isPlain)
                    continue;
                yield return relation;
                break;
            }
        }
    }

    private static bool IsShareOf(Sentence sentence, Mention whole, Mention rate) =>
        sentence.Between(whole, rate) is { Length: <= 3 } words && words.Contains("的", StringComparison.Ordinal) && sentence.Lead(whole).Contains("占", StringComparison.Ordinal);

    // Part and whole have the same unit, and the part is not the larger.
    private static IEnumerable<(Mention Part, Mention Whole)> Pairs(List<Mention> before, List<Mention> after)
    {
        for (var i = before.Count - 1; i >= Math.Max(0, before.Count - 3); i--)
            foreach (var other in before.Take(i).Reverse().Take(3).Concat(after))
                if (Amounts.MayAdd(before[i], other))
                    yield return before[i].Value < other.Value ? (before[i], other) : (other, before[i]);
    }

    // 应检…实检…, 总户数…: the words say that these two make the rate.
    private static bool IsPlain(Sentence sentence, Mention part, Mention whole, Mention rate)
    {
        var ofWhole = sentence.Lead(whole);
        var ofPart = sentence.Lead(part);
        var isNamed = sentence.Lead(rate).Contains('率') || sentence.Lead(rate).Contains('面');
        return isNamed && ofWhole.Contains('应') && ofPart.Contains('实') && whole.End <= rate.Start && part.End <= rate.Start;
    }

    private static Relation Relate(RelationType type, Mention rate, Mention part, Mention whole, bool isPlain)
    {
        var percent = whole.Value == 0 ? 0 : part.Value / whole.Value * 100;
        var holds = whole.Value != 0 && (rate with { Approximation = null }).Says(decimal.Round(percent, 6));
        return RelationFinder.Make(type, holds, holds ? 0.9 : isPlain ? 0.9 : 0.5, $"{Amounts.Show(part)}÷{Amounts.Show(whole)}＝{Amounts.Percent(percent)}{(holds ? "" : $"，文中是{rate.Text}")}", rate, part, whole);
    }
}
