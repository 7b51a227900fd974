using System.Globalization;
using System.Text.Json;
using Jinguo.Office.Mentions;
using Jinguo.Testing;
using Xunit.Abstractions;

namespace Jinguo.Core.Tests.Office.Mentions;

/// <summary>The reader against reports that a person has annotated (shared/gold). The figures printed here stand in docs/accuracy.md.</summary>
public sealed class GoldTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // Of the third text only its first 14,000 letters are annotated.
    private const string PartlyRead = "001";
    private const int ReadUpTo = 14_000;

    [SharedFact]
    public void PrecisionAndRecall_OfSpanAndValue_AndUnit_AreAsDocumented()
    {
        var reader = new MentionReader(MentionLexicon.Read(File.ReadAllText(RepositoryFolder.At("packs", "checking", "lexicon.json"))));
        var (right, wrong, missed, units) = (0, 0, 0, 0);
        foreach (var gold in Gold().GroupBy(figure => figure.Doc))
        {
            var text = File.ReadAllText(Directory.EnumerateFiles(SharedFolder.At("seeds"), gold.Key[..3] + "*").Single());
            var read = reader.Read(text).Where(one => !gold.Key.StartsWith(PartlyRead, StringComparison.Ordinal) || one.Start < ReadUpTo).ToList();
            foreach (var figure in gold)
            {
                var found = read.Find(one => one.Start < figure.End && one.End > figure.Start && Math.Abs(one.Value - figure.Value) < 0.001m);
                if (found is not null)
                    read.Remove(found);
                // Ages, durations and announced lists are neither rewarded nor punished.
                if (figure.Kind == "other")
                    continue;
                if (found is null)
                {
                    missed++;
                    output.WriteLine($"missed {figure.Doc[..3]} {figure.Start} {figure.Text}");
                    continue;
                }
                right++;
                units += found.Unit == figure.Unit ? 1 : 0;
            }
            foreach (var extra in read.Where(one => one.Kind != MentionKind.Other))
            {
                wrong++;
                output.WriteLine($"wrong {gold.Key[..3]} {extra.Start} {extra.Text}");
            }
        }
        var (precision, recall) = ((decimal)right / (right + wrong), (decimal)right / (right + missed));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"figures {right + missed}, right {right}, wrong {wrong}, missed {missed}: precision {precision:P1}, recall {recall:P1}, unit {(decimal)units / right:P1}"));
        Assert.InRange(precision, 0.98m, 1m);
        Assert.InRange(recall, 0.98m, 1m);
        Assert.InRange((decimal)units / right, 0.98m, 1m);
    }

    private static IEnumerable<GoldFigure> Gold() =>
        File.ReadLines(SharedFolder.At("gold", "figures.jsonl")).Select(line => JsonSerializer.Deserialize<GoldFigure>(line, Json)!);

    private sealed record GoldFigure(string Doc, int Start, int End, string Text, decimal Value, string? Unit, string Kind);
}
