using System.Data;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jinguo.Core.Base.Backups;

/// <summary>
/// The server database, copied by <c>pg_dump</c>. The rows that name files are read in the very snapshot that is dumped, so that
/// list and copy agree while writes go on.
/// </summary>
/// <param name="database">Connection string.</param>
/// <param name="tools">PostgreSQL's programs.</param>
internal sealed class PostgresCopy(string database, PostgresTools tools) : DatabaseCopy
{
    private const string Dump = "pg_dump";
    private const string Restore = "pg_restore";

    // Tables of the server and of its extensions do not count.
    private const string Tables = """
        SELECT count(*) FROM pg_class AS class JOIN pg_namespace AS space ON space.oid = class.relnamespace
        WHERE class.relkind IN ('r', 'p') AND space.nspname NOT IN ('pg_catalog', 'information_schema') AND space.nspname NOT LIKE 'pg\_%'
          AND NOT EXISTS (SELECT 1 FROM pg_depend AS depend WHERE depend.objid = class.oid AND depend.deptype = 'e')
        """;

    /// <inheritdoc/>
    public override string Kind => "postgres";

    /// <inheritdoc/>
    public override string FileName => "database.dump";

    /// <inheritdoc/>
    public override async Task<Outcome<CopiedRows>> MakeAsync(Db db, string file, Func<Db, Task<CopiedRows>> read, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            if (await tools.CheckAsync(Dump, connection.PostgreSqlVersion.Major, cancel) is { } unusable)
                return unusable;
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
            var snapshot = await db.Database.SqlQueryRaw<string>("""SELECT pg_export_snapshot() AS "Value" """).SingleAsync(cancel);
            var rows = await read(db);
            // The snapshot is of this server, whichever of several it is.
            var here = new NpgsqlConnectionStringBuilder(database) { Host = connection.Host, Port = connection.Port, TargetSessionAttributes = null };
            return await tools.RunAsync(Dump, here.ConnectionString, ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={file}"], cancel) is { } problem ? problem : rows;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <inheritdoc/>
    public override async Task<Problem?> CheckTargetAsync(string database, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(Tables, connection);
        return (long)(await command.ExecuteScalarAsync(cancel))! > 0
            ? new Problem("restore.database.used", $"数据库“{connection.Database}”里已经有表，没有恢复。请新建一个空的数据库（UTF-8）再恢复。")
            : await tools.CheckAsync(Restore, connection.PostgreSqlVersion.Major, cancel);
    }

    /// <inheritdoc/>
    public override Task<Problem?> RestoreAsync(string copy, string database, CancellationToken cancel) =>
        tools.RunAsync(Restore, database, ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", $"--dbname={new NpgsqlConnectionStringBuilder(database).Database}", copy], cancel);
}
