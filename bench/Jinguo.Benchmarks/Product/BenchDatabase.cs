using Jinguo.Benchmarks.Harness;
using Jinguo.Core.Base.Data;
using Jinguo.Testing.Data;
using Jinguo.Testing.Postgres;
using Microsoft.Data.Sqlite;

namespace Jinguo.Benchmarks.Product;

/// <summary>An empty database of its own in a folder of its own, both gone afterwards.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string? postgresName;

    private BenchDatabase(string folder, string? postgresName)
    {
        Folder = folder;
        this.postgresName = postgresName;
    }

    /// <summary>Data folder of the product.</summary>
    public string Folder { get; }

    /// <summary>File or connection string.</summary>
    public string Name => postgresName is null ? Path.Combine(Folder, "jinguo.db") : PostgresServer.Shared.ConnectionString(postgresName);

    /// <summary>What it is called in tables.</summary>
    public string Kind => postgresName is null ? "SQLite" : "PostgreSQL";

    /// <summary>What the product's <c>--database</c> takes; empty for the embedded one.</summary>
    public string Option => postgresName is null ? "" : Name;

    public static async Task<BenchDatabase> CreateAsync(Databases kind)
    {
        var folder = Directory.CreateTempSubdirectory("jinguo-bench-").FullName;
        var name = kind == Databases.Postgres ? $"bench_{Guid.NewGuid():N}" : null;
        if (name is not null)
            await PostgresServer.Shared.CreateAsync(name);
        var database = new BenchDatabase(folder, name);
        await using var db = database.Open();
        await db.PrepareAsync();
        return database;
    }

    public Db Open() => TestDatabase.Open(Name);

    public async ValueTask DisposeAsync()
    {
        if (postgresName is not null)
            await PostgresServer.Shared.DropAsync(postgresName);
        else
            SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
