using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>
/// <c>&lt;jg-side title="安和县 培训人次" close="/figures"&gt;…&lt;jg-side-foot&gt;acts&lt;/jg-side-foot&gt;&lt;/jg-side&gt;</c>: the whole content of a page
/// that links marked <c>data-side</c> open beside theirs; without script it is that page.
/// </summary>
[HtmlTargetElement("jg-side")]
public sealed class SideTagHelper : PartTagHelper
{
    public required string Title { get; set; }

    /// <summary>Where 关闭 leads without script.</summary>
    public required string Close { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ViewData["Title"] ??= Title;
        var foot = new SideFoot();
        context.Items[typeof(SideFoot)] = foot;
        var body = await output.GetChildContentAsync();
        Become(output, "aside", "jg-side");
        output.Attributes.SetAttribute("id", "side");
        output.Attributes.SetAttribute("aria-label", Title);
        output.Content.AppendHtml(Markup.Tag("div", "jg-side-head", Markup.Tag("h1", null, Title),
            Markup.Tag("a", "jg-side-close", Icon("x"), "关闭").With("href", Close)));
        output.Content.AppendHtml(Markup.Tag("div", "jg-side-body", body));
        if (foot.Content is not null)
            output.Content.AppendHtml(Markup.Tag("div", "jg-side-foot", foot.Content));
    }
}

internal sealed class SideFoot
{
    public IHtmlContent? Content { get; set; }
}

[HtmlTargetElement("jg-side-foot")]
public sealed class SideFootTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((SideFoot)context.Items[typeof(SideFoot)]).Content = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}
