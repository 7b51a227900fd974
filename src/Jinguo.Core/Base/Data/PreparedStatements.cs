using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jinguo.Core.Base.Data;

/// <summary>
/// Statements that PostgreSQL plans once for each connection: to plan them takes it longer than to find a few rows by their
/// keys. SQLite, which plans quickly, gets them as they are.
/// </summary>
public static class PreparedStatements
{
    private const string Tag = "prepared";

    /// <summary>
    /// Has the statement planned once. Only for statements that start from few rows whoever asks (a plan that is good for the days
    /// of a village reads too much for the nation), and that come in a few shapes: each is kept as long as its connection.
    /// </summary>
    public static IQueryable<T> Prepared<T>(this IQueryable<T> rows) => rows.TagWith(Tag);

    /// <summary>Prepares what is so marked.</summary>
    internal sealed class Interceptor : DbCommandInterceptor
    {
        /// <summary>The one for all contexts: it keeps nothing.</summary>
        public static Interceptor Instance { get; } = new();

        /// <inheritdoc/>
        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            // A statement that the connection has prepared before is found by its text, without asking the server.
            if (command.CommandText.StartsWith($"-- {Tag}", StringComparison.Ordinal))
                await command.PrepareAsync(cancellationToken);
            return result;
        }
    }
}
