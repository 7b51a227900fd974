using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Archive;
using Jinguo.Core.Records.Cases.Limits;
using Jinguo.Core.Records.Cases.Looking;
using Jinguo.Core.Records.Cases.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>
/// The only way to query cases: those of the own body that the reader handles or is offered; all of the own body for who
/// supervises; to read, what another body gave hers for a review and what she opened in an emergency. No role reaches cases of
/// another body, and what cannot be seen is not told from what is not there. A program passes by <see cref="InHand"/> alone. What
/// belongs to a case lies in its region: where tables are spread over servers, they are joined there.
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
            var own = OfBody;
            return actor.Has(Right.CaseSupervise) ? own : own.Where(one => one.Handler == account || one.OfferedTo == account);
        }
    }

    /// <summary>The cases that she may read: those on which she may act, those given to her body for a review, and those of her body that she opened in an emergency.</summary>
    public IQueryable<Case> Readable
    {
        get
        {
            if (Person is not { } account)
                return db.Cases.Where(_ => false);
            var (own, given, emergencies) = (Cases, Grants, Openings(account).Where(opening => opening.IsEmergency));
            return Known(account).Where(one => own.Any(same => same.Region == one.Region && same.Id == one.Id) || given.Any(grant => grant.Region == one.Region && grant.CaseId == one.Id)
                || (one.OrganisationId == actor.OrganisationId && emergencies.Any(opening => opening.Region == one.Region && opening.CaseId == one.Id)));
        }
    }

    /// <summary>
    /// The cases that lists show and whose course is written: those on which she may act. The one way by which a program comes in, to
    /// those that its account handles or is offered, whatever its role; all other ways give a program nothing.
    /// </summary>
    public IQueryable<Case> InHand
    {
        get
        {
            if (!IsProgram)
                return Cases;
            return actor is { AccountId: { } account } && actor.Has(Right.CaseHandle)
                ? Own(account).Where(one => one.Handler == account || one.OfferedTo == account)
                : db.Cases.Where(_ => false);
        }
    }

    /// <summary>True where a program acts, by an access token: it sees everything masked, and nothing of what a case about a minor says.</summary>
    public bool IsProgram => actor.Token is not null;

    /// <summary>The cases of which she is in charge: as handler, or as supervisor of the body.</summary>
    public IQueryable<Case> InCharge => actor.Has(Right.CaseSupervise) ? Cases : Cases.Where(one => one.Handler == actor.AccountId);

    /// <summary>Referrals that wait for her body to be accepted.</summary>
    public IQueryable<CaseReferral> Incoming
    {
        get
        {
            if (Person is not { } account)
                return db.CaseReferrals.Where(_ => false);
            var recusals = db.CaseRecusals;
            return db.CaseReferrals.Where(one => one.ToId == actor.OrganisationId && one.State == ReferralState.Sent && !recusals.Any(recusal => recusal.Region == one.Region && recusal.CaseId == one.CaseId && recusal.AccountId == account));
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
            return db.CaseGrants.Where(one => one.ToId == actor.OrganisationId && one.EndedAt == null && one.Until >= today && !recusals.Any(recusal => recusal.Region == one.Region && recusal.CaseId == one.CaseId && recusal.AccountId == account));
        }
    }

    /// <summary>Openings of others that she judges as supervisor of the body that handles the case.</summary>
    public IQueryable<CaseOpening> Judged
    {
        get
        {
            if (!actor.Has(Right.CaseSupervise))
                return db.CaseOpenings.Where(_ => false);
            var own = Cases;
            return db.CaseOpenings.Where(one => one.AccountId != actor.AccountId && own.Any(same => same.Region == one.Region && same.Id == one.CaseId));
        }
    }

    /// <summary>Extensions that were asked for and wait for her as supervisor.</summary>
    public IQueryable<CaseClockChange> WaitingExtensions
    {
        get
        {
            if (!actor.Has(Right.CaseSupervise))
                return db.CaseClockChanges.Where(_ => false);
            var own = Cases.Where(one => one.ClosedAt == null);
            return db.CaseClockChanges.Where(change => change.Kind == ClockChangeKind.Extension && change.State == ClockChangeState.Waiting && own.Any(one => one.Region == change.Region && one.Id == change.CaseId));
        }
    }

    /// <summary>Extensions that were approved, of cases in her hands, of which the petitioner was not told yet: until then they do not count.</summary>
    public IQueryable<CaseClockChange> UntoldExtensions
    {
        get
        {
            var account = actor.AccountId;
            var own = Cases.Where(one => one.Handler == account && one.ClosedAt == null);
            return db.CaseClockChanges.Where(change => change.Kind == ClockChangeKind.Extension && change.State == ClockChangeState.Granted && change.ToldOn == null && own.Any(one => one.Region == change.Region && one.Id == change.CaseId));
        }
    }

    /// <summary>What she asked for or took herself, of cases from which she does not keep out; once it is over, too.</summary>
    public IQueryable<CaseOpening> OwnOpenings
    {
        get
        {
            if (Person is not { } account)
                return db.CaseOpenings.Where(_ => false);
            var known = Own(account);
            var given = Grants;
            return db.CaseOpenings.Where(one => one.AccountId == account && (known.Any(same => same.Region == one.Region && same.Id == one.CaseId) || given.Any(grant => grant.Region == one.Region && grant.CaseId == one.CaseId)));
        }
    }

    /// <summary>The archived cases that stand on no list for destruction, for supervisors.</summary>
    public IQueryable<Case> Shelved => (actor.Has(Right.CaseSupervise) ? Cases : db.Cases.Where(_ => false)).Where(one => one.Stage == CaseStage.Archived && one.DestructionId == null);

    /// <summary>Those of <see cref="Shelved"/> that were kept long enough.</summary>
    public IQueryable<Case> Expired
    {
        get
        {
            var today = time.Today();
            return Shelved.Where(one => one.KeepUntil < today);
        }
    }

    /// <summary>The lists for destruction of the own body, for supervisors.</summary>
    public IQueryable<CaseDestruction> Destructions
    {
        get
        {
            var own = actor.OrganisationId;
            return Person is not null && actor.Has(Right.CaseSupervise) ? db.CaseDestructions.Where(list => list.Region == actor.Region && list.OrganisationId == own) : db.CaseDestructions.Where(_ => false);
        }
    }

    /// <summary>The lists that another supervisor made and that wait for her.</summary>
    public IQueryable<CaseDestruction> WaitingDestructions => Destructions.Where(list => list.State == DestructionState.Waiting && list.ProposedBy != actor.AccountId);

    /// <summary>
    /// True where she may read what a case says: all that she reads, but of a minor's case its handler alone and no program, of an archived
    /// one a supervisor of the body alone, and who has an approval or opened it in an emergency. What was destroyed nobody reads.
    /// </summary>
    /// <param name="one">One of <see cref="Readable"/> or <see cref="InHand"/>.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<bool> MayReadTextsAsync(Case one, CancellationToken cancel = default) =>
        one.DestroyedAt is null && (ReadsWithoutApproval(one)
        || (Person is { } account && await Openings(account).AnyAsync(opening => opening.Region == one.Region && opening.CaseId == one.Id, cancel)));

    /// <summary>Why she may not act on what a case says that she may not read: who does not see it would overwrite it.</summary>
    internal Problem Unreadable(Case one) => one.Stage == CaseStage.Archived ? CaseWriting.Archived() : IsProgram ? CaseMinors.NotByProgram() : CaseMinors.NeedsApproval();

    /// <summary>True where she may act on a case that she reads.</summary>
    /// <param name="one">One of <see cref="Readable"/>.</param>
    public bool MayAct(Case one) => one.OrganisationId == actor.OrganisationId
        && (actor.Has(Right.CaseSupervise) || one.Handler == actor.AccountId || one.OfferedTo == actor.AccountId);

    /// <summary>The case from which a referral came that she answers: to write the answer into its course, never to be read.</summary>
    internal IQueryable<Case> OriginOf(CaseReferral referral) => db.Cases.Where(one => one.Id == referral.CaseId);

    /// <summary>The cases of her body from which she does not keep out: to find the one that she opens in an emergency, never to be read before.</summary>
    internal IQueryable<Case> OfBody => Person is { } account ? Own(account) : db.Cases.Where(_ => false);

    /// <summary>The cases that somebody handles or is offered: to be handed over when she leaves, and counted for who administers accounts; never to be read.</summary>
    internal IQueryable<Case> HeldBy(Guid account) => db.Cases.Where(one => one.Handler == account || one.OfferedTo == account);

    /// <summary>Who handles cases herself: no program, and not the command line.</summary>
    internal Guid? Person => !IsProgram && actor.Has(Right.CaseHandle) ? actor.AccountId : null;

    // A minor's case is its handler's alone; once archived every case is sealed, and its handler asks like others.
    private bool ReadsWithoutApproval(Case one) => one.Stage == CaseStage.Archived
        ? !one.IsMinor && one.OrganisationId == actor.OrganisationId && actor.Has(Right.CaseSupervise)
        : !one.IsMinor || (one.Handler == actor.AccountId && !IsProgram);

    /// <summary>What she may read for a time: approved, or taken in an emergency and not found out of order.</summary>
    private IQueryable<CaseOpening> Openings(Guid account)
    {
        var now = time.Instant();
        return db.CaseOpenings.Where(one => one.AccountId == account && one.EndsAt >= now
            && (one.State == OpeningState.Granted || (one.IsEmergency && one.State == OpeningState.Waiting)));
    }

    private IQueryable<Case> Own(Guid account) => Known(account).Where(one => one.Region == actor.Region && one.OrganisationId == actor.OrganisationId);

    /// <summary>The cases from which she does not keep out.</summary>
    private IQueryable<Case> Known(Guid account)
    {
        var recusals = db.CaseRecusals;
        return db.Cases.Where(one => !recusals.Any(recusal => recusal.Region == one.Region && recusal.CaseId == one.Id && recusal.AccountId == account));
    }
}
