namespace Jinguo.Core.Facts;

/// <summary>Whose tree a stored sum follows (figures.md, law 4).</summary>
public enum SumTree
{
    /// <summary>Each fact counts where its body hung on its day.</summary>
    AsWas = 0,

    /// <summary>What a move changes: to be added to the sums as they were, to have them on today's tree.</summary>
    Restated = 1,
}

/// <summary>
/// One stored sum: a measure (and option, or 0 for its total) over a body with everything below it, in one month
/// or one whole year. Changed by deltas in the transaction of the fact. Upper levels keep several stripes of a cell, to be
/// added.
/// </summary>
public sealed class Sum
{
    /// <summary>Region of the body: 0 for nation and province.</summary>
    public int Region { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Whose tree it follows.</summary>
    public SumTree Tree { get; set; }

    /// <summary>What is counted.</summary>
    public int MeasureId { get; set; }

    /// <summary>Option of the breakdown; 0 is the total.</summary>
    public int Option { get; set; }

    /// <summary>yyyyMM of a month, yyyy of a whole year.</summary>
    public int MonthOrYear { get; set; }

    /// <summary>0 … stripes − 1.</summary>
    public int Stripe { get; set; }

    /// <summary>Sum of the values.</summary>
    public long Value { get; set; }

    /// <summary>Facts in it: those not reversed.</summary>
    public long Facts { get; set; }

    /// <summary>Of these, at-least ones (余…).</summary>
    public long AtLeast { get; set; }

    /// <summary>Of these, just-below ones (近…).</summary>
    public long JustBelow { get; set; }

    /// <summary>Of these, about ones (约…).</summary>
    public long About { get; set; }

    /// <summary>
    /// Numbers of their words (<see cref="Hedge.NumberOf"/>) added up, so that a sum of one fact knows that fact's word.
    /// </summary>
    public long Words { get; set; }

    /// <summary>Oldest posting, reversals included (UTC).</summary>
    public DateTime FirstPosted { get; set; }

    /// <summary>Newest posting, reversals included (UTC).</summary>
    public DateTime LastPosted { get; set; }
}
