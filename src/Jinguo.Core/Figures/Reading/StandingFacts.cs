using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Figures.Reading;

/// <summary>The facts behind one figure: posted, not reversed.</summary>
internal static class StandingFacts
{
    /// <param name="facts">Those of the place (<see cref="FactPlace"/>): all, or those that a reader may open.</param>
    /// <param name="all">All facts.</param>
    /// <param name="body">The body.</param>
    /// <param name="heading">What the figure counts.</param>
    /// <param name="parts">The measures behind it.</param>
    /// <param name="period">The period as far as it has run.</param>
    /// <param name="knownAt">As the books stood then.</param>
    public static IQueryable<Fact> Behind(this IQueryable<Fact> facts, IQueryable<Fact> all, FigureBody body, FigureHeading heading, IEnumerable<Measure> parts, Period period, DateTime? knownAt)
    {
        var instant = knownAt ?? DateTime.MaxValue;
        var standing = Counted(facts, [.. parts], period.First).Where(fact =>
            fact.Day <= period.Last && fact.PostedAt <= instant && fact.Reverses == null
            && !all.Any(other => other.Region == fact.Region && other.Reverses == fact.Id && other.PostedAt <= instant));
        if (heading.Number != 0)
            standing = standing.Where(fact => fact.Option == heading.Number);
        if (heading.Measure.Kind == MeasureKind.Observed)
            standing = standing.Where(fact => fact.OrganisationId == body.Id).NewestFirst().Take(1);
        return standing;
    }

    // Of one measure the facts lie in the order of their days, so that the newest are found without looking at the others.
    private static IQueryable<Fact> Counted(IQueryable<Fact> facts, IReadOnlyList<Measure> parts, DateOnly first)
    {
        if (parts is [{ Kind: not MeasureKind.Stock, Id: var flow }])
            return facts.Where(fact => fact.MeasureId == flow && fact.Day >= first);
        if (parts is [{ Id: var stock }])
            return facts.Where(fact => fact.MeasureId == stock);
        var flows = parts.Where(measure => measure.Kind != MeasureKind.Stock).Select(measure => measure.Id).ToList();
        var stocks = parts.Where(measure => measure.Kind == MeasureKind.Stock).Select(measure => measure.Id).ToList();
        return facts.Where(fact => (flows.Contains(fact.MeasureId) && fact.Day >= first) || stocks.Contains(fact.MeasureId));
    }

    /// <summary>Those of cases.</summary>
    public static IQueryable<Fact> OfCases(this IQueryable<Fact> facts) => facts.Where(fact => fact.SourceKind == RecordRef.Case);

    /// <summary>Without those of cases, which are counted and never listed: a line would tell that a case was there on that day.</summary>
    public static IQueryable<Fact> WithoutCases(this IQueryable<Fact> facts) => facts.Where(fact => fact.SourceKind != RecordRef.Case);

    public static IOrderedQueryable<Fact> NewestFirst(this IQueryable<Fact> facts) =>
        facts.OrderByDescending(fact => fact.Day).ThenByDescending(fact => fact.PostedAt).ThenByDescending(fact => fact.Id);
}
