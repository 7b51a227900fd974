using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>
/// <c>&lt;jg-panel title="要办的事" note="10天内3" padded&gt;…&lt;/jg-panel&gt;</c>: white box with a head.
/// Inside, <c>&lt;jg-panel-note&gt;</c> stands at the head's right (links, exports) and <c>&lt;jg-panel-foot&gt;</c> below.
/// Tables and lists fill it; forms and texts want <c>padded</c>.
/// </summary>
[HtmlTargetElement("jg-panel")]
public sealed class PanelTagHelper : PartTagHelper
{
    public string? Title { get; set; }

    public string? Note { get; set; }

    public bool Padded { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = new PanelSlots();
        context.Items[typeof(PanelSlots)] = slots;
        var body = await output.GetChildContentAsync();
        Become(output, "section", "jg-panel");
        if (Title is not null || slots.Note is not null)
        {
            var note = Note is null && slots.Note is null
                ? null
                : Markup.Tag("div", "jg-panel-note", Note is null ? null : Markup.Tag("span", null, Note), slots.Note);
            output.Content.AppendHtml(Markup.Tag("div", "jg-panel-head", Title is null ? null : Markup.Tag("h2", null, Title), note));
        }

        output.Content.AppendHtml(Padded ? Markup.Tag("div", "jg-panel-body", body) : body);
        if (slots.Foot is not null)
            output.Content.AppendHtml(Markup.Tag("div", "jg-panel-foot", slots.Foot));
    }
}

/// <summary>What children of a panel put into its head and foot.</summary>
internal sealed class PanelSlots
{
    public IHtmlContent? Note { get; set; }

    public IHtmlContent? Foot { get; set; }
}

[HtmlTargetElement("jg-panel-note")]
public sealed class PanelNoteTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((PanelSlots)context.Items[typeof(PanelSlots)]).Note = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}

[HtmlTargetElement("jg-panel-foot")]
public sealed class PanelFootTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((PanelSlots)context.Items[typeof(PanelSlots)]).Foot = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}
