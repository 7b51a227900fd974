namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>
/// 共…其中…; …由…组成：…; …、…，共…. What 其中 lists need not be everything: its parts may not exceed the total. A list
/// that is said to be the whole must add up to it.
/// </summary>
internal static class PartsRule
{
    // 妇女, 党员, 学生, 干部, 大专以上: what tells who somebody is, and may be told of one person twice.
    private const string EndsOfPersons = "女员民生者户人亲童部众历上下师年长任属";

    public static IEnumerable<Relation> Find(Sentence sentence)
    {
        var mentions = sentence.Mentions;
        for (var i = 0; i + 1 < mentions.Count; i++)
        {
            var total = mentions[i];
            if (total.Kind is not (MentionKind.Count or MentionKind.Money))
                continue;
            // 由四笔组成: the number of parts may stand between.
            var first = mentions[i + 1].Kind != total.Kind && i + 2 < mentions.Count ? i + 2 : i + 1;
            var opening = Opening(sentence.Between(total, mentions[first]));
            var parts = opening is not PartsOpening.None ? Parts(sentence, total, first) : WholeByChance(sentence, total, i + 1);
            if (parts.Count == 0 || (parts.Count == 1 && opening is not PartsOpening.OfWhich))
                continue;
            var relation = Relate(total, parts, isWhole: opening is PartsOpening.Whole or PartsOpening.Including);
            if (relation is { Holds: false, Type: RelationType.PartsOfTotal } && !MayTell(opening, total, parts))
                continue;
            yield return relation;
            i = first + parts.Count - 1;
        }
        foreach (var relation in TotalsBehind(sentence))
            yield return relation;
    }

    private static PartsOpening Opening(ReadOnlySpan<char> words)
    {
        if (words.Length > 40 || words.Contains('；'))
            return PartsOpening.None;
        if (words.Contains("其中", StringComparison.Ordinal))
            return PartsOpening.OfWhich;
        var isList = words.IndexOfAny('：', ':') >= 0;
        var isEach = words.Contains("分别为", StringComparison.Ordinal) || words.Contains("分别是", StringComparison.Ordinal) || words.Contains("分别有", StringComparison.Ordinal);
        var isIncluding = words.Contains("包括", StringComparison.Ordinal) || words.Contains("分别", StringComparison.Ordinal);
        if (isEach || (isList && (isIncluding || words.Contains("组成", StringComparison.Ordinal) || words.Contains("全部", StringComparison.Ordinal))))
            return PartsOpening.Whole;
        return isIncluding ? PartsOpening.Including : PartsOpening.None;
    }

    // 其中女党员40人，大专以上30人: one person may be both, unless the parts have one name: 大学生志愿者…，教师志愿者….
    private static bool MayTell(PartsOpening opening, Mention total, List<Mention> parts) => opening switch
    {
        PartsOpening.Whole => true,
        PartsOpening.OfWhich => parts.Count == 1
            || UnitKinds.Of(total.Unit) is not (UnitKind.Persons or UnitKind.PersonTimes or UnitKind.Households)
            || parts.TrueForAll(part => part.Of.LastOrDefault() == parts[0].Of.LastOrDefault())
            || !parts.Exists(part => EndsOfPersons.Contains(part.Of.LastOrDefault(), StringComparison.Ordinal)),
        _ => false,
    };

    // The parts end where a number of another kind follows, or where the sentence goes on to something else.
    private static List<Mention> Parts(Sentence sentence, Mention total, int first)
    {
        var parts = new List<Mention>();
        for (var i = first; i < sentence.Mentions.Count; i++)
        {
            var part = sentence.Mentions[i];
            var words = sentence.Between(sentence.Mentions[i - 1], part);
            if (i > first && (words.Contains('；') || words.Contains(';') || words.Contains("其中", StringComparison.Ordinal) || words.Contains("共", StringComparison.Ordinal) || words.Contains("每", StringComparison.Ordinal)))
                break;
            if (part.Kind != total.Kind || !(Amounts.MayAdd(total, part) || Amounts.MixPersonsAndTimes(total, part)))
            {
                // 捐赠衣物500件，折合3000元: a count inside a list of money.
                if (total.Kind == MentionKind.Money && part.Kind == MentionKind.Count)
                    continue;
                break;
            }
            parts.Add(part);
        }
        // 线上…，线下…，利润…: what follows the parts is none; where the first of them make the whole, they are the parts.
        for (var count = parts.Count - 1; count >= 2; count--)
            if (parts.Take(count).ToList() is var some && (total.Says(some.Sum(part => part.Value)) || Slip(total, some)) && !total.Says(parts.Sum(part => part.Value)))
                return some;
        return parts;
    }

