using Jinguo.Core.Figures.Reading;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Figures;

/// <summary>Which columns a table shows: the main figures, one pack, or one measure with its breakdown.</summary>
public sealed class MeasureChoices(FigureBook book, Settings settings)
{
    /// <summary>The main figures.</summary>
    public const string Main = "main";

    /// <summary>Codes of the main figures that some pack declares, in the order of the settings.</summary>
    public async Task<IReadOnlyList<FigureKey>> ListMainAsync(CancellationToken cancel)
    {
        var known = (await book.ListHeadingsAsync(cancel: cancel)).Select(heading => heading.Key).ToHashSet();
        return [.. settings.MainFigures.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(FigureKey.Parse).Where(key => known.Contains(new(key.Measure)))];
    }

    /// <summary>The columns of a choice; those of the main figures where it is unknown.</summary>
    public async Task<IReadOnlyList<FigureKey>> ListAsync(string? show, CancellationToken cancel)
    {
        var all = await book.ListHeadingsAsync(withOptions: true, cancel);
        List<FigureKey> keys = [.. all.Where(heading => heading.Key.Measure == show || (heading.Group == show && heading.Key.Option is null)).Select(heading => heading.Key)];
        return keys.Count > 0 ? keys : await ListMainAsync(cancel);
    }

    /// <summary>The choices offered; a measure shown with its breakdown is one more.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ItemsAsync(string? show, CancellationToken cancel)
    {
        var all = await book.ListHeadingsAsync(cancel: cancel);
        List<SelectListItem> items = [new("主要数据", Main, selected: true), .. all.Select(heading => heading.Group).Distinct().Select(group => new SelectListItem(group, group))];
        if (all.FirstOrDefault(heading => heading.Key.Measure == show) is { } measure)
            items.Insert(1, new($"{measure.Name}（分类）", measure.Key.Measure));
        return items;
    }
}
