using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Testing.Data;

namespace Jinguo.Core.Tests.Figures;

/// <summary>
/// The books as a child would keep them: for each moment the list of everything that stands, added up with a loop.
/// </summary>
internal sealed class Reference(Tree.City city)
{
    private readonly List<Dictionary<int, (int Body, IReadOnlyList<FactDraft> Facts)>> after = [[]];

    public int Body(Act act) => after[^1].TryGetValue(act.Record, out var record) ? record.Body : act.Body;

    public void Do(Act act)
    {
        var now = new Dictionary<int, (int, IReadOnlyList<FactDraft>)>(after[^1]) { [act.Record] = (Body(act), act.Facts) };
        after.Add(now);
    }

    public IReadOnlyList<FactDraft> Standing(int body, bool ownOnly, string measure, string? option, Period span, int? knownAfterActs, DateOnly today)
    {
        var top = city.All[body];
        var isStock = measure == Books.Homes;
        return
        [
            .. after[knownAfterActs ?? (after.Count - 1)].Values
                .Where(record => ownOnly || measure == Books.Mortality ? record.Body == body : city.All[record.Body].Path.StartsWith(top.Path, StringComparison.Ordinal))
                .SelectMany(record => record.Facts)
                .Where(fact => fact.Measure == measure && (option is null || fact.Option == option) && fact.Day <= today)
                .Where(fact => fact.Day <= span.Last && (isStock || fact.Day >= span.First) && span.First <= today),
        ];
    }

    public static string? Word(IReadOnlyList<FactDraft> facts)
    {
        var words = facts.Select(fact => fact.Hedge).Where(word => word.Length > 0).ToList();
        if (words.Count == 0)
            return null;
        if (facts.Count == 1)
            return words[0];
        var classes = words.Select(Hedge.ClassOf).Distinct().ToList();
        return classes is [var only] ? only switch { HedgeClass.AtLeast => "余", HedgeClass.JustBelow => "近", _ => "约" } : "约";
    }
}
