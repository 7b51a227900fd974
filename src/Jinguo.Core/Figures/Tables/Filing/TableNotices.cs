using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Notices;

namespace Jinguo.Core.Figures.Tables.Filing;

/// <summary>Statistical tables that bodies above ask of the own one and that it has not filed.</summary>
public sealed class TableNotices(TableRequestService requests, Visible visible) : INoticeSource
{
    /// <inheritdoc/>
    public NoticeKind Kind => NoticeKind.Table;

    /// <inheritdoc/>
    public IQueryable<NoticeMark>? Marks(NoticeDays days)
    {
        var (today, soon) = (days.Today, days.Soon);
        return visible.Actor.Has(Right.TableWrite)
            ? requests.Asked().Select(one => new NoticeMark { Kind = (int)NoticeKind.Table, Group = one.Due < today ? (int)NoticeGroup.Overdue : one.Due <= soon ? (int)NoticeGroup.Soon : (int)NoticeGroup.Waiting })
            : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Notice>> ListAsync(NoticeDays days, int most, CancellationToken cancel) =>
        [.. (await requests.ListAskedAsync(cancel)).Take(most).Select(line => new Notice(NoticeKind.Table, days.GroupOf(line.Request.Due), $"{line.TableId ?? line.Request.DefinitionId}", line.Request.Name)
        {
            Due = line.Request.Due,
            Since = line.Request.SentAt,
            Note = line.Body,
            Period = line.TableId is null ? line.Request.Period : null,
        })];
}
