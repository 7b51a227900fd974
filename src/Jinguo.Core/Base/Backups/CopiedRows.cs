using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Backups;

/// <summary>What a backup needs to know of the database it copies.</summary>
/// <param name="Migration">The last migration.</param>
/// <param name="Contents">The files that its rows name.</param>
/// <param name="Marks">What the keys left.</param>
internal sealed record CopiedRows(string Migration, IReadOnlyList<StoredContent> Contents, IReadOnlyList<KeyMark> Marks)
{
    /// <summary>Reads it; tables that an earlier version does not have are empty.</summary>
    public static async Task<CopiedRows> ReadAsync(Db db, IEnumerable<IStoredContents> sources, CancellationToken cancel)
    {
        var tables = await db.Database.SqlQueryRaw<string>(db is SqliteDb
            ? """SELECT name AS "Value" FROM sqlite_master WHERE type = 'table'"""
            : """SELECT CAST(tablename AS text) AS "Value" FROM pg_tables WHERE schemaname = current_schema()""").ToListAsync(cancel);
        var contents = new List<StoredContent>();
        foreach (var source in sources.Where(source => tables.Contains(source.Table)))
            await foreach (var content in source.ListAsync(db).WithCancellation(cancel))
                contents.Add(content);
        var marks = tables.Contains(KeyMarks.Table) ? await db.Set<KeyMark>().AsNoTracking().OrderBy(mark => mark.Id).ToListAsync(cancel) : [];
        return new((await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault() ?? "", contents, marks);
    }
}
