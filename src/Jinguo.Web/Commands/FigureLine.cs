using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Web.Commands;

/// <summary>One figure as the command line and the API print it: values in the measure's own unit, money in 元.</summary>
/// <param name="Organisation">Name of the body.</param>
/// <param name="Period">The period as far as it has run.</param>
/// <param name="Measure">Code of the measure.</param>
/// <param name="Name">Name of measure and option.</param>
/// <param name="Breakdown">Code of the option, or null for the total.</param>
/// <param name="Value">The value; null where a rate cannot be reckoned.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Hedge">Word of approximation, or null.</param>
/// <param name="Facts">Facts behind it.</param>
public sealed record FigureLine(string Organisation, string Period, string Measure, string Name, string? Breakdown, decimal? Value, string Unit, string? Hedge, long Facts)
{
    public static FigureLine Of(FigureRow row, Figure figure) => new(
        row.Body.Name,
        figure.Period.Code,
        figure.Heading.Key.Measure,
        figure.Heading.FullName,
        figure.Heading.Key.Option,
        figure.Value,
        figure.Heading.Unit,
        figure.Hedge,
        figure.Facts);

    /// <summary>
    /// The figures of a body: those asked for even where nothing was recorded, each with the options recorded; without a
    /// wish everything that was recorded.
    /// </summary>
    /// <exception cref="CommandException">A measure or option is unknown.</exception>
    public static async Task<IReadOnlyList<FigureLine>> ReadAsync(FigureBook book, int organisationId, IReadOnlyList<string> wanted, Period period, CancellationToken cancel)
    {
        var asked = wanted.Select(FigureKey.Parse).ToHashSet();
        var all = (await book.ListHeadingsAsync(withOptions: true, cancel)).Select(heading => heading.Key).ToList();
        if (asked.FirstOrDefault(key => !all.Contains(key)) is { Measure: not null } unknown)
            throw new CommandException(CommandLine.Usage, $"没有数据项“{unknown}”，请核对代码。");
        List<FigureKey> keys = asked.Count == 0 ? all : all.FindAll(key => asked.Contains(key) || asked.Contains(new(key.Measure)));
        var read = await book.ReadAsync(new(organisationId, keys, period), cancel);
        if (!read.Done)
            throw new CommandException(CommandLine.Usage, read.Problems[0].Text);
        return [.. read.Value.Total.Figures.Where(figure => !figure.IsNone || asked.Contains(figure.Heading.Key)).Select(figure => Of(read.Value.Total, figure))];
    }
}
