using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Notices;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>Own records that the body above wants corrected.</summary>
public sealed class ReturnedNotices(Visible visible) : INoticeSource
{
    /// <inheritdoc/>
    public NoticeKind Kind => NoticeKind.Returned;

    /// <inheritdoc/>
    public IQueryable<NoticeMark>? Marks(NoticeDays days) => visible.Actor.Has(Right.LedgerWrite)
        ? Returned().Select(_ => new NoticeMark { Kind = (int)NoticeKind.Returned, Group = (int)NoticeGroup.Returned })
        : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Notice>> ListAsync(NoticeDays days, int most, CancellationToken cancel)
    {
        var rows = await Returned().OrderBy(record => record.UpdatedAt).ThenBy(record => record.Id).Take(most)
            .Select(record => new { record.Id, record.Title, record.ReturnReason, record.UpdatedAt })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new Notice(NoticeKind.Returned, NoticeGroup.Returned, $"{row.Id}", row.Title) { Since = row.UpdatedAt, Note = row.ReturnReason })];
    }

    private IQueryable<Record> Returned()
    {
        var own = visible.Actor.OrganisationId;
        return visible.Of<Record>(Right.LedgerWrite).AsNoTracking().Where(record => record.Review == ReviewState.Returned && !record.Withdrawn && record.OrganisationId == own);
    }
}
