using System.Globalization;
using System.Text.Json;

namespace Jinguo.Testing.Mentions;

/// <summary>The texts whose figures are known: reports that a person annotated, and the sentences of the tests.</summary>
public static class AnnotatedTexts
{
    // Of the third report only its first 14,000 letters are annotated.
    private const string PartlyRead = "001";
    private const int ReadUpTo = 14_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The reports of <c>shared/gold</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder shared is absent.</exception>
    public static IReadOnlyList<AnnotatedText> Gold() =>
    [
        .. File.ReadLines(SharedFolder.At("gold", "figures.jsonl")).Select(line => JsonSerializer.Deserialize<Line>(line, Json)!).GroupBy(line => line.Doc[..PartlyRead.Length]).Select(lines =>
        {
            var text = File.ReadAllText(Directory.EnumerateFiles(SharedFolder.At("seeds"), lines.Key + "*").Single());
            return new AnnotatedText(lines.Key, text, [.. lines.Select(line => new AnnotatedFigure(line.Start, line.End, line.Text, line.Value, line.Unit, line.Kind == "other"))])
            {
                ReadUpTo = lines.Key == PartlyRead ? ReadUpTo : text.Length,
            };
        }),
    ];

    /// <summary>The sentences of the tests, those without figures too.</summary>
    public static IReadOnlyList<AnnotatedText> Sentences() =>
    [
        .. MentionSentences.Figures.Select(sentence => new AnnotatedText(sentence.Text, sentence.Text, Figures(sentence.Text, sentence.Figures))),
        .. MentionSentences.Nothing.Select(text => new AnnotatedText(text, text, [])),
    ];

    // 36期=36 期 count 余: each stands behind the one before.
    private static List<AnnotatedFigure> Figures(string text, string told)
    {
        var (figures, from) = (new List<AnnotatedFigure>(), 0);
        foreach (var one in told.Split("; "))
        {
            var sign = one.IndexOf('=', StringComparison.Ordinal);
            var (words, rest) = (one[..sign], one[(sign + 1)..].Split(' '));
            var start = text.IndexOf(words, from, StringComparison.Ordinal);
            from = start + words.Length;
            figures.Add(new(start, from, words, decimal.Parse(rest[0], CultureInfo.InvariantCulture), rest[1] is "-" ? null : rest[1], rest[2] is "other"));
        }
        return figures;
    }

    private sealed record Line(string Doc, int Start, int End, string Text, decimal Value, string? Unit, string Kind);
}
