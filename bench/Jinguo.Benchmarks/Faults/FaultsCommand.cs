using System.CommandLine;
using Jinguo.Benchmarks.Harness;
using Jinguo.Testing.Faults;
using Jinguo.Testing.Postgres;

namespace Jinguo.Benchmarks.Faults;

/// <summary><c>bench faults</c>: kill -9 at random points of acts, as often as asked for. Exit code 1 when anything was lost or half-done.</summary>
internal static class FaultsCommand
{
    public static Command Create(Option<TableFormat> format)
    {
        var runs = new Option<int>("--runs") { Description = "Kills in all, spread evenly over acts and databases", DefaultValueFactory = _ => 500 };
        var seed = new Option<int>("--seed") { Description = "The same points again; printed", DefaultValueFactory = _ => Random.Shared.Next() };
        var database = new Option<string>("--database") { Description = "sqlite, postgres or both", DefaultValueFactory = _ => PostgresServer.IsInstalled ? "both" : "sqlite" };
        database.AcceptOnlyFromAmong("sqlite", "postgres", "both");
        var command = new Command("faults", "kill -9 at random points of save, review, import, close, merge, migrate and backup: nothing acknowledged lost, nothing half-done, starts without a hand") { runs, seed, database, format };
        command.SetAction(async (parsed, cancel) =>
        {
            bool[] databases = parsed.GetRequiredValue(database) switch { "sqlite" => [false], "postgres" => [true], _ => [false, true] };
            var each = Math.Max(1, parsed.GetValue(runs) / (databases.Length * FaultActs.Groups.Sum(group => group.Acts.Count)));
            var number = parsed.GetValue(seed);
            Progress.Say($"── faults, seed {number}, {each} kills of each act");
            var (rows, isSound) = (new List<object[]>(), true);
            foreach (var onPostgres in databases)
            {
                await using var place = await FaultPlace.CreateAsync(onPostgres);
                var engine = new FaultEngine(place, new(number));
                foreach (var (_, acts) in FaultActs.Groups)
                {
                    cancel.ThrowIfCancellationRequested();
                    foreach (var tally in await engine.RunAsync(acts, each))
                    {
                        Progress.Say($"{(onPostgres ? "PostgreSQL" : "SQLite")} {tally}");
                        rows.Add([onPostgres ? "PostgreSQL" : "SQLite", tally.Act, tally.Runs, tally.KilledWithin, tally.Acknowledged, tally.DoneUnsaid, tally.Lost, tally.HalfDone, tally.ByHand, tally.Unsound]);
                        isSound &= tally.IsSound;
                    }
                }
            }
            await TableWriter.WriteAsync(
                parsed.InvocationConfiguration.Output,
                [Machine.Describe(), new($"Faults, seed {number}", ["database", "act", "runs", "killed within", "acknowledged", "done unsaid", "lost", "half-done", "by hand", "unsound"], rows)],
                parsed.GetValue(format));
            return isSound ? 0 : 1;
        });
        return command;
    }
}
