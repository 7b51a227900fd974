using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Tables.Definitions;

namespace Jinguo.Core.Figures.Tables.Filling;

/// <summary>The periods of a table and their places in the answer of the book.</summary>
public sealed class TableAspects
{
    private readonly Dictionary<TableAspect, int> places = [];

    /// <summary>The periods that the lines of a definition ask for.</summary>
    public TableAspects(TableDefinition definition, Period period)
    {
        var asked = definition.Rows.Concat(definition.Leaves).Select(line => line.Period ?? TableAspect.Current).ToHashSet();
        var periods = new List<Period> { period };
        var cumulative = new Period(new(period.First.Year, 1, 1), period.Last);
        if (asked.Contains(TableAspect.Cumulative) || asked.Contains(TableAspect.CumulativeBefore))
            periods.Add(cumulative);
        Periods = periods;
        WithYearBefore = asked.Contains(TableAspect.YearBefore) || asked.Contains(TableAspect.CumulativeBefore);
        places[TableAspect.Current] = 0;
        places[TableAspect.YearBefore] = periods.Count;
        places[TableAspect.Cumulative] = 1;
        places[TableAspect.CumulativeBefore] = periods.Count + 1;
    }

    /// <summary>To be asked for.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>True where the year before is asked for as well.</summary>
    public bool WithYearBefore { get; }

    /// <summary>The place of an aspect in the answer.</summary>
    public int this[TableAspect aspect] => places[aspect];

    /// <summary>The period of an aspect, to open its figures with.</summary>
    /// <param name="aspect">Of which days.</param>
    /// <param name="period">The period of the table.</param>
    /// <param name="through">The day to which its figures run: the year before is cut at the same day, as its cell is.</param>
    public static Period Of(TableAspect aspect, Period period, DateOnly through)
    {
        var cumulative = new Period(new(period.First.Year, 1, 1), period.Last);
        return aspect switch
        {
            TableAspect.Current => period,
            TableAspect.YearBefore => period.UpTo(through).YearBefore,
            TableAspect.Cumulative => cumulative,
            _ => cumulative.UpTo(through).YearBefore,
        };
    }
}
