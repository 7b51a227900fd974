using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>What all parts share: the request they are drawn for.</summary>
public abstract class PartTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected HttpContext Http => ViewContext.HttpContext;

    protected IHtmlContent Icon(string name) => Icons.Draw(Http, name);

    /// <summary>The page's address with some query values replaced; null takes one away.</summary>
    protected string AddressWith(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var query = Http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in changes)
        {
            query.Remove(name);
            if (value is not null)
                query[name] = value;
        }

        return Http.Request.PathBase + Http.Request.Path + QueryString.Create(query);
    }

    protected static void Become(TagHelperOutput output, string element, string css)
    {
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes["class"]?.Value;
        output.Attributes.SetAttribute("class", own is null ? css : $"{css} {own}");
    }
}
