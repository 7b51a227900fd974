using System.Net.Sockets;
using Npgsql;

namespace Jinguo.Core.Base.Data;

/// <summary>
/// Tells that an act failed because the database server could not be reached, went away, or is not (or no longer) the one that
/// takes writes. Whether the act was done is then not known: it is to be sent again under its key.
/// </summary>
public static class DatabaseAway
{
    // Classes and codes of PostgreSQL, appendix A: connection exceptions; too many connections; a server that is going down,
    // coming up or crashed; a connection that was idle too long; and a former primary, which only reads.
    private static readonly string[] Codes =
    [
        "08", PostgresErrorCodes.TooManyConnections, PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow,
        PostgresErrorCodes.IdleSessionTimeout, PostgresErrorCodes.ReadOnlySqlTransaction,
    ];

    /// <summary>True when this exception, or one that caused it, says so.</summary>
    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        PostgresException refusal => Array.Exists(Codes, code => refusal.SqlState.StartsWith(code, StringComparison.Ordinal)),
        NpgsqlOperationInProgressException => false,
        // Of several hosts each may have failed in its way.
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException or AggregateException or null } => true,
        _ => Is(exception.InnerException),
    };
}
