using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jinguo.Core.Base.Data;

/// <summary>
/// The turn of one process among those that start at once on one database: while it is held, no other makes schema and packs ready.
/// It ends with the process, however that ends. The lock of EF Core does neither: on PostgreSQL the others repeat what the first has
/// done, on SQLite a killed process leaves it behind and every later start waits for it.
/// </summary>
internal static class StartTurn
{
    // Any number: the only advisory lock of the product.
    private const long Key = 0x4A494E47554F;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for the turn; it is over when the result is disposed.</summary>
    public static Task<IAsyncDisposable> TakeAsync(Db db, CancellationToken cancel) => db is SqliteDb ? TakeFileAsync(db, cancel) : TakeLockAsync(db, cancel);

    private static async Task<IAsyncDisposable> TakeFileAsync(Db db, CancellationToken cancel)
    {
        var file = db.Database.GetDbConnection().DataSource + ".starting";
        while (true)
        {
            try
            {
                var held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
                // Nobody else is at it: what stands in EF Core's own lock was left by a process that was killed.
                await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
                return held;
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(Pause, cancel);
            }
        }
    }

    private static async Task<IAsyncDisposable> TakeLockAsync(Db db, CancellationToken cancel)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancel))
            await creator.CreateAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var turn = new HeldLock(db);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Key})", cancel);
            return turn;
        }
        catch
        {
            await db.Database.CloseConnectionAsync();
            throw;
        }
    }

    private sealed class HeldLock(Db db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            // A connection that broke has lost the lock already.
            if (db.Database.GetDbConnection().State == ConnectionState.Open)
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Key})");
            await db.Database.CloseConnectionAsync();
        }
    }
}
