using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Notices;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Looking;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>Cases that press or that the reader is asked to take over, what other bodies sent, and openings that she is to judge. A notice tells number and day, never what a case is about.</summary>
public sealed class CaseNotices(Db db, CaseAccess access) : INoticeSource
{
    /// <inheritdoc/>
    public NoticeKind Kind => NoticeKind.Case;

    /// <inheritdoc/>
    public IQueryable<NoticeMark>? Marks(NoticeDays days)
    {
        var today = China.Start(days.Today);
        return access.Actor.Has(Right.CaseHandle)
            ? Pressing(days).Select(one => new NoticeMark
            {
                Kind = (int)NoticeKind.Case,
                Group = one.DueAt < today ? (int)NoticeGroup.Overdue : one.DueAt != null ? (int)NoticeGroup.Soon : (int)NoticeGroup.Waiting,
            })
                .Concat(access.Incoming.Select(_ => new NoticeMark { Kind = (int)NoticeKind.Case, Group = (int)NoticeGroup.Waiting }))
                .Concat(ToJudge().Select(_ => new NoticeMark { Kind = (int)NoticeKind.Case, Group = (int)NoticeGroup.Waiting }))
            : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Notice>> ListAsync(NoticeDays days, int most, CancellationToken cancel)
    {
        var account = access.Actor.AccountId;
        var offices = db.CaseOffices;
        var lines = await Pressing(days).AsNoTracking().OrderBy(one => one.DueAt == null).ThenBy(one => one.DueAt).ThenBy(one => one.Id).Take(most)
            .Select(one => new { Case = one, Office = offices.First(office => office.OrganisationId == one.OrganisationId) }).ToListAsync(cancel);
        var letters = await access.Incoming.AsNoTracking().OrderBy(one => one.SentAt).ThenBy(one => one.Id).Take(most).Select(one => new { one.Id, one.SentAt }).ToListAsync(cancel);
        var openings = await ToJudge().AsNoTracking().OrderBy(one => one.AskedAt).ThenBy(one => one.Id).Take(most).ToListAsync(cancel);
        IEnumerable<Notice> waiting =
        [
            .. openings.Select(one => new Notice(NoticeKind.Case, NoticeGroup.Waiting, "openings", one.IsEmergency ? "紧急调阅待审查" : "调阅待批准") { Since = one.AskedAt, Note = one.Name }),
            .. letters.Select(one => new Notice(NoticeKind.Case, NoticeGroup.Waiting, $"incoming/{one.Id}", "转来的事项等着接收") { Since = one.SentAt }),
        ];
        return [.. lines.Select(line =>
        {
            var due = line.Case.DueAt is { } end ? China.Day(end) : (DateOnly?)null;
            return new Notice(NoticeKind.Case, days.GroupOf(due), $"{line.Case.Id}", line.Office.NumberOf(line.Case))
            {
                Due = due,
                Since = line.Case.ReceivedAt,
                Note = line.Case.OfferedTo == account ? "请您接手" : null,
            };
        }).Concat(waiting).Take(most)];
    }

    private IQueryable<CaseOpening> ToJudge() => access.Judged.Where(one => one.State == OpeningState.Waiting);

    // An offer without a day waits; one with a far day is told when it is near.
    private IQueryable<Case> Pressing(NoticeDays days)
    {
        var (account, soon) = (access.Actor.AccountId, China.EndOf(days.Soon));
        return access.Cases.Where(one => one.Stage != CaseStage.Archived && (one.DueAt <= soon || (one.OfferedTo == account && one.DueAt == null)));
    }
}
