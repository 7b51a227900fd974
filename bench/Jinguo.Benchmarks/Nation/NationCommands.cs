using System.CommandLine;
using Jinguo.Benchmarks.Harness;

namespace Jinguo.Benchmarks.Nation;

/// <summary><c>bench figures</c> and <c>bench writers</c>: what is measured on sets of the national tree.</summary>
internal static class NationCommands
{
    private const int Rounds = 7;
    private const int FewRounds = 3;

    public static Command Figures(Option<TableFormat> format)
    {
        var facts = new Option<long[]>("--facts") { Description = "Sets to compare three ways", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1_000_000, 10_000_000] };
        var large = new Option<long[]>("--large") { Description = "Further sets on which only our reads and one GROUP BY are timed, medians of 3", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var command = new Command("figures", "Figures of the nation from stored sums, by GROUP BY, and from a wide table as DHIS2 documents it") { facts, large, format };
        var options = new NationOptions(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var server = await NationServer.StartAsync(options.Folder(parsed), cancel);
            var divisions = await NationSet.DivisionsAsync(options.Folder(parsed), cancel);
            var (steps, read, kept) = (new List<object[]>(), new List<object[]>(), new List<object[]>());
            foreach (var (amount, isLarge) in parsed.GetRequiredValue(facts).Select(amount => (amount, false)).Concat(parsed.GetRequiredValue(large).Select(amount => (amount, true))))
            {
                var set = options.Set(parsed, amount);
                steps.AddRange(await set.LoadAsync(server, divisions, cancel));
                var figures = new NationFigures(server, set, withWide: !isLarge, isLarge ? FewRounds : Rounds);
                read.AddRange(await figures.CompareAsync(cancel));
                kept.AddRange(await figures.KeepCurrentAsync(cancel));
            }
            await TableWriter.WriteAsync(
                parsed.InvocationConfiguration.Output,
                [
                    Machine.Describe(),
                    new("Figures of the nation", ["question", "facts", "cache", "ours_ms", "groupby_ms", "wide_ms", "groupby / ours", "wide / ours"], read),
                    new("Growth: our warm time by that of the first set", ["question", "facts", "ours_ms", "growth"], Growth(read)),
                    new("Keeping current", ["facts", "what", "ours", "wide table"], kept),
                    .. steps.Count == 0 ? (ResultTable[])[] : [new("Load", ["facts", "step", "rows", "seconds"], steps)],
                ],
                parsed.GetValue(format));
            return 0;
        });
        return command;
    }

    private static IReadOnlyList<object[]> Growth(IReadOnlyList<object[]> read) =>
    [
        .. read.Where(row => row is [_, _, "warm", ..]).GroupBy(row => row[0])
            .SelectMany(question => question.Select(row => new[] { row[0], row[1], row[3], (double)row[3] / (double)question.First()[3] })),
    ];

    public static Command Writers(Option<TableFormat> format)
    {
        var facts = new Option<long>("--facts") { Description = "The set written to", DefaultValueFactory = _ => 1_000_000 };
        var seconds = new Option<int>("--seconds") { Description = "How long each number of writers writes", DefaultValueFactory = _ => 20 };
        var command = new Command("writers", "Posts per second with 1, 4 and 16 writers all over the nation, with and without stripes") { facts, seconds, format };
        var options = new NationOptions(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var server = await NationServer.StartAsync(options.Folder(parsed), cancel);
            var set = options.Set(parsed, parsed.GetValue(facts));
            await set.LoadAsync(server, await NationSet.DivisionsAsync(options.Folder(parsed), cancel), cancel);
            var rows = await new NationWriters(server, set, TimeSpan.FromSeconds(parsed.GetValue(seconds))).RunAsync(cancel);
            await TableWriter.WriteAsync(parsed.InvocationConfiguration.Output, [Machine.Describe(), new("Writers all over the nation, every one on the same measure and month", ["stripes", "writers", "posts/s", "sums changed/s", "deadlocks", "verify"], rows)], parsed.GetValue(format));
            return 0;
        });
        return command;
    }
}
