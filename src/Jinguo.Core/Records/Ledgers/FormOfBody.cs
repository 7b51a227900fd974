using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>The form that a body fills in today, with what the bodies above it ask besides.</summary>
public sealed class FormOfBody(Db db, Visible visible, RecordTypeCatalogCache types)
{
    /// <summary>The form; null where the type is not offered to the body.</summary>
    /// <param name="type">Code of the record type.</param>
    /// <param name="organisationId">The body. Where the actor may not record for it, her own is taken: the act refuses later.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<LedgerType?> FindAsync(string? type, int organisationId, CancellationToken cancel = default)
    {
        if (type is null)
            return null;
        var path = await visible.Organisations(Right.LedgerWrite).Where(body => body.Id == organisationId).Select(body => body.Path).SingleOrDefaultAsync(cancel);
        return (await types.GetAsync(db, cancel)).Find(type, path ?? visible.Actor.Path);
    }
}
