using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Notices;

namespace Jinguo.Core.Records.Circulars;

/// <summary>Circulars that the own body has to answer, or only to receive.</summary>
public sealed class CircularNotices(CircularReader circulars, Visible visible) : INoticeSource
{
    /// <inheritdoc/>
    public NoticeKind Kind => NoticeKind.Circular;

    /// <inheritdoc/>
    public IQueryable<NoticeMark>? Marks(NoticeDays days)
    {
        var (today, soon) = (days.Today, days.Soon);
        return visible.Actor.Has(Right.CircularWrite)
            ? circulars.Open().Select(one => new NoticeMark
            {
                Kind = (int)NoticeKind.Circular,
                Group = one.Due < today ? (int)NoticeGroup.Overdue : one.Due <= soon ? (int)NoticeGroup.Soon : (int)NoticeGroup.Waiting,
            })
            : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Notice>> ListAsync(NoticeDays days, int most, CancellationToken cancel) =>
        [.. (await circulars.ListOpenAsync(most, cancel)).Select(line => new Notice(NoticeKind.Circular, days.GroupOf(line.Circular.Due), $"{line.Circular.Id}", line.Circular.Title)
        {
            Due = line.Circular.Due,
            Since = line.Circular.SentAt,
            Note = line.Sender,
            NeedsAnswer = line.Circular.NeedsAnswer,
        })];
}
