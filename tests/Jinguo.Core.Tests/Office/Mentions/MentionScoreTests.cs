using Jinguo.Testing.Mentions;

namespace Jinguo.Core.Tests.Office.Mentions;

/// <summary>The measure itself: what is counted as right when finders of figures are compared.</summary>
public class MentionScoreTests
{
    private static readonly AnnotatedText Text = new("sample", "五年来培训达80多万人次，占八成。", [new(0, 2, "五年", 5, "年", true), new(5, 12, "达80多万人次", 800_000, "人次", false), new(14, 16, "八成", 8, "成", false)]);

    [Fact]
    public void ANumeralThatIsCovered_IsRight_WhateverTheFindTakesOfItsUnit()
    {
        Assert.Equal((1.0, 1.0), Score(MentionScore.CoversNumeral, new(6, 10, 0), new(14, 16, 0)));
        Assert.Equal((1.0, 1.0), Score(MentionScore.CoversNumeral, new(5, 12, 0), new(14, 15, 0)));
    }

    [Fact]
    public void APartOfANumeral_IsWrong_AndTheFigureIsMissed() =>
        Assert.Equal((0.5, 0.5), Score(MentionScore.CoversNumeral, new(6, 8, 80), new(14, 16, 0)));

    [Fact]
    public void TheValue_IsThatInBaseUnits_AndTenthsMayBeTakenForHundredths()
    {
        Assert.Equal((1.0, 1.0), Score(MentionScore.HasValue, new(6, 10, 800_000), new(14, 16, 80)));
        Assert.Equal((0.5, 0.5), Score(MentionScore.HasValue, new(6, 10, 80), new(14, 16, 8)));
    }

    [Fact]
    public void WhatIsOptional_IsNeitherRewardedNorPunished()
    {
        Assert.Equal((1.0, 0.5), Score(MentionScore.HasValue, new(0, 1, 5), new(6, 10, 800_000)));
        Assert.Equal((1.0, 0.5), Score(MentionScore.HasValue, new(0, 1, 7), new(6, 10, 800_000)));
    }

    [Fact]
    public void WhatIsFoundTwice_CountsOnce() =>
        Assert.Equal((2.0 / 3, 1.0), Score(MentionScore.HasValue, new(6, 10, 800_000), new(5, 12, 800_000), new(14, 16, 8)));

    [Fact]
    public void EverySentenceOfTheTests_HoldsTheFiguresThatAreToldOfIt() =>
        Assert.All(AnnotatedTexts.Sentences(), text => Assert.All(text.Figures, figure => Assert.Equal(figure.Text, text.Text[figure.Start..figure.End])));

    private static (double Precision, double Recall) Score(Func<AnnotatedFigure, FoundFigure, bool> isRight, params FoundFigure[] finds)
    {
        var score = new MentionScore(isRight);
        score.Add(Text, finds);
        return (score.Precision, score.Recall);
    }
}
