using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>Values that a body wrote last: what the form of the next record offers.</summary>
public sealed class RecentValues(Db db, Visible visible, RecordTypeCatalogCache types)
{
    private const int Looked = 20;
    private const int Offered = 4;

    /// <summary>
    /// For each field that recalls, its last different values, newest first: one query.
    /// </summary>
    /// <param name="type">The record type.</param>
    /// <param name="organisationId">The body.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ListAsync(LedgerType type, int organisationId, CancellationToken cancel = default)
    {
        var code = type.Type.Code;
        var catalog = await types.GetAsync(db, cancel);
        var records = await visible.Of<Record>(Right.LedgerRead).AsNoTracking()
            .Where(record => record.OrganisationId == organisationId && record.TypeCode == code && !record.Withdrawn)
            .OrderByDescending(record => record.CreatedAt).ThenByDescending(record => record.Id).Take(Looked)
            .ToListAsync(cancel);
        var held = records.ConvertAll(record => Persons.Shown(visible.Actor, record, type.Type, catalog.Values(record)));
        return type.Type.Fields.Where(field => field.Recall && !field.Personal).ToDictionary(
            field => field.Code,
            IReadOnlyList<string> (field) => [.. held.Select(values => FieldText.Plain(field, values[field.Code])).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Take(Offered)],
            StringComparer.Ordinal);
    }
}
