using Jinguo.Core.Base.Search;
using Jinguo.Core.Base.Time;
using Jinguo.Office.Mentions;

namespace Jinguo.Core.Reports.Checking;

/// <summary>
/// The events that a draft names in quotation marks: of “巧手”刺绣培训班…，参加120人 the number may be of that one record,
/// which stands in the books with its body and day.
/// </summary>
internal sealed class DraftEvents
{
    /// <summary>Further names of a draft are not looked for.</summary>
    private const int MostNames = 40;

    /// <summary>A name that so many records bear names no event.</summary>
    private const int MostRecords = 300;

    private const int ShortestName = 2;
    private const int LongestName = 20;
    private const int Reach = 120;

    private readonly string text;
    private readonly Dictionary<string, Asked> events;

    private DraftEvents(string text, Dictionary<string, Asked> events) => (this.text, this.events) = (text, events);

    /// <summary>No events: each number is of its whole period.</summary>
    public static DraftEvents None { get; } = new("", []);

    /// <summary>Looks the named events up: one question, none where the draft names nothing.</summary>
    public static async Task<DraftEvents> ReadAsync(SearchReader search, CheckScope scope, string path, string text, IEnumerable<Mention> mentions, CancellationToken cancel)
    {
        var names = mentions.Select(mention => NameOf(text, mention)).OfType<string>().Distinct().Take(MostNames).ToList();
        var found = new Dictionary<string, Asked>(StringComparer.Ordinal);
        if (names.Count == 0)
            return new(text, found);
        var records = await search.FindNamedAsync(names, path, scope.Period.First, scope.Period.Last, MostRecords, cancel);
        foreach (var name in names)
        {
            var bearing = records.Where(record => Phrase.Bare(record.Title).Contains(name, StringComparison.Ordinal)).Select(record => (record.OrganisationId, record.Day)).Distinct().Take(2).ToList();
            if (bearing is [var (body, day)] && Period.TryOf(day, day, out var period))
                found.Add(name, new(body, period));
        }
        return new(text, found);
    }

    /// <summary>Body and day of the event that is named for a number; null where none is, or several.</summary>
    public Asked? Of(Mention mention) => events.Count > 0 && NameOf(text, mention) is { } name && events.TryGetValue(name, out var asked) ? asked : null;

    // The nearest name before the number in its sentence, else the next one in its clause.
    private static string? NameOf(string text, Mention mention)
    {
        for (int at = mention.Start - 1, end = -1; at >= 0 && mention.Start - at <= Reach && !IsSentenceEnd(text[at]); at--)
        {
            if (text[at] is '”' or '》')
                end = at;
            else if (text[at] is '“' or '《' && end > at)
                return Name(text[(at + 1)..end]);
        }
        for (int at = mention.End, begin = -1; at < text.Length && at - mention.End <= Reach && !IsSentenceEnd(text[at]) && !(begin < 0 && text[at] is '，' or '；' or ','); at++)
        {
            if (text[at] is '“' or '《')
                begin = at + 1;
            else if (text[at] is '”' or '》' && begin >= 0)
                return Name(text[begin..at]);
        }
        return null;
    }

    private static string? Name(string quoted) => Phrase.Bare(quoted.Trim()) is { Length: >= ShortestName and <= LongestName } name ? name : null;

    private static bool IsSentenceEnd(char letter) => letter is '。' or '！' or '？' or '\n';
}
