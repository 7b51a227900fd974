using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Notices;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>Own register entries whose visit is overdue or due soon.</summary>
public sealed class VisitNotices(Visible visible) : INoticeSource
{
    /// <inheritdoc/>
    public NoticeKind Kind => NoticeKind.Visit;

    /// <inheritdoc/>
    public IQueryable<NoticeMark>? Marks(NoticeDays days)
    {
        var today = days.Today;
        return visible.Actor.Has(Right.LedgerWrite)
            ? Due(days).Select(record => new NoticeMark { Kind = (int)NoticeKind.Visit, Group = record.NextVisit < today ? (int)NoticeGroup.Overdue : (int)NoticeGroup.Soon })
            : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Notice>> ListAsync(NoticeDays days, int most, CancellationToken cancel)
    {
        var rows = await Due(days).OrderBy(record => record.NextVisit).ThenBy(record => record.Id).Take(most)
            .Select(record => new { record.Id, record.Title, record.NextVisit })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new Notice(NoticeKind.Visit, days.GroupOf(row.NextVisit), $"{row.Id}", row.Title) { Due = row.NextVisit })];
    }

    private IQueryable<Record> Due(NoticeDays days)
    {
        var (own, soon) = (visible.Actor.OrganisationId, days.Soon);
        return visible.Of<Record>(Right.LedgerWrite).AsNoTracking()
            .Where(record => record.OrganisationId == own && !record.Withdrawn && record.Until == null && record.NextVisit != null && record.NextVisit <= soon);
    }
}
