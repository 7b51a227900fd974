using System.Threading.Channels;
using Jinguo.Core.Base.Data;
using Jinguo.Testing.Postgres;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jinguo.Testing.Data;

/// <summary>
/// A real database of its own for one test: on SQLite a copy of a prepared template file, on PostgreSQL (environment
/// variable JINGUO_TEST_DATABASE=postgres) a database made from a prepared template.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    // On PostgreSQL a database costs a tenth of a second: some are made ahead while tests run.
    private const int Ahead = 3;

    private static readonly SemaphoreSlim Once = new(1, 1);
    private static readonly Channel<string> Spares = Channel.CreateBounded<string>(Ahead);
    private static string? template;

    private readonly string? postgresName;

    private TestDatabase(string folder, string name, string? postgresName)
    {
        Folder = folder;
        Name = name;
        this.postgresName = postgresName;
    }

    /// <summary>File or connection string: what the product's <c>Database</c> setting takes.</summary>
    public string Name { get; }

    /// <summary>Folder for files of this test, removed with the database.</summary>
    public string Folder { get; }

    /// <summary>True on PostgreSQL, with or without Citus.</summary>
    public static bool OnPostgres => Environment.GetEnvironmentVariable("JINGUO_TEST_DATABASE") is "postgres" or "citus";

    public static async Task<TestDatabase> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("jinguo-test-").FullName;
        await Once.WaitAsync();
        try
        {
            if (template is null)
            {
                template = OnPostgres ? await PreparePostgresAsync() : await PrepareSqliteAsync();
                if (OnPostgres)
                    _ = Task.Run(() => MakeSparesAsync(template));
            }
        }
        finally
        {
            Once.Release();
        }
        if (OnPostgres)
        {
            var name = await Spares.Reader.ReadAsync();
            return new(folder, PostgresServer.Shared.ConnectionString(name), name);
        }
        var file = Path.Combine(folder, "jinguo.db");
        File.Copy(template, file);
        return new(folder, file, postgresName: null);
    }

    /// <summary>A new context, as each request has its own.</summary>
    public Db Open() => Open(Name);

    /// <summary>A new context in which somebody looks on: statements are counted, or connections cut.</summary>
    public Db Open(IInterceptor onlooker) => Open(Name, onlooker);

    public async ValueTask DisposeAsync()
    {
        if (postgresName is not null)
        {
            await PostgresServer.Shared.DropAsync(postgresName);
        }
        else
        {
            await using var connection = new SqliteConnection(SqliteDb.ConnectionString(Name));
            SqliteConnection.ClearPool(connection);
        }
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A new context on any database, as the product opens it.</summary>
    public static Db Open(string database, params IInterceptor[] onlookers) => DatabaseSetup.IsPostgres(database)
        ? new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(database).AddInterceptors(onlookers).Options)
        : new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(SqliteDb.ConnectionString(database)).AddInterceptors(onlookers).Options);

    // One after the other: PostgreSQL copies a database only while nobody uses it. Whoever waits for one is told why there is none.
    private static async Task MakeSparesAsync(string template)
    {
        try
        {
            while (true)
            {
                var name = $"test_{Guid.NewGuid():N}";
                await PostgresServer.Shared.CreateAsync(name, template);
                await Spares.Writer.WriteAsync(name);
            }
        }
        catch (Exception problem)
        {
            Spares.Writer.Complete(problem);
        }
    }

    private static async Task<string> PreparePostgresAsync()
    {
        // On a server that others use, too, it is this process's own.
        var name = CitusServer.IsUsed ? $"template_{Guid.NewGuid():N}" : "template_jinguo";
        await PostgresServer.Shared.CreateAsync(name);
        await using var db = Open(PostgresServer.Shared.ConnectionString(name));
        await db.PrepareAsync();
        if (CitusServer.IsUsed)
        {
            await CitusServer.MakeTemplateAsync(db, name);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => PostgresServer.Shared.DropAsync(name).GetAwaiter().GetResult();
        }
        return name;
    }

    private static async Task<string> PrepareSqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("jinguo-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var file = Path.Combine(folder.FullName, "template.db");
        await using (var db = Open(file))
            await db.PrepareAsync();
        await using var connection = new SqliteConnection(SqliteDb.ConnectionString(file));
        // All of it into the one file that is copied.
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        await command.ExecuteNonQueryAsync();
        SqliteConnection.ClearPool(connection);
        return file;
    }
}
