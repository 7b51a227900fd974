using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Setup;

/// <summary>
/// Sign-ins and sign-outs in the trail. They belong to the first body that the person serves; those of strangers to the
/// installation.
/// </summary>
public sealed class SignInTrail(Db db, ChangeLog changes, IHttpContextAccessor http)
{
    /// <summary>Signed in.</summary>
    public const string SignedInAct = "sign-in.done";

    /// <summary>Wrong password, or no such account.</summary>
    public const string FailedAct = "sign-in.failed";

    /// <summary>Locked after too many wrong tries.</summary>
    public const string LockedAct = "sign-in.locked";

    /// <summary>Right password of an account that is not approved.</summary>
    public const string PendingAct = "sign-in.pending";

    /// <summary>Signed out.</summary>
    public const string SignedOutAct = "sign-in.ended";

    private const int LettersKept = 2;

    /// <summary>Adds an entry about an account to the act in hand.</summary>
    public async Task AddAsync(Account account, string act, CancellationToken cancel)
    {
        var (body, region) = await HomeAsync(account.Id, cancel);
        // Who types a wrong password is not known to be the owner.
        var isOwner = act is SignedInAct or SignedOutAct;
        var actor = isOwner ? CurrentActor.Nobody with { AccountId = account.Id, Name = account.Name } : CurrentActor.Nobody;
        changes.Add(actor, region, body, act, AccountService.SubjectKind, $"{account.Id}", fields: [new("address", null, Address)]);
    }

    /// <summary>Writes that somebody tried an account that does not exist. Of its name only the beginning is kept: people type passwords there.</summary>
    public async Task AddStrangerAsync(string userName, CancellationToken cancel)
    {
        var shown = new string([.. userName.Trim().Take(LettersKept)]) + "…";
        await using var write = await db.BeginWriteAsync(cancel);
        changes.Add(CurrentActor.Nobody, region: 0, organisationId: 0, FailedAct, AccountService.SubjectKind, "-", fields: [new("userName", null, shown), new("address", null, Address)]);
        await write.CommitAsync(cancel);
    }

    /// <summary>Where a request comes from.</summary>
    public static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : null;

    private string? Address => http.HttpContext is { } context ? AddressOf(context) : null;

    private async Task<(int Body, int Region)> HomeAsync(Guid account, CancellationToken cancel)
    {
        var home = await (
            from role in db.RoleAssignments
            where role.AccountId == account
            join body in db.Organisations on role.OrganisationId equals body.Id
            orderby body.Path
            select new { body.Id, body.Region }).FirstOrDefaultAsync(cancel);
        return (home?.Id ?? 0, home?.Region ?? 0);
    }
}
