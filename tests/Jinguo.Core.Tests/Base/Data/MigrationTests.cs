using Jinguo.Core.Base.Data;
using Jinguo.Testing.Data;
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
}
