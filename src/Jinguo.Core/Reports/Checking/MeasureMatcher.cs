using Jinguo.Core.Figures.Reading;
using Jinguo.Office.Mentions;

namespace Jinguo.Core.Reports.Checking;

/// <summary>A measure that a number of a text may state.</summary>
/// <param name="Heading">Measure and option.</param>
/// <param name="Likeness">0 to 1: how much of its name stands around the number, in its unit.</param>
internal sealed record MeasureMatch(FigureHeading Heading, double Likeness);

/// <summary>Finds the measure that a number states, by the words around it and by its unit. Pure; made once for a catalog.</summary>
internal sealed class MeasureMatcher
{
    /// <summary>Below this the words say too little.</summary>
    private const double Least = 0.45;

    /// <summary>Of two measures this near to each other neither is certain.</summary>
    private const double Near = 0.9;

    /// <summary>Words of the clause that belong to another number say less than its own, those of the sentence still less.</summary>
    private const double InClause = 0.9;
    private const double InSentence = 0.7;

    /// <summary>An option whose measure was named before: 培训1300人次，其中家政服务168人次.</summary>
    private const double OptionOfNamed = 0.95;

    /// <summary>An option that no other work has names its measure alone: 妇女微家, 表彰大会; not 留守儿童.</summary>
    private const double OptionAlone = 0.7;
    private const int LongEnough = 4;

    private static readonly HashSet<string> SaysNothing = new(["其他", "综合"], StringComparer.Ordinal);

    /// <summary>A measure of the same work as the one named before: 普法讲座12场，受众2400人次.</summary>
    private const double SameWork = 0.9;

    private readonly List<Named> measures = [];
    private readonly PairWeights weights;
    private readonly Dictionary<string, int> measuresOfUnit;
    private readonly HashSet<FigureKey> distinctive;

    /// <param name="headings">Everything that is counted, each measure followed by its options.</param>
    public MeasureMatcher(IEnumerable<FigureHeading> headings)
    {
        foreach (var heading in headings)
        {
            if (heading.OptionName is null)
                measures.Add(new(heading, [.. heading.Synonyms.Prepend(heading.Name).Select(Phrase.Of).OfType<Phrase>()], []));
            else if (!SaysNothing.Contains(heading.OptionName) && Phrase.Of(heading.OptionName) is { } phrase)
                measures[^1].Options.Add((heading, phrase));
        }
        weights = new([.. measures.Select(measure => measure.Phrases)]);
        measuresOfUnit = measures.CountBy(measure => measure.Heading.Unit).ToDictionary();
        // Of several measures of one work the first is meant: 阵地数, not 示范阵地数.
        distinctive = [.. measures.SelectMany(measure => measure.Options).Where(option => option.Phrase.Text.Length >= LongEnough)
            .GroupBy(option => option.Phrase.Text).Where(same => same.Select(option => WorkOf(option.Heading)).Distinct().Count() == 1)
            .SelectMany(same => same.DistinctBy(option => option.Heading.Unit)).Select(option => option.Heading.Key)];
    }

    private sealed record Named(FigureHeading Heading, IReadOnlyList<Phrase> Phrases, List<(FigureHeading Heading, Phrase Phrase)> Options);

