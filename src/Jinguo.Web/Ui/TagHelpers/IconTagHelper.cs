using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary><c>&lt;jg-icon name="home" /&gt;</c>: an icon of Styles/icons.txt, always beside words.</summary>
[HtmlTargetElement("jg-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : PartTagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icon(Name));
    }
}
