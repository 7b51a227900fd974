using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Organisations;

/// <summary>Keys of bodies about to be written: a path holds the body's own key, so it must be known before.</summary>
internal static class OrganisationIds
{
    /// <summary>Reserves keys inside the transaction of an act.</summary>
    public static async Task<IReadOnlyList<int>> ReserveAsync(Db db, int count, CancellationToken cancel)
    {
        if (db is PostgresDb)
            return await db.Database.SqlQuery<int>($"""SELECT nextval(pg_get_serial_sequence('organisations', 'Id'))::int AS "Value" FROM generate_series(1, {count})""").ToListAsync(cancel);
        // One writer at a time, and bodies are never deleted.
        var last = await db.Organisations.MaxAsync(body => (int?)body.Id, cancel) ?? 0;
        return [.. Enumerable.Range(last + 1, count)];
    }
}
