namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>每户200元 × 8户 ＝ 1600元; 人均耕地1.5亩 against 耕地 and people.</summary>
internal static class ProductRule
{
    public static IEnumerable<Relation> Find(Sentence sentence)
    {
        foreach (var each in sentence.Mentions)
        {
            if (Per(sentence, each) is not { } per)
                continue;
            var counts = sentence.Mentions.Where(one => one != each && one.Kind == MentionKind.Count && IsOf(one, per) && Per(sentence, one) is null).ToList();
            var totals = sentence.Mentions.Where(one => one != each && one.Unit == each.Unit && one.Kind == each.Kind && Per(sentence, one) is null).ToList();
            if (Nearest(counts, each) is not { } count || Nearest(totals, each) is not { } total || count == total)
                continue;
            var value = count.Value * each.Value;
            var holds = total.Says(value) || each.Says(total.Value / count.Value) || IsBound(each, total.Value / count.Value);
            // Where several totals or counts could be meant, only what fits is told.
            if (!holds && (counts.Count > 1 || totals.Count > 1 || !IsPlain(sentence, each, count, total)))
                continue;
            var isAverage = sentence.Lead(each).Contains("均", StringComparison.Ordinal);
            yield return RelationFinder.Make(
                RelationType.Product,
                holds,
                holds ? 0.9 : 0.8,
                isAverage
                    ? $"{Amounts.Show(total)}÷{Amounts.Show(count)}＝{Amounts.Number(decimal.Round(total.Value / count.Value, 2))}{each.Unit}{(holds ? "" : $"，文中是{each.Text}")}"
                    : $"{Amounts.Show(count)}×{Amounts.Show(each)}＝{Amounts.Show(value, total)}{(holds ? "" : $"，文中是{Amounts.Show(total)}")}",
                isAverage ? [each, total, count] : [total, count, each]) with
            { Expected = holds ? null : isAverage ? total.Value / count.Value : value };
        }
    }

    // The three stand side by side, and nothing says that one of them is a part, or of another time.
    private static bool IsPlain(Sentence sentence, Mention each, Mention count, Mention total)
    {
        var three = new[] { each, count, total }.OrderBy(one => one.Start).ToList();
        var words = sentence.Text.AsSpan(three[0].End..three[2].Start);
        var lead = sentence.Lead(each);
        return sentence.Mentions.Count(one => one.Kind != MentionKind.Other && one.Start >= three[0].Start && one.End <= three[2].End) == three.Count
            && sentence.Mentions.Count(one => one.Unit == each.Unit && Per(sentence, one) is not null) == 1
            && !words.Contains("其中", StringComparison.Ordinal) && words.IndexOfAny('；', ';') < 0 && sentence.Lead(count).IndexOf("其中") < 0
            && lead.IndexOfAny("月年天日") < 0;
    }

    private static bool IsBound(Mention each, decimal value) => each.Approximation?.Split('|').Any(word => word is "不足" or "不到" or "近" or "以内") == true && value <= each.Value && value >= each.Value * 0.8m;

    private static string? Per(Sentence sentence, Mention mention)
    {
        var lead = sentence.Lead(mention);
        if (lead.Contains("人均", StringComparison.Ordinal))
            return "人";
        if (lead.Contains("户均", StringComparison.Ordinal))
            return "户";
        var at = lead.LastIndexOf('每');
        return at >= 0 && at + 1 < lead.Length ? lead[at + 1].ToString() : null;
    }

    private static bool IsOf(Mention count, string per) => per switch
    {
        "人" or "名" or "位" => Amounts.IsPersons(count),
        _ => count.Unit == per,
    };

    private static Mention? Nearest(List<Mention> among, Mention to) => among.Count == 0 ? null : among.MinBy(one => Math.Abs(one.Start - to.Start));
}
