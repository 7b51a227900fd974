using Jinguo.Benchmarks.Harness;
using Jinguo.Benchmarks.Product;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Data;

namespace Jinguo.Benchmarks.Start;

/// <summary>From the start of the process to the first page, and the memory then and after some use, against a bare page.</summary>
internal static class StartComparison
{
    private const int Starts = 5;
    private const int Requests = 500;

    public static async Task<IReadOnlyList<ResultTable>> RunAsync(BenchOptions options, CancellationToken cancel)
    {
        using var bare = await BareSite.BuildAsync(cancel);
        await using var database = await ReadyAsync(cancel);
        var product = new List<Start>();
        var least = new List<Start>();
        // The first of each fills the caches of the disk and is not counted.
        for (var start = 0; start <= options.Sized(Starts * 10) / 10 + 1; start++)
        {
            var one = await MeasureAsync(() => ProductProcess.ServeAsync(database, cancel), "/sign-in", cancel);
            var other = await MeasureAsync(() => ProductProcess.StartAsync([bare.Program], "/", cancel), "/", cancel);
            if (start == 0)
                continue;
            product.Add(one);
            least.Add(other);
            Progress.Say($"start {start}: {one.Milliseconds:0} ms, {other.Milliseconds:0} ms");
        }
        return
        [
            new("Start: until the first 200, and memory (resident set)", ["what", "Jinguo", "bare page", "ratio"],
            [
                Row("start, ms", start => start.Milliseconds),
                Row("memory after the first page, MB", start => start.Memory),
                Row($"memory after {Requests} pages, MB", start => start.MemoryUsed),
            ]),
        ];

        object[] Row(string what, Func<Start, double> number)
        {
            var (ours, theirs) = (Quantiles.Median([.. product.Select(number)]), Quantiles.Median([.. least.Select(number)]));
            return [what, ours, theirs, ours / theirs];
        }
    }

    // A database that has been started on before: schema, packs, somebody who can sign in.
    private static async Task<BenchDatabase> ReadyAsync(CancellationToken cancel)
    {
        var database = await BenchDatabase.CreateAsync(Databases.Sqlite);
        await using (var db = database.Open())
        {
            var city = await Tree.AddCityAsync(db);
            await AccountRows.AddAsync(db, "shi", "张某某", [(city.Top, Role.Chair, RoleScope.Subtree)]);
        }
        await using var first = await ProductProcess.ServeAsync(database, cancel);
        return database;
    }

    private static async Task<Start> MeasureAsync(Func<Task<ProductProcess>> begin, string page, CancellationToken cancel)
    {
        await using var process = await begin();
        var memory = process.Memory;
        using var http = new HttpClient { BaseAddress = process.Address };
        for (var request = 0; request < Requests; request++)
            await http.GetByteArrayAsync(new Uri(page, UriKind.Relative), cancel);
        return new(process.UntilAnswer.TotalMilliseconds, memory, process.Memory);
    }

    private readonly record struct Start(double Milliseconds, double Memory, double MemoryUsed);
}
