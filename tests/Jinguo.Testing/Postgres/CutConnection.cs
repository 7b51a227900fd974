using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Jinguo.Testing.Postgres;

/// <summary>
/// Has the server end a connection just before one step of an act: a statement, a savepoint or the commit. With every step in
/// turn no moment is left out.
/// </summary>
/// <param name="step">Which, from 1.</param>
public sealed class CutConnection(int step) : DbCommandInterceptor, IDbTransactionInterceptor
{
    private int steps;

    /// <summary>True once the connection was cut; false where the act had fewer steps.</summary>
    public bool Happened => steps >= step;

    /// <summary>What was about to be done.</summary>
    public string Before { get; private set; } = "";

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await CutAsync(command.Connection, command.CommandText);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await CutAsync(command.Connection, command.CommandText);
        return result;
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await CutAsync(transaction.Connection, "COMMIT");
        return result;
    }

    public async ValueTask<InterceptionResult> CreatingSavepointAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await CutAsync(transaction.Connection, "SAVEPOINT");
        return result;
    }

    public async ValueTask<InterceptionResult> ReleasingSavepointAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await CutAsync(transaction.Connection, "RELEASE SAVEPOINT");
        return result;
    }

    private async Task CutAsync(DbConnection? connection, string before)
    {
        if (++steps != step)
            return;
        Before = before;
        var cut = (NpgsqlConnection)connection!;
        await using var other = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(cut.ConnectionString) { Pooling = false }.ConnectionString);
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        // Waits until it is gone, for at most ten seconds.
        command.CommandText = "SELECT pg_terminate_backend($1, 10000)";
        command.Parameters.Add(new() { Value = cut.ProcessID });
        await command.ExecuteNonQueryAsync();
    }
}
