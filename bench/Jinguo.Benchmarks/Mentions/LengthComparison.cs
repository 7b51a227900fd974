using System.Text;
using Jinguo.Benchmarks.Harness;

namespace Jinguo.Benchmarks.Mentions;

/// <summary>Texts of growing length, each twice the one before: megabytes a second, growth of the time, and memory.</summary>
internal static class LengthComparison
{
    private const int Shortest = 8_000;
    private const int Lengths = 10;
    private const int Rounds = 7;

    public static async Task<IReadOnlyList<ResultTable>> RunAsync(BenchOptions options, Recognizers recognizers, CancellationToken cancel)
    {
        RecognizerJob[] jobs = [RecognizerJob.Numbers(), RecognizerJob.Dates(), RecognizerJob.Units()];
        var (speed, growth, memory) = (new List<object[]>(), new List<object[]>(), new List<object[]>());
        double?[] before = [];
        (double, double) allocatedBefore = default;
        for (var doubling = 0; doubling < (options.Small ? Lengths - 4 : Lengths); doubling++)
        {
            var text = ReportText.OfBytes(Shortest << doubling);
            var bytes = Encoding.UTF8.GetByteCount(text);
            var (reading, relations, expression) = await Readers.TimeAsync(text, Rounds);
            var theirs = new List<(double? Milliseconds, string Instead)>();
            foreach (var job in jobs)
                theirs.Add(await job.TimeAsync(recognizers, text, cancel));
            Progress.Say($"{bytes / 1000} KB: {reading:0} ms, with relations {relations:0} ms, expression {expression:0} ms, recognizers {string.Join(" · ", theirs.Select(one => one.Milliseconds is { } time ? $"{time:0} ms" : one.Instead))}");
            double?[] times = [reading, relations, expression, .. theirs.Select(one => one.Milliseconds)];
            speed.Add([(long)bytes / 1000, .. times.Select((time, place) => time is { } taken ? bytes / taken / 1000 : (object)theirs[place - 3].Instead), theirs[0].Milliseconds is { } numbers ? numbers / reading : theirs[0].Instead, expression / reading]);
            if (doubling > 0)
                growth.Add([(long)bytes / 1000, .. times.Zip(before, (now, then) => now is { } taken && then is { } former ? taken / former : (object)"")]);
            var allocated = (Reading: Allocated(() => Readers.Read(text)), Relations: Allocated(() => Readers.ReadWithRelations(text)));
            memory.Add([(long)bytes / 1000, allocated.Reading.Allocated / bytes, allocated.Reading.Held / bytes, allocated.Relations.Allocated / bytes, doubling == 0 ? "" : allocated.Reading.Allocated / allocatedBefore.Item1, doubling == 0 ? "" : allocated.Relations.Allocated / allocatedBefore.Item2]);
            (before, allocatedBefore) = (times, (allocated.Reading.Allocated, allocated.Relations.Allocated));
        }
        string[] ways = ["reading", "reading and relations", "regular expression", .. jobs.Select(job => $"recognizers: {job.Name}")];
        return
        [
            new("Mentions: MB of text (UTF-8) a second, warm, one thread", ["KB", .. ways, "reading / recognizers: numbers", "reading / expression"], speed),
            new("Mentions: growth of the time where the text doubles (2 is linear)", ["KB", .. ways], growth),
            new("Mentions: memory, bytes per byte of text", ["KB", "reading allocates", "its result holds", "reading and relations allocate", "growth, reading", "growth, relations"], memory),
        ];
    }

    private static (double Allocated, double Held) Allocated(Func<object> read)
    {
        var held = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var result = read();
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        held = GC.GetTotalMemory(forceFullCollection: true) - held;
        GC.KeepAlive(result);
        return (allocated, held);
    }
}
