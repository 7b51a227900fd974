using System.Globalization;
using System.Security.Claims;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Setup;

/// <summary>What the sign-in cookie says, and the step that turns it into the request's <see cref="Actor"/>.</summary>
public static class SignedIn
{
    /// <summary>Claim with the id of the body she is working for.</summary>
    public const string OrganisationClaim = "jinguo:organisation";

    /// <summary>Claim with the security stamp of the account: a changed stamp ends the sign-in at once.</summary>
    public const string StampClaim = "jinguo:stamp";

    /// <summary>Makes the cookie's principal for an account working for a body.</summary>
    public static ClaimsPrincipal Principal(Account account, int? organisationId)
    {
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(ClaimTypes.Name, account.Name),
            new(StampClaim, account.SecurityStamp),
        };
        if (organisationId is { } id)
            claims.Add(new(OrganisationClaim, id.ToString(CultureInfo.InvariantCulture)));
        return new(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme));
    }

    /// <summary>Sets the request's actor in one query; a disabled account or a stale stamp makes her nobody.</summary>
    public static IApplicationBuilder UseActor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // An error page is reached by going through here a second time.
        var isKnown = context.RequestServices.GetRequiredService<CurrentActor>().Actor != CurrentActor.Nobody;
        if (!isKnown && Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var accountId))
        {
            var db = context.RequestServices.GetRequiredService<Db>();
            _ = int.TryParse(context.User.FindFirstValue(OrganisationClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var organisationId);
            var stamp = context.User.FindFirstValue(StampClaim);
            if (await FindPersonAsync(db, accountId, organisationId, stamp, context.RequestAborted) is { } person)
            {
                var current = context.RequestServices.GetRequiredService<CurrentActor>();
                (current.Actor, current.Serves, current.HasInitialPassword) = (person.Actor, person.Serves, person.HasInitialPassword);
            }
            else
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }
        await next();
    });

    /// <summary>The actor of an account for a body she serves (else for the first of them); null when disabled or the stamp is old.</summary>
    public static async Task<Actor?> FindActorAsync(Db db, Guid accountId, int organisationId, string? stamp, CancellationToken cancel) =>
        await FindPersonAsync(db, accountId, organisationId, stamp, cancel) is { } person ? person.Actor : null;

    private static async Task<(Actor Actor, IReadOnlyList<ServedBody> Serves, bool HasInitialPassword)?> FindPersonAsync(Db db, Guid accountId, int organisationId, string? stamp, CancellationToken cancel)
    {
        var assignments = db.RoleAssignments;
        var organisations = db.Organisations;
        var rows = await (
            from account in db.Accounts
            where account.Id == accountId && !account.Disabled && account.SecurityStamp == stamp
            from assignment in assignments.Where(one => one.AccountId == account.Id).DefaultIfEmpty()
            from organisation in organisations.Where(one => one.Id == assignment!.OrganisationId).DefaultIfEmpty()
            orderby organisation!.Path
            select new { account.Name, account.InitialPassword, Assignment = assignment, Path = organisation == null ? null : organisation.Path, Body = organisation == null ? null : organisation.Name })
            .AsNoTracking().ToListAsync(cancel);
        if (rows.Count == 0)
            return null;
        var held = rows.Where(row => row.Assignment is not null).ToList();
        var current = held.Exists(row => row.Assignment!.OrganisationId == organisationId) ? organisationId : held.FirstOrDefault()?.Assignment!.OrganisationId;
        var here = held.Where(row => row.Assignment!.OrganisationId == current).ToList();
        var actor = here.Count == 0
            ? new Actor(accountId, rows[0].Name, OrganisationId: 0, "/-/", [])
            : new Actor(accountId, rows[0].Name, current!.Value, here[0].Path!, [.. here.Select(row => new Grant(row.Assignment!.Role, row.Assignment.Scope))]);
        return (actor, [.. held.DistinctBy(row => row.Assignment!.OrganisationId).Select(row => new ServedBody(row.Assignment!.OrganisationId, row.Body!))], rows[0].InitialPassword);
    }
}
