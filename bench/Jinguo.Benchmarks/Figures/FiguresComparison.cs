using System.Diagnostics;
using Jinguo.Benchmarks.Harness;
using Jinguo.Benchmarks.Product;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Benchmarks.Figures;

/// <summary>A city's table of a year with the year before, from stored sums and by GROUP BY over the facts.</summary>
internal static class FiguresComparison
{
    private static readonly int[] Facts = [50_000, 250_000];

    public static async Task<IReadOnlyList<ResultTable>> RunAsync(BenchOptions options, CancellationToken cancel)
    {
        var read = new List<object[]>();
        var posted = new List<object[]>();
        foreach (var kind in options.Databases)
        {
            await using var database = await BenchDatabase.CreateAsync(kind);
            var books = await Books.OpenAsync(database);
            var there = 0;
            foreach (var wanted in Facts.Select(options.Sized))
            {
                posted.Add(await PostAsync(database.Kind, books, wanted - there));
                there = wanted;
                foreach (var (name, period) in Periods(books.Today))
                    read.Add([database.Kind, (long)wanted, name, .. await CompareAsync(database, books, period)]);
            }
        }
        return
        [
            new("Figures: a table of 100 columns × 120 bodies with the year before", ["database", "facts", "period", "stored sums, ms", "GROUP BY, ms", "ratio"], read),
            new("Figures: putting the facts there, with the sums of every level", ["database", "facts posted", "facts/s", "verify, s", "cells"], posted),
        ];
    }

    private static IEnumerable<(string Name, Period Period)> Periods(DateOnly today) =>
    [
        ("a whole year", Period.Year(today.Year - 1)),
        ("this year until today", Period.Year(today.Year).UpTo(today)),
    ];

    private static async Task<object[]> CompareAsync(BenchDatabase database, Books books, Period period)
    {
        var live = new LiveTable(database, books);
        if (!live.Agrees(await StoredAsync(), await live.ReadAsync(period)))
            throw new InvalidOperationException("Stored sums and GROUP BY disagree: nothing to compare.");
        var times = await SideBySide.RunAsync(SideBySide.Rounds, StoredAsync, () => live.ReadAsync(period));
        Progress.Say($"{database.Kind} {period.Code}: {times[0]:0.0} ms, {times[1]:0.0} ms");
        return [times[0], times[1], times[1] / times[0]];

        async Task<FigureTable> StoredAsync()
        {
            await using var db = database.Open();
            var answer = await books.Book(db).ReadAsync(new(books.City.Top.Id, books.Columns, period) { WithChildren = true, WithYearBefore = true });
            return answer is { Done: true, Value: var table } && table.Rows.Count == City.Towns + 2 && table.Headings.Count == books.Columns.Count ? table : throw new InvalidOperationException("The table is not whole.");
        }
    }

    private static async Task<object[]> PostAsync(string database, Books books, int facts)
    {
        var start = Stopwatch.GetTimestamp();
        await books.PostAsync(facts);
        var posting = Stopwatch.GetElapsedTime(start);
        Progress.Say($"{database}: posted {facts} facts in {posting.TotalSeconds:0} s");
        start = Stopwatch.GetTimestamp();
        var verified = await books.VerifyAsync();
        if (!verified.IsClean)
            throw new InvalidOperationException("The stored sums are not what the facts say.");
        return [database, (long)facts, facts / posting.TotalSeconds, Stopwatch.GetElapsedTime(start).TotalSeconds, verified.Cells];
    }
}
