using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Writing;
using Jinguo.Office.Drafts;
using Jinguo.Office.Mentions;
using Jinguo.Office.Mentions.Arithmetic;

namespace Jinguo.Core.Reports.Checking;

/// <summary>How a number of a draft stands to the books.</summary>
public enum Verdict
{
    /// <summary>一致: the books say the same, as exactly as it is written.</summary>
    Agrees,

    /// <summary>不一致: the books say another number.</summary>
    Differs,

    /// <summary>无来源: nothing in the books is counted so, or nothing was recorded.</summary>
    None,

    /// <summary>口径待定: the words may mean several measures; somebody must say which.</summary>
    Ambiguous,
}

/// <summary>What the books are asked about a draft.</summary>
/// <param name="OrganisationId">Whose draft it is.</param>
/// <param name="Period">The period it reports on.</param>
/// <param name="Tree">Whose tree the figures stand on.</param>
public sealed record CheckScope(int OrganisationId, Period Period, FigureTree Tree = FigureTree.AsWas);

/// <summary>What the books say of a number.</summary>
/// <param name="OrganisationId">The body.</param>
/// <param name="Body">Its name.</param>
/// <param name="Key">Measure and option.</param>
/// <param name="Name">Name of measure and option; of a growth with 同比.</param>
/// <param name="Period">The period as far as it has run.</param>
/// <param name="Value">In the unit; of a growth in % or points, where the draft tells a fall the fall; null where nothing was recorded.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Decimals">Digits behind the point.</param>
/// <param name="Hedge">Word of approximation, or null.</param>
public sealed record LedgerFigure(int OrganisationId, string Body, FigureKey Key, string Name, Period Period, decimal? Value, string Unit, int Decimals, string? Hedge)
{
    /// <summary>When it was frozen (UTC), of a report that Jinguo made; null for what the books say now.</summary>
    public DateTime? FrozenAt { get; init; }

    /// <summary>Whose tree it stands on.</summary>
    public FigureTree Tree { get; init; }

    /// <summary>A number as a report would quote it.</summary>
    internal static LedgerFigure Of(Quote quote)
    {
        _ = Period.TryParse(quote.Period, out var period);
        return new(quote.Key.OrganisationId, quote.Body, FigureKey.Parse(quote.Key.Figure), quote.Name, period, quote.Value, quote.Unit, quote.Decimals, quote.Hedge);
    }

    /// <summary>The value with its unit, as in a sentence: 3.84万人次; — where nothing was recorded.</summary>
    public string Text => Value is { } value ? Office.Mentions.FigureText.InSentence(decimal.Round(value, Decimals), Hedge ?? "", Unit) : Figures.Reading.FigureText.None;
}

/// <summary>A number of a draft with what the books say of it.</summary>
/// <param name="Mention">The number.</param>
/// <param name="Wording">The words by which it is known again.</param>
/// <param name="Verdict">How it stands to the books; null without a body and period, and for what the books cannot know: targets, other people's figures, ages.</param>
/// <param name="Ledger">What the books say; null where nothing matches or several do.</param>
/// <param name="Candidates">Where it is ambiguous, what it may mean.</param>
public sealed record CheckedFigure(Mention Mention, string Wording, Verdict? Verdict, LedgerFigure? Ledger, IReadOnlyList<LedgerFigure> Candidates)
{
    /// <summary>True where the sentence names a place that is none of the body's, or several: the books were not asked.</summary>
    public bool IsElsewhere { get; init; }
}

/// <summary>A draft, number by number.</summary>
/// <param name="Draft">The draft; a report made here without its annex.</param>
/// <param name="Figures">Its numbers, in their order.</param>
/// <param name="Relations">What its numbers say together.</param>
public sealed record CheckedDraft(DraftText Draft, IReadOnlyList<CheckedFigure> Figures, IReadOnlyList<Relation> Relations)
{
    /// <summary>The text; offsets are UTF-16 units of it.</summary>
    public string Text => Draft.Text;

    /// <summary>Places with numerals that state no number: dates, document numbers, names.</summary>
    public IReadOnlyList<SkippedPlace> Skipped { get; init; } = [];
}
