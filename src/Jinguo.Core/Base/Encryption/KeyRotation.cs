using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Base.Encryption;

/// <summary>The sealed texts of one table. Each module that seals fields has one.</summary>
public interface ISealedRows
{
    /// <summary>What they are, for the person at the terminal: 人员.</summary>
    string Name { get; }

    /// <summary>How many rows hold a text that the newest key did not seal.</summary>
    Task<int> CountOldAsync(CancellationToken cancel);

    /// <summary>Seals some of these rows anew, in the caller's transaction.</summary>
    /// <param name="most">Most rows.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>How many; 0 when none is left.</returns>
    Task<int> SealAnewAsync(int most, CancellationToken cancel);
}

/// <summary>
/// Changes the key: a new one is added to the ring, then all rows are sealed with it, batch by batch. What is done stays done
/// when it breaks off, and the next run goes on where it stopped; the product may run meanwhile.
/// </summary>
public sealed class KeyRotation(Db db, DataKeyStore store, KeyMarks marks, IEnumerable<ISealedRows> tables, TimeProvider time)
{
    /// <summary>Rows of one transaction.</summary>
    public const int Batch = 500;

    /// <summary>Adds a key, which seals from now on.</summary>
    /// <returns>Its name, or a problem where the keys come from a setting.</returns>
    public async Task<Outcome<string>> AddKeyAsync(CancellationToken cancel = default)
    {
        if (store.IsGiven)
            return new Problem("keys.given", "密钥由设置 Jinguo__DataKeys 给出，平台不能改。请在设置里加上新密钥（排在最后），再运行 ./jinguo keys reseal。");
        store.Keep(store.Keys.WithNewKey(time.Today()));
        await marks.PrepareAsync(cancel);
        return store.Keys.Newest.Id;
    }

    /// <summary>Seals with the newest key whatever another one sealed.</summary>
    /// <param name="tell">Told after each batch: which rows, how many are done of them, how many there are.</param>
    /// <param name="cancel">Stops between two batches.</param>
    /// <returns>How many rows were sealed anew.</returns>
    public async Task<int> ResealAsync(Func<string, int, int, Task> tell, CancellationToken cancel = default)
    {
        var all = 0;
        foreach (var table in tables)
        {
            var (done, total) = (0, await table.CountOldAsync(cancel));
            while (await BatchAsync(table, cancel) is > 0 and var rows)
            {
                done += rows;
                await tell(table.Name, done, Math.Max(total, done));
            }
            all += done;
        }
        return all;
    }

    private async Task<int> BatchAsync(ISealedRows table, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var rows = await table.SealAnewAsync(Batch, cancel);
        await write.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return rows;
    }
}
