using System.Data.Common;
using System.Globalization;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Testing.Data;

/// <summary>Every cell of every table as text, to look for what must not stand there.</summary>
public static class DatabaseDump
{
    /// <summary>The places, table and column, whose cells hold the text.</summary>
    public static async Task<IReadOnlyList<string>> PlacesOfAsync(Db db, string text)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var table in await TablesAsync(connection, db is SqliteDb))
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the database's own tables.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                for (var column = 0; column < rows.FieldCount; column++)
                    if (Text(rows.GetValue(column)).Contains(text, StringComparison.OrdinalIgnoreCase))
                        found.Add($"{table}.{rows.GetName(column)}");
        }
        return [.. found];
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => System.Text.Encoding.UTF8.GetString(bytes),
        string[] texts => string.Join(' ', texts),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static async Task<List<string>> TablesAsync(DbConnection connection, bool isSqlite)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = isSqlite ? "SELECT name FROM sqlite_master WHERE type = 'table'" : "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
        await using var rows = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await rows.ReadAsync())
            names.Add(rows.GetString(0));
        return names;
    }
}
