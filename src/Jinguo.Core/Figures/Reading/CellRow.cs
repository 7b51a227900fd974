using System.Globalization;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Figures.Reading;

/// <summary>
/// A row of the one statement that reads cells: a sum of whole months or years, or facts of some days with one word of
/// approximation, posted or reversed.
/// </summary>
internal sealed class CellRow
{
    /// <summary>Which part of the statement it is of.</summary>
    public int Part { get; init; }

    /// <summary>Of a sum of a single month or year: which (yyyyMM or yyyy); else 0.</summary>
    public int Number { get; init; }

    /// <summary>True for facts: then <see cref="Below"/>, <see cref="Word"/> and <see cref="IsReversal"/> say what they are.</summary>
    public bool AreFacts { get; init; }

    /// <summary>The body of a sum.</summary>
    public int Body { get; init; }

    /// <summary>Of facts: the steps of their path below the body asked for, as far as they were asked for; empty for its own.</summary>
    public required string Below { get; init; }

    public int Measure { get; init; }

    public int Option { get; init; }

    public required string Word { get; init; }

    public bool IsReversal { get; init; }

    public long Value { get; init; }

    public long Facts { get; init; }

    public long AtLeast { get; init; }

    public long JustBelow { get; init; }

    public long About { get; init; }

    public long Words { get; init; }

    public DateTime? First { get; init; }

    public DateTime? Last { get; init; }

    /// <summary>Adds the row to the cells of a period, or takes it away.</summary>
    public void AddTo(Dictionary<CellKey, Cell> cells, CellTarget target, int asked, HashSet<int> children)
    {
        if (!AreFacts)
        {
            Add(Body, Option, new(Value, Facts, AtLeast, JustBelow, About, Words, First, Last));
            return;
        }
        var facts = OfFacts();
        var below = Below.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(step => int.Parse(step, CultureInfo.InvariantCulture)).Where(children.Contains);
        foreach (var body in (IEnumerable<int>)[asked, .. below])
        {
            Add(body, 0, facts);
            if (Option != 0)
                Add(body, Option, facts);
        }

        void Add(int body, int option, Cell cell)
        {
            var key = new CellKey(target.Span, body, Measure, option);
            var before = cells.GetValueOrDefault(key);
            cells[key] = target.TakenAway ? before - cell : before + cell;
        }
    }

    private Cell OfFacts()
    {
        var count = IsReversal ? -Facts : Facts;
        var hedge = Hedge.ClassOf(Word);
        return new(
            Value,
            count,
            hedge == HedgeClass.AtLeast ? count : 0,
            hedge == HedgeClass.JustBelow ? count : 0,
            hedge == HedgeClass.About ? count : 0,
            Hedge.NumberOf(Word) * count,
            First,
            Last);
    }
}

/// <summary>Where rows count.</summary>
/// <param name="Span">Place of the period in the question.</param>
/// <param name="TakenAway">True where they are to be taken away from what else is read for it.</param>
internal readonly record struct CellTarget(int Span, bool TakenAway);
