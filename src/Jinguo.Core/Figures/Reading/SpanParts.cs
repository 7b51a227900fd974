using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Whole months, both included, as they stand in the stored sums.</summary>
internal readonly record struct WholeMonths(int First, int Last);

/// <summary>Days of started months, both included, to be read from the facts.</summary>
internal readonly record struct Days(DateOnly First, DateOnly Last);

/// <summary>How a period is put together from whole months of the stored sums and days of the facts.</summary>
/// <param name="Months">The whole months, or null.</param>
/// <param name="Pieces">At most two pieces: the days before and after them.</param>
internal sealed record SpanParts(WholeMonths? Months, IReadOnlyList<Days> Pieces)
{
    private static readonly SpanParts Empty = new(null, []);

    /// <summary>The parts of a measure of this kind over a period that has run until today at most.</summary>
    /// <param name="kind">Flow or stock: a stock is the running sum from the beginning to the end of the period.</param>
    /// <param name="period">The period, or null where none of it has come yet.</param>
    /// <param name="fromFacts">True where stored sums cannot tell, because the books of an earlier instant are asked for.</param>
    public static SpanParts Of(MeasureKind kind, Period? period, bool fromFacts)
    {
        if (period is not { } span)
            return Empty;
        var first = kind == MeasureKind.Stock ? DateOnly.MinValue : span.First;
        return fromFacts ? new(null, [new(first, span.Last)]) : Split(first, span.Last);
    }

    private static SpanParts Split(DateOnly first, DateOnly last)
    {
        var pieces = new List<Days>(2);
        var (from, to) = (Month.Of(first), Month.Of(last));
        if (first.Day != 1)
        {
            pieces.Add(new(first, from.Last < last ? from.Last : last));
            from = from.Plus(1);
        }
        if (last != to.Last)
        {
            if (from <= to)
                pieces.Add(new(to.First, last));
            to = to.Plus(-1);
        }
        return new(from <= to ? new(from.Number, to.Number) : null, pieces);
    }
}
