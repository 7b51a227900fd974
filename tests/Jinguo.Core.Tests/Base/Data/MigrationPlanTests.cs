using Jinguo.Core.Base.Data;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Jinguo.Core.Tests.Base.Data;

/// <summary>What an upgrade would do to the schema, and whether the version before may go on serving meanwhile.</summary>
public sealed class MigrationPlanTests
{
    // Nodes of the version before must be stopped for these, and why that may be asked.
    private static readonly Dictionary<string, string> NoExpansions = new(StringComparer.Ordinal)
    {
        ["KeysOfSpreadTables"] = "Before the first release: unique keys of spread tables begin with the region.",
        ["CaseTablesByRegion"] = "Before the first release: the same for the tables of cases.",
    };

    public static TheoryData<string, bool> Changes => new()
    {
        { "new table with its unique key", true },
        { "column that may be empty", true },
        { "column with a default", true },
        { "column that must be filled", false },
        { "index", true },
        { "unique key on a table that is there", false },
        { "column taken away", false },
        { "table renamed", false },
        { "statement of one's own", false },
    };

    [Fact]
    public async Task ADatabaseOfThisVersion_HasNothingToBeDone()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        Assert.Empty(await MigrationPlan.ReadAsync(db));
    }

    [Trait("Needs", "one-server")]
    [Fact]
    public async Task WhatWaits_IsListedInItsOrder_WithItsStatements_AndNothingIsDone()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        await db.Database.MigrateAsync("CaseReception");
        var pending = (await db.Database.GetPendingMigrationsAsync()).ToList();

        var plan = await MigrationPlan.ReadAsync(db);

        Assert.Equal(pending, plan.Select(change => change.Name));
        Assert.Contains("case_files", plan.Single(change => change.Name.EndsWith("_CaseFiles", StringComparison.Ordinal)).Sql, StringComparison.Ordinal);
        var archive = plan.Single(change => change.Name.EndsWith("_CaseArchive", StringComparison.Ordinal));
        Assert.True(archive.IsExpansion);
        Assert.Contains("case_destructions", archive.Sql, StringComparison.Ordinal);
        Assert.DoesNotContain("case_files", archive.Sql, StringComparison.Ordinal);
        Assert.Equal(pending, await db.Database.GetPendingMigrationsAsync());
    }

    [Trait("Needs", "one-server")]
    [Fact]
    public async Task AnEmptyDatabase_GetsEverything()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        await db.Database.MigrateAsync("0");

        var plan = await MigrationPlan.ReadAsync(db);

        Assert.Equal(db.Database.GetMigrations(), plan.Select(change => change.Name));
        Assert.Contains("organisations", plan[0].Sql, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void TheVersionBefore_GoesOnWorking_WhereAChangeOnlyAdds(string change, bool isExpansion) => Assert.Equal(isExpansion, MigrationPlan.IsExpansion(Operations(change)));

    [Fact]
    public void AMigrationThatDoesMoreThanAdd_IsNamedHereWithItsReason()
    {
        using var sqlite = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
        using var postgres = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=nowhere.invalid").Options);

        Assert.Equal(NoExpansions.Keys, NoExpansionsOf(sqlite));
        Assert.Equal(NoExpansions.Keys, NoExpansionsOf(postgres));
    }

    // The first makes all tables; the version before it has none.
    private static List<string> NoExpansionsOf(Db db)
    {
        var assembly = db.GetService<IMigrationsAssembly>();
        return [.. assembly.Migrations.Skip(1)
            .Where(migration => !MigrationPlan.IsExpansion(assembly.CreateMigration(migration.Value, db.Database.ProviderName!).UpOperations))
            .Select(migration => migration.Key[(migration.Key.IndexOf('_', StringComparison.Ordinal) + 1)..])];
    }

    private static IReadOnlyList<MigrationOperation> Operations(string change) => change switch
    {
        "new table with its unique key" => [new CreateTableOperation { Name = "new" }, new CreateIndexOperation { Name = "key", Table = "new", Columns = ["Code"], IsUnique = true }],
        "column that may be empty" => [Column(isNullable: true)],
        "column with a default" => [Column(defaultValue: 0)],
        "column that must be filled" => [Column()],
        "index" => [new CreateIndexOperation { Name = "index", Table = "old", Columns = ["Code"] }],
        "unique key on a table that is there" => [new CreateIndexOperation { Name = "key", Table = "old", Columns = ["Code"], IsUnique = true }],
        "column taken away" => [new DropColumnOperation { Table = "old", Name = "Code" }],
        "table renamed" => [new RenameTableOperation { Name = "old", NewName = "new" }],
        "statement of one's own" => [new SqlOperation { Sql = "UPDATE old SET Code = 1" }],
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private static AddColumnOperation Column(bool isNullable = false, object? defaultValue = null) => new() { Table = "old", Name = "Code", ClrType = typeof(int), IsNullable = isNullable, DefaultValue = defaultValue };
}
