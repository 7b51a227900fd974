using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Jinguo.Core.Base.Data;

/// <summary>A change of the schema that a database does not have yet.</summary>
/// <param name="Name">Its name, which begins with its time.</param>
/// <param name="IsExpansion">True where the version before goes on working on the changed schema: it only adds. False where nodes of that version must be stopped first, or somebody must look.</param>
/// <param name="Sql">Its statements.</param>
public sealed record PlannedMigration(string Name, bool IsExpansion, string Sql);

/// <summary>
/// The changes of the schema that wait. A release first only adds (expand); what the version before still needs goes in a later
/// one (contract). So nodes can be replaced one after the other while the database is already the new one.
/// </summary>
public static class MigrationPlan
{
    /// <summary>What waits, in the order in which it would be done. Changes nothing.</summary>
    public static async Task<IReadOnlyList<PlannedMigration>> ReadAsync(Db db, CancellationToken cancel = default)
    {
        var (assembly, migrator) = (db.GetService<IMigrationsAssembly>(), db.GetService<IMigrator>());
        var from = (await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault() ?? Migration.InitialDatabase;
        var plan = new List<PlannedMigration>();
        foreach (var name in await db.Database.GetPendingMigrationsAsync(cancel))
        {
            var migration = assembly.CreateMigration(assembly.Migrations[name], db.Database.ProviderName!);
            plan.Add(new(name, IsExpansion(migration.UpOperations), migrator.GenerateScript(from, name)));
            from = name;
        }
        return plan;
    }

    /// <summary>True where operations only add, and the version before neither misses nor trips over anything.</summary>
    public static bool IsExpansion(IReadOnlyList<MigrationOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        var made = operations.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        return operations.All(operation => operation switch
        {
            CreateTableOperation => true,
            // The version before writes rows without the column.
            AddColumnOperation column => column.IsNullable || column.DefaultValue is not null || column.DefaultValueSql is not null || column.ComputedColumnSql is not null,
            // What it writes may be refused by a key that it does not know.
            CreateIndexOperation index => !index.IsUnique || made.Contains(index.Table),
            _ => false,
        });
    }
}
