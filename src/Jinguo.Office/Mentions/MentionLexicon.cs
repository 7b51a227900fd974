using System.Text.Json;

namespace Jinguo.Office.Mentions;

/// <summary>The words by which numbers in reports are read: data (packs/checking/lexicon.json), to which users add their own.</summary>
public sealed class MentionLexicon
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private MentionLexicon(Words words)
    {
        Units = new(words.Units.Concat(words.Money).Concat(words.Durations));
        Money = words.Money.ToHashSet(StringComparer.Ordinal);
        Durations = words.Durations.ToHashSet(StringComparer.Ordinal);
        Listed = new(words.Listed);
        Names = new(words.Names);
        HedgesBefore = new(words.HedgesBefore);
        HedgesInside = new(words.HedgesInside);
        HedgesAfter = new(words.HedgesAfter);
        Growth = new(words.Growth);
        RankWords = new(words.RankWords);
        Places = new(words.Places);
        Targets = new(words.Targets);
        Limits = words.Limits.ToHashSet(StringComparer.Ordinal);
        Background = new(words.Background);
        Making = new(words.Making);
    }

    /// <summary>Units and counted words: 人次, 户, 平方米.</summary>
    internal WordSet Units { get; }

    /// <summary>Units of money.</summary>
    internal IReadOnlySet<string> Money { get; }

    /// <summary>Units of age and time.</summary>
    internal IReadOnlySet<string> Durations { get; }

    /// <summary>Nouns whose number announces a list: 四个方面.</summary>
    internal WordSet Listed { get; }

    /// <summary>Names and slogans that hold a numeral and a unit without stating a number: 六个一, 四套班子.</summary>
    internal WordSet Names { get; }

    /// <summary>Words of approximation before the number: 近, 超过.</summary>
    internal WordSet HedgesBefore { get; }

    /// <summary>Those between number and unit: 余, 多.</summary>
    internal WordSet HedgesInside { get; }

    /// <summary>Those after the unit: 以上, 左右.</summary>
    internal WordSet HedgesAfter { get; }

    /// <summary>Words after which a rate is a change: 增长, 下降.</summary>
    internal WordSet Growth { get; }

    /// <summary>Words that introduce a place in a ranking: 排名, 荣获.</summary>
    internal WordSet RankWords { get; }

    /// <summary>Among whom one is placed: 全省.</summary>
    internal WordSet Places { get; }

    /// <summary>Words of what is planned or required: 力争, 不超过.</summary>
    internal WordSet Targets { get; }

    /// <summary>Those words of approximation that set a limit.</summary>
    internal IReadOnlySet<string> Limits { get; }

    /// <summary>Words of other people's figures: GDP, 全国.</summary>
    internal WordSet Background { get; }

    /// <summary>Verbs after which 一 with a unit counts: 购置面包车一辆.</summary>
    internal WordSet Making { get; }

    /// <summary>Reads a lexicon; a second one adds to the first.</summary>
    /// <param name="texts">JSON texts, the shipped one first.</param>
    /// <exception cref="JsonException">A text is none.</exception>
    public static MentionLexicon Read(params IEnumerable<string> texts) =>
        new(texts.Select(text => JsonSerializer.Deserialize<Words>(text, Json)!).Aggregate((one, other) => one.With(other)));

    private sealed record Words
    {
        public IReadOnlyList<string> Units { get; init; } = [];

        public IReadOnlyList<string> Money { get; init; } = [];

        public IReadOnlyList<string> Durations { get; init; } = [];

        public IReadOnlyList<string> Listed { get; init; } = [];

        public IReadOnlyList<string> Names { get; init; } = [];

        public IReadOnlyList<string> HedgesBefore { get; init; } = [];

        public IReadOnlyList<string> HedgesInside { get; init; } = [];

        public IReadOnlyList<string> HedgesAfter { get; init; } = [];

        public IReadOnlyList<string> Growth { get; init; } = [];

        public IReadOnlyList<string> RankWords { get; init; } = [];

        public IReadOnlyList<string> Places { get; init; } = [];

        public IReadOnlyList<string> Targets { get; init; } = [];

        public IReadOnlyList<string> Limits { get; init; } = [];

        public IReadOnlyList<string> Background { get; init; } = [];

        public IReadOnlyList<string> Making { get; init; } = [];

        public Words With(Words more) => new()
        {
            Units = [.. Units, .. more.Units],
            Money = [.. Money, .. more.Money],
            Durations = [.. Durations, .. more.Durations],
            Listed = [.. Listed, .. more.Listed],
            Names = [.. Names, .. more.Names],
            HedgesBefore = [.. HedgesBefore, .. more.HedgesBefore],
            HedgesInside = [.. HedgesInside, .. more.HedgesInside],
            HedgesAfter = [.. HedgesAfter, .. more.HedgesAfter],
            Growth = [.. Growth, .. more.Growth],
            RankWords = [.. RankWords, .. more.RankWords],
            Places = [.. Places, .. more.Places],
            Targets = [.. Targets, .. more.Targets],
            Limits = [.. Limits, .. more.Limits],
            Background = [.. Background, .. more.Background],
            Making = [.. Making, .. more.Making],
        };
    }
}
