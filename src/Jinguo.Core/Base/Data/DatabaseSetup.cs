using Jinguo.Core.Base.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Jinguo.Core.Base.Data;

/// <summary>Which database the product works on, and how it is made ready.</summary>
public static class DatabaseSetup
{
    /// <summary>
    /// Registers <see cref="Db"/>. A connection string with <c>Host=</c> is PostgreSQL; anything else is the path of an
    /// SQLite file.
    /// </summary>
    public static IServiceCollection AddJinguoDatabase(this IServiceCollection services, string database)
    {
        if (IsPostgres(database))
        {
            services.AddDbContext<PostgresDb>(options => UsePostgres(options, database));
            services.AddScoped<Db>(provider => provider.GetRequiredService<PostgresDb>());
        }
        else
        {
            services.AddDbContext<SqliteDb>(options => options.UseSqlite(SqliteDb.ConnectionString(database)));
            services.AddScoped<Db>(provider => provider.GetRequiredService<SqliteDb>());
        }
        return services;
    }

    /// <summary>A context on a database, apart from any services.</summary>
    /// <param name="database">File or connection string.</param>
    internal static Db Open(string database) => IsPostgres(database)
        ? new PostgresDb((DbContextOptions<PostgresDb>)UsePostgres(new DbContextOptionsBuilder<PostgresDb>(), database).Options)
        : new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(SqliteDb.ConnectionString(database)).Options);

    /// <summary>A PostgreSQL connection string with limits, as far as it does not name its own; anything else as it is.</summary>
    /// <param name="database">File or connection string.</param>
    /// <param name="connections">Most connections of this process at a time.</param>
    /// <param name="statement">How long one statement may take; in whole seconds.</param>
    public static string WithLimits(string database, int connections, TimeSpan statement)
    {
        if (!IsPostgres(database))
            return database;
        var builder = new NpgsqlConnectionStringBuilder(database);
        if (!builder.ShouldSerialize("Maximum Pool Size"))
            builder.MaxPoolSize = Math.Max(connections, builder.MinPoolSize);
        if (!builder.ShouldSerialize("Command Timeout"))
            builder.CommandTimeout = (int)statement.TotalSeconds;
        return builder.ConnectionString;
    }

    // The limit is for statements; a commit has none. PostgreSQL that waits for a follower answers a commit that is broken off as
    // done, though the follower does not have it, and from then on everybody sees it: it would be acknowledged, and lost with the
    // primary.
    private static DbContextOptionsBuilder UsePostgres(DbContextOptionsBuilder options, string database)
    {
        var builder = new NpgsqlConnectionStringBuilder(database);
        var statement = builder.CommandTimeout;
        builder.CommandTimeout = 0;
        return options.UseNpgsql(builder.ConnectionString, npgsql => npgsql.CommandTimeout(statement));
    }

    /// <summary>True for a PostgreSQL connection string.</summary>
    public static bool IsPostgres(string database) => database.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Brings the schema up to date, switches SQLite to the write-ahead log, and makes the trail ready. Of processes that start at
    /// once one does it, the others wait.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="further">What else is made ready in the same turn, with the same context.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task PrepareAsync(this Db db, Func<CancellationToken, Task>? further = null, CancellationToken cancel = default)
    {
        // Others may be at it for long, and an index on a large table takes its time.
        using var patience = db.AllowLongStatements();
        await using var turn = await StartTurn.TakeAsync(db, cancel);
        // Asked first: an ordinary start needs no lock of the schema.
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            await db.Database.MigrateAsync(cancel);
            // New tables take their place among those that are spread.
            if (await Distribution.IsDoneAsync(db, cancel))
                await Distribution.DistributeAsync(db, cancel);
        }
        if (db is SqliteDb)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancel);
        await db.PrepareTrailAsync(cancel);
        if (further is not null)
            await further(cancel);
    }
}
