using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Makes figures from cells: value in the measure's unit, word of approximation, rates from their parts.</summary>
internal sealed class FigureMaker(MeasureCatalog catalog)
{
    /// <param name="heading">What is counted.</param>
    /// <param name="period">The period as far as it has run.</param>
    /// <param name="cellOf">The cell of a measure and option; an empty cell where there is none.</param>
    public Figure Make(FigureHeading heading, Period period, Func<Measure, int, Cell> cellOf) =>
        heading.IsRatio ? Ratio(heading, period, cellOf) : Of(heading, period, cellOf(heading.Measure, heading.Number));

    /// <summary>The measures behind a heading: itself, or the parts of a rate.</summary>
    public IEnumerable<Measure> Parts(FigureHeading heading) =>
        heading.IsRatio ? RatioFormula.Of(heading.Measure).Codes.Select(catalog.Get) : [heading.Measure];

    private static Figure Of(FigureHeading heading, Period period, Cell cell) => new(
        heading,
        period,
        heading.Measure.Kind == MeasureKind.Observed && cell.Facts == 0 ? null : heading.Measure.InUnit(cell.Value),
        HedgeOf(cell),
        cell.Facts,
        cell.Approximate,
        cell.First,
        cell.Last);

    private Figure Ratio(FigureHeading heading, Period period, Func<Measure, int, Cell> cellOf)
    {
        var parts = Parts(heading).ToDictionary(part => part.Code, part => (Measure: part, Cell: cellOf(part, 0)), StringComparer.Ordinal);
        var all = parts.Values.Aggregate(default(Cell), (sum, part) => sum + part.Cell);
        var value = RatioFormula.Of(heading.Measure).Number(code => parts[code] is var part && IsMissing(part.Measure, part.Cell)
            ? Operand.Missing
            : Operand.Of(part.Measure.InUnit(part.Cell.Value)));
        return new(
            heading,
            period,
            value is { } number ? Math.Round(number, heading.Decimals, MidpointRounding.AwayFromZero) : null,
            // What a rate of approximate numbers is, is about that much.
            all.Approximate > 0 ? "约" : null,
            all.Facts,
            all.Approximate,
            all.First,
            all.Last);
    }

    private static bool IsMissing(Measure measure, Cell cell) => measure.Kind == MeasureKind.Observed && cell.Facts == 0;

    private static string? HedgeOf(Cell cell) =>
        Hedge.OfSum(cell.Facts, cell.AtLeast, cell.JustBelow, cell.About, cell.Facts == 1 ? Hedge.WordOf(cell.Words) : null);
}
