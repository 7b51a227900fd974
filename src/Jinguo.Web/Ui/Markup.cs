using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Ui;

/// <summary>Builds elements in tag helpers: texts are encoded, markup is taken as it is, null is left out.</summary>
internal static class Markup
{
    public static TagBuilder Tag(string name, string? css, params ReadOnlySpan<object?> content)
    {
        var tag = new TagBuilder(name);
        if (!string.IsNullOrEmpty(css))
            tag.AddCssClass(css);

        foreach (var part in content)
        {
            if (part is IHtmlContent markup)
                tag.InnerHtml.AppendHtml(markup);
            else if (part is not null)
                tag.InnerHtml.Append(part.ToString()!);
        }

        if (name is "input" or "img")
            tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }

    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
            tag.Attributes[attribute] = value;
        return tag;
    }

    public static TagBuilder WithIf(this TagBuilder tag, bool holds, string attribute, string value = "") =>
        holds ? tag.With(attribute, value) : tag;
}
