using System.CommandLine;
using Jinguo.Benchmarks.Faults;
using Jinguo.Benchmarks.Figures;
using Jinguo.Benchmarks.Import;
using Jinguo.Benchmarks.Mentions;
using Jinguo.Benchmarks.Nation;
using Jinguo.Benchmarks.Pages;
using Jinguo.Benchmarks.Save;
using Jinguo.Benchmarks.Start;
using Jinguo.Benchmarks.Visitors;
using Jinguo.Testing.Postgres;

namespace Jinguo.Benchmarks.Harness;

/// <summary><c>./jinguo bench</c>: which comparisons are made, on which databases, and how they are printed.</summary>
internal static class BenchCommand
{
    private static readonly Comparison[] All =
    [
        new("table", FiguresComparison.RunAsync),
        new("import", ImportComparison.RunAsync),
        new("save", SaveComparison.RunAsync),
        new("pages", PagesComparison.RunAsync),
        new("start", StartComparison.RunAsync),
        new("mentions", MentionsComparison.RunAsync),
    ];

    public static Task<int> RunAsync(string[] args)
    {
        var which = new Argument<string>("which") { Description = "table, import, save, pages, start, mentions or all", DefaultValueFactory = _ => "all" };
        which.AcceptOnlyFromAmong([.. All.Select(one => one.Name), "all"]);
        var format = new Option<TableFormat>("--format") { Description = "markdown or json", DefaultValueFactory = _ => TableFormat.Markdown };
        var database = new Option<string>("--database") { Description = "sqlite, postgres or both", DefaultValueFactory = _ => PostgresServer.IsInstalled ? "both" : "sqlite" };
        database.AcceptOnlyFromAmong("sqlite", "postgres", "both");
        var small = new Option<bool>("--small") { Description = "A tenth of the data: to see that everything runs" };
        var command = new RootCommand("Comparisons side by side; see docs/performance.md and docs/scale.md.") { which, format, database, small };
        command.Subcommands.Add(LoadCommand.Create(format));
        command.Subcommands.Add(NationCommands.Figures(format));
        command.Subcommands.Add(NationCommands.Writers(format));
        command.Subcommands.Add(VisitorsCommand.Create(format));
        command.Subcommands.Add(FaultsCommand.Create(format));
        command.SetAction(async (parsed, cancel) =>
        {
            var databases = parsed.GetRequiredValue(database) switch
            {
                "sqlite" => [Databases.Sqlite],
                "postgres" => [Databases.Postgres],
                _ => (Databases[])[Databases.Sqlite, Databases.Postgres],
            };
            var tables = new List<ResultTable> { Machine.Describe() };
            var options = new BenchOptions(databases, parsed.GetValue(small));
            var chosen = parsed.GetRequiredValue(which);
            foreach (var one in All.Where(one => chosen == "all" || chosen == one.Name))
            {
                Progress.Say($"── {one.Name}");
                tables.AddRange(await one.RunAsync(options, cancel));
            }
            await TableWriter.WriteAsync(parsed.InvocationConfiguration.Output, tables, parsed.GetValue(format));
            return 0;
        });
        return command.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private sealed record Comparison(string Name, Func<BenchOptions, CancellationToken, Task<IReadOnlyList<ResultTable>>> RunAsync);
}

/// <summary>A database to measure on.</summary>
internal enum Databases
{
    Sqlite,
    Postgres,
}

/// <summary>What is asked for.</summary>
/// <param name="Databases">The databases, one after the other.</param>
/// <param name="Small">True for a tenth of the data.</param>
internal sealed record BenchOptions(IReadOnlyList<Databases> Databases, bool Small)
{
    /// <summary>An amount, or a tenth of it.</summary>
    public int Sized(int amount) => Small ? Math.Max(1, amount / 10) : amount;
}
