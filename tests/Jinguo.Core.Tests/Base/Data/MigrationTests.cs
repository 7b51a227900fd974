using Jinguo.Core.Base.Data;
using Jinguo.Testing.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Base.Data;

public sealed class MigrationTests
{
    [Fact]
    public void EveryChangeOfTheModel_IsInAMigration_OfSqlite()
    {
        using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: tools/migrations add NAME.");
    }

    [Fact]
    public void EveryChangeOfTheModel_IsInAMigration_OfPostgres()
    {
        using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=nowhere.invalid").Options);
        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: tools/migrations add NAME.");
    }

    [Fact]
    public async Task PreparingTwice_ChangesNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        await db.PrepareAsync();
        Assert.NotEmpty(applied);
        Assert.Equal(applied, await db.Database.GetAppliedMigrationsAsync());
    }

    [Trait("Needs", "one-server")]
    [Fact]
    public async Task NodesThatStartAtOnce_BringTheSchemaUpToDate_Once()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var before = database.Open();
        await before.Database.MigrateAsync("CaseReception");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = database.Open();
            await db.PrepareAsync();
        })));

        Assert.Equal(before.Database.GetMigrations(), await before.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public async Task AProcessKilledWhileItChangedTheSchemaOfSqlite_HoldsNoLaterStartBack()
    {
        var folder = Directory.CreateTempSubdirectory("jinguo-start-");
        await using (var db = TestDatabase.Open(Path.Combine(folder.FullName, "jinguo.db")))
        {
            await db.Database.MigrateAsync("CaseReception");
            await db.Database.ExecuteSqlRawAsync("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
            await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-20')""");

            await db.PrepareAsync();

            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        }
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
