using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>The only way to query protected rows: what this actor may see by this right, and nothing else.</summary>
public sealed class Visible(Db db, Actor actor)
{
    /// <summary>Who is looking.</summary>
    public Actor Actor => actor;

    /// <summary>Bodies over which the actor has the right.</summary>
    public IQueryable<Organisation> Organisations(Right right) => actor.Reach(right) switch
    {
        RoleScope.Subtree when actor.Path == "/" => db.Organisations.AsNoTracking(),
        RoleScope.Subtree => db.Organisations.AsNoTracking().Within(actor.Path),
        RoleScope.Own => db.Organisations.AsNoTracking().Where(organisation => organisation.Id == actor.OrganisationId),
        _ => db.Organisations.AsNoTracking().Where(_ => false),
    };

    /// <summary>Rows of bodies over which the actor has the right. Tracked, so that acts may change them.</summary>
    public IQueryable<T> Of<T>(Right right)
        where T : class, IOwned
    {
        var rows = db.Set<T>();
        switch (actor.Reach(right))
        {
            case RoleScope.Subtree when actor.Path == "/":
                return rows;
            case RoleScope.Subtree:
                return rows.Below(db.Organisations, actor.Path);
            case RoleScope.Own:
                return rows.Where(row => row.OrganisationId == actor.OrganisationId);
            default:
                return rows.Where(_ => false);
        }
    }
}
