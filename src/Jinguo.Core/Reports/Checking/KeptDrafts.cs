using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Reports.Checking;

/// <summary>Keeps drafts for those who ask for it. Nothing of a draft is stored otherwise.</summary>
public sealed class KeptDrafts(Db db, Visible visible, FieldCipher cipher, ChangeLog changes, TimeProvider time)
{
    /// <summary>More than this nobody keeps.</summary>
    public const int Most = 50;

    private const string Purpose = "checking.draft";
    private const string Subject = "kept-draft";

    /// <summary>Her drafts, the latest first; not opened.</summary>
    public async Task<IReadOnlyList<KeptDraft>> ListAsync(CancellationToken cancel = default) =>
        await Own().AsNoTracking().OrderByDescending(draft => draft.KeptAt).ThenBy(draft => draft.Id)
            .Select(draft => new KeptDraft { Region = draft.Region, Id = draft.Id, OrganisationId = draft.OrganisationId, AccountId = draft.AccountId, Title = draft.Title, Period = draft.Period, Tree = draft.Tree, Sealed = "", KeptAt = draft.KeptAt })
            .Take(Most).ToListAsync(cancel);

    /// <summary>True where it is one of her drafts.</summary>
    public Task<bool> IsKeptAsync(Guid id, CancellationToken cancel = default) => Own().AnyAsync(draft => draft.Id == id, cancel);

    /// <summary>Opens one of her drafts; null where there is none.</summary>
    public async Task<OpenedDraft?> FindAsync(Guid id, CancellationToken cancel = default)
    {
        if (await Own().AsNoTracking().SingleOrDefaultAsync(draft => draft.Id == id, cancel) is not { } kept)
            return null;
        _ = Period.TryParse(kept.Period, out var period);
        return new(kept, new(kept.OrganisationId, period, kept.Tree), JsonSerializer.Deserialize<KeptContent>(cipher.Open(kept.Sealed, Purpose, Row(kept)))!);
    }

    /// <summary>Keeps a draft; where it is kept already, as it is now.</summary>
    /// <param name="id">Which one, made by the page: sent twice it is one.</param>
    /// <param name="title">Its name; cut where it is too long.</param>
    /// <param name="scope">Whose draft of which period.</param>
    /// <param name="content">What it says.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The draft. Problems: the body is out of reach; there are too many.</returns>
    public async Task<Outcome<KeptDraft>> KeepAsync(Guid id, string title, CheckScope scope, KeptContent content, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (visible.Actor.AccountId is not { } account || await visible.Organisations(Right.ReportRead).SingleOrDefaultAsync(one => one.Id == scope.OrganisationId, cancel) is not { } body)
            return Problem.NotFound("这个组织");
        var kept = await Own().SingleOrDefaultAsync(draft => draft.Id == id, cancel);
        // Another body has another region, and its own trail.
        if (kept is not null && kept.OrganisationId != body.Id)
        {
            db.KeptDrafts.Remove(kept);
            await db.SaveChangesAsync(cancel);
            kept = null;
        }
        if (kept is null)
        {
            if (await Own().CountAsync(cancel) >= Most)
                return new Problem("checking.kept.most", $"最多存{Most}份文稿，请先删掉不用的。");
            if (await db.KeptDrafts.AnyAsync(draft => draft.Id == id, cancel))
                return Problem.NotFound("这份文稿");
            kept = db.KeptDrafts.Add(new() { Region = body.Region, Id = id, OrganisationId = body.Id, AccountId = account, Title = "", Period = "", Sealed = "" }).Entity;
            changes.Add(visible.Actor, body.Region, body.Id, "draft.kept", Subject, $"{id}");
        }
        (kept.Title, kept.Period, kept.Tree, kept.KeptAt) = (title.Length > KeptDraft.LongestTitle ? title[..KeptDraft.LongestTitle] : title, scope.Period.Code, scope.Tree, time.Instant());
        kept.Sealed = cipher.Seal(JsonSerializer.Serialize(content), Purpose, Row(kept));
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return kept;
    }

    /// <summary>Deletes one of her drafts.</summary>
    public async Task<Outcome<KeptDraft>> DropAsync(Guid id, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await Own().SingleOrDefaultAsync(draft => draft.Id == id, cancel) is not { } kept)
            return Problem.NotFound("这份文稿");
        db.KeptDrafts.Remove(kept);
        changes.Add(visible.Actor, kept.Region, kept.OrganisationId, "draft.dropped", Subject, $"{id}");
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return kept;
    }

    private static string Row(KeptDraft draft) => draft.Id.ToString("N");

    private IQueryable<KeptDraft> Own()
    {
        var account = visible.Actor.AccountId;
        return visible.Of<KeptDraft>(Right.ReportRead).Where(draft => draft.AccountId == account);
    }

    /// <summary>The sealed drafts, for a change of the key.</summary>
    public sealed class SealedDrafts(Db db, FieldCipher cipher) : ISealedRows
    {
        /// <inheritdoc/>
        public string Name => "存着的文稿";

        /// <inheritdoc/>
        public Task<int> CountOldAsync(CancellationToken cancel) => Old().CountAsync(cancel);

        /// <inheritdoc/>
        public async Task<int> SealAnewAsync(int most, CancellationToken cancel)
        {
            // A draft may be large: few at a time.
            var drafts = await Old().OrderBy(draft => draft.Id).Take(Math.Min(most, 10)).ToListAsync(cancel);
            foreach (var draft in drafts)
                draft.Sealed = cipher.Seal(cipher.Open(draft.Sealed, Purpose, Row(draft)), Purpose, Row(draft));
            await db.SaveChangesAsync(cancel);
            return drafts.Count;
        }

        private IQueryable<KeptDraft> Old()
        {
            var newest = cipher.NewestPrefix;
            return db.KeptDrafts.Where(draft => !draft.Sealed.StartsWith(newest));
        }
    }
}
