using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Facts;

/// <summary>A fact, or several of one measure, option, month and word of approximation, as they change sums.</summary>
internal sealed record FactSum(int MeasureId, int Option, Month Month, string Hedge, Guid SourceId, long Value, long Facts)
{
    /// <summary>One fact, or the reversal of one.</summary>
    public FactSum(Fact fact)
        : this(fact.MeasureId, fact.Option, Month.Of(fact.Day), fact.Hedge, fact.SourceId, fact.Value, fact.Reverses is null ? 1 : -1)
    {
    }

    /// <summary>Number of its word, times facts (<see cref="Sum.Words"/>).</summary>
    public long Words => Facts * Jinguo.Core.Facts.Hedge.NumberOf(Hedge);

    /// <summary>Facts that are approximate in this way.</summary>
    public long Of(HedgeClass wanted) => Jinguo.Core.Facts.Hedge.ClassOf(Hedge) == wanted ? Facts : 0;
}
