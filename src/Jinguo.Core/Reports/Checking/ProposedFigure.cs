using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Office.Drafts;
using Jinguo.Office.Mentions;

namespace Jinguo.Core.Reports.Checking;

/// <summary>A sentence around a number.</summary>
/// <param name="Text">The sentence, of a long one the part around the number.</param>
/// <param name="At">Where the number begins in it.</param>
public sealed record SentenceAround(string Text, int At);

/// <summary>A number of an old document that may be a figure of its body.</summary>
/// <param name="Mention">The number.</param>
/// <param name="Sentence">Where it stands.</param>
/// <param name="Period">The period that it is of.</param>
/// <param name="Hedge">Its word of approximation as figures keep it, or empty.</param>
/// <param name="May">What the words say that it counts, the likeliest first: one where it is certain.</param>
/// <param name="Others">What else is counted in such a unit.</param>
/// <param name="Books">What the books say of what it may count, where they say anything.</param>
/// <param name="Hindrance">Why it cannot be a figure; null where it can.</param>
public sealed record ProposedFigure(Mention Mention, SentenceAround Sentence, Period Period, string Hedge, IReadOnlyList<FigureHeading> May, IReadOnlyList<FigureHeading> Others, IReadOnlyList<LedgerFigure> Books, string? Hindrance)
{
    /// <summary>True for what is certain, new, and told here first: proposed to be taken.</summary>
    public bool IsProposed { get; init; }
}

/// <summary>A number of an old document that is no figure of its body.</summary>
/// <param name="Mention">The number.</param>
/// <param name="Sentence">Where it stands.</param>
/// <param name="Why">Why not, in words.</param>
public sealed record LeftOutFigure(Mention Mention, SentenceAround Sentence, string Why);

/// <summary>What an old document tells.</summary>
/// <param name="Draft">The document.</param>
/// <param name="Figures">Numbers that may be figures, in their order.</param>
/// <param name="LeftOut">Those that are none.</param>
public sealed record ProposedFigures(DraftText Draft, IReadOnlyList<ProposedFigure> Figures, IReadOnlyList<LeftOutFigure> LeftOut);
