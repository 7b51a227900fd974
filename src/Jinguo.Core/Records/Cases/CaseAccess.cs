using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;

namespace Jinguo.Core.Records.Cases;

/// <summary>
/// The only way to query cases: those of the own body that the reader handles or is offered; all of the own body for who
/// supervises. No role reaches cases of another body, and what cannot be seen is not told from what is not there.
/// </summary>
public sealed class CaseAccess(Db db, Actor actor)
{
    /// <summary>Who is looking.</summary>
    public Actor Actor => actor;

    /// <summary>The cases that she may see. Tracked, so that acts may change them.</summary>
    public IQueryable<Case> Cases
    {
        get
        {
            // Programs and the command line see none.
            if (actor.AccountId is not { } account || actor.Token is not null || !actor.Has(Right.CaseHandle))
                return db.Cases.Where(_ => false);
            var recusals = db.CaseRecusals;
            var own = db.Cases.Where(one => one.OrganisationId == actor.OrganisationId && !recusals.Any(recusal => recusal.CaseId == one.Id && recusal.AccountId == account));
            return actor.Has(Right.CaseSupervise) ? own : own.Where(one => one.Handler == account || one.OfferedTo == account);
        }
    }
}
