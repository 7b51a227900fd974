using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Jinguo.Benchmarks.Harness;
using Jinguo.Benchmarks.Product;
using Jinguo.Benchmarks.Start;
using Jinguo.Testing;

namespace Jinguo.Benchmarks.Visitors;

/// <summary><c>bench visitors</c>: how long each page takes while many users work at once, against a bare page of like size.</summary>
internal static class VisitorsCommand
{
    /// <summary>Of the users those who open the page that is measured; the others ask for the mix.</summary>
    private const int TenthMeasured = 10;

    /// <summary>In seconds.</summary>
    private const int WarmingUp = 60;

    /// <summary>The demonstration is loaded before the first answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static Command Create(Option<TableFormat> format)
    {
        var users = new Option<int>("--users") { Description = "How many users work at once", DefaultValueFactory = _ => 200 };
        var seconds = new Option<int>("--seconds") { Description = "How long each page is measured, and as long the bare page beside it", DefaultValueFactory = _ => 30 };
        var pause = new Option<double>("--pause") { Description = "Seconds that a user reads before she asks again, on the average", DefaultValueFactory = _ => 5 };
        var database = new Option<string>("--database") { Description = "sqlite or postgres", DefaultValueFactory = _ => "sqlite" };
        database.AcceptOnlyFromAmong("sqlite", "postgres");
        var command = new Command("visitors", "Many users of all levels at once in the demonstration city, page by page") { users, seconds, pause, database, format };
        command.SetAction(async (parsed, cancel) =>
        {
            using (var install = Process.Start(RepositoryFolder.At("tools", "install"), ["load"]))
                await install.WaitForExitAsync(cancel);
            var kind = parsed.GetValue(database) == "postgres" ? Databases.Postgres : Databases.Sqlite;
            var results = await RunAsync(kind, parsed.GetValue(users), parsed.GetValue(seconds), TimeSpan.FromSeconds(parsed.GetValue(pause)), cancel);
            await TableWriter.WriteAsync(parsed.InvocationConfiguration.Output, [Machine.Describe(), results], parsed.GetValue(format));
            return 0;
        });
        return command;
    }

    private static async Task<ResultTable> RunAsync(Databases kind, int users, int seconds, TimeSpan pause, CancellationToken cancel)
    {
        // All come from one address here: its limit of sign-ins is put where nobody meets it. Pages have none for who is signed in.
        Environment.SetEnvironmentVariable("Jinguo__Protection__SignInsPerMinute", "10000");
        using var bare = await BareSite.BuildAsync(cancel);
        await using var floor = await ProductProcess.StartAsync([bare.Program], "/", cancel);
        await using var database = await BenchDatabase.CreateAsync(kind);
        Progress.Say($"loading the demonstration city on {database.Kind}");
        await using var product = await ProductProcess.StartAsync([ProductProcess.Product, "run", .. ProductProcess.Place(database)], "/sign-in", cancel, Patience);
        var visits = await SignedInVisitors.PrepareAsync(product.Address, database, users, cancel);
        // At the floor every visit is the same page, about as long as one of the product.
        var floorVisits = Path.Combine(database.Folder, "floor.txt");
        await File.WriteAllLinesAsync(floorVisits, SignedInVisitors.Shares.Select(one => $"{one.Page}\t{one.Share}\t200\tGET\t/long\t\t"), cancel);
        // Until all that the pages use has been compiled for good.
        await Wrk.RunAsync(product.Address, visits, "mix", users, TimeSpan.FromSeconds(1), WarmingUp, cancel);
        await Wrk.RunAsync(floor.Address, floorVisits, "mix", users, TimeSpan.FromSeconds(1), 5, cancel);

        var rows = new List<object[]>();
        foreach (var (page, share) in SignedInVisitors.Shares)
        {
            var (ours, around) = await MeasureAsync(product.Address, visits, page, users, pause, seconds, cancel);
            var (least, _) = await MeasureAsync(floor.Address, floorVisits, page, users, pause, seconds, cancel);
            Progress.Say(string.Create(CultureInfo.InvariantCulture, $"{page}: {ours.Answers} answers, {ours.Errors} errors, {ours.Median:0.0} / {ours.Tail:0.0} ms; bare {least.Median:0.0} / {least.Tail:0.0} ms; the mix beside it {around.Answers / around.Seconds:0} a second, {around.Errors} errors"));
            rows.Add([page, share, ours.Answers, ours.Errors + around.Errors, ours.Median, ours.Tail, least.Median, least.Tail, ours.Tail / least.Tail]);
        }
        return new($"{users} users at once on {database.Kind}, each reading {pause.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s on the average", ["page", "share, %", "answers", "errors", "median, ms", "95 of 100 within, ms", "bare page: median", "bare page: 95 of 100", "ratio"], rows);
    }

    // A tenth of the users open the page alone, a fifth of the pause apart, while the others ask for the mix.
    private static async Task<(WrkResult Page, WrkResult Mix)> MeasureAsync(Uri address, string visits, string page, int users, TimeSpan pause, int seconds, CancellationToken cancel)
    {
        var measured = Math.Max(1, users / TenthMeasured);
        var mix = Wrk.RunAsync(address, visits, "mix", Math.Max(1, users - measured), pause, seconds, cancel);
        var one = await Wrk.RunAsync(address, visits, page, measured, pause / 5, seconds, cancel);
        return (one, await mix);
    }
}
