using Jinguo.Benchmarks.Harness;

namespace Jinguo.Benchmarks.Mentions;

/// <summary>A report of ten pages, warm.</summary>
internal static class TenPages
{
    private const int Letters = 6_000;
    private const int Rounds = 31;

    public static async Task<ResultTable> RunAsync(Recognizers recognizers, CancellationToken cancel)
    {
        var text = ReportText.OfLetters(Letters);
        Progress.Say($"ten pages: {text.Length} letters, {Readers.Read(text).Mentions.Count} numbers");
        // One code for all lengths is compiled well only after some runs.
        await Readers.TimeAsync(text, Rounds);
        var (reading, relations, expression) = await Readers.TimeAsync(text, Rounds);
        List<object[]> rows = [["Jinguo, reading", reading, 1.0], ["Jinguo, reading and relations", relations, relations / reading], ["regular expression", expression, expression / reading]];
        foreach (var job in (RecognizerJob[])[RecognizerJob.Numbers(), RecognizerJob.Dates(), RecognizerJob.Units()])
            rows.Add(await job.TimeAsync(recognizers, text, cancel) is var (time, instead) && time is { } taken
                ? [$"recognizers, {job.Name}", taken, taken / reading]
                : [$"recognizers, {job.Name}", instead, ""]);
        return new("Mentions: a report of ten pages (6,000 letters), warm, one thread", ["finder", "ms", "times our reading"], rows);
    }
}
