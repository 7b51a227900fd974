using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>
/// <c>&lt;jg-message kind="Warn"&gt;一句话。&lt;a href="…"&gt;对着看&lt;/a&gt;&lt;/jg-message&gt;</c>: one sentence, at most two links
/// or a small POST form with a <c>jg-link</c> button (撤回). <c>title</c> is set bold before it.
/// </summary>
[HtmlTargetElement("jg-message")]
public sealed class MessageTagHelper : PartTagHelper
{
    public MessageKind Kind { get; set; }

    public string? Title { get; set; }

    /// <summary>Another icon than the kind has.</summary>
    public string? Sign { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (css, icon) = Kind switch
        {
            MessageKind.Bad => ("is-bad", "alert-circle"),
            MessageKind.Warn => ("is-warn", "alert-triangle"),
            MessageKind.Ok => ("is-ok", "check"),
            _ => ("is-info", "info-circle"),
        };
        var text = await output.GetChildContentAsync();
        Become(output, "div", "jg-message " + css);
        output.Attributes.SetAttribute("role", Kind == MessageKind.Bad ? "alert" : "status");
        output.Content.AppendHtml(Icon(Sign ?? icon));
        output.Content.AppendHtml(Markup.Tag("div", "jg-message-text", Title is null ? null : Markup.Tag("b", null, Title), text));
    }
}

/// <summary><c>&lt;jg-empty title="今年还没有记录" note="记第一笔"&gt;acts&lt;/jg-empty&gt;</c>: what is missing and the act that fills it.</summary>
[HtmlTargetElement("jg-empty")]
public sealed class EmptyTagHelper : PartTagHelper
{
    public required string Title { get; set; }

    public string? Note { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var acts = await output.GetChildContentAsync();
        Become(output, "div", "jg-empty");
        output.Content.AppendHtml(Markup.Tag("b", null, Title));
        if (Note is not null)
            output.Content.AppendHtml(Markup.Tag("p", "jg-grey", Note));
        if (!acts.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Markup.Tag("div", "jg-empty-acts", acts));
    }
}

/// <summary><c>&lt;jg-progress title="正在导入" done="136" total="200" unit="行" note="已入账133行，3行要改" /&gt;</c></summary>
[HtmlTargetElement("jg-progress", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProgressTagHelper : PartTagHelper
{
    public required string Title { get; set; }

    public long Done { get; set; }

    public long Total { get; set; }

    public string Unit { get; set; } = "";

    public string? Note { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var count = $"{Show.Number(Done)}/{Show.Number(Total)}{Unit}";
        var bar = Markup.Tag("progress", null, count)
            .With("value", Done.ToString(CultureInfo.InvariantCulture))
            .With("max", Math.Max(1, Total).ToString(CultureInfo.InvariantCulture))
            .With("aria-label", Title);
        Become(output, "div", "jg-progress");
        output.Content.AppendHtml(Markup.Tag("p", "jg-progress-line", Markup.Tag("span", null, Title), Markup.Tag("span", null, count)));
        output.Content.AppendHtml(bar);
        if (Note is not null)
            output.Content.AppendHtml(Markup.Tag("p", "jg-grey", Note));
    }
}

/// <summary>
/// <c>&lt;jg-confirm title="删除这份名单？"&gt;…&lt;div class="jg-confirm-acts"&gt;…&lt;/div&gt;&lt;/jg-confirm&gt;</c>: a page that asks before
/// an act that cannot be undone. The way out comes first, the act last.
/// </summary>
[HtmlTargetElement("jg-confirm")]
public sealed class ConfirmTagHelper : PartTagHelper
{
    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        Become(output, "section", "jg-panel jg-confirm");
        output.Content.AppendHtml(Markup.Tag("div", "jg-panel-body", Markup.Tag("h2", "jg-mid-figure", Title), body));
    }
}
