using System.Diagnostics;
using Jinguo.Benchmarks.Harness;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Facts;
using Jinguo.Testing.Data;
using Jinguo.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jinguo.Benchmarks.Nation;

/// <summary>A set to measure on: so many facts of so many years on the tree of some regions, the same each time.</summary>
/// <param name="Region">Digits of a province, city or county; empty for the nation.</param>
/// <param name="Years">Calendar years up to and with the present one.</param>
/// <param name="Facts">About how many facts.</param>
internal sealed record NationSet(string Region, int Years, long Facts)
{
    private const int Copiers = 2;

    /// <summary>The last day on which work is written down; the clock of the measurements stands there.</summary>
    public static readonly DateOnly Today = new(2026, 11, 20);

    public DateOnly First => new(Today.Year - Years + 1, 1, 1);

    /// <summary>Its database.</summary>
    public string Database => $"set_{(Region.Length == 0 ? "all" : Region)}_{Years}_{Facts}";

    /// <summary>Makes it where it is not there yet.</summary>
    /// <returns>How long each step took; empty where it was there.</returns>
    public async Task<IReadOnlyList<object[]>> LoadAsync(NationServer server, string divisions, CancellationToken cancel)
    {
        if (await server.HasAsync(Database, cancel))
        {
            // Of an earlier version, perhaps.
            await using var there = TestDatabase.Open(server.ConnectionString(Database));
            await there.PrepareAsync(cancel: cancel);
            return [];
        }
        var steps = new List<object[]>();
        // Under its name only when it is whole.
        var draft = $"draft_{Guid.NewGuid():N}";
        await ExecuteAsync(server, "postgres", $"CREATE DATABASE {draft}", cancel);
        try
        {
            await using var db = TestDatabase.Open(server.ConnectionString(draft));
            await db.PrepareAsync(cancel: cancel);
            await NationMeasures.AddAsync(db);
            var tree = await StepAsync("tree: read, moved, copied", () => TreeAsync(server, draft, divisions, cancel), built => built.All.Count);
            await StepAsync("facts: copied", () => FactsAsync(server, draft, tree, cancel), rows => rows);
            await StepAsync("sums: made from the facts", () => new SumRebuild(db).RunAsync((int)(Facts / 5_000_000) + 1, new Told(), cancel), cells => cells);
            await StepAsync("statistics of the tables", () => ExecuteAsync(server, draft, "VACUUM (ANALYZE)", cancel), _ => 0L);
        }
        catch
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(server, "postgres", $"DROP DATABASE {draft} WITH (FORCE)", CancellationToken.None);
            throw;
        }
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(server, "postgres", $"ALTER DATABASE {draft} RENAME TO {Database}", cancel);
        return steps;

        async Task<T> StepAsync<T>(string name, Func<Task<T>> step, Func<T, long> count)
        {
            var start = Stopwatch.GetTimestamp();
            var done = await step();
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            steps.Add([Facts, name, count(done), seconds]);
            Progress.Say($"{Database}: {name}: {count(done)} in {seconds:0} s");
            return done;
        }
    }

    /// <summary>The folder of the tables of divisions, fetched on first use.</summary>
    public static async Task<string> DivisionsAsync(string folder, CancellationToken cancel)
    {
        var found = await new DivisionPackage(new() { Data = folder }).GetFolderAsync(cancel);
        return found.Done ? found.Value : throw new InvalidOperationException(string.Join('\n', found.Problems.Select(problem => problem.Text)));
    }

    private async Task<NationTree> TreeAsync(NationServer server, string database, string divisions, CancellationToken cancel)
    {
        var tree = NationTree.Build(divisions, Region.Length == 0 ? NationTree.Provinces(divisions) : [Region], First, Today);
        await using var connection = await server.OpenAsync(database, cancel);
        await NationCopy.BodiesAsync(connection, tree, cancel);
        return tree;
    }

    // Into a table without keys and indexes, which are made afterwards: so they are sorted once instead of row by row.
    private async Task<long> FactsAsync(NationServer server, string database, NationTree tree, CancellationToken cancel)
    {
        await using var db = TestDatabase.Open(server.ConnectionString(database));
        var facts = new NationFacts(tree, await NationMeasures.ReadAsync(db), First, Today, Facts);
        var indexes = await db.Database.SqlQueryRaw<string>("""SELECT indexdef AS "Value" FROM pg_indexes WHERE tablename = 'facts' AND indexname <> 'PK_facts'""").ToListAsync(cancel);
        var names = await db.Database.SqlQueryRaw<string>("""SELECT indexname::text AS "Value" FROM pg_indexes WHERE tablename = 'facts' AND indexname <> 'PK_facts'""").ToListAsync(cancel);
        await ExecuteAsync(server, database, string.Join(';', names.Select(name => $"DROP INDEX \"{name}\"")) + "; ALTER TABLE facts DROP CONSTRAINT \"PK_facts\"", cancel);
        var copied = await Task.WhenAll(Enumerable.Range(0, Copiers).Select(copier => Task.Run(() => CopyAsync(copier), cancel)));
        Progress.Say($"{copied.Sum()} facts are there, their indexes are made");
        foreach (var statement in (IEnumerable<string>)["ALTER TABLE facts ADD CONSTRAINT \"PK_facts\" PRIMARY KEY (\"Region\", \"Id\")", .. indexes, "ANALYZE facts", "ANALYZE organisations", "ANALYZE organisation_edges"])
            await ExecuteAsync(server, database, statement, cancel);
        return copied.Sum();

        async Task<long> CopyAsync(int copier)
        {
            await using var connection = await server.OpenAsync(database, cancel);
            var rows = 0L;
            for (var day = copier; day < facts.Days; day += Copiers)
                rows += await NationCopy.FactsAsync(connection, facts.On(day), cancel);
            return rows;
        }
    }

    private static async Task<int> ExecuteAsync(NationServer server, string database, string sql, CancellationToken cancel)
    {
        await using var connection = await server.OpenAsync(database, cancel);
#pragma warning disable CA2100 // Names and numbers of this assembly.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync(cancel);
    }

    private sealed class Told : IProgress<int>
    {
        public void Report(int value) => Progress.Say($"sums: part {value}");
    }
}
