using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>Keeps what is typed of a case that is not received yet, sealed: on the server, because a browser of an office is shared.</summary>
public sealed class CaseDrafts(Db db, Actor actor, CaseSeal seal, TimeProvider time)
{
    /// <summary>After so many days what was never received is forgotten.</summary>
    public const int DaysKept = 7;

    /// <summary>Most drafts of one writer.</summary>
    public const int Most = 20;

    /// <summary>The longest draft, in letters of all its fields.</summary>
    public const int Longest = 40_000;

    /// <summary>Her drafts, the latest first: when they were kept. What they say is not opened.</summary>
    public async Task<IReadOnlyList<(Guid Id, DateTime KeptAt)>> ListAsync(CancellationToken cancel = default) =>
        [.. (await Own().OrderByDescending(draft => draft.KeptAt).ThenBy(draft => draft.Id).Select(draft => new { draft.Id, draft.KeptAt }).Take(Most).ToListAsync(cancel)).Select(draft => (draft.Id, draft.KeptAt))];

    /// <summary>What one of her drafts says, by name of the field; null where there is none.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> FindAsync(Guid id, CancellationToken cancel = default) =>
        await Own().AsNoTracking().SingleOrDefaultAsync(draft => draft.Id == id, cancel) is { } draft ? JsonSerializer.Deserialize<Dictionary<string, string>>(seal.OpenWords("draft", draft.Id, draft.Sealed)) : null;

    /// <summary>Keeps what is typed now. What was received already, or is another's, is not kept. Problems: no case can be received; too long; too many.</summary>
    public async Task<Outcome<CaseDraft>> KeepAsync(Guid id, IReadOnlyDictionary<string, string> fields, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (actor.AccountId is not { } account || actor.Token is not null || !actor.Has(Right.CaseHandle)
            || await db.Organisations.AsNoTracking().SingleOrDefaultAsync(body => body.Id == actor.OrganisationId, cancel) is not { } body)
            return Problem.NotFound("可以登记的组织");
        if (fields.Sum(field => field.Key.Length + field.Value.Length) > Longest)
            return new Problem("case.draft.length", $"最多存{Longest}个字。");
        var oldest = time.Instant().AddDays(-DaysKept);
        await db.CaseDrafts.Where(old => old.KeptAt < oldest).ExecuteDeleteAsync(cancel);
        var draft = await Own().SingleOrDefaultAsync(draft => draft.Id == id, cancel);
        if (draft is null)
        {
            if (await Own().CountAsync(cancel) >= Most)
                return new Problem("case.draft.most", $"没登记完的最多存{Most}份，请先登记或去掉。");
            if (await db.Cases.AnyAsync(one => one.Id == id, cancel) || await db.CaseDrafts.AnyAsync(other => other.Id == id, cancel))
                return Problem.KeyTaken();
            draft = db.CaseDrafts.Add(new() { Region = body.Region, Id = id, OrganisationId = body.Id, AccountId = account, Sealed = "" }).Entity;
        }
        (draft.Sealed, draft.KeptAt) = (seal.SealWords("draft", id, JsonSerializer.Serialize(fields)), time.Instant());
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return draft;
    }

    /// <summary>Forgets one of her drafts; nothing where there is none.</summary>
    public Task DropAsync(Guid id, CancellationToken cancel = default) => Own().Where(draft => draft.Id == id).ExecuteDeleteAsync(cancel);

    private IQueryable<CaseDraft> Own()
    {
        var (account, oldest) = (actor.AccountId, time.Instant().AddDays(-DaysKept));
        return db.CaseDrafts.Where(draft => draft.AccountId == account && draft.OrganisationId == actor.OrganisationId && draft.KeptAt >= oldest);
    }
}
