using System.Diagnostics;
using System.Globalization;
using Jinguo.Benchmarks.Harness;
using Jinguo.Benchmarks.Product;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Data;

namespace Jinguo.Benchmarks.Save;

/// <summary>From sending 记一笔 to its answer over HTTP, with twenty villages writing at once against one alone.</summary>
internal static class SaveComparison
{
    private const int Writers = 20;
    private const int Rounds = 7;
    private const int SavesAlone = 100;
    private const int SavesEach = 20;
    private const string Password = "Yunchuan-2026";

    public static async Task<IReadOnlyList<ResultTable>> RunAsync(BenchOptions options, CancellationToken cancel)
    {
        var rows = new List<object[]>();
        foreach (var kind in options.Databases)
        {
            await using var database = await BenchDatabase.CreateAsync(kind);
            await AddVillagesAsync(database);
            var (alone, together) = await MeasureAsync(database, options, cancel);
            if (await ProductProcess.RunAsync(database, "verify", cancel) != 0)
                throw new InvalidOperationException("The stored sums are not what the facts say.");
            rows.Add(Row(database.Kind, "median, ms", alone.Median, together.Median));
            rows.Add(Row(database.Kind, "95 of 100 within, ms", alone.Tail, together.Tail));
            rows.Add(Row(database.Kind, "records/s", alone.PerSecond, together.PerSecond));
        }
        return [new("Save: from sending the form to its answer", ["database", "what", "1 writer", $"{Writers} writers", "ratio"], rows)];
    }

    private static object[] Row(string database, string what, double alone, double together) => [database, what, alone, together, together / alone];

    private static async Task<(Load Alone, Load Together)> MeasureAsync(BenchDatabase database, BenchOptions options, CancellationToken cancel)
    {
        await using var product = await ProductProcess.ServeAsync(database, cancel);
        var writers = new List<Writer>();
        for (var number = 1; number <= Writers; number++)
            writers.Add(await Writer.SignInAsync(product.Address, User(number), Password));
        var (alone, together) = (new List<Load>(), new List<Load>());
        // The first round warms up and is not counted.
        for (var round = 0; round <= Rounds; round++)
        {
            var one = await WriteAsync(writers[..1], options.Sized(SavesAlone), cancel);
            var all = await WriteAsync(writers, options.Sized(SavesEach), cancel);
            if (round == 0)
                continue;
            alone.Add(one);
            together.Add(all);
        }
        writers.ForEach(writer => writer.Dispose());
        Progress.Say($"{database.Kind}: saved {(Rounds + 1) * (options.Sized(SavesAlone) + (Writers * options.Sized(SavesEach)))} records");
        return (Load.Of(alone), Load.Of(together));
    }

    private static async Task<Load> WriteAsync(List<Writer> writers, int each, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(writers.Select(writer => Task.Run(
            async () =>
            {
                var own = new List<double>(each);
                for (var number = 0; number < each; number++)
                    own.Add(await writer.SaveAsync(cancel));
                return own;
            },
            cancel)));
        var elapsed = Stopwatch.GetElapsedTime(start);
        var all = times.SelectMany(one => one).ToList();
        return new(Quantiles.Median(all), Quantiles.At(all, 0.95), all.Count / elapsed.TotalSeconds);
    }

    // All in one county, so that they change the same sums from the county up.
    private static async Task AddVillagesAsync(BenchDatabase database)
    {
        await using var db = database.Open();
        var city = await Tree.AddAsync(db, "990100000000", Level.City, "云川市妇联");
        var county = await Tree.AddAsync(db, "990101000000", Level.County, "安和县妇联", city);
        Organisation? town = null;
        for (var number = 1; number <= Writers; number++)
        {
            if (number % 4 == 1)
                town = await Tree.AddAsync(db, $"990101{100 + number:000}000", Level.Township, $"东山{number}镇妇联", county);
            var village = await Tree.AddAsync(db, $"{town!.Code[..9]}{200 + number}", Level.Village, $"芙蓉{number}村妇联", town);
            await AccountRows.AddAsync(db, User(number), "张某某", [(village, Role.Chair, RoleScope.Own)], Password);
        }
    }

    private static string User(int number) => string.Create(CultureInfo.InvariantCulture, $"cun{number}");

    private readonly record struct Load(double Median, double Tail, double PerSecond)
    {
        public static Load Of(List<Load> rounds) => new(
            Quantiles.Median([.. rounds.Select(one => one.Median)]),
            Quantiles.Median([.. rounds.Select(one => one.Tail)]),
            Quantiles.Median([.. rounds.Select(one => one.PerSecond)]));
    }
}
