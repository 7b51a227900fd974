using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Highlights;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Reports.Templates;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Reports.Writing;

/// <summary>Reads what the records of a body and those below it offer for quotation.</summary>
public sealed class HighlightReader(Visible visible)
{
    /// <summary>The newest of each slot; only what the reader may open herself. One statement, however many slots.</summary>
    public async Task<IReadOnlyDictionary<HighlightSlot, IReadOnlyList<Highlight>>> ListAsync(
        Organisation body, Period period, IReadOnlyCollection<HighlightSlot> slots, CancellationToken cancel = default)
    {
        if (slots.Count == 0)
            return new Dictionary<HighlightSlot, IReadOnlyList<Highlight>>();
        var (first, last) = (period.First, period.Last);
        var most = slots.Max(slot => slot.Most);
        var all = slots.Any(slot => slot.Topics.Count == 0);
        var topics = slots.SelectMany(slot => slot.Topics).Distinct().ToList();
        var rows = visible.Of<Highlight>(Right.LedgerRead).AsNoTracking().Below(visible.Organisations(Right.LedgerRead), body.Path)
            .Where(one => one.Day >= first && one.Day <= last && (all || topics.Contains(one.Topic)));
        // The newest of each topic are enough for the newest of any several topics.
        var found = await rows.Select(one => one.Topic).Distinct()
            .SelectMany(topic => rows.Where(one => one.Topic == topic).OrderByDescending(one => one.Day).ThenBy(one => one.SourceId).Take(most))
            .ToListAsync(cancel);
        var newest = found.OrderByDescending(one => one.Day).ThenBy(one => one.SourceId).ToList();
        return slots.ToDictionary(
            slot => slot,
            slot => (IReadOnlyList<Highlight>)[.. newest.Where(one => slot.Topics.Count == 0 || slot.Topics.Contains(one.Topic)).Take(slot.Most)]);
    }
}
