using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>For which bodies the actor may record: her own, those directly below, and any further below by address.</summary>
public sealed class WritableBodies(Visible visible)
{
    private const int Most = 300;

    /// <summary>The body asked for (own where none is) and those offered beside it; null where she may not record for it. One query.</summary>
    public async Task<(Organisation Chosen, IReadOnlyList<Organisation> Offered)?> FindAsync(int? asked, CancellationToken cancel)
    {
        var own = visible.Actor.OrganisationId;
        var wanted = asked ?? own;
        var bodies = await visible.Organisations(Right.LedgerWrite)
            .Where(body => body.Id == wanted || body.Id == own || body.ParentId == own)
            .OrderBy(body => body.Level).ThenBy(body => body.Order).ThenBy(body => body.Code).Take(Most)
            .ToListAsync(cancel);
        return bodies.Find(body => body.Id == wanted) is { } chosen ? (chosen, bodies) : null;
    }
}
