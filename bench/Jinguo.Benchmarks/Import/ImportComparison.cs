using System.Diagnostics;
using System.Globalization;
using Jinguo.Benchmarks.Harness;
using Jinguo.Benchmarks.Product;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Office.Excel;
using Jinguo.Testing.Data;
using Jinguo.Web.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Benchmarks.Import;

/// <summary>Rows a second of importing a workbook, looking only and writing, against merely reading the same file.</summary>
internal static class ImportComparison
{
    private const int RowsToWarmUp = 1_000;
    private const int Reads = 7;

    // A long file is written for a body of its own each time, because the same rows come in once only.
    private static readonly (int Rows, int Times)[] Files = [(20_000, 3), (50_000, 1)];

    public static async Task<IReadOnlyList<ResultTable>> RunAsync(BenchOptions options, CancellationToken cancel)
    {
        var table = new List<object[]>();
        foreach (var kind in options.Databases)
        {
            await using var database = await BenchDatabase.CreateAsync(kind);
            await using var services = await ServicesAsync(database);
            await MeasureAsync(services, database, RowsToWarmUp, 1, cancel);
            foreach (var (rows, times) in Files)
                table.Add(await MeasureAsync(services, database, options.Sized(rows), times, cancel));
            await using var db = database.Open();
            if (!(await new FactVerification(db).RunAsync(cancel)).IsClean)
                throw new InvalidOperationException("The stored sums are not what the facts say.");
        }
        return [new("Import: a workbook of trainings, six columns", ["database", "rows", "read, rows/s", "look, rows/s", "import, rows/s", "read / import"], table)];
    }

    private static async Task<object[]> MeasureAsync(ServiceProvider services, BenchDatabase database, int rows, int times, CancellationToken cancel)
    {
        var file = Path.Combine(database.Folder, $"{rows}.xlsx");
        await using (var db = database.Open())
            Workbook.Write(file, (await services.GetRequiredService<RecordTypeCatalogCache>().GetAsync(db, cancel)).Get("training").Type, rows);
        var reading = (await SideBySide.RunAsync(Reads, () => Task.Run(() => Read(file, rows), cancel)))[0] / 1000;
        var (looks, writes) = (new List<double>(), new List<double>());
        for (var time = 0; time < times; time++)
        {
            var body = await AddBodyAsync(database);
            var (look, write) = await ImportAsync(services, body, file, rows, cancel);
            looks.Add(look);
            writes.Add(write);
            Progress.Say($"{database.Kind}: {rows} rows read in {reading:0.0} s, looked at in {look:0.0} s, written in {write:0.0} s");
        }
        var (looking, writing) = (Quantiles.Median(looks), Quantiles.Median(writes));
        return [database.Kind, (long)rows, rows / reading, rows / looking, rows / writing, writing / reading];
    }

    private static void Read(string file, int rows)
    {
        using var content = File.OpenRead(file);
        using var book = Spreadsheet.Open(content, file);
        var found = book.Sheets[0].Rows().Sum(row => row.Cells.Count > 0 ? 1 : 0);
        if (found < rows)
            throw new InvalidOperationException($"{found} rows instead of {rows}.");
    }

    private static async Task<(double Look, double Write)> ImportAsync(ServiceProvider services, Organisation body, string file, int rows, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.CommandLine;
        var imports = scope.ServiceProvider.GetRequiredService<ImportService>();
        await using var content = File.OpenRead(file);
        var key = Guid.CreateVersion7();
        Value(await imports.BringAsync(key, body.Id, Path.GetFileName(file), content, "training", cancel));
        var start = Stopwatch.GetTimestamp();
        Value(await imports.LookAsync(key, tell: null, cancel));
        var look = Stopwatch.GetElapsedTime(start).TotalSeconds;
        start = Stopwatch.GetTimestamp();
        var found = Value(await imports.WriteAsync(key, new ImportWish(), tell: null, cancel));
        return found.Good == rows
            ? (look, Stopwatch.GetElapsedTime(start).TotalSeconds)
            : throw new InvalidOperationException($"{found.Good} of {rows} rows came in: {found.Notes.FirstOrDefault()?.Text}");
    }

    private static async Task<ServiceProvider> ServicesAsync(BenchDatabase database)
    {
        var services = new ServiceCollection().AddLogging().AddJinguo(new() { Data = database.Folder, Database = database.Option }).BuildServiceProvider();
        await services.PrepareAsync();
        return services;
    }

    private static async Task<Organisation> AddBodyAsync(BenchDatabase database)
    {
        await using var db = database.Open();
        var number = db.Organisations.Count() / 4;
        var city = await Tree.AddAsync(db, string.Create(CultureInfo.InvariantCulture, $"99{number:00}00000000"), Level.City, $"云川{number}市妇联");
        var county = await Tree.AddAsync(db, $"{city.Code[..4]}01000000", Level.County, "安和县妇联", city);
        var town = await Tree.AddAsync(db, $"{city.Code[..4]}01101000", Level.Township, "东山镇妇联", county);
        return await Tree.AddAsync(db, $"{city.Code[..4]}01101201", Level.Village, "芙蓉村妇联", town);
    }

    private static T Value<T>(Outcome<T> outcome) =>
        outcome.Done ? outcome.Value : throw new InvalidOperationException(outcome.Problems[0].Text);
}
