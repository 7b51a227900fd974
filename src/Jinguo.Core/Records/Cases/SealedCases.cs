using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>The sealed texts of cases, for a change of the key.</summary>
public sealed class SealedCases(Db db, CaseSeal seal) : ISealedRows
{
    /// <inheritdoc/>
    public string Name => "信访个案";

    /// <inheritdoc/>
    public async Task<int> CountOldAsync(CancellationToken cancel) => await OldTexts().CountAsync(cancel) + await OldEntries().CountAsync(cancel) + await OldDrafts().CountAsync(cancel);

    /// <inheritdoc/>
    public async Task<int> SealAnewAsync(int most, CancellationToken cancel)
    {
        var texts = await OldTexts().OrderBy(text => text.CaseId).ThenBy(text => text.Field).Take(most).ToListAsync(cancel);
        foreach (var text in texts)
            text.Sealed = seal.Seal(text.CaseId, text.Field, seal.Open(text));
        var entries = await OldEntries().OrderBy(entry => entry.Id).Take(most - texts.Count).ToListAsync(cancel);
        foreach (var entry in entries)
        {
            entry.Sealed = seal.SealEntry(entry.Id, seal.OpenEntry(entry.Id, entry.Sealed));
            entry.StruckReason = entry.StruckReason is { } reason ? seal.SealEntry(entry.Id, seal.OpenEntry(entry.Id, reason)) : null;
        }
        var drafts = await OldDrafts().OrderBy(draft => draft.Id).Take(most - texts.Count - entries.Count).ToListAsync(cancel);
        foreach (var draft in drafts)
            draft.Sealed = seal.SealWords("draft", draft.Id, seal.OpenWords("draft", draft.Id, draft.Sealed));
        await db.SaveChangesAsync(cancel);
        return texts.Count + entries.Count + drafts.Count;
    }

    private IQueryable<CaseText> OldTexts()
    {
        var newest = seal.NewestPrefix;
        return db.CaseTexts.Where(text => !text.Sealed.StartsWith(newest));
    }

    private IQueryable<CaseEntry> OldEntries()
    {
        var newest = seal.NewestPrefix;
        return db.CaseEntries.Where(entry => !entry.Sealed.StartsWith(newest) || (entry.StruckReason != null && !entry.StruckReason.StartsWith(newest)));
    }

    private IQueryable<CaseDraft> OldDrafts()
    {
        var newest = seal.NewestPrefix;
        return db.CaseDrafts.Where(draft => !draft.Sealed.StartsWith(newest));
    }
}
