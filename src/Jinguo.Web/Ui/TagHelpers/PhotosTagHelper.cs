using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>
/// <c>&lt;jg-photos name="photos" label="照片" hint="可以不传" /&gt;</c>: 拍照 and 相册; pictures are shrunk before upload where script runs.
/// The form needs <c>enctype="multipart/form-data"</c>. Content (photos already there) stands before.
/// </summary>
[HtmlTargetElement("jg-photos")]
public sealed class PhotosTagHelper : PartTagHelper
{
    public required string Name { get; set; }

    public string Label { get; set; } = "照片";

    public string? Hint { get; set; } = "可以不传";

    public string? Help { get; set; }

    public string? Error { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = FieldState.Of(ViewContext, null, Name, null, Error, Help is not null);
        FieldLabels.Remember(Http, field, Label);
        var there = await output.GetChildContentAsync();
        Become(output, "fieldset", field.Error is null ? "jg-field" : "jg-field is-wrong");
        output.Content.AppendHtml(Markup.Tag("legend", "jg-aloud", Label));
        output.Content.AppendHtml(Markup.Tag("div", "jg-label",
            Markup.Tag("span", "jg-label-text", Label).With("aria-hidden", "true"), Hint is null ? null : Markup.Tag("span", "jg-hint", Hint)));
        output.Content.AppendHtml(Markup.Tag("div", "jg-photos", there,
            Tile(field, 1, "camera", "拍照", fromCamera: true), Tile(field, 2, "plus", "相册", fromCamera: false)));
        output.Content.AppendHtml(field.HelpLine(Help) ?? HtmlString.Empty);
        output.Content.AppendHtml(field.ErrorLine(Icon("alert-circle")) ?? HtmlString.Empty);
    }

    private TagBuilder Tile(FieldState field, int number, string icon, string words, bool fromCamera)
    {
        var id = number == 1 ? field.Id : field.Id + "-" + number.ToString(CultureInfo.InvariantCulture);
        var input = field.Describe(Markup.Tag("input", null).With("type", "file").With("accept", "image/*").With("name", Name).With("id", id))
            .With("multiple", "").With("data-shrink", "").WithIf(fromCamera, "capture", "environment");
        return Markup.Tag("label", "jg-photo", Icon(icon), Markup.Tag("span", null, words), input);
    }
}
