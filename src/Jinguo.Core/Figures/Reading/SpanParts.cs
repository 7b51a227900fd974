using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Whole months, both included, as they stand in the stored sums.</summary>
internal readonly record struct WholeMonths(int First, int Last);

/// <summary>Days, both included, to be read from the facts; taken away where their month stands in the whole months.</summary>
internal readonly record struct Days(DateOnly First, DateOnly Last, bool TakenAway = false);

/// <summary>How a period is put together from whole months of the stored sums and days of the facts.</summary>
/// <param name="Months">The whole months, or null.</param>
/// <param name="Pieces">At most two pieces of days.</param>
internal sealed record SpanParts(WholeMonths? Months, IReadOnlyList<Days> Pieces)
{
    private static readonly SpanParts Empty = new(null, []);

    /// <summary>The parts of a measure of this kind over a period that has run until today at most.</summary>
    /// <param name="kind">Flow or stock: a stock is the running sum from the beginning to the end of the period.</param>
    /// <param name="period">The period, or null where none of it has come yet.</param>
    /// <param name="today">Today: hardly anything is recorded for days to come.</param>
    /// <param name="fromFacts">True where stored sums cannot tell, because the books of an earlier instant are asked for.</param>
    public static SpanParts Of(MeasureKind kind, Period? period, DateOnly today, bool fromFacts)
    {
        if (period is not { } span)
            return Empty;
        var first = kind == MeasureKind.Stock ? DateOnly.MinValue : span.First;
        return fromFacts ? new(null, [new(first, span.Last)]) : Split(first, span.Last, today);
    }

    private static SpanParts Split(DateOnly first, DateOnly last, DateOnly today)
    {
        var (from, to) = (Month.Of(first), Month.Of(last));
        if (from == to && first != from.First)
            return new(null, [new(first, last)]);

        // Of a started month the shorter side is read: its days, or those that are not wanted.
        var pieces = new List<Days>(2);
        if (first != from.First)
        {
            if (IsEarly(first, from))
            {
                pieces.Add(new(from.First, first.AddDays(-1), TakenAway: true));
            }
            else
            {
                pieces.Add(new(first, from.Last));
                from = from.Plus(1);
            }
        }
        if (last != to.Last)
        {
            if (last >= today || !IsEarly(last, to))
            {
                pieces.Add(new(last.AddDays(1), to.Last, TakenAway: true));
            }
            else
            {
                pieces.Add(new(to.First, last));
                to = to.Plus(-1);
            }
        }
        return new(from <= to ? new(from.Number, to.Number) : null, pieces);
    }

    private static bool IsEarly(DateOnly day, Month month) => day.Day <= month.Last.Day / 2;
}
