using Jinguo.Core.Base.Notices;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>Accounts and roles that wait for the security administrator: one notice for all of them.</summary>
public sealed class RequestNotices(ApprovalService approvals, Visible visible) : INoticeSource
{
    /// <inheritdoc/>
    public NoticeKind Kind => NoticeKind.Request;

    /// <inheritdoc/>
    public IQueryable<NoticeMark>? Marks(NoticeDays days) => visible.Actor.Has(Right.AccountApprove)
        ? approvals.Waiting().Select(_ => new NoticeMark { Kind = (int)NoticeKind.Request, Group = (int)NoticeGroup.Waiting })
        : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Notice>> ListAsync(NoticeDays days, int most, CancellationToken cancel)
    {
        var count = await approvals.Waiting().CountAsync(cancel);
        return count == 0 ? [] : [new(NoticeKind.Request, NoticeGroup.Waiting, "", "账号和角色的申请") { Count = count }];
    }
}
