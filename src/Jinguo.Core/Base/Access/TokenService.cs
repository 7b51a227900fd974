using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>A token as it is handed out, once.</summary>
/// <param name="Token">What is kept.</param>
/// <param name="Text">The text that the program sends.</param>
public sealed record IssuedToken(AccessToken Token, string Text);

/// <summary>A token in a list.</summary>
/// <param name="Token">The token.</param>
/// <param name="UserName">The account.</param>
/// <param name="Body">Name of the body.</param>
public sealed record TokenLine(AccessToken Token, string UserName, string Body);

/// <summary>Makes, lists and revokes tokens: acts of whoever runs the machine.</summary>
public sealed class TokenService(Db db, ChangeLog changes, Actor actor, TimeProvider time)
{
    /// <summary>Kind of tokens in the history.</summary>
    public const string SubjectKind = "token";

    /// <summary>Makes a token. Its text comes back once.</summary>
    public async Task<Outcome<IssuedToken>> MakeAsync(NewToken input, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var wanted = AccountChecks.Normal(input.UserName);
        var account = await db.Accounts.AsNoTracking().Include(one => one.Assignments).SingleOrDefaultAsync(one => one.NormalizedUserName == wanted && !one.Disabled, cancel);
        if (account is null)
            return new Problem("token.account", $"没有账号“{input.UserName}”，或者已经停用。", nameof(input.UserName));
        var problems = TokenChecks.Check(input, [.. account.Assignments.Where(role => role.OrganisationId == input.OrganisationId).Select(role => role.Role)]);
        if (problems.Count > 0)
            return problems;
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var text = TokenText.New(id);
        var token = new AccessToken
        {
            Id = id,
            Name = input.Name.Trim(),
            AccountId = account.Id,
            OrganisationId = input.OrganisationId,
            Rights = string.Join(' ', input.Rights.Distinct().Order()),
            Hash = TokenText.Hash(text),
            MadeAt = time.Instant(),
            ExpiresAt = time.Instant().AddDays(input.Days),
        };
        db.AccessTokens.Add(token);
        var region = (await RegionsAsync([token], cancel))[token.OrganisationId];
        Log(token, region, "token.made", [new("name", null, token.Name), new("account", null, account.UserName), new("rights", null, token.Rights), new("until", null, $"{China.Day(token.ExpiresAt):yyyy-MM-dd}")]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return new IssuedToken(token, text);
    }

    /// <summary>All tokens, the newest first.</summary>
    public Task<List<TokenLine>> ListAsync(CancellationToken cancel = default)
    {
        var (accounts, bodies) = (db.Accounts, db.Organisations);
        return (
            from token in db.AccessTokens.AsNoTracking()
            from account in accounts.Where(one => one.Id == token.AccountId)
            from body in bodies.Where(one => one.Id == token.OrganisationId)
            orderby token.MadeAt descending, token.Id
            select new TokenLine(token, account.UserName, body.Name)).ToListAsync(cancel);
    }

    /// <summary>Revokes a token at once; one that is revoked already stays as it is.</summary>
    public async Task<Outcome<AccessToken>> RevokeAsync(Guid id, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.AccessTokens.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } token)
            return Problem.NotFound("这个令牌");
        if (token.RevokedAt is not null)
            return token;
        Revoke(token, (await RegionsAsync([token], cancel))[token.OrganisationId]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return token;
    }

    /// <summary>Tokens that act in the name of an account today.</summary>
    public Task<int> CountAsync(Guid accountId, CancellationToken cancel = default) => Valid(accountId).CountAsync(cancel);

    /// <summary>Revokes every token that acts in the name of an account, in the act of the caller: it saves and commits.</summary>
    public async Task RevokeAllOfAsync(Guid accountId, CancellationToken cancel = default)
    {
        var tokens = await Valid(accountId).ToListAsync(cancel);
        var regions = await RegionsAsync(tokens, cancel);
        foreach (var token in tokens)
            Revoke(token, regions[token.OrganisationId]);
    }

    private IQueryable<AccessToken> Valid(Guid accountId)
    {
        var now = time.Instant();
        return db.AccessTokens.Where(one => one.AccountId == accountId && one.RevokedAt == null && one.ExpiresAt > now);
    }

    private void Revoke(AccessToken token, int region)
    {
        token.RevokedAt = time.Instant();
        Log(token, region, "token.revoked", [new("name", null, token.Name)]);
    }

    private void Log(AccessToken token, int region, string act, IReadOnlyList<FieldChange> fields) =>
        changes.Add(actor, region, token.OrganisationId, act, SubjectKind, $"{token.Id}", fields: fields);

    private Task<Dictionary<int, int>> RegionsAsync(IEnumerable<AccessToken> tokens, CancellationToken cancel)
    {
        var ids = tokens.Select(token => token.OrganisationId).Distinct().ToList();
        return db.Organisations.Where(body => ids.Contains(body.Id)).ToDictionaryAsync(body => body.Id, body => body.Region, cancel);
    }
}
