using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Notices;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Limits;
using Jinguo.Core.Records.Cases.Looking;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Core.Records.Cases.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>
/// Cases that press, that the reader is asked to take over, that nobody handles, or to which another office answered; extensions that
/// she approves or tells of; referrals that wait to be accepted, openings and lists for destruction that she is to judge, and a reception day with visitors. A notice tells number and day, never what a case is about.
/// </summary>
public sealed class CaseNotices(Db db, CaseAccess access, ReceptionAccess reception) : INoticeSource
{
    private enum Matter
    {
        Pressing,
        Offered,
        WithoutOwner,
        Answered,
        Extension,
        Untold,
        Incoming,
        Approval,
        Emergency,
        Reception,
        Destruction,
    }

    /// <inheritdoc/>
    public NoticeKind Kind => NoticeKind.Case;

    /// <inheritdoc/>
    public IQueryable<NoticeMark>? Marks(NoticeDays days)
    {
        var (today, soon) = (China.Start(days.Today), China.EndOf(days.Soon));
        return access.Actor.Has(Right.CaseHandle)
            ? All(days).Select(one => new NoticeMark
            {
                Kind = (int)NoticeKind.Case,
                Group = one.Due < today ? (int)NoticeGroup.Overdue : one.Due <= soon ? (int)NoticeGroup.Soon : (int)NoticeGroup.Waiting,
            })
            : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Notice>> ListAsync(NoticeDays days, int most, CancellationToken cancel)
    {
        var rows = await All(days).OrderBy(one => one.Due == null).ThenBy(one => one.Due).ThenBy(one => one.Since).ThenBy(one => one.Id).Take(most).ToListAsync(cancel);
        var own = access.Actor.OrganisationId;
        var office = await db.CaseOffices.AsNoTracking().SingleOrDefaultAsync(one => one.OrganisationId == own, cancel);
        return rows.ConvertAll(one =>
        {
            var due = one.Due is { } end ? China.Day(end) : (DateOnly?)null;
            var group = days.GroupOf(due);
            return (Matter)one.Of switch
            {
                Matter.Incoming => new Notice(NoticeKind.Case, group, $"incoming/{one.Id}", "转来的事项等着接收") { Since = one.Since },
                Matter.Reception => new Notice(NoticeKind.Case, group, $"reception/{due:yyyy-MM-dd}", "领导接待日有人预约") { Due = due },
                Matter.Approval => new Notice(NoticeKind.Case, group, "openings", "调阅待批准") { Since = one.Since, Note = one.Name },
                Matter.Destruction => new Notice(NoticeKind.Case, group, $"archive/{one.Id}", "销毁清册待核准") { Since = one.Since, Note = one.Name },
                Matter.Emergency => new Notice(NoticeKind.Case, group, "openings", "紧急调阅待审查") { Since = one.Since, Note = one.Name },
                var matter => new Notice(NoticeKind.Case, group, $"{one.Id}", office?.NumberOf(one.Year, one.Sequence) ?? "") { Due = due, Since = one.Since, Note = NoteOf(matter) },
            };
        });
    }

    private static string? NoteOf(Matter matter) => matter switch
    {
        Matter.Offered => "请您接手",
        Matter.WithoutOwner => "没有人办理，请接手或交办",
        Matter.Answered => "转送的单位有了答复",
        Matter.Extension => "申请延期，等您批准",
        Matter.Untold => "延期批准了，请把理由告知本人",
        _ => null,
    };

    // Each case once, by what is asked of her most: one statement whatever there is.
    private IQueryable<Row> All(NoticeDays days)
    {
        var (account, own, soon, supervises) = (access.Actor.AccountId, access.Actor.OrganisationId, China.EndOf(days.Soon), access.Actor.Has(Right.CaseSupervise));
        var (handlers, answered) = (CaseHandlers.Ids(db, own), Answered());
        var cases =
            from one in access.Cases
            where one.Stage != CaseStage.Archived
            let isOwnerless = supervises && !handlers.Contains(one.Handler)
            let isAnswered = one.Handler == account && answered.Any(letter => letter.Region == one.Region && letter.CaseId == one.Id)
            where one.OfferedTo == account || isOwnerless || isAnswered || one.DueAt <= soon
            select new Row
            {
                Of = one.OfferedTo == account ? (int)Matter.Offered : isOwnerless ? (int)Matter.WithoutOwner : isAnswered ? (int)Matter.Answered : (int)Matter.Pressing,
                Id = one.Id,
                Due = one.DueAt,
                Since = one.ReceivedAt,
                Year = one.Year,
                Sequence = one.Sequence,
                Name = null,
            };
        var (today, endsToday, endsTomorrow) = (days.Today, China.EndOf(days.Today), China.EndOf(days.Today.AddDays(1)));
        return cases
            .Concat(reception.Soon.Select(day => new Row { Of = (int)Matter.Reception, Id = day.Id, Due = day.Day == today ? endsToday : endsTomorrow, Since = endsToday, Year = 0, Sequence = 0, Name = null }))
            .Concat(Told(access.WaitingExtensions, Matter.Extension))
            .Concat(Told(access.UntoldExtensions, Matter.Untold))
            .Concat(access.Incoming.Select(one => new Row { Of = (int)Matter.Incoming, Id = one.Id, Due = null, Since = one.SentAt, Year = 0, Sequence = 0, Name = null }))
            .Concat(access.WaitingDestructions.Select(one => new Row { Of = (int)Matter.Destruction, Id = one.Id, Due = null, Since = one.ProposedAt, Year = 0, Sequence = 0, Name = one.ProposedByName }))
            .Concat(access.Judged.Where(one => one.State == OpeningState.Waiting)
                .Select(one => new Row { Of = one.IsEmergency ? (int)Matter.Emergency : (int)Matter.Approval, Id = one.Id, Due = null, Since = one.AskedAt, Year = 0, Sequence = 0, Name = one.Name }));
    }

    private IQueryable<Row> Told(IQueryable<CaseClockChange> changes, Matter matter)
    {
        var of = (int)matter;
        return changes.Join(access.Cases, change => new { change.Region, Id = change.CaseId }, one => new { one.Region, one.Id }, (change, one) => new Row { Of = of, Id = one.Id, Due = one.DueAt, Since = change.AskedAt, Year = one.Year, Sequence = one.Sequence, Name = null });
    }

    // Refused, or returned with a result, and nobody did anything in the case since.
    private IQueryable<CaseReferral> Answered()
    {
        var entries = db.CaseEntries.Where(line => line.Act != null || line.Step != null);
        return db.CaseReferrals.Where(one =>
            (one.State == ReferralState.Refused && !entries.Any(line => line.Region == one.Region && line.CaseId == one.CaseId && line.WrittenAt > one.DecidedAt))
            || (one.State == ReferralState.Returned && !entries.Any(line => line.Region == one.Region && line.CaseId == one.CaseId && line.WrittenAt > one.ReturnedAt)));
    }

    private sealed class Row
    {
        public required int Of { get; init; }

        public required Guid Id { get; init; }

        public required DateTime? Due { get; init; }

        public required DateTime Since { get; init; }

        public required int Year { get; init; }

        public required int Sequence { get; init; }

        public required string? Name { get; init; }
    }
}
