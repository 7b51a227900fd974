using Jinguo.Core.Base.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Testing.Data;

/// <summary>
/// A real database of its own for one test: on SQLite a copy of a prepared template file, on PostgreSQL (environment
/// variable JINGUO_TEST_DATABASE=postgres) a database made from a prepared template.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Once = new(1, 1);
    private static string? templateFile;

    private readonly string folder;

    private TestDatabase(string folder, string name) => (this.folder, Name) = (folder, name);

    /// <summary>File or connection string: what the product's <c>Database</c> setting takes.</summary>
    public string Name { get; }

    /// <summary>Folder for files of this test, removed with the database.</summary>
    public string Folder => folder;

    public static bool OnPostgres => Environment.GetEnvironmentVariable("JINGUO_TEST_DATABASE") == "postgres";

    public static async Task<TestDatabase> CreateAsync()
    {
        var place = Directory.CreateTempSubdirectory("jinguo-test-").FullName;
        if (OnPostgres)
            throw new NotSupportedException("The PostgreSQL server of the tests is joined to this fixture next.");
        var file = Path.Combine(place, "jinguo.db");
        File.Copy(await TemplateAsync(), file);
        return new(place, file);
    }

    /// <summary>A new context, as each request has its own.</summary>
    public Db Open() => Open(Name);

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new SqliteConnection(SqliteDb.ConnectionString(Name)))
            SqliteConnection.ClearPool(connection);
        Directory.Delete(folder, recursive: true);
    }

    private static SqliteDb Open(string file) => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(SqliteDb.ConnectionString(file)).Options);

    private static async Task<string> TemplateAsync()
    {
        await Once.WaitAsync();
        try
        {
            if (templateFile is null)
            {
                var file = Path.Combine(Directory.CreateTempSubdirectory("jinguo-template-").FullName, "template.db");
                await using (var db = Open(file))
                    await db.PrepareAsync();
                await using (var connection = new SqliteConnection(SqliteDb.ConnectionString(file)))
                {
                    // All of it into the one file that is copied.
                    await connection.OpenAsync();
                    await using var command = connection.CreateCommand();
                    command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
                    await command.ExecuteNonQueryAsync();
                    SqliteConnection.ClearPool(connection);
                }
                templateFile = file;
            }
            return templateFile;
        }
        finally
        {
            Once.Release();
        }
    }
}
