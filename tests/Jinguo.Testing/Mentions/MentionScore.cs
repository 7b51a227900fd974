namespace Jinguo.Testing.Mentions;

/// <summary>Counts what a finder of figures got right, invented and missed. Each find stands for one figure at most.</summary>
/// <param name="isRight">When a find is that figure: <see cref="HasValue"/> or <see cref="CoversNumeral"/>.</param>
public sealed class MentionScore(Func<AnnotatedFigure, FoundFigure, bool> isRight)
{
    private readonly List<(AnnotatedFigure Figure, FoundFigure Found)> right = [];
    private readonly List<(AnnotatedText Text, FoundFigure Found)> wrong = [];
    private readonly List<(AnnotatedText Text, AnnotatedFigure Figure)> missed = [];

    /// <summary>Figures that were found.</summary>
    public IReadOnlyList<(AnnotatedFigure Figure, FoundFigure Found)> Right => right;

    /// <summary>Finds that are no figure.</summary>
    public IReadOnlyList<(AnnotatedText Text, FoundFigure Found)> Wrong => wrong;

    /// <summary>Figures that were not found.</summary>
    public IReadOnlyList<(AnnotatedText Text, AnnotatedFigure Figure)> Missed => missed;

    /// <summary>Share of the finds that are right; 1 where nothing was found.</summary>
    public double Precision => right.Count + wrong.Count == 0 ? 1 : (double)right.Count / (right.Count + wrong.Count);

    /// <summary>Share of the figures that were found; 1 where there are none.</summary>
    public double Recall => right.Count + missed.Count == 0 ? 1 : (double)right.Count / (right.Count + missed.Count);

    /// <summary>The spans overlap and the values are equal. 八成 may be read as 8 of ten or as 80 of a hundred.</summary>
    public static bool HasValue(AnnotatedFigure figure, FoundFigure found) =>
        Overlap(figure, found) && (AreEqual(found.Value, figure.Value) || (figure.Unit is "成" && AreEqual(found.Value, figure.Value * 10)));

    /// <summary>The find covers the numeral, whatever it takes of unit and words of approximation.</summary>
    public static bool CoversNumeral(AnnotatedFigure figure, FoundFigure found) =>
        figure.Numeral is var (start, end) && found.Start <= start && found.End >= end;

    /// <summary>Counts what was found in a text; what stands behind the end of its annotation is not looked at.</summary>
    public void Add(AnnotatedText text, IEnumerable<FoundFigure> finds)
    {
        var left = finds.Where(one => one.Start < text.ReadUpTo).ToList();
        foreach (var figure in text.Figures)
        {
            var found = left.Find(one => isRight(figure, one));
            if (found is not null)
                left.Remove(found);
            if (figure.IsOptional)
                continue;
            if (found is null)
                missed.Add((text, figure));
            else
                right.Add((figure, found));
        }
        wrong.AddRange(left.Where(one => !one.IsOptional && !text.Figures.Any(figure => figure.IsOptional && Overlap(figure, one))).Select(one => (text, one)));
    }

    private static bool Overlap(AnnotatedFigure figure, FoundFigure found) => found.Start < figure.End && found.End > figure.Start;

    private static bool AreEqual(decimal one, decimal other) => Math.Abs(one - other) < 0.001m;
}
