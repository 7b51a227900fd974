using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace Jinguo.Core.Base.Data;

/// <summary>
/// How tables lie on several PostgreSQL servers that the Citus extension makes one of: what grows with the work is spread by
/// region, so that the figures of a region are on one server; what everything is joined with is copied to all; the rest stays on
/// the server that the product talks to. Keys of spread tables begin with the region, because each server keeps its own.
/// </summary>
public static class Distribution
{
    private const string Annotation = "Jinguo:Distribution";
    private const string Region = "Region";
    private const string Spread = "spread";
    private const string Copied = "copied";

    /// <summary>The servers' tables are spread by region.</summary>
    internal static void SpreadByRegion<T>(this EntityTypeBuilder<T> table)
        where T : class => table.HasAnnotation(Annotation, Spread);

    /// <summary>Every server has the whole table.</summary>
    internal static void CopyToAllServers<T>(this EntityTypeBuilder<T> table)
        where T : class => table.HasAnnotation(Annotation, Copied);

    /// <summary>True where the rows of a table are spread by region.</summary>
    public static bool IsSpread(IReadOnlyEntityType table) => table.FindAnnotation(Annotation)?.Value as string == Spread;

    /// <summary>True where every server has the whole table.</summary>
    public static bool IsCopied(IReadOnlyEntityType table) => table.FindAnnotation(Annotation)?.Value as string == Copied;

    /// <summary>True where tables of this database are spread already.</summary>
    public static async Task<bool> IsDoneAsync(Db db, CancellationToken cancel = default) => db is PostgresDb && (await ListDistributedAsync(db, cancel)).Count > 0;

    /// <summary>The statements that spread and copy what is not yet; none where all is. Changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The database is not PostgreSQL.</exception>
    public static async Task<IReadOnlyList<string>> PlanAsync(Db db, CancellationToken cancel = default)
    {
        if (db is not PostgresDb)
            throw new InvalidOperationException("Only PostgreSQL can be distributed.");
        var there = await ListDistributedAsync(db, cancel);
        var left = db.Model.GetEntityTypes().Where(table => (IsSpread(table) || IsCopied(table)) && !there.Contains(table.GetTableName()!)).OrderBy(table => table.GetTableName(), StringComparer.Ordinal).ToList();
        if (left.Count == 0)
            return [];
        // Keys that lead from or to one of them are taken off meanwhile: Citus mistakes the names of our columns when it follows them.
        var tables = left.Select(table => table.GetTableName()!).ToHashSet(StringComparer.Ordinal);
        var keys = (await ListKeysAsync(db, cancel)).Where(key => tables.Contains(key.Table) || tables.Contains(key.To)).ToList();
        var first = db.Model.GetEntityTypes().Where(IsSpread).Select(table => table.GetTableName()!).Order(StringComparer.Ordinal).First();
        return
        [
            "CREATE EXTENSION IF NOT EXISTS citus",
            // An act writes to spread and to copied tables in one transaction, and so does this: over one connection to each server.
            $"""ALTER DATABASE "{await db.Database.SqlQuery<string>($"""SELECT current_database()::text AS "Value" """).SingleAsync(cancel)}" SET citus.multi_shard_modify_mode = 'sequential'""",
            "SET LOCAL citus.multi_shard_modify_mode = 'sequential'",
            .. keys.Select(key => $"""ALTER TABLE {key.Table} DROP CONSTRAINT "{key.Name}" """.TrimEnd()),
            .. left.Where(IsCopied).Select(table => $"SELECT create_reference_table('{table.GetTableName()}')"),
            .. left.Where(IsSpread).Select(table => $"SELECT create_distributed_table('{table.GetTableName()}', '{Region}'{(table.GetTableName() == first ? "" : $", colocate_with := '{first}'")})"),
            .. keys.Select(key => $"""ALTER TABLE {key.Table} ADD CONSTRAINT "{key.Name}" {key.Definition}"""),
        ];
    }

    /// <summary>Spreads and copies what is not yet, all or nothing.</summary>
    /// <returns>How many statements that took.</returns>
    /// <exception cref="PostgresException">The server has no Citus, no server to put rows on, or too few rights.</exception>
    public static async Task<int> DistributeAsync(Db db, CancellationToken cancel = default)
    {
        using var patience = db.AllowLongStatements();
        var plan = await PlanAsync(db, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
#pragma warning disable EF1002 // Names of the model and keys as the database tells them.
        foreach (var statement in plan)
            await db.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), cancel);
#pragma warning restore EF1002
        await transaction.CommitAsync(cancel);
        return plan.Count;
    }

    private static async Task<HashSet<string>> ListDistributedAsync(Db db, CancellationToken cancel)
    {
        if (await db.Database.SqlQuery<int>($"""SELECT COUNT(*)::int AS "Value" FROM pg_extension WHERE extname = 'citus'""").SingleAsync(cancel) == 0)
            return [];
        // Tables that Citus knows but keeps here have no way of spreading.
        return [.. await db.Database.SqlQuery<string>($"""SELECT logicalrelid::text AS "Value" FROM pg_dist_partition WHERE partmethod = 'h' OR repmodel = 't'""").ToListAsync(cancel)];
    }

    private static Task<List<ForeignKey>> ListKeysAsync(Db db, CancellationToken cancel) => db.Database.SqlQuery<ForeignKey>(
        $"""SELECT conname::text AS "Name", conrelid::regclass::text AS "Table", confrelid::regclass::text AS "To", pg_get_constraintdef(oid) AS "Definition" FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 ORDER BY 2, 1""").ToListAsync(cancel);

    private sealed record ForeignKey(string Name, string Table, string To, string Definition);
}