    /// <summary>The measures that a number may state, the likeliest first: one where it is certain, several where not, none where the words say nothing.</summary>
    /// <param name="mention">The number.</param>
    /// <param name="context">The words around it.</param>
    /// <param name="named">The measure of a number before it in the sentence, or null.</param>
    public IReadOnlyList<MeasureMatch> Match(Mention mention, MentionContext context, FigureHeading? named)
    {
        var found = new List<MeasureMatch>();
        foreach (var measure in measures)
        {
            var unit = UnitLikeness(mention, measure.Heading);
            if (unit == 0)
                continue;
            if (named is not null && named.Key.Measure == measure.Heading.Key.Measure && Options(measure, context).ToList() is [var part])
                found.Add(new(part.Heading, unit * OptionOfNamed));
            found.AddRange(Options(measure, context).Where(option => distinctive.Contains(option.Heading.Key)).Select(option => new MeasureMatch(option.Heading, unit * OptionAlone)));
            var (phrase, likeness) = Best(measure, context, named);
            // 500株: where one measure alone is counted so, the unit says most.
            if (likeness * unit < (unit == 1 && measuresOfUnit[measure.Heading.Unit] == 1 ? Least / 2 : Least))
                continue;
            var options = Options(measure, context).ToList();
            // 走访慰问困难妇女儿童 may be the whole, though 困难妇女 is one of its parts.
            if (options is not [var one] || (IsWithin(one.Phrase, phrase!) && phrase!.Coverage(context.OwnPairs, weights) >= 1))
                found.Add(new(measure.Heading, likeness * unit));
            if (options is [var only])
                found.Add(new(only.Heading, likeness * unit));
        }
        var ranked = found.DistinctBy(match => match.Heading.Key).OrderByDescending(match => match.Likeness).ToList();
        return [.. ranked.TakeWhile(match => match.Likeness >= ranked[0].Likeness * Near)];
    }

    /// <summary>True where a number with its unit may be one of a measure at all, whatever the words say.</summary>
    public static bool Fits(Mention mention, FigureHeading heading) => UnitLikeness(mention, heading) > 0;

    private static IEnumerable<(FigureHeading Heading, Phrase Phrase)> Options(Named measure, MentionContext context) =>
        measure.Options.Where(option => context.OwnBare.Contains(option.Phrase.Text, StringComparison.Ordinal));

    private static bool IsWithin(Phrase part, Phrase whole) => whole.Text.Length > part.Text.Length && whole.Text.Contains(part.Text, StringComparison.Ordinal);

    private (Phrase? Phrase, double Likeness) Best(Named measure, MentionContext context, FigureHeading? named)
    {
        (Phrase? Phrase, double Likeness) best = default;
        // The words that named the number before are its own: 报送信息45条，被采用12条.
        var inSentence = named?.Key.Measure == measure.Heading.Key.Measure ? 0 : InSentence;
        var work = named is not null && named.Key.Measure != measure.Heading.Key.Measure && WorkOf(named) == WorkOf(measure.Heading) ? Phrase.PairsOf(named.Name).Concat(context.OwnPairs).ToHashSet() : null;
        foreach (var phrase in measure.Phrases)
        {
            // A long name found says more than a short one.
            var certainty = 1 - 0.5 / phrase.Text.Length;
            var held = Math.Max(phrase.Coverage(context.OwnPairs, weights), Math.Max(InClause * phrase.Coverage(context.ClausePairs, weights), inSentence * phrase.Coverage(context.SentencePairs, weights)));
            if (work is not null)
                held = Math.Max(held, SameWork * phrase.Coverage(work, weights));
            var likeness = certainty * held;
            if (likeness > best.Likeness)
                best = (phrase, likeness);
        }
        return best;
    }

    // training.participants is of the work “training”.
    private static string WorkOf(FigureHeading heading) => heading.Key.Measure.Split('.')[0];

    // A draft says 人 for what the books count as 人次, and 场 for 期.
    private static double UnitLikeness(Mention mention, FigureHeading heading)
    {
        if (heading.IsRatio && heading.Unit == "%")
            return mention.Kind == MentionKind.Rate && mention.Unit == "%" ? 1 : 0;
        if (mention.Unit is not { } unit)
            return 0;
        if (mention.Kind is not (MentionKind.Count or MentionKind.Money))
            return mention.Kind == MentionKind.Other && unit == heading.Unit ? 1 : 0;
        if (unit == heading.Unit)
            return 1;
        return (UnitKinds.Of(unit), UnitKinds.Of(heading.Unit)) switch
        {
            (UnitKind.Persons, UnitKind.PersonTimes) or (UnitKind.PersonTimes, UnitKind.Persons) => 0.8,
            var (one, other) when one == other && one != UnitKind.Itself => 0.95,
            _ => 0,
        };
    }
}
