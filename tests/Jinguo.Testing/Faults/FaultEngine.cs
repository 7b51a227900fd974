using System.Diagnostics;
using Jinguo.Testing.Processes;

namespace Jinguo.Testing.Faults;

/// <summary>
/// kill -9 at random points of acts. Each run does an act, kills the process that does it after a random part of the act's usual
/// duration, starts again and judges: what was acknowledged is there, what was not is there wholly or not at all and can be sent
/// again, the books and the trail are right, and the platform is ready without a hand.
/// </summary>
public sealed class FaultEngine(FaultPlace place, Random random)
{
    private const int Measured = 2;

    // A little beyond the usual, so that the last steps are met, too.
    private const double Furthest = 1.2;

    /// <summary>Kills acts that are under way together, so many times.</summary>
    /// <param name="acts">Acts of the platform; or one of a verb.</param>
    /// <param name="runs">How often.</param>
    /// <param name="verifyEvery">After so many runs, and after the last, everything is verified.</param>
    /// <returns>What was found of each.</returns>
    public async Task<IReadOnlyList<FaultTally>> RunAsync(IReadOnlyList<FaultAct> acts, int runs, int verifyEvery = 10)
    {
        var tallies = acts.Select(act => new FaultTally(act.Name)).ToList();
        var usual = await UsualAsync(acts);
        for (var run = 1; run <= runs; run++)
        {
            var kills = new List<Kill>();
            foreach (var (act, tally) in acts.Zip(tallies))
                kills.Add(new(act, tally, await act.BeginAsync(place), usual[act], usual[act] * (random.NextDouble() * Furthest), run));
            await KillAsync(kills);
            if (acts[0].ByPlatform)
                await StartAgainAsync(kills);
            foreach (var kill in kills)
            {
                await kill.JudgeAsync();
                await kill.Attempt.DisposeAsync();
            }
            if (run % verifyEvery == 0 || run == runs)
                await VerifyAsync(kills, run);
        }
        return tallies;
    }

    // Measured as they are killed: on a platform that has just started, all at once.
    private async Task<Dictionary<FaultAct, TimeSpan>> UsualAsync(IReadOnlyList<FaultAct> acts)
    {
        var usual = acts.ToDictionary(act => act, _ => TimeSpan.Zero);
        for (var time = 0; time < Measured; time++)
        {
            if (acts[0].ByPlatform)
                await place.StartAsync();
            var attempts = new List<(FaultAct Act, IAttempt Attempt)>();
            foreach (var act in acts)
                attempts.Add((act, await act.BeginAsync(place)));
            var durations = await Task.WhenAll(attempts.Select(async one => (one.Act, Duration: await DurationAsync(one.Attempt))));
            foreach (var (act, attempt) in attempts)
            {
                if (await attempt.LookAsync() is not Extent.Whole and var found)
                    throw new InvalidOperationException($"{act.Name} is {found} even when nobody kills it.");
                await attempt.DisposeAsync();
            }
            foreach (var (act, duration) in durations)
                usual[act] += duration / Measured;
        }
        return usual;
    }

    private static async Task<TimeSpan> DurationAsync(IAttempt attempt)
    {
        var begun = Stopwatch.GetTimestamp();
        if (!await attempt.SendAsync())
            throw new InvalidOperationException("It is not done even when nobody kills it.");
        await attempt.SettleAsync(CancellationToken.None);
        return Stopwatch.GetElapsedTime(begun);
    }

    // Each begins so long before the kill as it is to have come.
    private static async Task KillAsync(List<Kill> kills)
    {
        using var killed = new CancellationTokenSource();
        var longest = kills.Max(kill => kill.At);
        var all = Task.WhenAll(kills.Select(kill => kill.SendAsync(longest - kill.At, killed.Token)));
        await Task.Delay(longest);
        while (!kills.TrueForAll(kill => kill.IsSent) && !all.IsCompleted)
            await Task.Delay(1);
        foreach (var process in kills.Select(kill => kill.Attempt.Process).Distinct())
            process.Kill();
        await killed.CancelAsync();
        await all;
    }

    private async Task StartAgainAsync(List<Kill> kills)
    {
        try
        {
            await place.StartAsync();
        }
        catch (Exception problem) when (problem is InvalidOperationException or TimeoutException or HttpRequestException)
        {
            kills[0].Tally.ByHand++;
            kills[0].Fault(problem.Message);
            throw new InvalidOperationException(string.Join('\n', kills.Select(kill => kill.Tally)), problem);
        }
    }

    // What they worked on: the place, or the older database that was migrated.
    private static async Task VerifyAsync(List<Kill> kills, int run)
    {
        var tally = kills[0].Tally;
        foreach (var options in kills.Select(kill => kill.Attempt.Options).DistinctBy(one => string.Join(' ', one)))
        {
            foreach (var verb in new string[][] { ["verify"], ["audit", "verify"] })
            {
                var verified = await ProductProcess.RunAsync([.. verb, .. options]);
                if (verified.ExitCode == 0)
                    continue;
                tally.Unsound++;
                tally.Faults.Add($"After run {run} {string.Join(' ', verb)} says: {verified.Output}{verified.Errors}");
            }
        }
    }

    /// <summary>One act and the moment at which it is cut off.</summary>
    private sealed class Kill(FaultAct act, FaultTally tally, IAttempt attempt, TimeSpan usual, TimeSpan at, int run)
    {
        private bool isAcknowledged;
        private bool isOver;

        public FaultTally Tally => tally;

        public IAttempt Attempt => attempt;

        public TimeSpan At => at;

        public bool IsSent { get; private set; }

        public async Task SendAsync(TimeSpan after, CancellationToken killed)
        {
            await Task.Delay(after, CancellationToken.None);
            var sending = attempt.SendAsync();
            IsSent = true;
            isAcknowledged = await sending;
            try
            {
                if (isAcknowledged)
                    await attempt.SettleAsync(killed);
                isOver = isAcknowledged && !killed.IsCancellationRequested;
            }
            catch (OperationCanceledException)
            {
                // Killed while it went on by itself: waited for once somebody goes on with it.
            }
        }

        public async Task JudgeAsync()
        {
            tally.Runs++;
            tally.Acknowledged += isAcknowledged ? 1 : 0;
            tally.KilledWithin += isOver ? 0 : 1;
            if (isAcknowledged)
                await attempt.SettleAsync(CancellationToken.None);
            var found = await attempt.LookAsync();
            if (isAcknowledged && found != Extent.Whole)
            {
                tally.Lost++;
                Fault($"{found}");
            }
            else if (found == Extent.Part)
            {
                tally.HalfDone++;
                Fault("a part is there");
            }
            else if (!isAcknowledged && found == Extent.Whole)
            {
                tally.DoneUnsaid++;
            }
            await attempt.SendAsync();
            await attempt.SettleAsync(CancellationToken.None);
            if (await attempt.LookAsync() is not Extent.Whole and var again)
            {
                tally.HalfDone++;
                Fault($"sent again, it is {again}");
            }
        }

        public void Fault(string what) =>
            tally.Faults.Add($"{act.Name}, run {run}, killed after {at.TotalMilliseconds:F0} of {usual.TotalMilliseconds:F0} ms, {(isAcknowledged ? "" : "not ")}acknowledged: {what}");
    }
}
