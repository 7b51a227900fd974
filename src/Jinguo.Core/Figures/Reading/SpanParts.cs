using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Figures.Reading;

/// <summary>
/// Stored sums from one number to another, both included: years (yyyy) or months (yyyyMM); taken away where they stand in
/// a year that is read whole.
/// </summary>
internal readonly record struct SumRange(int First, int Last, bool TakenAway = false)
{
    /// <summary>True for one year or month alone.</summary>
    public bool IsSingle => First == Last;
}

/// <summary>Days, both included, to be read from the facts; taken away where they stand in the sums read.</summary>
internal readonly record struct Days(DateOnly First, DateOnly Last, bool TakenAway = false);

/// <summary>How a period is put together from stored sums and days of the facts: by as few of both as possible.</summary>
/// <param name="Sums">At most three ranges of sums.</param>
/// <param name="Pieces">At most two pieces of days.</param>
internal sealed record SpanParts(IReadOnlyList<SumRange> Sums, IReadOnlyList<Days> Pieces)
{
    private static readonly SpanParts Empty = new([], []);

    /// <summary>The parts of a measure of this kind over a span.</summary>
    /// <param name="kind">Flow or stock: a stock is the running sum from the beginning to the end of the period.</param>
    /// <param name="span">The period as far as it has run.</param>
    /// <param name="today">Today: hardly anything is recorded for days to come.</param>
    /// <param name="fromFacts">True where stored sums cannot tell, because the books of an earlier instant are asked for.</param>
    public static SpanParts Of(MeasureKind kind, Span span, DateOnly today, bool fromFacts)
    {
        if (!span.IsOpen)
            return Empty;
        var first = kind == MeasureKind.Stock ? DateOnly.MinValue : span.Period.First;
        return fromFacts ? new([], [new(first, span.Period.Last)]) : Split(first, span.Period.Last, today, span.IsComparison);
    }

    /// <summary>All days that are in the sums read for a period, or in the days taken away from them.</summary>
    public static Period Touched(Period period, DateOnly today) =>
        new(Month.Of(period.First).First, period.Last >= today ? Last(period.Last.Year).Last : Month.Of(period.Last).Last);

    private static SpanParts Split(DateOnly first, DateOnly last, DateOnly today, bool isComparison)
    {
        var (from, to) = (Month.Of(first), Month.Of(last));
        if (from == to && first != from.First)
            return new([], [new(first, last)]);

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
        // So that the running year is read as one.
        if (last >= today)
            to = Last(last.Year);
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
        return new(from <= to ? [.. SumsOf(from, to, isComparison)] : [], pieces);
    }

    private static IEnumerable<SumRange> SumsOf(Month from, Month to, bool isComparison)
    {
        var firstYear = from == First(from.Year) ? from.Year : from.Year + 1;
        // A year without its last months is soon read, but does not say when the others were posted.
        var isYearWithoutEnd = isComparison && to.Number > to.Year * 100 + 6 && to != Last(to.Year) && firstYear <= to.Year;
        var lastYear = to == Last(to.Year) || isYearWithoutEnd ? to.Year : to.Year - 1;
        if (firstYear > lastYear)
        {
            yield return new(from.Number, to.Number);
            yield break;
        }
        yield return new(firstYear, lastYear);
        if (from.Year < firstYear)
            yield return new(from.Number, Last(from.Year).Number);
        if (isYearWithoutEnd)
            yield return new(to.Plus(1).Number, Last(to.Year).Number, TakenAway: true);
        else if (to.Year > lastYear)
            yield return new(First(to.Year).Number, to.Number);
    }

    private static Month First(int year) => new(year * 100 + 1);

    private static Month Last(int year) => new(year * 100 + 12);

    private static bool IsEarly(DateOnly day, Month month) => day.Day <= month.Last.Day / 2;
}
