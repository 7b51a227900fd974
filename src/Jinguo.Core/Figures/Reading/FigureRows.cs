using Jinguo.Core.Facts;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Puts cells into rows.</summary>
internal sealed class FigureRows(FigureMaker maker, IReadOnlyList<FigureHeading> headings, IReadOnlyList<Span> spans, Dictionary<CellKey, Cell> cells, ClosingTimes closings, SensitiveCells sensitive)
{
    /// <param name="bodies">The body, then its children.</param>
    /// <param name="withOwn">True where they are all that is directly below.</param>
    public FigureTable Table(List<FigureBody> bodies, bool withOwn)
    {
        var (top, children) = (bodies[0], bodies[1..]);
        var rows = new List<FigureRow>(bodies.Count + 1) { Row(FigureRowKind.Total, top, (span, measure, option) => Cell(span, top.Id, measure, option)) };
        foreach (var child in children)
        {
            var row = Row(FigureRowKind.Child, child, (span, measure, option) => Cell(span, child.Id, measure, option));
            if (!child.HasEnded || !row.IsNone)
                rows.Add(row);
        }
        if (withOwn && children.Count > 0)
            rows.Add(Row(FigureRowKind.Own, top, (span, measure, option) => Own(span, top, children, measure, option)));
        return new(headings, [.. spans.Select(span => span.Period)], rows);
    }

    private FigureRow Row(FigureRowKind kind, FigureBody body, Func<int, Measure, int, Cell> cellOf) =>
        new(kind, body, [.. spans.Select((span, index) => Figures(kind, body, span, (measure, option) => cellOf(index, measure, option)))]);

    private Figure[] Figures(FigureRowKind kind, FigureBody body, Span span, Func<Measure, int, Cell> cellOf)
    {
        var closed = span.IsComparison ? null : closings.At(body, span.Period);
        return [.. headings.Select(heading => sensitive.Told(maker.Make(heading, span.Period, cellOf) with { ClosedAt = closed }, maker.Parts(heading), cellOf, kind, body))];
    }

    private Cell Cell(int span, int body, Measure measure, int option)
    {
        var cell = cells.GetValueOrDefault(new(span, body, measure.Id, option));
        return spans[span].IsComparison ? cell with { First = null, Last = null } : cell;
    }

    // Law 1 backwards: what is in the total and in no child, the body did itself; when it did, the two cannot tell.
    private Cell Own(int span, FigureBody top, List<FigureBody> children, Measure measure, int option) => measure.Kind switch
    {
        MeasureKind.Observed => Cell(span, top.Id, measure, option),
        // What was told together at the top is neither its own nor of one child.
        _ when sensitive.Includes(measure) => Cell(span, SensitiveCells.OwnWork, measure, option),
        // A woman may be counted by the body and by its children: her rows are read for the body alone.
        MeasureKind.Distinct => Remainder(span, top, children, measure, option) with { Value = Cell(span, PersonReader.OwnWork, measure, option).Value },
        _ => Remainder(span, top, children, measure, option),
    };

    private Cell Remainder(int span, FigureBody top, List<FigureBody> children, Measure measure, int option) =>
        Cell(span, top.Id, measure, option) with { First = null, Last = null } - children.Aggregate(default(Cell), (sum, child) => sum + Cell(span, child.Id, measure, option));
}
