namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>A percentage against the part and the whole that stand beside it in the sentence.</summary>
internal static class RateRule
{
    private const int LeastShares = 3;
    private const int MostWholes = 6;

    public static IEnumerable<Relation> Find(Sentence sentence)
    {
        var mentions = sentence.Mentions;
        var shares = SharesOfOneWhole(sentence).ToList();
        foreach (var share in shares)
            yield return share;
        for (var i = 0; i < mentions.Count; i++)
        {
            var rate = mentions[i];
            if (rate is not { Kind: MentionKind.Rate, Unit: "%" } || shares.Exists(share => share.Spans[0] == (rate.Start, rate.End)))
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

    // 200名主任中，党员179名，占89.5%；大专2人，占1%；…: where most are shares of one whole, so are all that are of nothing else.
    private static IEnumerable<Relation> SharesOfOneWhole(Sentence sentence)
    {
        var mentions = sentence.Mentions;
        var shares = new List<(Mention Part, Mention Rate)>();
        for (var i = 1; i < mentions.Count; i++)
            if (mentions[i] is { Kind: MentionKind.Rate, Unit: "%" } && mentions[i - 1].Kind == MentionKind.Count && sentence.Between(mentions[i - 1], mentions[i]).Trim("，, 比") is "占")
                shares.Add((mentions[i - 1], mentions[i]));
        if (shares.Count < LeastShares)
            yield break;
        var whole = mentions.Where(one => one.Kind == MentionKind.Count && one.Start < shares[0].Part.Start).TakeLast(MostWholes).MaxBy(one => shares.Count(share => Holds(share, one)));
        if (whole is null || shares.Count(share => Holds(share, whole)) < Math.Max(LeastShares, (shares.Count + 1) / 2))
            yield break;
        foreach (var share in shares)
        {
            var isOfAnother = !Holds(share, whole) && (!Amounts.MayAdd(share.Part, whole) || mentions.Any(one => one.Kind == MentionKind.Count && one != share.Part && Holds(share, one)));
            if (!isOfAnother)
                yield return Relate(RelationType.RateVsCounts, share.Rate, share.Part, whole, isPlain: true);
        }
    }

    private static bool Holds((Mention Part, Mention Rate) share, Mention whole) =>
        share.Part != whole && share.Part.Value <= whole.Value && Amounts.MayAdd(share.Part, whole) && Agrees(share.Rate, Percent(share.Part, whole));

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
        // 检查率92%，检出率2.6%: the first of them is of these two.
        var isFirst = !sentence.Mentions.Any(one => one.Kind == MentionKind.Rate && one.Start >= Math.Max(part.End, whole.End) && one.End <= rate.Start);
        return isNamed && isFirst && ofWhole.Contains('应') && ofPart.Contains('实') && whole.End <= rate.Start && part.End <= rate.Start;
    }

    private static Relation Relate(RelationType type, Mention rate, Mention part, Mention whole, bool isPlain)
    {
        var percent = Percent(part, whole);
        var holds = Agrees(rate, percent);
        return RelationFinder.Make(type, holds, holds ? 0.9 : isPlain ? 0.9 : 0.5, $"{Amounts.Show(part)}÷{Amounts.Show(whole)}＝{Amounts.Percent(percent, rate.Step)}{(holds ? "" : $"，文中是{rate.Text}")}", rate, part, whole) with { Expected = holds || percent < 0 ? null : percent };
    }

    private static decimal Percent(Mention part, Mention whole) => whole.Value == 0 ? -1 : decimal.Round(part.Value / whole.Value * 100, 6);

    // Exactly: 近90% of so many is still a rounded share.
    private static bool Agrees(Mention rate, decimal percent) => percent >= 0 && (rate.Approximation is null ? rate : rate with { Approximation = null }).Says(percent);
}
