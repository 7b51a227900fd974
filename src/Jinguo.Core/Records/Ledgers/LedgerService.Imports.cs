using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Highlights;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <content>What is done to all records of one import.</content>
public sealed partial class LedgerService
{
    private const int WithdrawnTogether = 500;

    /// <summary>Withdraws every record that an import brought, within the caller's transaction: the caller commits.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who; she must be allowed to write for every body concerned.</param>
    /// <param name="tell">Told how many are done.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>How many were withdrawn.</returns>
    public async Task<Outcome<int>> WithdrawImportAsync(Guid importId, string reason, Actor actor, Func<int, Task>? tell, CancellationToken cancel = default)
    {
        var bodies = await db.Records.Where(record => record.ImportId == importId && !record.Withdrawn).Select(record => record.OrganisationId).Distinct().ToListAsync(cancel);
        if ((await BodiesAsync(bodies, actor, cancel)).Count != bodies.Count)
            return Problem.NotFound("这次导入的记录");
        var catalog = await types.GetAsync(db, cancel);
        var done = 0;
        while (true)
        {
            var records = await db.Records.Where(record => record.ImportId == importId && !record.Withdrawn)
                .OrderBy(record => record.Id).Take(WithdrawnTogether).ToListAsync(cancel);
            if (records.Count == 0)
                return done;
            foreach (var record in records)
            {
                record.Version++;
                SetState(record, catalog.Form(record), record.Review, withdrawn: true);
                Log(record, actor, "record.withdrawn", reason);
            }
            var ids = records.ConvertAll(record => record.Id);
            await db.Highlights.Where(row => row.SourceKind == RecordRef.Ledger && ids.Contains(row.SourceId)).ExecuteDeleteAsync(cancel);
            await search.RemoveAsync(ids, cancel);
            await facts.PostAsync([.. records.Select(record => new Posting(record.Ref, record.OrganisationId, [], Reason: reason))], actor, cancel);
            db.ChangeTracker.Clear();
            done += records.Count;
            if (tell is not null)
                await tell(done);
        }
    }
}
