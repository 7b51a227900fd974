using System.Globalization;
using Jinguo.Office.Mentions;
using Jinguo.Testing;
using Jinguo.Testing.Mentions;
using Xunit.Abstractions;

namespace Jinguo.Core.Tests.Office.Mentions;

/// <summary>The reader against reports that a person has annotated (shared/gold). The figures printed here stand in docs/accuracy.md.</summary>
public sealed class GoldTests(ITestOutputHelper output)
{
    [SharedFact]
    public void PrecisionAndRecall_OfSpanAndValue_AndUnit_AreAsDocumented()
    {
        var reader = new MentionReader(MentionLexicon.Read(File.ReadAllText(RepositoryFolder.At("packs", "checking", "lexicon.json"))));
        var score = new MentionScore(MentionScore.HasValue);
        foreach (var text in AnnotatedTexts.Gold())
            score.Add(text, reader.Read(text.Text).Select(one => new FoundFigure(one.Start, one.End, one.Value, one.Unit, one.Kind == MentionKind.Other)));
        foreach (var (text, figure) in score.Missed)
            output.WriteLine($"missed {text.Name} {figure.Start} {figure.Text}");
        foreach (var (text, found) in score.Wrong)
            output.WriteLine($"wrong {text.Name} {found.Start} {text.Text[found.Start..found.End]}");
        var units = (double)score.Right.Count(one => one.Found.Unit == one.Figure.Unit) / score.Right.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"figures {score.Right.Count + score.Missed.Count}, right {score.Right.Count}, wrong {score.Wrong.Count}, missed {score.Missed.Count}: precision {score.Precision:P1}, recall {score.Recall:P1}, unit {units:P1}"));
        Assert.InRange(score.Precision, 0.98, 1);
        Assert.InRange(score.Recall, 0.98, 1);
        Assert.InRange(units, 0.98, 1);
    }
}
