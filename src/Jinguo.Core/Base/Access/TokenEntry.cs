using System.Collections.Frozen;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>Why a token does not open.</summary>
public enum TokenRefusal
{
    /// <summary>No token, or a wrong secret.</summary>
    Unknown = 1,

    /// <summary>Its days are over.</summary>
    Expired,

    /// <summary>It was revoked.</summary>
    Revoked,

    /// <summary>The account is disabled, or has no role on the body any more.</summary>
    AccountGone,
}

/// <summary>What a token opens.</summary>
/// <param name="Actor">Who acts; null where it was refused.</param>
/// <param name="Refusal">Why it was refused; null where it opens.</param>
public sealed record TokenOpening(Actor? Actor, TokenRefusal? Refusal);

/// <summary>Opens tokens: who acts in a request that carries one.</summary>
public sealed class TokenEntry(Db db, ChangeLog changes, TimeProvider time)
{
    private const string RefusedAct = "token.refused";
    private static readonly Actor Stranger = new(AccountId: null, "访客", OrganisationId: 0, Region: 0, "/-/", []);

    /// <summary>
    /// Opens a token. One query; the first use of a day is written down.
    /// </summary>
    public async Task<TokenOpening> OpenAsync(string text, CancellationToken cancel = default)
    {
        if (TokenText.IdOf(text) is not { } id || await FindAsync(id, cancel) is not { } found || !TokenText.IsRight(text, found.Token.Hash))
            return new(Actor: null, TokenRefusal.Unknown);
        var (token, now) = (found.Token, time.Instant());
        TokenRefusal? refusal = token.RevokedAt is not null ? TokenRefusal.Revoked
            : token.ExpiresAt <= now ? TokenRefusal.Expired
            : found.Disabled || found.Grants.Count == 0 ? TokenRefusal.AccountGone
            : null;
        if (refusal is not null)
            return new(Actor: null, refusal);
        await TouchAsync(token, China.Day(now), cancel);
        // Whoever may do anything at all may see the tree: a program looks bodies up by their codes.
        var rights = token.Rights.Split(' ').Select(Enum.Parse<Right>).Append(Right.Basic).ToFrozenSet();
        return new(new(token.AccountId, found.Name, token.OrganisationId, found.Region, found.Path, found.Grants) { Token = new(token.Name, rights) }, Refusal: null);
    }

    /// <summary>Writes into the trail that a token was refused. Of an unknown one only what it says about itself is kept, never its secret.</summary>
    /// <param name="text">What was sent.</param>
    /// <param name="refusal">Why it was refused.</param>
    /// <param name="address">Network address it came from.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task RefuseAsync(string text, TokenRefusal refusal, string? address, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var id = TokenText.IdOf(text);
        var (bodies, tokens) = (db.Organisations, db.AccessTokens);
        var home = await tokens.Where(token => token.Id == id).Join(bodies, token => token.OrganisationId, body => body.Id, (_, body) => new { body.Id, body.Region }).SingleOrDefaultAsync(cancel);
        changes.Add(Stranger, home?.Region ?? 0, home?.Id ?? 0, RefusedAct, TokenService.SubjectKind, home is null ? "-" : $"{id}", fields: [new("refusal", null, $"{refusal}"), new("address", null, address)]);
        await write.CommitAsync(cancel);
    }

    private async Task<Found?> FindAsync(Guid id, CancellationToken cancel)
    {
        var (accounts, bodies, assignments) = (db.Accounts, db.Organisations, db.RoleAssignments);
        var rows = await (
            from token in db.AccessTokens.AsNoTracking()
            where token.Id == id
            from account in accounts.Where(one => one.Id == token.AccountId)
            from body in bodies.Where(one => one.Id == token.OrganisationId)
            from assignment in assignments.Where(one => one.AccountId == account.Id && one.OrganisationId == body.Id).DefaultIfEmpty()
            select new { Token = token, account.Name, account.Disabled, body.Region, body.Path, Assignment = assignment }).ToListAsync(cancel);
        return rows.Count == 0 ? null : new(
            rows[0].Token,
            rows[0].Name,
            rows[0].Disabled,
            rows[0].Region,
            rows[0].Path,
            [.. rows.Where(row => row.Assignment is not null).Select(row => new Grant(row.Assignment!.Role, row.Assignment.Scope))]);
    }

    private async Task TouchAsync(AccessToken token, DateOnly today, CancellationToken cancel)
    {
        if (token.LastUsed == today)
            return;
        await using var write = await db.BeginWriteAsync(cancel);
        await db.AccessTokens.Where(one => one.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsed, today), cancel);
        await write.CommitAsync(cancel);
    }

    private sealed record Found(AccessToken Token, string Name, bool Disabled, int Region, string Path, IReadOnlyList<Grant> Grants);
}
