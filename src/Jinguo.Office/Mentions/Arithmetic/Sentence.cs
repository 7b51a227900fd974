namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>A sentence with its numbers.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="From">First letter of the sentence.</param>
/// <param name="To">Behind its last.</param>
/// <param name="Mentions">Its numbers, in order.</param>
internal sealed record Sentence(string Text, int From, int To, IReadOnlyList<Mention> Mentions)
{
    // Nobody writes more numbers into a sentence; without a bound a hostile text would cost more than its length.
    private const int MostMentions = 60;
    private const int LongestLead = 60;

    /// <summary>The sentences of a text that hold numbers.</summary>
    public static IEnumerable<Sentence> Split(string text, IReadOnlyList<Mention> mentions)
    {
        var (from, next) = (0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] is not ('。' or '！' or '？' or '\n' or '\r'))
                continue;
            var own = new List<Mention>();
            while (next < mentions.Count && mentions[next].Start < at)
            {
                own.Add(mentions[next++]);
                if (own.Count < MostMentions)
                    continue;
                yield return new(text, from, at, own);
                own = [];
            }
            if (own.Count > 0)
                yield return new(text, from, at, own);
            from = at + 1;
        }
    }

    /// <summary>The words between two numbers, or between the sentence's ends and a number.</summary>
    public ReadOnlySpan<char> Between(Mention? left, Mention? right) => Text.AsSpan((left?.End ?? From)..(right?.Start ?? To));

    /// <summary>The clause before a number, back to the number or punctuation before it.</summary>
    public ReadOnlySpan<char> Lead(Mention mention)
    {
        var from = mention.Start;
        while (from > From && mention.Start - from < LongestLead && !Clause.IsEnd(Text[from - 1]))
            from--;
        return Text.AsSpan(from..mention.Start);
    }
}
