using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>
/// <c>&lt;jg-chart table="months" kind="line" name="逐月培训人次" /&gt;</c> after the table it repeats: the first head row gives the
/// categories (a cell with <c>data-total</c> is left out), each body row a series (<c>data-chart="no"</c> leaves it out).
/// </summary>
[HtmlTargetElement("jg-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChartTagHelper : PartTagHelper
{
    /// <summary>Id of the table.</summary>
    public required string Table { get; set; }

    /// <summary>line or bar.</summary>
    public string Kind { get; set; } = "line";

    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "figure", "jg-chart");
        output.Attributes.SetAttribute("data-chart", Kind);
        output.Attributes.SetAttribute("data-table", Table);
        output.Content.AppendHtml(Markup.Tag("div", "jg-chart-area").With("role", "img").With("aria-label", $"图：{Name}，数字见上表"));
    }
}

/// <summary>
/// <c>&lt;jg-columns table="figures" items="…" /&gt;</c>: 选列, remembered in this browser; cells carry <c>data-column="value"</c>.
/// Only where script runs; without it all columns that the server marks are shown.
/// </summary>
[HtmlTargetElement("jg-columns", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ColumnsTagHelper : PartTagHelper
{
    /// <summary>Id of the table.</summary>
    public required string Table { get; set; }

    /// <summary>Value is the column's code, Selected whether it is shown at first.</summary>
    public required IReadOnlyCollection<SelectListItem> Items { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "details", "jg-menu jg-menu-end jg-with-script");
        output.Attributes.SetAttribute("data-columns", Table);
        var count = Markup.Tag("span", null, $"{Items.Count(item => item.Selected)}/{Items.Count}").With("data-count", "");
        output.Content.AppendHtml(Markup.Tag("summary", "jg-button", Icon("adjustments-horizontal"), "选列 ", count));
        var list = Markup.Tag("div", "jg-menu-list jg-columns-list");
        foreach (var item in Items)
        {
            list.InnerHtml.AppendHtml(Markup.Tag("label", "jg-tick",
                Markup.Tag("input", null).With("type", "checkbox").With("value", item.Value).WithIf(item.Selected, "checked"),
                Markup.Tag("span", null, item.Text)));
        }

        output.Content.AppendHtml(list);
    }
}
