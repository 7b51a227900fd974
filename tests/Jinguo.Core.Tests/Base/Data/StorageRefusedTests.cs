using Jinguo.Core.Base.Data;
using Jinguo.Testing.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jinguo.Core.Tests.Base.Data;

/// <summary>A full disk and one that is read-only are known by what the machine and the database themselves say of it.</summary>
public sealed class StorageRefusedTests
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

        Assert.True(StorageRefused.Is(refusal), $"{refusal.HResult}");
        Assert.True(StorageRefused.Is(new InvalidOperationException("around it", refusal)));
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
        Assert.True(StorageRefused.Is(new DbUpdateException("around it", refusal)), $"{refusal.SqliteExtendedErrorCode}");

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
    public async Task ADatabaseThatMayOnlyBeRead_SaysSo_AndIsStillRead()
    {
        await using var database = await TestDatabase.CreateAsync();
        var file = Path.Combine(database.Folder, "kept.db");
        await using (var writer = new SqliteConnection(SqliteDb.ConnectionString(file)))
        {
            await writer.OpenAsync();
            await using var command = writer.CreateCommand();
            command.CommandText = "CREATE TABLE a (text TEXT); INSERT INTO a VALUES ('剪纸')";
            await command.ExecuteNonQueryAsync();
            SqliteConnection.ClearPool(writer);
        }
        await using var reader = new SqliteConnection(new SqliteConnectionStringBuilder(SqliteDb.ConnectionString(file)) { Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
        await reader.OpenAsync();
        await using var asked = reader.CreateCommand();
        asked.CommandText = "INSERT INTO a VALUES ('刺绣')";

        Assert.True(StorageRefused.Is(await Assert.ThrowsAsync<SqliteException>(() => asked.ExecuteNonQueryAsync())));

        asked.CommandText = "SELECT text FROM a";
        Assert.Equal("剪纸", await asked.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData(PostgresErrorCodes.DiskFull, true)]
    [InlineData(PostgresErrorCodes.IoError, true)]
    [InlineData(PostgresErrorCodes.OutOfMemory, false)]
    [InlineData(PostgresErrorCodes.ReadOnlySqlTransaction, false)]
    [InlineData(PostgresErrorCodes.AdminShutdown, false)]
    [InlineData(PostgresErrorCodes.UniqueViolation, false)]
    public void WhatTheDatabaseServerRefuses_IsToldByItsCode(string code, bool isRefused)
    {
        var refusal = new PostgresException("words", "ERROR", "ERROR", code);

        Assert.Equal(isRefused, StorageRefused.Is(refusal));
        Assert.Equal(isRefused, StorageRefused.Is(new DbUpdateException("around it", refusal)));
    }

    // ENOSPC, EFBIG, EDQUOT, EROFS; ENOENT, EIO.
    [Theory]
    [InlineData(28, true)]
    [InlineData(27, true)]
    [InlineData(122, true)]
    [InlineData(30, true)]
    [InlineData(2, false)]
    [InlineData(5, false)]
    public void WhatTheSystemRefuses_IsToldByItsNumber(int number, bool isRefused) =>
        Assert.Equal(isRefused, StorageRefused.Is(new InvalidOperationException("around it", new IOException("words", number))));

    [Fact]
    public void OtherFaults_AreNotTakenForIt()
    {
        Assert.False(StorageRefused.Is(new IOException("the other side has closed")));
        Assert.False(StorageRefused.Is(new FileNotFoundException()));
        Assert.False(StorageRefused.Is(new SqliteException("constraint", 19)));
        Assert.False(StorageRefused.Is(null));
    }
}
