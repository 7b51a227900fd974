using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Forms;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>The sealed texts of records.</summary>
public sealed class SealedRecords(Db db, RecordTypeCatalogCache types, SealedFields seal) : ISealedRows
{
    /// <inheritdoc/>
    public string Name => "台账记录";

    /// <inheritdoc/>
    public Task<int> CountOldAsync(CancellationToken cancel) => Old().CountAsync(cancel);

    /// <inheritdoc/>
    public async Task<int> SealAnewAsync(int most, CancellationToken cancel)
    {
        var catalog = await types.GetAsync(db, cancel);
        var rows = await Old().OrderBy(record => record.Id).Take(most).ToListAsync(cancel);
        foreach (var record in rows)
        {
            record.Values = RecordJson.Write(seal.Seal(catalog.Form(record).Type, catalog.Values(record), record.Id));
            record.SealedWith = seal.Key;
        }
        await db.SaveChangesAsync(cancel);
        return rows.Count;
    }

    private IQueryable<Record> Old()
    {
        var newest = seal.Key;
        return db.Records.Where(record => record.SealedWith != null && record.SealedWith != newest);
    }
}
