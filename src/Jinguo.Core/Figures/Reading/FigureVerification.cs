using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Reading;

/// <summary>A body whose figure is not its own work and its children together. It must never occur.</summary>
/// <param name="Organisation">Name of the body.</param>
/// <param name="Code">Its code.</param>
/// <param name="Measure">Code of the measure.</param>
/// <param name="Left">What the figure leaves for the body's own work.</param>
/// <param name="Own">What its own facts say.</param>
public sealed record OwnDifference(string Organisation, string Code, string Measure, decimal Left, decimal Own);

/// <summary>Checks figures as they are read (law 1 of figures.md) on a sample of bodies with others below them.</summary>
public sealed class FigureVerification(Db db, FigureBook book, MeasureCatalogCache measures, TimeProvider time)
{
    /// <summary>Checks this year's figures, so far, of at most <paramref name="bodies"/> bodies spread over the tree.</summary>
    public async Task<IReadOnlyList<OwnDifference>> SampleAsync(int bodies, CancellationToken cancel = default)
    {
        var all = db.Organisations;
        // Multiplied by a prime, keys of neighbours fall apart: a spread sample that is the same each time.
        var sample = await all.Where(body => all.Any(child => child.ParentId == body.Id))
            .OrderBy(body => body.Id * 7919 % 10007).ThenBy(body => body.Id).Take(bodies).ToListAsync(cancel);
        var period = Period.Year(time.Today().Year).UpTo(time.Today());
        FigureKey[] keys = [.. (await measures.GetAsync(db, cancel)).All.Where(measure => measure.Kind is MeasureKind.Flow or MeasureKind.Stock).Select(measure => new FigureKey(measure.Code))];
        var own = await OwnAsync(sample, period, cancel);
        var found = new List<OwnDifference>();
        foreach (var body in sample)
        {
            var read = await book.ReadAsync(new(body.Id, keys, period) { WithChildren = true, AsStored = true }, cancel);
            found.AddRange((read.Value?.Own?.Figures ?? [])
                .Select(figure => new OwnDifference(body.Name, body.Code, figure.Heading.Key.Measure, figure.Value ?? 0, OwnValue(own[body.Id], figure.Heading.Measure)))
                .Where(difference => difference.Left != difference.Own));
        }
        return found;
    }

    // Their own facts, the long way: one scan of the books.
    private async Task<ILookup<int, OwnSum>> OwnAsync(List<Organisation> sample, Period period, CancellationToken cancel)
    {
        var ids = sample.ConvertAll(body => body.Id);
        var sums = await db.Facts
            .Where(fact => ids.Contains(fact.OrganisationId) && fact.Day <= period.Last)
            .GroupBy(fact => new { fact.OrganisationId, fact.MeasureId, IsThisYear = fact.Day >= period.First })
            .Select(group => new OwnSum(group.Key.OrganisationId, group.Key.MeasureId, group.Key.IsThisYear, group.Sum(fact => fact.Value)))
            .ToListAsync(cancel);
        return sums.ToLookup(sum => sum.OrganisationId);
    }

    private static decimal OwnValue(IEnumerable<OwnSum> sums, Measure measure) => measure.InUnit(
        sums.Where(sum => sum.MeasureId == measure.Id && (sum.IsThisYear || measure.Kind == MeasureKind.Stock)).Sum(sum => sum.Value));

    private sealed record OwnSum(int OrganisationId, int MeasureId, bool IsThisYear, long Value);
}
