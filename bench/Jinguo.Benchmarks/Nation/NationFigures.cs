using System.Diagnostics;
using Jinguo.Benchmarks.Harness;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Benchmarks.Nation;

/// <summary>The questions on one set, warm and cold, and what keeping current costs.</summary>
internal sealed class NationFigures(NationServer server, NationSet set, bool withWide, int rounds)
{
    // As often as a method is called before the runtime compiles it for good, and again with what was learnt of it.
    private const int Compiling = 100;

    public async Task<IReadOnlyList<object[]>> CompareAsync(CancellationToken cancel)
    {
        await using var db = TestDatabase.Open(server.ConnectionString(set.Database));
        var questions = (await NationQuestions.OpenAsync(db, cancel)).All();
        if (withWide)
        {
            await using var connection = await server.OpenAsync(set.Database, cancel);
            await WideTable.MakeAsync(connection, set.First.Year, NationSet.Today.Year, cancel);
        }
        foreach (var question in questions)
            await AgreeAsync(question, Ways(question, cancel));
        var rows = new List<object[]>();
        foreach (var question in questions)
        {
            var ways = Ways(question, cancel);
            // A server has long been running when it is asked; the other two have nothing of ours to compile.
            for (var time = 0; time < Compiling; time++)
                await ways[0]();
            rows.Add(Row(question, "warm", await SideBySide.RunWarmAsync(rounds, [.. ways.Select(way => (Func<Task>)way)])));
            rows.Add(Row(question, "cold", await ColdAsync(ways, cancel)));
            Progress.Say(string.Join(' ', rows[^2].Concat(rows[^1])));
        }
        return rows;
    }

    /// <summary>From a save to the national figure that has it, and bytes.</summary>
    public async Task<IReadOnlyList<object[]>> KeepCurrentAsync(CancellationToken cancel)
    {
        var rows = new List<object[]>();
        await using var connection = await server.OpenAsync(set.Database, cancel);
        var (facts, sums) = (await WideTable.ReadAsync(connection, "SELECT pg_total_relation_size('facts')", cancel), await WideTable.ReadAsync(connection, "SELECT pg_total_relation_size('sums')", cancel));
        var there = await WideTable.ReadAsync(connection, "SELECT COUNT(*) FROM facts", cancel);
        var wide = withWide ? await WideTable.ReadAsync(connection, "SELECT SUM(pg_total_relation_size(inhrelid))::bigint FROM pg_inherits WHERE inhparent = 'wide'::regclass", cancel) : 0;
        rows.Add([set.Facts, "bytes per fact: the fact itself", (double)facts / there, (double)facts / there]);
        rows.Add([set.Facts, "bytes per fact: what makes it fast (sums, or the wide table)", (double)sums / there, OrNone((double)wide / there)]);

        await using var db = TestDatabase.Open(server.ConnectionString(set.Database));
        var questions = await NationQuestions.OpenAsync(db, cancel);
        var saves = new NationSaves(server.ConnectionString(set.Database), questions);
        var village = await db.Organisations.Where(body => body.Level == Level.Village && body.ValidTo == null).OrderBy(body => body.Id).Select(body => body.Id).FirstAsync(cancel);
        var times = await SideBySide.RunAsync(rounds, () => saves.SaveAndReadAsync(village, cancel), () => withWide ? RefillAndReadAsync(questions, cancel) : Task.CompletedTask);
        await saves.TakeBackAsync(cancel);
        rows.Add([set.Facts, "from a save to the national figure with it, ms (theirs: the latest partition refilled with a day's facts, then the figure)", times[0], OrNone(times[1])]);
        return rows;
    }

    private async Task RefillAndReadAsync(NationQuestions questions, CancellationToken cancel)
    {
        await using var connection = await server.OpenAsync(set.Database, cancel);
        await WideTable.RefillLatestAsync(connection, NationSet.Today.ToDateTime(default, DateTimeKind.Utc), cancel);
        var (year, measure) = (NationSet.Today.Year, questions.Most.Id);
        await WideTable.ReadAsync(connection, $"SELECT SUM(value)::bigint FROM (SELECT value FROM wide WHERE yearly = {year} AND dx = {measure} AND l1 = {questions.Nation.Id} UNION ALL SELECT value FROM wide_latest WHERE yearly = {year} AND dx = {measure}) AS both_parts", cancel);
    }

    private object OrNone(double value) => withWide ? value : "—";

    private object[] Row(NationQuestion question, string cache, IReadOnlyList<double> times) =>
        [question.Name, set.Facts, cache, times[0], times[1], withWide ? times[2] : "—", times[1] / times[0], withWide ? times[2] / times[0] : "—"];

    private List<Func<Task<long>>> Ways(NationQuestion question, CancellationToken cancel)
    {
        List<Func<Task<long>>> ways = [OursAsync, () => SqlAsync(question.GroupBy)];
        if (withWide)
            ways.Add(() => SqlAsync(question.Wide));
        return ways;

        async Task<long> OursAsync()
        {
            await using var db = TestDatabase.Open(server.ConnectionString(set.Database));
            return await question.Ours(db);
        }

        async Task<long> SqlAsync(string sql)
        {
            await using var connection = await server.OpenAsync(set.Database, cancel);
            return await WideTable.ReadAsync(connection, sql, cancel);
        }
    }

    private static async Task AgreeAsync(NationQuestion question, List<Func<Task<long>>> ways)
    {
        var answers = new List<long>();
        foreach (var way in ways)
            answers.Add(await way());
        if (answers.Distinct().Count() != 1 || answers[0] == 0)
            throw new InvalidOperationException($"{question.Name}: {string.Join(", ", answers)}: nothing to compare.");
    }

    // A connection is there before the clock starts, as in a server that was restarted below a running product.
    private async Task<IReadOnlyList<double>> ColdAsync(List<Func<Task<long>>> ways, CancellationToken cancel)
    {
        var times = ways.ConvertAll(_ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (place, way) in ways.Index())
            {
                await server.RestartAsync(cancel);
                await using (var connection = await server.OpenAsync(set.Database, cancel))
                    await WideTable.ReadAsync(connection, "SELECT 1::bigint", cancel);
                var start = Stopwatch.GetTimestamp();
                await way();
                times[place].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
        return [.. times.Select(Quantiles.Median)];
    }
}
