using Jinguo.Core.Base.Data;
using Jinguo.Core.Facts;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Base.Data;

/// <summary>SQLite chooses an index by what it knows of the rows; PostgreSQL looks at them by itself.</summary>
public sealed class StatisticsTests
{
    [Fact]
    public async Task OnceItHasLooked_SqliteReadsFactsByMeasureAndDay_NotAllOfARegion()
    {
        await using var database = await TestDatabase.CreateAsync();
        var options = new DbContextOptionsBuilder<SqliteDb>().UseSqlite(SqliteDb.ConnectionString(Path.Combine(database.Folder, "look.db"))).Options;
        await using (var db = new SqliteDb(options))
        {
            await db.PrepareAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF;");
            await db.Database.ExecuteSqlRawAsync(
                """
                WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 20000)
                INSERT INTO facts ("Region", "Id", "MeasureId", "Option", "OrganisationId", "Path", "Day", "Value", "Hedge", "SourceKind", "SourceId", "DefinitionVersion", "PostedAt")
                SELECT 1, 'fact ' || n, n % 50, 0, n % 200, '/1/' || (n % 200) || '/', date('2026-01-01', '+' || (n % 1000) || ' days'), 1, '', 'ledger', 'record ' || n, 1, '2026-01-01 00:00:00' FROM numbers;
                """);
            await db.RefreshStatisticsAsync();
        }

        await using var later = new SqliteDb(options);
        Assert.Contains("IX_facts_MeasureId_Day_Path", await PlanAsync(later));
    }

    // As FactCells asks for the days of a started month.
    private static async Task<string> PlanAsync(SqliteDb db)
    {
        var measures = Enumerable.Range(0, 50).ToList();
        var (region, path, end, first, last) = (1, "/1/7/", "/1/70", new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 20));
        var facts = db.Facts.Where(fact => measures.Contains(fact.MeasureId) && fact.Day >= first && fact.Day <= last && fact.Region == region && string.Compare(fact.Path, path) >= 0 && string.Compare(fact.Path, end) < 0);
        await db.Database.OpenConnectionAsync();
        await using var command = facts.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
            plan.Add(reader.GetString(3));
        return string.Join('\n', plan);
    }
}
