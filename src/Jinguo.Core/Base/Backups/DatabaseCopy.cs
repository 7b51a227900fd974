using Jinguo.Core.Base.Data;

namespace Jinguo.Core.Base.Backups;

/// <summary>How a kind of database is copied while it is used, and put back.</summary>
internal abstract class DatabaseCopy
{
    /// <summary>Kind of database, as manifests name it.</summary>
    public abstract string Kind { get; }

    /// <summary>Name of the copy in a backup.</summary>
    public abstract string FileName { get; }

    /// <summary>Copies the database as it is at one instant: everything acknowledged before is in the copy.</summary>
    /// <param name="db">The database.</param>
    /// <param name="file">Where to.</param>
    /// <param name="read">Reads rows from exactly what is copied.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>What was read; or a problem, of the tools that are needed.</returns>
    public abstract Task<Outcome<CopiedRows>> MakeAsync(Db db, string file, Func<Db, Task<CopiedRows>> read, CancellationToken cancel);

    /// <summary>Looks whether a copy could be put there: it is empty, and the tools that are needed are there.</summary>
    /// <param name="database">File or connection string.</param>
    /// <param name="cancel">Stops.</param>
    public abstract Task<Problem?> CheckTargetAsync(string database, CancellationToken cancel);

    /// <summary>Puts a copy into an empty database, whole or not at all.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="database">File or connection string.</param>
    /// <param name="cancel">Stops.</param>
    public abstract Task<Problem?> RestoreAsync(string copy, string database, CancellationToken cancel);

    /// <summary>That of a database.</summary>
    /// <param name="database">File or connection string.</param>
    /// <param name="tools">Folder of PostgreSQL's programs; empty to look on the path.</param>
    public static DatabaseCopy Of(string database, string tools) =>
        DatabaseSetup.IsPostgres(database) ? new PostgresCopy(database, new(tools)) : new SqliteCopy();
}
