using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Tests.Samples;

/// <summary>Adds up what the rows of a workbook post, without a database: a slow reference for the figures.</summary>
internal static class SampleSums
{
    /// <summary>The value, in the measure's own unit, and its word of approximation (empty when exact).</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="lines">All that the body's records post.</param>
    /// <param name="expected">Which figure.</param>
    public static (decimal Value, string Hedge) Of(PackSet packs, IEnumerable<PostingLine> lines, ExpectedFigure expected)
    {
        var measure = packs.FindMeasure(expected.Measure) ?? throw new KeyNotFoundException($"No pack declares {expected.Measure}.");
        Assert.True(Period.TryParse(expected.Period, out var period), expected.Period);
        if (measure.Kind == DeclaredKind.Ratio)
            return (Ratio(packs, [.. lines], expected, measure.Formula!), "");
        var counted = lines.Where(line => line.Measure == expected.Measure
            && (expected.Breakdown.Length == 0 || line.Option == expected.Breakdown)
            && (measure.Kind == DeclaredKind.Stock ? line.Day <= period.Last : period.Contains(line.Day))).ToList();
        return (counted.Sum(line => line.Value) / PowerOfTen(measure.Decimals), HedgeOf(counted));
    }

    private static decimal Ratio(PackSet packs, IReadOnlyList<PostingLine> lines, ExpectedFigure expected, Formula formula) =>
        formula.Number(code => Operand.Of(Of(packs, lines, expected with { Measure = code }).Value))!.Value;

    private static string HedgeOf(List<PostingLine> lines)
    {
        long Of(HedgeClass wanted) => lines.Count(line => Hedge.ClassOf(line.Hedge.Word()) == wanted);
        return Hedge.OfSum(lines.Count, Of(HedgeClass.AtLeast), Of(HedgeClass.JustBelow), Of(HedgeClass.About), lines.FirstOrDefault()?.Hedge.Word()) ?? "";
    }

    private static decimal PowerOfTen(int digits) => (decimal)Math.Pow(10, digits);
}