    // 共投入1.59万元，…6300元…5000元…: without a word for it, but what follows adds up to the last yuan.
    private static List<Mention> WholeByChance(Sentence sentence, Mention total, int first)
    {
        var lead = sentence.Lead(total);
        if (total.Kind != MentionKind.Money || !(lead.Contains("共", StringComparison.Ordinal) || lead.Contains("投入", StringComparison.Ordinal) || lead.Contains("总", StringComparison.Ordinal)))
            return [];
        var parts = sentence.Mentions.Skip(first).Where(one => one.Kind == MentionKind.Money && !sentence.Lead(one).Contains("每", StringComparison.Ordinal)).ToList();
        return parts.Count >= 2 && parts.Sum(part => part.Value) == total.Value ? parts : [];
    }

    private static Relation Relate(Mention total, List<Mention> parts, bool isWhole)
    {
        var sum = parts.Sum(part => part.Value);
        var all = new[] { total }.Concat(parts);
        var line = $"{string.Join("＋", parts.Select(Amounts.Show))}＝{Amounts.Show(sum, total)}";
        var isSum = total.Says(sum);
        if (!isSum && Slip(total, parts))
            return RelationFinder.Make(RelationType.UnitSlip, false, 0.9, $"{line}，不是{Amounts.Show(total)}；单位看成一样就正好，像是“万”“亿”写错了", all);
        if (parts.Exists(part => Amounts.MixPersonsAndTimes(total, part)))
            return RelationFinder.Make(RelationType.PersonVsPersonTimes, !isSum || parts.TrueForAll(part => part.Unit == parts[0].Unit), 0.8, $"{line}，总数是{total.Unit}，分项里有{string.Join('、', parts.Select(part => part.Unit).Distinct())}", all);
        if (isWhole)
            return RelationFinder.Make(RelationType.PartsOfTotal, isSum, 0.9, isSum ? line : $"{line}，文中是{Amounts.Show(total)}", all) with { Expected = isSum ? null : sum };
        var holds = isSum || sum <= total.Value || total.Says(sum);
        return RelationFinder.Make(RelationType.PartsOfTotal, holds, holds ? 0.8 : 0.9, isSum ? line : holds ? $"其中{(parts.Count == 1 ? Amounts.Show(sum, total) : line)}，不超过{Amounts.Show(total)}" : $"其中{(parts.Count == 1 ? Amounts.Show(sum, total) : line)}，超过了{Amounts.Show(total)}", all);
    }

    /// <summary>The bare digits add up although the values do not: 0.56亿＋0.94万 against 1.5亿.</summary>
    private static bool Slip(Mention total, List<Mention> parts) =>
        total.Kind == MentionKind.Money && parts.Count > 1 && Amounts.Bare(total) is { } whole && parts.TrueForAll(part => Amounts.Bare(part) is not null) && parts.Sum(part => Amounts.Bare(part)!.Value) == whole;

    // 家政3期、刺绣5期，共8期.
    private static IEnumerable<Relation> TotalsBehind(Sentence sentence)
    {
        var mentions = sentence.Mentions;
        for (var i = 2; i < mentions.Count; i++)
        {
            var total = mentions[i];
            var lead = sentence.Lead(total);
            if (total.Kind is not (MentionKind.Count or MentionKind.Money) || !(lead.Trim() is "共" or "共计" or "合计" or "总计" or "总共"))
                continue;
            var parts = new List<Mention>();
            for (var j = i - 1; j >= 0 && mentions[j].Kind == total.Kind && mentions[j].Unit == total.Unit && IsList(sentence, mentions[j], mentions[j + 1]); j--)
                parts.Insert(0, mentions[j]);
            if (parts.Count >= 2)
                yield return Relate(total, parts, isWhole: true);
        }
    }

    private enum PartsOpening
    {
        None,
        OfWhich,
        Including,
        Whole,
    }

    private static bool IsList(Sentence sentence, Mention left, Mention right)
    {
        var words = sentence.Between(left, right);
        return words.Length is > 0 and <= 24 && words[0] is '、' or '，' or ',' && !words.Contains('；') && !words.Contains("每", StringComparison.Ordinal);
    }
}
