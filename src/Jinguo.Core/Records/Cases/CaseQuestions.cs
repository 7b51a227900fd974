using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Records.Cases.Looking;
using Jinguo.Core.Records.Cases.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>What waits for the reader about cases, in counts: for the notices.</summary>
/// <param name="Incoming">Referrals that wait to be accepted by her body.</param>
/// <param name="Answered">Referrals that came back, refused or with a result, to cases in her hands in which nothing was written since.</param>
/// <param name="Offered">Cases that she is asked to take over, or that fell to her.</param>
/// <param name="ToJudge">Openings that she approves or looks into as supervisor.</param>
/// <param name="WithoutOwner">Cases of her body whose handler left, for its supervisor.</param>
public sealed record CaseQuestionCounts(int Incoming, int Answered, int Offered, int ToJudge, int WithoutOwner);

/// <summary>Counts what waits for the reader about cases, in one statement.</summary>
public sealed class CaseQuestions(Db db, CaseAccess access)
{
    private enum Question
    {
        Incoming,
        Answered,
        Offered,
        ToJudge,
        WithoutOwner,
    }

    /// <summary>Counts them; all are none where she handles no cases.</summary>
    public async Task<CaseQuestionCounts> CountAsync(CancellationToken cancel = default)
    {
        var account = access.Actor.AccountId;
        var marks = access.Incoming.Select(_ => new Mark { Of = (int)Question.Incoming })
            .Concat(Answered().Select(_ => new Mark { Of = (int)Question.Answered }))
            .Concat(access.Cases.Where(one => one.OfferedTo == account).Select(_ => new Mark { Of = (int)Question.Offered }))
            .Concat(access.Judged.Where(one => one.State == OpeningState.Waiting).Select(_ => new Mark { Of = (int)Question.ToJudge }));
        if (access.Actor.Has(Right.CaseSupervise))
        {
            var handlers = CaseHandlers.Of(db, access.Actor.OrganisationId);
            marks = marks.Concat(access.Cases.Where(one => one.Stage != CaseStage.Archived && !handlers.Any(handler => handler.Id == one.Handler)).Select(_ => new Mark { Of = (int)Question.WithoutOwner }));
        }
        var counts = await marks.GroupBy(mark => mark.Of).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        return new(Count(Question.Incoming), Count(Question.Answered), Count(Question.Offered), Count(Question.ToJudge), Count(Question.WithoutOwner));

        int Count(Question question) => counts.GetValueOrDefault((int)question);
    }

    private IQueryable<CaseReferral> Answered()
    {
        var account = access.Actor.AccountId;
        var (own, entries) = (access.Cases.Where(one => one.Handler == account && one.ClosedAt == null), db.CaseEntries);
        return db.CaseReferrals.Where(one => own.Any(same => same.Id == one.CaseId)
            && ((one.State == ReferralState.Refused && !entries.Any(line => line.CaseId == one.CaseId && line.WrittenAt > one.DecidedAt))
                || (one.State == ReferralState.Returned && !entries.Any(line => line.CaseId == one.CaseId && line.WrittenAt > one.ReturnedAt))));
    }

    private sealed class Mark
    {
        public required int Of { get; init; }
    }
}
