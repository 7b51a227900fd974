using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Notices;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>Records of the bodies directly below that wait for review: a notice for each body.</summary>
public sealed class ReviewNotices(Db db, Visible visible, ReviewQueue queue) : INoticeSource
{
    /// <inheritdoc/>
    public NoticeKind Kind => NoticeKind.Review;

    /// <inheritdoc/>
    public IQueryable<NoticeMark>? Marks(NoticeDays days) => visible.Actor.Has(Right.LedgerReview)
        ? queue.WaitingBelow().Select(_ => new NoticeMark { Kind = (int)NoticeKind.Review, Group = (int)NoticeGroup.Waiting })
        : null;

    /// <summary>The bodies, the longest waiting first: all of them, for there are not many directly below one.</summary>
    public async Task<IReadOnlyList<Notice>> ListAsync(NoticeDays days, int most, CancellationToken cancel)
    {
        var rows = await queue.WaitingBelow()
            .Join(db.Organisations, record => record.OrganisationId, body => body.Id, (record, body) => new { body.Id, body.Name, record.UpdatedAt })
            .GroupBy(row => new { row.Id, row.Name })
            .OrderBy(group => group.Min(row => row.UpdatedAt))
            .Select(group => new { group.Key.Id, group.Key.Name, Count = group.Count(), Since = group.Min(row => row.UpdatedAt) })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new Notice(NoticeKind.Review, NoticeGroup.Waiting, $"{row.Id}", row.Name) { Count = row.Count, Since = row.Since })];
    }
}
