using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>
/// <c>&lt;jg-number for="Input.Attendance" hedge-for="Input.Hedge" label="到场人次" unit="人次" /&gt;</c>: a number with the words
/// 余 多 近 约 beside it; its reading stands at the label's right (约数，记作 50余人次). Without a model: <c>name</c>,
/// <c>value</c>, <c>hedge-name</c> (else the name + "Hedge"), <c>hedge</c>. The hedge is sent as its word, empty for an exact number.
/// </summary>
[HtmlTargetElement("jg-number")]
public sealed class NumberTagHelper : PartTagHelper
{
    private static readonly string[] Words = ["余", "多", "近", "约"];

    public ModelExpression? For { get; set; }

    public ModelExpression? HedgeFor { get; set; }

    public string? Name { get; set; }

    public string? HedgeName { get; set; }

    public string? Id { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public string? Help { get; set; }

    public string? Error { get; set; }

    public object? Value { get; set; }

    public string? Hedge { get; set; }

    public string Unit { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = FieldState.Of(ViewContext, For, Name, Id, Error, Help is not null);
        FieldLabels.Remember(Http, field, Label);
        var hedge = FieldState.Of(ViewContext, HedgeFor, HedgeName ?? (HedgeFor is null ? field.Name + "Hedge" : null), null, null, hasHelp: false);
        var number = field.Value(ViewContext, Value ?? For?.Model);
        var word = hedge.Value(ViewContext, Hedge ?? HedgeFor?.Model) ?? "";
        Become(output, "div", field.Error is null ? "jg-field" : "jg-field is-wrong");
        output.Attributes.SetAttribute("data-hedged", Unit);
        output.Content.AppendHtml(Markup.Tag("div", "jg-label",
            Markup.Tag("label", null, Label).With("for", field.Id),
            Markup.Tag("output", "jg-hint", Reading(number, word) ?? Hint).With("for", field.Id)));
        output.Content.AppendHtml(Markup.Tag("div", "jg-number", Input(field, number, output), Hedges(field, hedge.Name, word)));
        output.Content.AppendHtml(field.HelpLine(Help) ?? HtmlString.Empty);
        output.Content.AppendHtml(field.ErrorLine(Icon("alert-circle")) ?? HtmlString.Empty);
    }

    private string? Reading(string? number, string word) =>
        number is null || word.Length == 0 || !number.Any(char.IsDigit) || !number.All(sign => char.IsDigit(sign) || sign is ',' or '.') ? null
        : $"约数，记作 {(word is "余" or "多" ? number + word : word + number)}{Unit}";

    private TagBuilder Input(FieldState field, string? number, TagHelperOutput output)
    {
        var input = Markup.Tag("input", "jg-input").With("inputmode", "decimal").With("autocomplete", "off").With("value", number);
        if (output.Attributes.TryGetAttribute("required", out _) && output.Attributes.RemoveAll("required"))
            input.With("required", "");
        field.Describe(input).With("id", field.Id).With("name", field.Name);
        return Markup.Tag("div", "jg-with-unit", input, Markup.Tag("span", "jg-unit", Unit));
    }

    private TagBuilder Hedges(FieldState field, string name, string chosen)
    {
        var group = Markup.Tag("div", "jg-hedges").With("role", "radiogroup").With("aria-label", Label + "是不是约数");
        group.InnerHtml.AppendHtml(Choice(field, name, "", "准数", chosen));
        foreach (var word in Words)
            group.InnerHtml.AppendHtml(Choice(field, name, word, word, chosen));
        return group;
    }

    private static TagBuilder Choice(FieldState field, string name, string value, string words, string chosen) =>
        Markup.Tag("label", value.Length == 0 ? "jg-choice jg-without-script" : "jg-choice",
            Markup.Tag("input", null).With("type", "radio").With("name", name).With("value", value)
                .With("id", $"{field.Id}-hedge{value}").WithIf(value == chosen, "checked"),
            Markup.Tag("span", null, words));
}
