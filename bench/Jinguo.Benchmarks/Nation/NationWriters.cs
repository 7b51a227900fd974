using System.Diagnostics;
using Jinguo.Benchmarks.Harness;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jinguo.Benchmarks.Nation;

/// <summary>Posts of one fact each from villages all over the nation, all of one measure and month: the sums of nation and province are as busy as they can be.</summary>
internal sealed class NationWriters(NationServer server, NationSet set, TimeSpan time)
{
    private const int Villages = 5_000;

    // Village, township, county, city, province, nation; a month and a year of each.
    private const int SumsOfPost = 12;

    private static readonly int[] Writers = [1, 4, 16];

    public async Task<IReadOnlyList<object[]>> RunAsync(CancellationToken cancel)
    {
        var database = server.ConnectionString(set.Database);
        await using var db = TestDatabase.Open(database);
        var questions = await NationQuestions.OpenAsync(db, cancel);
        // Multiplied by a prime, keys of neighbours fall apart.
        var villages = await db.Organisations.Where(body => body.Level == Level.Village && body.ValidTo == null).OrderBy(body => body.Id * 7919L % 1_000_003).Select(body => body.Id).Take(Villages).ToArrayAsync(cancel);
        var saves = new NationSaves(database, questions);
        var rows = new List<object[]>();
        // First each village once: the sums are there then, and in memory, for all that is measured.
        await WriteAsync(saves, villages, Writers[^1], () => TestDatabase.Open(database), cancel, once: true);
        Progress.Say($"{villages.Length} villages have posted once");
        foreach (var writers in Writers)
        {
            foreach (var (stripes, open) in ((int, Func<Db>)[])[(db.Stripes, () => TestDatabase.Open(database)), (1, () => OneStripeDb.Open(database))])
            {
                var (posts, seconds, deadlocks) = await WriteAsync(saves, villages, writers, open, cancel);
                rows.Add([(long)stripes, (long)writers, posts / seconds, posts * SumsOfPost / seconds, deadlocks, ""]);
                Progress.Say($"{stripes} stripes, {writers} writers: {posts / seconds:0} posts/s, {deadlocks} deadlocks");
            }
        }
        await saves.TakeBackAsync(cancel);
        var found = await new FactVerification(db).RunAsync(cancel);
        foreach (var row in rows)
            row[^1] = found.IsClean ? "clean" : $"{found.Differences.Count + found.Faults.Count} differences";
        return rows;
    }

    private async Task<(long Posts, double Seconds, long Deadlocks)> WriteAsync(NationSaves saves, int[] villages, int writers, Func<Db> open, CancellationToken cancel, bool once = false)
    {
        var (posts, deadlocks) = (0L, 0L);
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(
            async () =>
            {
                for (var number = writer; once ? number < villages.Length : Stopwatch.GetElapsedTime(start) < time; number += writers)
                {
                    try
                    {
                        await using var db = open();
                        await saves.SaveAsync(db, villages[number % villages.Length], cancel);
                        Interlocked.Increment(ref posts);
                    }
                    catch (PostgresException problem) when (problem.SqlState == PostgresErrorCodes.DeadlockDetected)
                    {
                        Interlocked.Increment(ref deadlocks);
                    }
                }
            },
            cancel)));
        return (posts, Stopwatch.GetElapsedTime(start).TotalSeconds, deadlocks);
    }
}
