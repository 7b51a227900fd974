using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Records.OldReports;

/// <summary>An old document with the figures that somebody confirmed.</summary>
/// <param name="Key">The client key, version 7: the same form posts once.</param>
/// <param name="OrganisationId">The body whose work it reports.</param>
/// <param name="Title">Its title.</param>
/// <param name="Period">The period that it reports on.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Figures">The figures, in the order of the text.</param>
/// <param name="Reason">Why it is entered now; needed where the books of a period are closed.</param>
public sealed record NewOldReport(Guid Key, int OrganisationId, string Title, Period Period, string FileName, IReadOnlyList<NewOldFigure> Figures, string? Reason = null);

/// <summary>A figure of an old document.</summary>
/// <param name="Measure">Code of the measure.</param>
/// <param name="Option">Code of the breakdown's option, or null for the whole.</param>
/// <param name="Period">The period that it is of.</param>
/// <param name="Value">In the measure's unit.</param>
/// <param name="Hedge">Word of approximation, or empty.</param>
/// <param name="Quote">Where it stands.</param>
public sealed record NewOldFigure(string Measure, string? Option, Period Period, decimal Value, string Hedge, OldQuote Quote);

/// <summary>Where a number stands in an old document.</summary>
/// <param name="Text">The sentence, at most <see cref="OldReportChecks.LongestQuote"/> letters.</param>
/// <param name="At">Where the number begins in the sentence.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Offset">Where it begins in the text of the document.</param>
public readonly record struct OldQuote(string Text, int At, int Length, int Offset)
{
    /// <summary>The number as it is written: 1300余人次.</summary>
    public string Written => Text.Substring(At, Length);

    /// <summary>The same as it may be kept.</summary>
    public OldQuote Clean()
    {
        var (before, written, behind) = (CleanText.Of(Text[..At]), CleanText.Of(Written), CleanText.Of(Text[(At + Length)..]));
        return new(before + written + behind, before.Length, written.Length, Offset);
    }
}
