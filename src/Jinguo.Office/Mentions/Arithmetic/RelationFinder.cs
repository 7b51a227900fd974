namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>
/// Reckons what the numbers of a text say together: parts and totals, shares, growth, products, the same thing told twice.
/// Only what the words make plain is told: a false alarm costs trust. Pure, and linear in the text.
/// </summary>
public static class RelationFinder
{
    /// <summary>The relations of a text, in its order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mentions">Its numbers, from <see cref="MentionReader"/>.</param>
    public static IReadOnlyList<Relation> Find(string text, IReadOnlyList<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mentions);
        var found = new List<Relation>();
        foreach (var sentence in Sentence.Split(text, mentions))
        {
            found.AddRange(PartsRule.Find(sentence));
            found.AddRange(ProductRule.Find(sentence));
            found.AddRange(RateRule.Find(sentence));
            found.AddRange(GrowthRule.Find(sentence));
            found.AddRange(NamedListRule.Find(sentence));
            found.AddRange(BaseRule.Find(sentence));
        }
        found.AddRange(AnnouncedListRule.Find(text, mentions));
        found.AddRange(TwiceRule.Find(text, mentions));
        found.AddRange(PlanYearRule.Find(text));
        return [.. found.OrderBy(relation => relation.Spans[0].Start)];
    }

    internal static Relation Make(RelationType type, bool holds, double sure, string why, params IEnumerable<Mention> mentions) =>
        new(type, [.. mentions.Select(mention => (mention.Start, mention.End))], holds, why, sure);
}
