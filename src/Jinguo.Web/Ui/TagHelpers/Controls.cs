using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>What several fields draw in the same way.</summary>
internal static class Controls
{
    /// <summary>Fills a select; without a wanted value the item marked as selected is chosen.</summary>
    public static TagBuilder Select(TagBuilder select, IEnumerable<SelectListItem> items, string? wanted)
    {
        foreach (var item in items)
        {
            var chosen = wanted is null ? item.Selected : (item.Value ?? item.Text) == wanted;
            select.InnerHtml.AppendHtml(Markup.Tag("option", null, item.Text)
                .With("value", item.Value).WithIf(chosen, "selected").WithIf(item.Disabled, "disabled"));
        }

        return select;
    }

    /// <summary>As browsers want values in their inputs.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>A chip that puts its value into an input; only where script runs.</summary>
    public static TagBuilder Chip(string words, string value, string input) =>
        Markup.Tag("button", "jg-chip", words).With("type", "button").With("data-fill", value).With("data-fills", input);
}
