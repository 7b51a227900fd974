using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>
/// <c>&lt;jg-filter&gt;&lt;jg-pick …/&gt;&lt;/jg-filter&gt;</c>: a GET form of this page. Without script it has a button 查;
/// <c>search</c> adds a search box with those words inside. The order of the table stays.
/// </summary>
[HtmlTargetElement("jg-filter")]
public sealed class FilterTagHelper : PartTagHelper
{
    /// <summary>Words in the empty search box, read from and sent as <c>q</c>.</summary>
    public string? Search { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var picks = await output.GetChildContentAsync();
        Become(output, "form", "jg-filter");
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("aria-label", "筛选");
        if (Http.Request.Query["sort"].FirstOrDefault() is { } sort)
            output.Content.AppendHtml(Markup.Tag("input", null).With("type", "hidden").With("name", "sort").With("value", sort));

        if (Search is not null)
            output.Content.AppendHtml(Markup.Tag("div", "jg-search", Icon("search"), SearchBox()));
        output.Content.AppendHtml(picks);
        output.Content.AppendHtml(Markup.Tag("button", "jg-button jg-without-script", "查"));
    }

    private TagBuilder SearchBox() => Markup.Tag("input", null)
        .With("type", "search").With("name", "q").With("aria-label", Search).With("placeholder", Search)
        .With("value", Http.Request.Query["q"].FirstOrDefault());
}

/// <summary>
/// <c>&lt;jg-pick label="期间" name="period" items="…" /&gt;</c>: a select with its label inside, for the filter bar.
/// Chosen is what the query says, else the item that is selected. Given content takes the place of the select.
/// </summary>
[HtmlTargetElement("jg-pick")]
public sealed class PickTagHelper : PartTagHelper
{
    public required string Label { get; set; }

    public string? Name { get; set; }

    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var own = await output.GetChildContentAsync();
        Become(output, "label", "jg-pick");
        output.Content.AppendHtml(Markup.Tag("span", null, Label));
        output.Content.AppendHtml(own.IsEmptyOrWhiteSpace ? Select() : own);
    }

    private TagBuilder Select()
    {
        var asked = Name is null ? null : Http.Request.Query[Name].FirstOrDefault();
        return Controls.Select(Markup.Tag("select", null).With("name", Name), Items, asked);
    }
}
