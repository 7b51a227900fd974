using System.Diagnostics;

namespace Jinguo.Benchmarks.Harness;

/// <summary>
/// Times several ways of doing the same thing in turns (a, b, a, b …), so that whatever else the machine does meanwhile
/// falls on all of them alike.
/// </summary>
internal static class SideBySide
{
    private const int WarmUps = 2;

    /// <summary>Timed rounds where nothing else is said.</summary>
    public const int Rounds = 9;

    /// <summary>Runs all ways by turns.</summary>
    /// <returns>Median milliseconds of each way.</returns>
    public static Task<IReadOnlyList<double>> RunAsync(int rounds, params IReadOnlyList<Func<Task>> ways) => RunAsync(rounds, askedBefore: false, ways);

    /// <summary>
    /// Runs all ways by turns, each twice in its turn, and times the second: after a neighbour that read all facts, even the
    /// processor's caches hold nothing of what a way of a millisecond needs.
    /// </summary>
    /// <returns>Median milliseconds of each way.</returns>
    public static Task<IReadOnlyList<double>> RunWarmAsync(int rounds, params IReadOnlyList<Func<Task>> ways) => RunAsync(rounds, askedBefore: true, ways);

    private static async Task<IReadOnlyList<double>> RunAsync(int rounds, bool askedBefore, IReadOnlyList<Func<Task>> ways)
    {
        for (var round = 0; round < WarmUps; round++)
            foreach (var way in ways)
                await way();
        var times = ways.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < rounds; round++)
            foreach (var (place, way) in ways.Index())
            {
                GC.Collect();
                if (askedBefore)
                    await way();
                var start = Stopwatch.GetTimestamp();
                await way();
                times[place].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        return [.. times.Select(Quantiles.Median)];
    }
}

/// <summary>Places in a sorted row of numbers.</summary>
internal static class Quantiles
{
    public static double Median(IReadOnlyCollection<double> numbers) => At(numbers, 0.5);

    /// <summary>The smallest number that at least this share does not exceed.</summary>
    public static double At(IReadOnlyCollection<double> numbers, double share) =>
        numbers.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(numbers.Count * share) - 1));
}
