using System.Text;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Reports.Templates;

/// <summary>A kind of work whose highlights may be quoted: a record type.</summary>
/// <param name="Code">Code: <c>training</c>.</param>
/// <param name="Name">Name: 妇女培训.</param>
public sealed record Topic(string Code, string Name);

/// <summary>
/// Every name that may stand between the braces, found as people write: full-width letters, spaces and case do not matter.
/// </summary>
public sealed class TemplateWords
{
    /// <summary>Words that every report knows.</summary>
    public static IReadOnlyDictionary<string, ReportWord> Fixed { get; } = new Dictionary<string, ReportWord>(StringComparer.Ordinal)
    {
        ["单位"] = ReportWord.Body,
        ["期间"] = ReportWord.Period,
        ["年"] = ReportWord.Year,
        ["下年"] = ReportWord.NextYear,
        ["日期"] = ReportWord.Day,
        ["落款"] = ReportWord.Signature,
    };

    private const int MostNearest = 3;

    private readonly Dictionary<string, FigureHeading> measures = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Measure, string Option), FigureHeading> options = [];
    private readonly Dictionary<string, Topic> topics = new(StringComparer.Ordinal);
    private readonly List<string> names = [.. Fixed.Keys];

    /// <param name="headings">Everything that is counted, with the options of breakdowns.</param>
    /// <param name="topics">Record types.</param>
    public TemplateWords(IReadOnlyList<FigureHeading> headings, IReadOnlyList<Topic> topics)
    {
        foreach (var heading in headings)
            Add(heading);
        // A synonym never hides a name.
        foreach (var heading in headings.Where(one => one.OptionName is null))
            foreach (var synonym in heading.Synonyms)
                measures.TryAdd(Key(synonym), heading);
        foreach (var topic in topics)
        {
            this.topics[Key(topic.Code)] = topic;
            this.topics[Key(topic.Name)] = topic;
        }
        Topics = topics;
        Measures = [.. headings.Where(one => one.OptionName is null)];
    }

    /// <summary>The measures, in the order of lists.</summary>
    public IReadOnlyList<FigureHeading> Measures { get; }

    /// <summary>Record types, in the order of lists.</summary>
    public IReadOnlyList<Topic> Topics { get; }

    /// <summary>The measure with this name, code or synonym, or null.</summary>
    public FigureHeading? FindMeasure(string name) => measures.GetValueOrDefault(Key(name));

    /// <summary>The option with this name or code of a measure's breakdown, or null.</summary>
    public FigureHeading? FindOption(FigureHeading measure, string name) => options.GetValueOrDefault((measure.Key.Measure, Key(name)));

    /// <summary>The record type with this name or code, or null.</summary>
    public Topic? FindTopic(string name) => topics.GetValueOrDefault(Key(name));

    /// <summary>The options of a measure, in the order of lists.</summary>
    public IReadOnlyList<FigureHeading> Options(FigureHeading measure) =>
        [.. options.Where(one => one.Key.Measure == measure.Key.Measure).Select(one => one.Value).Distinct().OrderBy(option => option.Number)];

    /// <summary>The known names that are most like a word, the likest first; none where nothing is like it.</summary>
    public IReadOnlyList<string> Nearest(string word) => Nearest(word, names);

    /// <summary>The names of a list that are most like a word.</summary>
    internal static IReadOnlyList<string> Nearest(string word, IEnumerable<string> among)
    {
        var key = Key(word);
        return [.. among.Distinct()
            .Select(name => (Name: name, Likeness: Likeness(key, Key(name))))
            .Where(one => one.Likeness > 0.25)
            .OrderByDescending(one => one.Likeness).ThenBy(one => one.Name.Length)
            .Take(MostNearest)
            .Select(one => one.Name)];
    }

    /// <summary>A word as it is compared: half-width, lower case, without spaces.</summary>
    internal static string Key(string word) =>
        string.Concat(word.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();

    private void Add(FigureHeading heading)
    {
        if (heading.OptionName is { } option)
        {
            options[(heading.Key.Measure, Key(option))] = heading;
            options[(heading.Key.Measure, Key(heading.Key.Option!))] = heading;
            return;
        }
        measures[Key(heading.Key.Measure)] = heading;
        measures[Key(heading.Name)] = heading;
        names.Add(heading.Name);
    }

    // Shared letters of both, order aside: short Chinese names differ by a letter left out, added or exchanged.
    private static double Likeness(string left, string right)
    {
        var rest = right.ToList();
        var shared = left.Count(rest.Remove);
        return 2.0 * shared / Math.Max(1, left.Length + right.Length);
    }
}
