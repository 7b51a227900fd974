using Jinguo.Benchmarks.Harness;
using Jinguo.Testing.Mentions;

namespace Jinguo.Benchmarks.Mentions;

/// <summary>Texts on which a careless reader takes the square of their length.</summary>
internal static class HostileComparison
{
    private const int Shortest = 64_000;
    private const int Lengths = 5;
    private const int Rounds = 7;
    private const double LongestOfTheirs = 500;

    public static async Task<ResultTable> RunAsync(BenchOptions options, Recognizers recognizers, CancellationToken cancel)
    {
        int[] lengths = [.. Enumerable.Range(0, options.Small ? Lengths - 2 : Lengths).Select(doubling => Shortest << doubling)];
        var rows = new List<object[]>();
        foreach (var hostile in HostileText.All)
        {
            var job = RecognizerJob.Numbers() with { Longest = LongestOfTheirs };
            var times = new List<(double Reading, double Relations, double Expression)>();
            var theirs = new List<(double? Milliseconds, string Instead)>();
            foreach (var length in lengths)
            {
                var text = hostile.OfBytes(length);
                times.Add(await Readers.TimeAsync(text, Rounds));
                theirs.Add(await job.TimeAsync(recognizers, text, cancel));
                Progress.Say($"{hostile.Name}, {length / 1000} KB: {times[^1].Reading:0.0} ms, with relations {times[^1].Relations:0.0} ms, expression {times[^1].Expression:0.0} ms, recognizers {(theirs[^1].Milliseconds is { } time ? $"{time:0} ms" : theirs[^1].Instead)}");
            }
            rows.Add(Row(hostile, "reading", [.. times.Select(time => (object)time.Reading)]));
            rows.Add(Row(hostile, "reading and relations", [.. times.Select(time => (object)time.Relations)]));
            rows.Add(Row(hostile, "regular expression", [.. times.Select(time => (object)time.Expression)]));
            rows.Add(Row(hostile, "recognizers: numbers", [.. theirs.Select(one => (object?)one.Milliseconds ?? one.Instead)]));
        }
        return new("Mentions: one piece repeated, ms", ["text", "finder", .. lengths.Select(length => $"{length / 1000} KB"), "growth of the last doubling"], rows);
    }

    private static object[] Row(HostileText text, string finder, IReadOnlyList<object> times) =>
        [text.Name, finder, .. times, times is [.., double former, double last] ? last / former : ""];
}
