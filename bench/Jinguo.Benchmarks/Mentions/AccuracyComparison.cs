using Jinguo.Benchmarks.Harness;
using Jinguo.Testing;
using Jinguo.Testing.Mentions;

namespace Jinguo.Benchmarks.Mentions;

/// <summary>How much of what each finder finds is a figure, and how many figures it finds, by one rule for all (docs/accuracy.md).</summary>
internal static class AccuracyComparison
{
    public static async Task<IReadOnlyList<ResultTable>> RunAsync(Recognizers recognizers, CancellationToken cancel)
    {
        var tables = new List<ResultTable>();
        if (SharedFolder.Root is null)
            Progress.Say("旁边没有 shared 目录，标注过的三份报告不参加对比。(no folder shared/: the annotated reports are left out)");
        else
            tables.Add(await CompareAsync("three annotated reports", AnnotatedTexts.Gold(), recognizers, cancel));
        tables.Add(await CompareAsync("the sentences of our tests", AnnotatedTexts.Sentences(), recognizers, cancel));
        return tables;
    }

    private static async Task<ResultTable> CompareAsync(string name, IReadOnlyList<AnnotatedText> texts, Recognizers recognizers, CancellationToken cancel)
    {
        List<object[]> rows = [Row("Jinguo", texts, Readers.Find), Row("regular expression", texts, PlainFinder.Find)];
        var found = new Dictionary<string, IReadOnlyList<Recognized>>(StringComparer.Ordinal);
        if (recognizers.IsInstalled)
            foreach (var text in texts)
                found[text.Text] = await recognizers.ReadAsync(text.Text, RecognizerJob.Dates().Models, cancel);
        foreach (var (words, left) in ((string, string[])[])[("every numeral", []), ("without dates", ["date"]), ("without dates and ordinals", ["date", "ordinal"])])
            rows.Add(recognizers.IsInstalled
                ? Row($"recognizers, {words}", texts, text => Recognized.Figures(found[text], left))
                : [$"recognizers, {words}", .. Enumerable.Repeat<object>(RecognizerJob.NotInstalled, 7)]);
        return new($"Mentions: accuracy on {name}", ["finder", "figures", "right in value", "wrong in value", "span: precision, %", "span: recall, %", "value: precision, %", "value: recall, %"], rows);
    }

    private static object[] Row(string finder, IReadOnlyList<AnnotatedText> texts, Func<string, IReadOnlyList<FoundFigure>> find)
    {
        var (span, value) = (new MentionScore(MentionScore.CoversNumeral), new MentionScore(MentionScore.HasValue));
        foreach (var text in texts)
        {
            var found = find(text.Text);
            span.Add(text, found);
            value.Add(text, found);
        }
        return [finder, (long)(value.Right.Count + value.Missed.Count), (long)value.Right.Count, (long)value.Wrong.Count, 100 * span.Precision, 100 * span.Recall, 100 * value.Precision, 100 * value.Recall];
    }
}
