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
    /// <summary>The newest first; only what the reader may open herself.</summary>
    public async Task<IReadOnlyList<Highlight>> ListAsync(Organisation body, Period period, HighlightSlot slot, CancellationToken cancel = default)
    {
        var (first, last) = (period.First, period.Last);
        var topics = slot.Topics;
        var all = topics.Count == 0;
        var within = visible.Organisations(Right.LedgerRead).Within(body.Path);
        return await visible.Of<Highlight>(Right.LedgerRead).AsNoTracking()
            .Where(one => one.Day >= first && one.Day <= last && (all || topics.Contains(one.Topic)) && within.Any(place => place.Id == one.OrganisationId))
            .OrderByDescending(one => one.Day).ThenBy(one => one.SourceId)
            .Take(slot.Most)
            .ToListAsync(cancel);
    }
}
