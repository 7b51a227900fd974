using Jinguo.Core.Base;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Finds what is asked for in the catalog.</summary>
internal static class FigureHeadings
{
    public static FigureHeading Total(Measure measure) => new(new(measure.Code), measure, option: null);

    /// <summary>The total and every option.</summary>
    public static IEnumerable<FigureHeading> Of(Measure measure) =>
        [Total(measure), .. measure.Options.Select(option => new FigureHeading(new(measure.Code, option.Code), measure, option))];

    public static Outcome<FigureHeading> Find(MeasureCatalog catalog, FigureKey key, bool asStored = false)
    {
        if (catalog.Find(key.Measure) is not { } measure || (!asStored && PublishedCounts.Are(measure)))
            return new Problem("figure.measure.unknown", $"没有数据项“{key.Measure}”，请核对代码。");
        if (key.Option is null)
            return Total(measure);
        return measure.Options.Find(one => one.Code == key.Option) is { } option
            ? new FigureHeading(key, measure, option)
            : new Problem("figure.option.unknown", $"数据项“{measure.Name}”没有分类“{key.Option}”，请核对代码。");
    }
}
