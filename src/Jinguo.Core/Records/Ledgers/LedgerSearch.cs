using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Search;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>By which words a record is found; writes them for records of a time when there was no search.</summary>
public sealed class LedgerSearch(Db db)
{
    private const int Together = 500;

    /// <summary>The words of a record.</summary>
    internal static SearchText Words(Record record) =>
        new(record.Region, record.Id, SearchKinds.Record, record.OrganisationId, record.Day, record.Title, record.SearchText, record.PersonalText);

    /// <summary>Writes the words of all records anew, some at a time; begun again, it does no harm.</summary>
    /// <param name="tell">Told how many are done of how many.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>How many records can be found.</returns>
    public async Task<int> RebuildAsync(Func<int, int, Task>? tell = null, CancellationToken cancel = default)
    {
        var index = new SearchIndex(db);
        var live = db.Records.AsNoTracking().Where(record => !record.Withdrawn);
        var (done, last, total) = (0, Guid.Empty, await live.CountAsync(cancel));
        while (true)
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var records = await live.Where(record => record.Id > last).OrderBy(record => record.Id).Take(Together).ToListAsync(cancel);
            if (records.Count == 0)
                return done;
            await index.PutAsync(records.ConvertAll(Words), cancel);
            await write.CommitAsync(cancel);
            (done, last) = (done + records.Count, records[^1].Id);
            if (tell is not null)
                await tell(done, Math.Max(total, done));
        }
    }
}
