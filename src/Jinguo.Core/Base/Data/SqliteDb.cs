using System.Collections.Concurrent;
using Jinguo.Core.Base.Organisations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Data;

/// <summary>The embedded database: one file, write-ahead log, one writer at a time.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : Db(options)
{
    // https://www.sqlite.org/pragma.html#pragma_optimize: all tables that grew tenfold (0x10000) are looked at (2). Whole, some
    // seconds for a million facts: by a sample it holds a region of all rows for one of a few hundred.
    private const int GrownTables = 0x10002;

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int Stripes => 1;

    /// <summary>Connection string for a database file: foreign keys on, 30 s of patience with other processes.</summary>
    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    /// <inheritdoc/>
    public override async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancel = default)
    {
        var turn = Turns.GetOrAdd(Database.GetDbConnection().DataSource, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancel);
        try
        {
            // The provider begins immediate transactions: a deferred one that reads first fails with SQLITE_BUSY_SNAPSHOT.
            return new(this, await Database.BeginTransactionAsync(cancel), turn);
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task RefreshStatisticsAsync(CancellationToken cancel = default)
    {
        // Knowing nothing, SQLite takes the region, which all rows may share, for as good as any key, and reads every fact for a figure.
        await using (var write = await BeginWriteAsync(cancel))
        {
            await Database.ExecuteSqlRawAsync($"PRAGMA optimize={GrownTables};", cancel);
            await write.CommitAsync(cancel);
        }
        // A connection reads the statistics when it is opened.
        SqliteConnection.ClearPool((SqliteConnection)Database.GetDbConnection());
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<OrganisationEdge>().Property(edge => edge.IsForeign).HasComputedColumnSql("""instr("Path", '/' || "Region" || '/') = 0""", stored: false);
    }
}
