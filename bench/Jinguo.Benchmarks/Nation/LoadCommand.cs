using System.CommandLine;
using Jinguo.Benchmarks.Harness;
using Jinguo.Core.Facts;
using Jinguo.Testing.Data;

namespace Jinguo.Benchmarks.Nation;

/// <summary><c>bench load</c>: makes a set of facts on the real tree and has the product verify it.</summary>
internal static class LoadCommand
{
    public static Command Create(Option<TableFormat> format)
    {
        var facts = new Option<long>("--facts") { Description = "About how many facts", DefaultValueFactory = _ => 1_000_000 };
        var sample = new Option<int>("--verify") { Description = "1 to verify all; 20 for a twentieth of the regions; 0 for nothing", DefaultValueFactory = _ => 1 };
        var command = new Command("load", "Make a reproducible set of facts on the division tree, and verify it") { facts, sample, format };
        var options = new NationOptions(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var server = await NationServer.StartAsync(options.Folder(parsed), cancel);
            var set = options.Set(parsed, parsed.GetValue(facts));
            var steps = (await set.LoadAsync(server, await NationSet.DivisionsAsync(options.Folder(parsed), cancel), cancel)).ToList();
            if (parsed.GetValue(sample) is > 0 and var parts)
                steps.Add(await VerifyAsync(server, set, parts, cancel));
            await TableWriter.WriteAsync(parsed.InvocationConfiguration.Output, [Machine.Describe(), new("Load: facts on the division tree", ["set", "step", "rows", "seconds"], steps)], parsed.GetValue(format));
            return 0;
        });
        return command;
    }

    private static async Task<object[]> VerifyAsync(NationServer server, NationSet set, int parts, CancellationToken cancel)
    {
        await using var db = TestDatabase.Open(server.ConnectionString(set.Database));
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        var found = await new FactVerification(db).RunAsync(new RegionPart(parts / 2, parts), cancel);
        if (!found.IsClean)
            throw new InvalidOperationException($"The set is wrong: {string.Join('\n', found.Differences.Take(5))}{string.Join('\n', found.Faults.Take(5))}");
        return [set.Facts, parts == 1 ? $"verified whole: {found.Cells} sums" : $"verified 1 of {parts} regions, and all above: {found.Cells} sums", found.Facts, System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds];
    }
}
