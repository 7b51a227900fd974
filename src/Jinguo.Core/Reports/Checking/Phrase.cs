namespace Jinguo.Core.Reports.Checking;

/// <summary>
/// A name under which a measure or an option may stand in a text, as pairs of letters: Chinese words are not apart, and a
/// draft puts words between them (举办<i>妇女</i>培训班 for 举办培训班).
/// </summary>
internal sealed class Phrase
{
    // Names of measures end in what is counted, which a sentence says with its unit.
    private static readonly string[] Counts = ["期数", "人次", "人数", "户数", "场次", "件次", "份数", "次数", "条数", "篇数", "笔数", "株数", "数", "额"];

    private readonly HashSet<(char, char)> pairs;

    private Phrase(string text)
    {
        Text = text;
        pairs = [.. PairsOf(text)];
    }

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>Its pairs of letters.</summary>
    public IReadOnlyCollection<(char, char)> Pairs => pairs;

    /// <summary>The phrase of a name, without the word for what is counted; null where too little is left to know it by.</summary>
    public static Phrase? Of(string name)
    {
        var text = Bare(name);
        if (Counts.FirstOrDefault(word => text.EndsWith(word, StringComparison.Ordinal)) is { } count && text.Length - count.Length >= 2)
            text = text[..^count.Length];
        return text.Length >= 2 ? new(text) : null;
    }

    /// <summary>A text without brackets and quotation marks: “两癌”筛查 is 两癌筛查.</summary>
    public static string Bare(string text) => string.Concat(text.Where(letter => letter is not ('（' or '）' or '(' or ')' or '“' or '”' or '"' or '《' or '》')));

    /// <summary>The pairs of neighbouring letters of a text.</summary>
    public static IEnumerable<(char First, char Second)> PairsOf(string text) => text.Zip(text.Skip(1)).Where(pair => char.IsLetter(pair.First) && char.IsLetter(pair.Second));

    /// <summary>How much of the phrase a text holds, 0 to 1: rare pairs weigh more than those of every second name.</summary>
    public double Coverage(IReadOnlySet<(char, char)> text, PairWeights weights)
    {
        double held = 0, all = 0;
        foreach (var pair in pairs)
        {
            var weight = weights[pair];
            all += weight;
            if (text.Contains(pair))
                held += weight;
        }
        return all > 0 ? held / all : 0;
    }
}

/// <summary>How much a pair of letters tells: little where many measures have it (妇女, 活动).</summary>
internal sealed class PairWeights
{
    private readonly Dictionary<(char, char), double> weights;

    /// <param name="names">The phrases of each measure.</param>
    public PairWeights(IReadOnlyCollection<IReadOnlyList<Phrase>> names) =>
        weights = names.SelectMany(phrases => phrases.SelectMany(phrase => phrase.Pairs).Distinct()).CountBy(pair => pair)
            .ToDictionary(pair => pair.Key, pair => Math.Log(1 + (double)names.Count / pair.Value));

    /// <summary>The weight of a pair; 1 where no measure has it.</summary>
    public double this[(char, char) pair] => weights.GetValueOrDefault(pair, 1);
}
