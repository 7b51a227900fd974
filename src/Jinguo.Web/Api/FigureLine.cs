using System.Text.Json.Serialization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Web.Pages.Figures;

namespace Jinguo.Web.Api;

/// <summary>One figure as the command line and the API print it: values in the measure's own unit, money in 元.</summary>
/// <param name="Organisation">Name of the body.</param>
/// <param name="Period">The period as it was asked for; a running one counts up to today.</param>
/// <param name="Measure">Code of the measure.</param>
/// <param name="Name">Name of measure and option.</param>
/// <param name="Breakdown">Code of the option, or null for the total.</param>
/// <param name="Value">The value; null where a rate cannot be reckoned.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Hedge">Word of approximation, or null.</param>
/// <param name="Facts">Facts behind it.</param>
public sealed record FigureLine(string Organisation, string Period, string Measure, string Name, string? Breakdown, decimal? Value, string Unit, string? Hedge, long Facts)
{
    /// <summary>Code of the body; in the API alone, because the form of the command line is fixed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OrganisationCode { get; init; }

    /// <summary>Of a sensitive figure that is not told exactly: published, small or untold; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Told { get; init; }

    /// <summary>Stands in place of a number that is not told (&lt;5, 未公布); else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Words { get; init; }

    /// <summary>
    /// The figures of a body: those asked for even where nothing was recorded, each with the options recorded; without a
    /// wish everything that was recorded. Problems as in <see cref="FigureBook.ReadAsync"/>.
    /// </summary>
    public static async Task<Outcome<IReadOnlyList<FigureLine>>> ListAsync(FigureBook book, int organisationId, IReadOnlyList<string> wanted, Period period, bool withChildren, FigureView view, CancellationToken cancel)
    {
        var asked = wanted.Select(FigureKey.Parse).ToHashSet();
        var all = (await book.ListHeadingsAsync(withOptions: true, cancel)).Select(heading => heading.Key).ToList();
        // An unknown key stays in the question, so that the book says what is wrong with it.
        List<FigureKey> keys = asked.Count == 0
            ? all
            : [.. all.Where(key => asked.Contains(key) || asked.Contains(new(key.Measure))), .. asked.Where(key => !all.Contains(key))];
        var read = await book.ReadAsync(new(organisationId, keys, period) { WithChildren = withChildren, Tree = view.Tree, KnownAt = view.KnownAt }, cancel);
        return read.Done
            ? Outcome<IReadOnlyList<FigureLine>>.With(
                [.. read.Value.Rows.Where(row => row.Kind != FigureRowKind.Own).SelectMany(row => row.Figures.Where(figure => !figure.IsNone || asked.Contains(figure.Heading.Key)).Select(figure => Of(row.Body, figure, period)))],
                [])
            : Outcome<IReadOnlyList<FigureLine>>.Refused(read.Problems);
    }

    /// <summary>The line of one figure.</summary>
    internal static FigureLine Of(FigureBody body, Figure figure, Period period) => new(
        body.Name,
        period.Code,
        figure.Heading.Key.Measure,
        figure.Heading.FullName,
        figure.Heading.Key.Option,
        figure.Value,
        figure.Heading.Unit,
        figure.Hedge,
        figure.Facts)
    {
        OrganisationCode = body.Code,
        Told = figure.Disclosure switch
        {
            Disclosure.Published => "published",
            Disclosure.Small => "small",
            Disclosure.Untold => "untold",
            _ => null,
        },
        Words = figure.Words,
    };
}
