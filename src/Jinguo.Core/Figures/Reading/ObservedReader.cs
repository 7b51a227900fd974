using Jinguo.Core.Base.Data;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Reads observed values: never summed, the last one that the body itself entered for the period.</summary>
internal sealed class ObservedReader(Db db)
{
    public async Task AddAsync(Dictionary<CellKey, Cell> cells, CellQuestion question, List<int> measures, CancellationToken cancel)
    {
        var spans = question.Spans.Where(span => span.IsOpen).Select(span => span.Period).ToList();
        if (spans.Count == 0)
            return;
        List<int> bodies = [question.Body, .. question.Children];
        var (first, last) = (spans.Min(span => span.First), spans.Max(span => span.Last));
        var instant = question.KnownAt ?? DateTime.MaxValue;
        var all = db.Facts;
        var entries = await all.AsNoTracking()
            .Where(fact => measures.Contains(fact.MeasureId) && fact.Reverses == null && fact.Day >= first && fact.Day <= last && fact.PostedAt <= instant
                && bodies.Contains(fact.OrganisationId)
                && !all.Any(other => other.Region == fact.Region && other.Reverses == fact.Id && other.PostedAt <= instant))
            .OrderBy(fact => fact.Day).ThenBy(fact => fact.PostedAt).ThenBy(fact => fact.Id)
            .ToListAsync(cancel);

        for (var span = 0; span < question.Spans.Count; span++)
            foreach (var fact in entries.Where(fact => question.Spans[span].IsOpen && question.Spans[span].Period.Contains(fact.Day)))
                cells[new(span, fact.OrganisationId, fact.MeasureId, fact.Option)] = ToCell(fact);
    }

    private static Cell ToCell(Fact fact)
    {
        var hedge = Hedge.ClassOf(fact.Hedge);
        return new(
            fact.Value,
            Facts: 1,
            hedge == HedgeClass.AtLeast ? 1 : 0,
            hedge == HedgeClass.JustBelow ? 1 : 0,
            hedge == HedgeClass.About ? 1 : 0,
            Hedge.NumberOf(fact.Hedge),
            fact.PostedAt,
            fact.PostedAt);
    }
}
