using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary><c>&lt;jg-table name="各村情况" id="villages" wide&gt;thead, tbody&lt;/jg-table&gt;</c>: a table that scrolls in its own box.</summary>
[HtmlTargetElement("jg-table")]
public sealed class TableTagHelper : PartTagHelper
{
    /// <summary>Read aloud as the table's name.</summary>
    public required string Name { get; set; }

    public string? Id { get; set; }

    /// <summary>Many columns: on a phone the first stays in sight.</summary>
    public bool Wide { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        var own = output.Attributes["class"]?.Value;
        output.Attributes.RemoveAll("class");
        Become(output, "div", "jg-scroll");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Name);
        var css = "jg-table" + (Wide ? " is-wide" : "") + (own is null ? "" : $" {own}");
        output.Content.AppendHtml(Markup.Tag("table", css, rows).With("id", Id).With("aria-label", Name));
    }
}

/// <summary>
/// <c>&lt;th jg-sort="date" jg-sort-default="-date"&gt;日期&lt;/th&gt;</c>: a link that sorts by <c>?sort=date</c>, again by <c>?sort=-date</c>;
/// the rest of the query stays, the page number goes.
/// </summary>
[HtmlTargetElement("th", Attributes = "jg-sort")]
public sealed class SortTagHelper : PartTagHelper
{
    [HtmlAttributeName("jg-sort")]
    public required string Key { get; set; }

    /// <summary>The order that stands while the query names none.</summary>
    [HtmlAttributeName("jg-sort-default")]
    public string? Default { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var current = Http.Request.Query["sort"].FirstOrDefault() ?? Default;
        var up = current == Key;
        var down = current == "-" + Key;
        var own = output.Attributes["class"]?.Value;
        output.Attributes.SetAttribute("class", own is null ? "jg-sortable" : $"jg-sortable {own}");
        if (up || down)
            output.Attributes.SetAttribute("aria-sort", up ? "ascending" : "descending");

        var words = await output.GetChildContentAsync();
        var icon = up ? "sort-ascending" : down ? "sort-descending" : "arrows-sort";
        output.Content.SetHtmlContent(Markup.Tag("a", null, words, Icon(icon))
            .With("href", AddressWith(("sort", up ? "-" + Key : Key), ("p", null))));
    }
}

/// <summary><c>&lt;jg-pager page="2" size="20" total="213" unit="笔" /&gt;</c>: 第21—40笔，共213笔 and links that keep the query.</summary>
[HtmlTargetElement("jg-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : PartTagHelper
{
    public int Page { get; set; } = 1;

    public int Size { get; set; } = 20;

    public int Total { get; set; }

    public string Unit { get; set; } = "条";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Total == 0)
        {
            output.SuppressOutput();
            return;
        }

        var last = (Total + Size - 1) / Size;
        var from = ((Page - 1) * Size) + 1;
        var words = last == 1
            ? $"共{Show.Number(Total)}{Unit}"
            : $"第{Show.Number(from)}—{Show.Number(Math.Min(Total, Page * Size))}{Unit}，共{Show.Number(Total)}{Unit}";
        Become(output, "nav", "jg-pager");
        output.Attributes.SetAttribute("aria-label", "翻页");
        output.Content.AppendHtml(Markup.Tag("span", null, words));
        if (last > 1)
            output.Content.AppendHtml(Links(last));
    }

    private TagBuilder Links(int last)
    {
        var list = Markup.Tag("ul", null);
        if (Page > 1)
            list.InnerHtml.AppendHtml(Item(Page - 1, "上一页"));

        var before = 0;
        foreach (var number in Numbers(last))
        {
            if (number > before + 1)
                list.InnerHtml.AppendHtml(Markup.Tag("li", null, Markup.Tag("span", null, "…")));
            list.InnerHtml.AppendHtml(Item(number, number.ToString(CultureInfo.InvariantCulture)));
            before = number;
        }

        if (Page < last)
            list.InnerHtml.AppendHtml(Item(Page + 1, "下一页"));
        return list;
    }

    private IEnumerable<int> Numbers(int last) =>
        new[] { 1, Page - 1, Page, Page + 1, last }.Where(number => number >= 1 && number <= last).Distinct().Order();

    private TagBuilder Item(int number, string words) =>
        Markup.Tag("li", null, Markup.Tag("a", null, words)
            .With("href", AddressWith(("p", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture))))
            .WithIf(number == Page, "aria-current", "page"));
}
