using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Sharing;

namespace Jinguo.Core.Records.Cases;

/// <summary>
/// The only way to query cases: those of the own body that the reader handles or is offered; all of the own body for who
/// supervises; to read, what another body gave hers for a review. No role reaches cases of another body, and what cannot be seen is
/// not told from what is not there.
/// </summary>
public sealed class CaseAccess(Db db, Actor actor, TimeProvider time)
{
    /// <summary>Who is looking.</summary>
    public Actor Actor => actor;

    /// <summary>The cases on which she may act. Tracked, so that acts may change them.</summary>
    public IQueryable<Case> Cases
    {
        get
        {
            if (Person is not { } account)
                return db.Cases.Where(_ => false);
            var own = Known(account).Where(one => one.OrganisationId == actor.OrganisationId);
            return actor.Has(Right.CaseSupervise) ? own : own.Where(one => one.Handler == account || one.OfferedTo == account);
        }
    }

    /// <summary>The cases that she may read: those on which she may act, and those given to her body for a review.</summary>
    public IQueryable<Case> Readable
    {
        get
        {
            if (Person is not { } account)
                return db.Cases.Where(_ => false);
            var (own, given) = (Cases, Grants);
            return Known(account).Where(one => own.Any(same => same.Id == one.Id) || given.Any(grant => grant.CaseId == one.Id));
        }
    }

    /// <summary>Referrals that wait for her body to be accepted.</summary>
    public IQueryable<CaseReferral> Incoming
    {
        get
        {
            if (Person is not { } account)
                return db.CaseReferrals.Where(_ => false);
            var recusals = db.CaseRecusals;
            return db.CaseReferrals.Where(one => one.ToId == actor.OrganisationId && one.State == ReferralState.Sent && !recusals.Any(recusal => recusal.CaseId == one.CaseId && recusal.AccountId == account));
        }
    }

    /// <summary>What other bodies gave hers to read and has not ended.</summary>
    public IQueryable<CaseGrant> Grants
    {
        get
        {
            if (Person is not { } account)
                return db.CaseGrants.Where(_ => false);
            var (recusals, today) = (db.CaseRecusals, time.Today());
            return db.CaseGrants.Where(one => one.ToId == actor.OrganisationId && one.EndedAt == null && one.Until >= today && !recusals.Any(recusal => recusal.CaseId == one.CaseId && recusal.AccountId == account));
        }
    }

    /// <summary>True where she may act on a case that she reads.</summary>
    /// <param name="one">One of <see cref="Readable"/>.</param>
    public bool MayAct(Case one) => one.OrganisationId == actor.OrganisationId
        && (actor.Has(Right.CaseSupervise) || one.Handler == actor.AccountId || one.OfferedTo == actor.AccountId);

    /// <summary>The case from which a referral came that she answers: to write the answer into its course, never to be read.</summary>
    internal IQueryable<Case> OriginOf(CaseReferral referral) => db.Cases.Where(one => one.Id == referral.CaseId);

    /// <summary>Who handles cases herself: programs and the command line see none.</summary>
    private Guid? Person => actor.Token is null && actor.Has(Right.CaseHandle) ? actor.AccountId : null;

    /// <summary>The cases from which she does not keep out.</summary>
    private IQueryable<Case> Known(Guid account)
    {
        var recusals = db.CaseRecusals;
        return db.Cases.Where(one => !recusals.Any(recusal => recusal.CaseId == one.Id && recusal.AccountId == account));
    }
}
