using Jinguo.Testing.Postgres;
using Npgsql;

namespace Jinguo.Core.Tests.Infrastructure;

/// <summary>What the other tests rely on when they run on PostgreSQL.</summary>
[Trait("Database", "Postgres")]
public class PostgresServerTests
{
    [Fact]
    public async Task Create_FromTemplate_CopiesItsRowsAndLeavesItAlone()
    {
        var server = PostgresServer.Shared;
        await server.CreateAsync("server_template");
        await RunAsync("server_template", "CREATE TABLE village (name text); INSERT INTO village VALUES ('张家村')");

        await server.CreateAsync("server_copy", "server_template");
        await RunAsync("server_copy", "INSERT INTO village VALUES ('李家村')");

        Assert.Equal(2L, await RunAsync("server_copy", "SELECT count(*) FROM village"));
        Assert.Equal(1L, await RunAsync("server_template", "SELECT count(*) FROM village"));
        await server.DropAsync("server_copy");
        await server.DropAsync("server_template");
        Assert.Equal(0L, await RunAsync("postgres", "SELECT count(*) FROM pg_database WHERE datname LIKE 'server_%'"));
    }

    [Trait("Needs", "one-server")]
    [Fact]
    public async Task Server_HoldsUtf8AndDoesNotListenOnTheNetwork()
    {
        Assert.Equal("UTF8", await RunAsync("postgres", "SHOW server_encoding"));
        Assert.Equal("", await RunAsync("postgres", "SHOW listen_addresses"));
    }

    private static async Task<object?> RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresServer.Shared.ConnectionString(database));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant statements of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
