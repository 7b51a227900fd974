using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Testing.Weight;

/// <summary>Somebody who opens pages: a stranger, or a role on a body.</summary>
/// <param name="Name">In words, for what is found.</param>
/// <param name="Role">Null for a stranger.</param>
/// <param name="Body">Where she has the role.</param>
public sealed record PageVisitor(string Name, Role? Role, Organisation? Body)
{
    /// <summary>Everybody who can open anything, around a village.</summary>
    public static async Task<IReadOnlyList<PageVisitor>> AllAsync(WebHost host, Organisation village)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(village);
        await using var db = host.Database.Open();
        var above = OrganisationPath.Ids(village.Path);
        var bodies = await db.Organisations.AsNoTracking().Where(body => above.Contains(body.Id)).ToListAsync();
        var (city, township) = (bodies.Single(body => body.Level == Level.City), bodies.Single(body => body.Level == Level.Township));
        return
        [
            new("visitor", null, null),
            new("village chair", Core.Base.Access.Role.Chair, village),
            new("township chair", Core.Base.Access.Role.Chair, township),
            new("township reviewer", Core.Base.Access.Role.Reviewer, township),
            new("city officer", Core.Base.Access.Role.Officer, city),
            new("city leader", Core.Base.Access.Role.Reader, city),
            new("administrator", Core.Base.Access.Role.SystemAdministrator, city),
            new("security administrator", Core.Base.Access.Role.SecurityAdministrator, city),
            new("audit administrator", Core.Base.Access.Role.AuditAdministrator, city),
        ];
    }
}
