using System.Globalization;
using System.Security.Claims;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Running;
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

    /// <summary>Claim with the key of the <see cref="Session"/>.</summary>
    public const string SessionClaim = "jinguo:session";

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>The session of a principal, or null.</summary>
    public static Guid? SessionOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(SessionClaim), out var id) ? id : null;

    /// <summary>Makes the cookie's principal for an account working for a body in a session.</summary>
    public static ClaimsPrincipal Principal(Account account, int? organisationId, Guid session)
    {
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(ClaimTypes.Name, account.Name),
            new(StampClaim, account.SecurityStamp),
            new(SessionClaim, session.ToString()),
        };
        if (organisationId is { } id)
            claims.Add(new(OrganisationClaim, id.ToString(CultureInfo.InvariantCulture)));
        return new(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme));
    }

    /// <summary>Marks of forms in this answer belong to the person now signed in, also on a page shown in the same request.</summary>
    public static void Become(HttpContext context, ClaimsPrincipal principal)
    {
        context.User = principal;
        context.Items[typeof(SignedIn)] = principal;
    }

    /// <summary>
    /// Sets the request's actor in one query; a disabled account, a stale stamp or a session that was ended or idle makes her
    /// nobody.
    /// </summary>
    public static IApplicationBuilder UseActor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (Outage.Is(context))
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
            await next();
            return;
        }
        // An error page is reached by going through here a second time.
        var current = context.RequestServices.GetRequiredService<CurrentActor>();
        // The second time, authentication has read the request's old cookie again.
        if (context.Items[typeof(SignedIn)] is ClaimsPrincipal entered)
            context.User = entered;
        if (current.Actor == CurrentActor.Nobody && Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var accountId))
        {
            if (await FindPersonAsync(context, accountId) is { } person)
                (current.Actor, current.Serves, current.Duty) = (person.Actor, person.Serves, DutyOf(context.RequestServices, person));
            else
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }
        await next();
    });

    /// <summary>The actor of an account for a body she serves (else for the first of them); null when disabled or the stamp is old.</summary>
    public static async Task<Actor?> FindActorAsync(Db db, Guid accountId, int organisationId, string? stamp, CancellationToken cancel) =>
        (await FindPersonAsync(db, accountId, organisationId, stamp, session: null, cancel))?.Actor;

    private static async Task<Person?> FindPersonAsync(HttpContext context, Guid accountId)
    {
        var services = context.RequestServices;
        if (SessionOf(context.User) is not { } session)
            return null;
        _ = int.TryParse(context.User.FindFirstValue(OrganisationClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var organisationId);
        var person = await FindPersonAsync(services.GetRequiredService<Db>(), accountId, organisationId, context.User.FindFirstValue(StampClaim), session, context.RequestAborted);
        var idle = services.GetRequiredService<TimeProvider>().Instant() - person?.SeenAt;
        // Seen later than now: by a clock that went ahead. However long that is, the sign-in does not last longer for it.
        if (person is null || idle is null || idle.Value.Duration() > services.GetRequiredService<Settings>().Protection.Idle)
            return null;
        services.GetRequiredService<PackRevision>().Saw(person.Packs);
        if (idle.Value.Duration() >= Remembered)
            await services.GetRequiredService<SessionService>().TouchAsync(session, context.RequestAborted);
        return person;
    }

    private static OwnDuty DutyOf(IServiceProvider services, Person person)
    {
        if (person.HasInitialPassword)
            return OwnDuty.InitialPassword;
        if (services.GetRequiredService<PasswordRules>().IsOld(person.PasswordChangedAt))
            return OwnDuty.OldPassword;
        var isWanted = services.GetRequiredService<Settings>().Protection.CodeNeed switch
        {
            SecondFactorNeed.Everyone => true,
            SecondFactorNeed.Administrators => person.IsAdministrator,
            _ => false,
        };
        return isWanted && !person.HasCode ? OwnDuty.SecondFactor : OwnDuty.None;
    }

    private static async Task<Person?> FindPersonAsync(Db db, Guid accountId, int organisationId, string? stamp, Guid? session, CancellationToken cancel)
    {
        var assignments = db.RoleAssignments;
        var organisations = db.Organisations;
        var sessions = db.Sessions;
        var packs = db.PackVersions;
        var rows = await (
            from account in db.Accounts
            where account.Id == accountId && !account.Disabled && !account.Pending && account.SecurityStamp == stamp
            from assignment in assignments.Where(one => one.AccountId == account.Id).DefaultIfEmpty()
            from organisation in organisations.Where(one => one.Id == assignment!.OrganisationId).DefaultIfEmpty()
            from open in sessions.Where(one => one.Id == session && one.AccountId == account.Id).DefaultIfEmpty()
            orderby organisation!.Path
            select new
            {
                account.Name,
                account.InitialPassword,
                account.PasswordChangedAt,
                HasCode = account.CodeSecret != null,
                SeenAt = open == null ? (DateTime?)null : open.SeenAt,
                Assignment = assignment,
                Region = organisation == null ? 0 : organisation.Region,
                Path = organisation == null ? null : organisation.Path,
                Body = organisation == null ? null : organisation.Name,
                // With the same statement, so that a form published on another node is known here from the next page on.
                Packs = packs.Sum(version => version.Revision),
            })
            .AsNoTracking().Prepared().ToListAsync(cancel);
        if (rows.Count == 0)
            return null;
        var held = rows.Where(row => row.Assignment is not null).ToList();
        var current = held.Exists(row => row.Assignment!.OrganisationId == organisationId) ? organisationId : held.FirstOrDefault()?.Assignment!.OrganisationId;
        var here = held.Where(row => row.Assignment!.OrganisationId == current).ToList();
        var actor = here.Count == 0
            ? new Actor(accountId, rows[0].Name, OrganisationId: 0, Region: 0, "/-/", [])
            : new Actor(accountId, rows[0].Name, current!.Value, here[0].Region, here[0].Path!, [.. here.Select(row => new Grant(row.Assignment!.Role, row.Assignment.Scope))]);
        return new(
            actor,
            [.. held.DistinctBy(row => row.Assignment!.OrganisationId).Select(row => new ServedBody(row.Assignment!.OrganisationId, row.Body!))],
            rows[0].InitialPassword,
            rows[0].PasswordChangedAt,
            rows[0].HasCode,
            held.Exists(row => row.Assignment!.Role.IsAdministrator()),
            rows[0].SeenAt,
            rows[0].Packs);
    }

    private sealed record Person(Actor Actor, IReadOnlyList<ServedBody> Serves, bool HasInitialPassword, DateTime? PasswordChangedAt, bool HasCode, bool IsAdministrator, DateTime? SeenAt, int Packs);
}
