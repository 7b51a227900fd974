using System.Collections.Concurrent;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Figures.Reading;

/// <summary>The formulas of rates, each parsed once.</summary>
internal static class RatioFormula
{
    private static readonly ConcurrentDictionary<string, Formula> Parsed = new(StringComparer.Ordinal);

    /// <summary>The formula of a rate over the codes of its parts: <c>closed / received * 100</c>.</summary>
    public static Formula Of(Measure measure) => Parsed.GetOrAdd(
        measure.Formula ?? throw new InvalidOperationException($"The rate {measure.Code} has no formula."),
        Formula.Parse);
}
