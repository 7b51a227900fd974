using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>
/// <c>&lt;jg-field for="Input.Place" label="地点" hint="按上次填的" help="写到村或场所名就可以" /&gt;</c>: label, control, help, error.
/// Without a model: <c>name</c> and <c>value</c>. <c>type</c> is text, date, password, file…, textarea or select (with <c>items</c>).
/// <c>suggestions</c> become chips and a datalist; <c>today</c> offers 今天 and 昨天 beside a date; other attributes go to the control.
/// Content takes the place of the control (a direct child input is named, described and marked).
/// </summary>
[HtmlTargetElement("jg-field")]
public sealed class FieldTagHelper : PartTagHelper
{
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public string? Id { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public string? Help { get; set; }

    public string? Error { get; set; }

    public string Type { get; set; } = "text";

    public object? Value { get; set; }

    public string? Unit { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    public IReadOnlyCollection<string> Suggestions { get; set; } = [];

    public DateOnly? Today { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = FieldState.Of(ViewContext, For, Name, Id, Error, Help is not null);
        FieldLabels.Remember(Http, field, Label);
        context.Items[typeof(FieldState)] = field;
        var own = await output.GetChildContentAsync();
        IHtmlContent control = own.IsEmptyOrWhiteSpace ? Control(field, output) : own;
        output.Attributes.Clear();
        Become(output, "div", field.Error is null ? "jg-field" : "jg-field is-wrong");
        output.Content.AppendHtml(Markup.Tag("div", "jg-label",
            Markup.Tag("label", null, Label).With("for", field.Id), Hint is null ? null : Markup.Tag("span", "jg-hint", Hint)));
        output.Content.AppendHtml(control);
        output.Content.AppendHtml(Chips(field));
        output.Content.AppendHtml(field.HelpLine(Help) ?? HtmlString.Empty);
        output.Content.AppendHtml(field.ErrorLine(Icon("alert-circle")) ?? HtmlString.Empty);
    }

    private TagBuilder Control(FieldState field, TagHelperOutput output)
    {
        var value = Type is "password" or "file" ? null : field.Value(ViewContext, Value ?? For?.Model);
        var control = (Items, Type) switch
        {
            (not null, _) => Controls.Select(Markup.Tag("select", "jg-input"), Items, value),
            (_, "textarea") => Markup.Tag("textarea", "jg-input", "\n", value),
            _ => Markup.Tag("input", "jg-input").With("type", Type).With("value", value)
                .With("list", Suggestions.Count > 0 ? field.Id + "-list" : null),
        };
        foreach (var attribute in output.Attributes)
            control.With(attribute.Name, attribute.Value?.ToString() ?? "");

        field.Describe(control).With("id", field.Id).With("name", field.Name);
        return Unit is null ? control : Markup.Tag("div", "jg-with-unit", control, Markup.Tag("span", "jg-unit", Unit));
    }

    private IHtmlContent Chips(FieldState field)
    {
        var chips = Markup.Tag("div", "jg-chips jg-with-script");
        if (Today is { } today)
        {
            chips.InnerHtml.AppendHtml(Controls.Chip($"今天{today.Day}日", Controls.Text(today)!, field.Id));
            var yesterday = today.AddDays(-1);
            chips.InnerHtml.AppendHtml(Controls.Chip($"昨天{yesterday.Day}日", Controls.Text(yesterday)!, field.Id));
            return chips;
        }

        if (Suggestions.Count == 0)
            return HtmlString.Empty;

        var list = Markup.Tag("datalist", null).With("id", field.Id + "-list");
        foreach (var words in Suggestions)
        {
            list.InnerHtml.AppendHtml(Markup.Tag("option", null).With("value", words));
            chips.InnerHtml.AppendHtml(Controls.Chip(words, words, field.Id));
        }

        return new HtmlContentBuilder().AppendHtml(list).AppendHtml(chips);
    }
}

/// <summary>An input, select or textarea written by hand directly inside a jg-field.</summary>
[HtmlTargetElement("input", ParentTag = "jg-field")]
[HtmlTargetElement("select", ParentTag = "jg-field")]
[HtmlTargetElement("textarea", ParentTag = "jg-field")]
public sealed class FieldControlTagHelper : TagHelper
{
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = (FieldState)context.Items[typeof(FieldState)];
        var own = output.Attributes["class"]?.Value;
        output.Attributes.SetAttribute("class", own is null ? "jg-input" : $"jg-input {own}");
        output.Attributes.SetAttribute("id", field.Id);
        if (!output.Attributes.ContainsName("name"))
            output.Attributes.SetAttribute("name", field.Name);
        if (field.DescribedBy is { } ids)
            output.Attributes.SetAttribute("aria-describedby", ids);
        if (field.Error is not null)
            output.Attributes.SetAttribute("aria-invalid", "true");
    }
}
