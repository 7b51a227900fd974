using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>
/// <c>&lt;jg-page-header title="工作台" note="东山镇妇联"&gt;acts&lt;/jg-page-header&gt;</c>: title, one grey line, acts at the right.
/// <c>back</c> is where 返回 leads on a phone.
/// </summary>
[HtmlTargetElement("jg-page-header")]
public sealed class PageHeaderTagHelper : PartTagHelper
{
    public required string Title { get; set; }

    public string? Note { get; set; }

    public string? Back { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ViewData["Title"] ??= Title;
        var acts = await output.GetChildContentAsync();
        Become(output, "header", "jg-head");
        if (Back is not null)
            output.Content.AppendHtml(Markup.Tag("a", "jg-back jg-on-phone", Icon("arrow-left"), "返回").With("href", Back));

        output.Content.AppendHtml(Markup.Tag("h1", null, Title));
        if (!string.IsNullOrEmpty(Note))
            output.Content.AppendHtml(Markup.Tag("p", "jg-head-note", Note));
        if (!acts.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Markup.Tag("div", "jg-head-acts", acts));
    }
}
