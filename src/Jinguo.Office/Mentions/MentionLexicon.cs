using System.Text.Json;

namespace Jinguo.Office.Mentions;

/// <summary>The words by which numbers in reports are read: data (packs/checking/lexicon.json), to which users add their own.</summary>
public sealed class MentionLexicon
{
    // 件(次), 份(册): what may stand behind a unit in parentheses.
    private const string JoinedUnits = "次人户份册张件场期只头套条篇批名例幅块本棵株袋盒箱组队桌台辆处";

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
        NotTargets = new(words.NotTargets);
        Done = new(words.Done);
        NotUnits = new(words.NotUnits);
        NotHedges = new(words.NotHedges);
        MoneyWords = new(words.MoneyWords);
        Areas = new(words.Areas);
        PlaceLeads = new(words.PlaceLeads);
        NotPlaces = new(words.NotPlaces);
        NotPlaceBegins = new(words.NotPlaceBegins);
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

    /// <summary>Words that hold one of those of what is planned and tell no plan: 应届, 适应, 目标管理.</summary>
    internal WordSet NotTargets { get; }

    /// <summary>Words of what was done, although a target is named: 完成, 达到.</summary>
    internal WordSet Done { get; }

    /// <summary>Words that begin like a unit and are none: 家庭, 部件.</summary>
    internal WordSet NotUnits { get; }

    /// <summary>Words that end like a word of approximation and are none: 签约, 彩超.</summary>
    internal WordSet NotHedges { get; }

    /// <summary>Words of sums of money, of which a number without unit is one: 投资1.2亿.</summary>
    internal WordSet MoneyWords { get; }

    /// <summary>Areas and bodies by their kind: 全市, 县妇联, 我镇.</summary>
    internal WordSet Areas { get; }

    /// <summary>Words before a place that a clause belongs to: 在, 其中.</summary>
    internal WordSet PlaceLeads { get; }

    /// <summary>Words that end like an area's name and are none: 农村, 示范村.</summary>
    internal WordSet NotPlaces { get; }

    /// <summary>Verbs with which a clause begins, so that no name does: 组织, 建设.</summary>
    internal WordSet NotPlaceBegins { get; }

    /// <summary>Length of the unit that begins here, 人(次) and 场次 as one; 0 where none does.</summary>
    internal int UnitAt(ReadOnlySpan<char> text, int at)
    {
        var length = Units.LengthAt(text, at);
        if (length == 0 || NotUnits.LengthAt(text, at) > length)
            return 0;
        var end = at + length;
        if (end + 2 < text.Length && text[end] is '(' && text[end + 2] is ')' && JoinedUnits.Contains(text[end + 1], StringComparison.Ordinal))
            return length + 3;
        return length == 1 && end < text.Length && text[end] is '次' && text[at] is not '次' && NotUnits.LengthAt(text, end) == 0 ? length + 1 : length;
    }

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

        public IReadOnlyList<string> NotTargets { get; init; } = [];

        public IReadOnlyList<string> Done { get; init; } = [];

        public IReadOnlyList<string> NotUnits { get; init; } = [];

        public IReadOnlyList<string> NotHedges { get; init; } = [];

        public IReadOnlyList<string> MoneyWords { get; init; } = [];

        public IReadOnlyList<string> Areas { get; init; } = [];

        public IReadOnlyList<string> PlaceLeads { get; init; } = [];

        public IReadOnlyList<string> NotPlaces { get; init; } = [];

        public IReadOnlyList<string> NotPlaceBegins { get; init; } = [];

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
            NotTargets = [.. NotTargets, .. more.NotTargets],
            Done = [.. Done, .. more.Done],
            NotUnits = [.. NotUnits, .. more.NotUnits],
            NotHedges = [.. NotHedges, .. more.NotHedges],
            MoneyWords = [.. MoneyWords, .. more.MoneyWords],
            Areas = [.. Areas, .. more.Areas],
            PlaceLeads = [.. PlaceLeads, .. more.PlaceLeads],
            NotPlaces = [.. NotPlaces, .. more.NotPlaces],
            NotPlaceBegins = [.. NotPlaceBegins, .. more.NotPlaceBegins],
        };
    }
}
