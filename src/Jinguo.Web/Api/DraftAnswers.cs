using System.Text.Json;
using Jinguo.Core.Reports.Checking;
using Jinguo.Core.Reports.Writing;
using Jinguo.Office.Mentions.Arithmetic;
using Jinguo.Web.Pages.Figures;

namespace Jinguo.Web.Api;

/// <summary>A draft, number by number. Places are UTF-16 units of its text.</summary>
/// <param name="Figures">Its numbers, in their order.</param>
/// <param name="Relations">What its numbers say together.</param>
public sealed record DraftAnswer(IReadOnlyList<CheckedFigureAnswer> Figures, IReadOnlyList<RelationAnswer> Relations)
{
    internal static DraftAnswer Of(CheckedDraft draft, ReportAddress address) => new(
        [.. draft.Figures.Select(figure => CheckedFigureAnswer.From(figure, address))],
        [.. draft.Relations.Select(RelationAnswer.Of)]);
}

/// <summary>A number of a draft.</summary>
/// <param name="Start">First letter.</param>
/// <param name="End">Behind the last letter.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Value">In base units: 0.94万元 is 9400, 82% is 82.</param>
/// <param name="Unit">Unit or counted word, or null.</param>
/// <param name="Approx">Words of approximation, joined by |, or null.</param>
/// <param name="Kind">count, money, rate, rank, change or other.</param>
/// <param name="Of">What is counted, from the text.</param>
/// <param name="Verdict">agrees, differs, none or ambiguous; null where the books were not asked or cannot know.</param>
/// <param name="Ledger">What the books say, or null.</param>
public sealed record CheckedFigureAnswer(int Start, int End, string Text, decimal Value, string? Unit, string? Approx, string Kind, string Of, string? Verdict, LedgerAnswer? Ledger)
{
    internal static CheckedFigureAnswer From(CheckedFigure figure, ReportAddress address)
    {
        var mention = figure.Mention;
        return new(
            mention.Start, mention.End, mention.Text, mention.Value, mention.Unit, mention.Approximation, CheckNames.Of(mention.Kind), mention.Of,
            figure.Verdict is { } verdict ? CheckNames.Of(verdict) : null,
            figure.Ledger is { } ledger ? LedgerAnswer.Of(ledger, address) : null);
    }
}

/// <summary>What the books say of a number.</summary>
/// <param name="Measure">Code of the measure, with its option: training.participants:housekeeping.</param>
/// <param name="Value">In the unit; null where nothing was recorded.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Link">The page that explains it.</param>
public sealed record LedgerAnswer(string Measure, decimal? Value, string Unit, string Link)
{
    internal static LedgerAnswer Of(LedgerFigure ledger, ReportAddress address) => new(
        ledger.Key.ToString(), ledger.Value, ledger.Unit,
        address.PublicAddress.TrimEnd('/') + FigureAddress.Explain(ledger.OrganisationId, ledger.Key, ledger.Period, new FigureView(ledger.Tree, ledger.FrozenAt)));
}

/// <summary>What numbers say together.</summary>
/// <param name="Type">parts-of-total, share, rate-vs-counts, growth, unit-slip, same-figure-twice, product, order-of-dates, person-vs-person-times or served-exceeds-base.</param>
/// <param name="Spans">From–to of each number, the total or claimed one first.</param>
/// <param name="Holds">Whether it is true.</param>
/// <param name="Why">The arithmetic in one line.</param>
/// <param name="Sure">0 to 1: how sure it is that the numbers belong together.</param>
public sealed record RelationAnswer(string Type, IReadOnlyList<IReadOnlyList<int>> Spans, bool Holds, string Why, double Sure)
{
    internal static RelationAnswer Of(Relation relation) =>
        new(CheckNames.Of(relation.Type), [.. relation.Spans.Select(span => (IReadOnlyList<int>)[span.Start, span.End])], relation.Holds, relation.Why, relation.Sure);
}

/// <summary>The names of kinds in answers: lower case, words joined by hyphens.</summary>
internal static class CheckNames
{
    public static string Of<T>(T name)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName($"{name}");
}
