using System.Reflection;
using Jinguo.Core.Base.Data;

namespace Jinguo.Core.Base.Backups;

/// <summary>What of an installation is backed up, beside the rows.</summary>
/// <param name="Database">File or connection string of the database.</param>
/// <param name="Data">The data folder.</param>
/// <param name="Files">The folder of stored files.</param>
/// <param name="Beside">Files of the data folder that go along where they are there: the table of holidays.</param>
/// <param name="PostgresTools">Folder of PostgreSQL's programs; empty to look on the path.</param>
public sealed record BackupSource(string Database, string Data, string Files, IReadOnlyList<string> Beside, string PostgresTools = "")
{
    /// <summary>Version of the product, without the commit.</summary>
    internal static string Version { get; } = typeof(Db).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
