using Jinguo.Core.Base.Data;
using Jinguo.Testing.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Base.Data;

/// <summary>A full disk is known by what the machine and the database themselves say of it.</summary>
public sealed class StorageFullTests
{
    [Fact]
    public async Task AFileThatCannotGrow_SaysSo()
    {
        var refusal = await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write);
            await full.WriteAsync(new byte[1 << 16]);
            await full.FlushAsync();
        });

        Assert.True(StorageFull.Is(refusal), $"{refusal.HResult}");
        Assert.True(StorageFull.Is(new InvalidOperationException("around it", refusal)));
    }

    [Fact]
    public async Task ADatabaseThatCannotGrow_SaysSo_AndGoesOnOnceItMay()
    {
        await using var database = await TestDatabase.CreateAsync();
        var file = Path.Combine(database.Folder, "small.db");
        await using var connection = new SqliteConnection(SqliteDb.ConnectionString(file));
        await connection.OpenAsync();
        await RunAsync("CREATE TABLE a (text TEXT); PRAGMA max_page_count = 3");

        var refusal = await Assert.ThrowsAsync<SqliteException>(() => RunAsync("INSERT INTO a VALUES (hex(zeroblob(100000)))"));
        Assert.True(StorageFull.Is(new DbUpdateException("around it", refusal)), $"{refusal.SqliteExtendedErrorCode}");

        await RunAsync("PRAGMA max_page_count = 1000");
        await RunAsync("INSERT INTO a VALUES (hex(zeroblob(100000)))");

        async Task RunAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public void OtherFaults_AreNotTakenForIt()
    {
        Assert.False(StorageFull.Is(new IOException("the other side has closed")));
        Assert.False(StorageFull.Is(new FileNotFoundException()));
        Assert.False(StorageFull.Is(new SqliteException("constraint", 19)));
        Assert.False(StorageFull.Is(null));
    }
}
