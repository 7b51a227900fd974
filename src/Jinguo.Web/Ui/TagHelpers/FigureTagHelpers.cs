using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>
/// <c>&lt;jg-figure value="38412" href="…" approximate corrected unit="人次" /&gt;</c>: a number that can be opened.
/// 约 stands before a number that holds approximate values, 更 before one corrected after closing;
/// which leads to the difference where <c>corrected-href</c> names it; null is —, or the <c>words</c> in place of a sensitive number that is
/// not told (&lt;5), and <c>note</c> says what they mean.
/// With <c>beside</c> the link opens in the side panel where script runs.
/// </summary>
[HtmlTargetElement("jg-figure", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FigureTagHelper : PartTagHelper
{
    private const string Changed = "更：冻结后台账有更正，看差异";

    public decimal? Value { get; set; }

    public int Decimals { get; set; }

    public string? Unit { get; set; }

    public string? Href { get; set; }

    public bool Approximate { get; set; }

    public bool Corrected { get; set; }

    /// <summary>Where 更 leads: to what was corrected since the number was frozen.</summary>
    public string? CorrectedHref { get; set; }

    public bool Beside { get; set; }

    /// <summary>In place of a number that is not told: &lt;5, 未公布.</summary>
    public string? Words { get; set; }

    /// <summary>What a reader is to know of a sensitive number.</summary>
    public string? Note { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "span", "jg-figure");
        if (Value is null && string.IsNullOrEmpty(Words))
        {
            output.Content.Append(Show.None);
            return;
        }

        // An attribute whose expression is null arrives as an empty text.
        if (!string.IsNullOrEmpty(CorrectedHref))
            output.Content.AppendHtml(Markup.Tag("a", "jg-figure-sign", "更").With("href", CorrectedHref).With("title", Changed).With("aria-label", Changed));
        else if (Corrected)
            output.Content.AppendHtml(Sign("更", "锁账后有更正"));
        if (Approximate)
            output.Content.AppendHtml(Sign("约", "含约数"));
        output.Content.AppendHtml(Number());
        if (Unit is not null)
            output.Content.AppendHtml(Markup.Tag("span", "jg-unit", Unit));
    }

    private TagBuilder Number()
    {
        var text = Value is { } value ? Show.Number(value, Decimals) : Words!;
        return (string.IsNullOrEmpty(Href) ? Markup.Tag("span", null, text) : Markup.Tag("a", null, text).With("href", Href).WithIf(Beside, "data-side"))
            .WithIf(!string.IsNullOrEmpty(Note), "title", Note ?? "");
    }

    private static TagBuilder Sign(string word, string meaning) =>
        Markup.Tag("span", "jg-figure-sign", word).With("title", meaning);
}

/// <summary><c>&lt;jg-change now="46" before="41" /&gt;</c>: 增12.2%, 减3.7%, 持平, — where there is nothing to compare with.</summary>
[HtmlTargetElement("jg-change", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChangeTagHelper : PartTagHelper
{
    public decimal? Now { get; set; }

    public decimal? Before { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "span", "jg-change");
        output.Content.Append(Show.Change(Now, Before));
    }
}
