using System.Globalization;
using Jinguo.Core.Base.Data;
using Npgsql;

namespace Jinguo.Testing.Postgres;

/// <summary>
/// A PostgreSQL with the Citus extension, given by its connection string in JINGUO_TEST_CITUS: it is in no registry, so somebody
/// built and started it. With JINGUO_TEST_DATABASE=citus all tests run on it, their tables spread.
/// </summary>
public static class CitusServer
{
    // Few, so that a database of its own for each test is soon copied.
    private const int Shards = 4;

    /// <summary>How to reach it: a role that may create databases and extensions; null where there is none.</summary>
    public static string? Connection => Environment.GetEnvironmentVariable("JINGUO_TEST_CITUS") is { Length: > 0 } given ? given : null;

    /// <summary>How tests reach it: with the setting that a spread database has, which a copy of one has not.</summary>
    public static NpgsqlConnectionStringBuilder Address => new(Connection) { Options = "-c citus.multi_shard_modify_mode=sequential" };

    /// <summary>True where tests run on it.</summary>
    public static bool IsUsed => Environment.GetEnvironmentVariable("JINGUO_TEST_DATABASE") == "citus";

    /// <summary>Spreads the tables of a database over this server alone, and lets nobody in any more, so that it can be copied.</summary>
    public static async Task MakeTemplateAsync(Db db, string name)
    {
        var (host, port) = (new NpgsqlConnectionStringBuilder(Connection).Host, new NpgsqlConnectionStringBuilder(Connection).Port);
        await using (var connection = new NpgsqlConnection(PostgresServer.Shared.ConnectionString(name)))
            await ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"CREATE EXTENSION citus; SELECT citus_set_coordinator_host('{host}', {port}); SELECT citus_set_node_property('{host}', {port}, 'shouldhaveshards', true); ALTER DATABASE {name} SET citus.shard_count = {Shards}"));
        NpgsqlConnection.ClearAllPools();
        await Distribution.DistributeAsync(db);
        NpgsqlConnection.ClearAllPools();
        // Its own keeper of the extension is connected, and would come back.
        await using var other = new NpgsqlConnection(PostgresServer.Shared.ConnectionString("postgres"));
        await ExecuteAsync(other, $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await ExecuteAsync(other, $"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        if (connection.State != System.Data.ConnectionState.Open)
            await connection.OpenAsync();
#pragma warning disable CA2100 // Names of this assembly.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A fact about a database that is spread: it skips where tests do not run on Citus.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CitusFactAttribute : FactAttribute
{
    public CitusFactAttribute() => Skip = CitusServer.IsUsed ? null : "Runs on a PostgreSQL with the Citus extension alone: JINGUO_TEST_CITUS holds no connection string.";
}
