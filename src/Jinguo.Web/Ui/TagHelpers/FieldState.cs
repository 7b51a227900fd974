using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>Name, ids and error of one field, as its control and its label need them.</summary>
internal sealed record FieldState(string Name, string Id, string? Error, bool HasHelp)
{
    public string? DescribedBy =>
        (HasHelp, Error) switch
        {
            (true, not null) => $"{Id}-help {Id}-error",
            (true, null) => $"{Id}-help",
            (false, not null) => $"{Id}-error",
            _ => null,
        };

    /// <summary>What was typed when the form came back, else the value of the model.</summary>
    public string? Value(ViewContext view, object? model) =>
        view.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } typed ? typed : Controls.Text(model);

    public static FieldState Of(ViewContext view, ModelExpression? model, string? name, string? id, string? error, bool hasHelp)
    {
        var full = name ?? (model is null ? "" : view.ViewData.TemplateInfo.GetFullHtmlFieldName(model.Name));
        var found = error ?? (view.ModelState.TryGetValue(full, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null);
        return new FieldState(full, id ?? OwnId(view.HttpContext, TagBuilder.CreateSanitizedId(full, "_")), found, hasHelp);
    }

    /// <summary>Several forms of a page may ask for a reason: the label of each must find its own field.</summary>
    private static string OwnId(HttpContext context, string wanted)
    {
        if (context.Items[typeof(FieldState)] is not HashSet<string> taken)
            context.Items[typeof(FieldState)] = taken = new(StringComparer.Ordinal);
        var id = wanted;
        for (var number = 2; !taken.Add(id); number++)
            id = $"{wanted}-{number}";
        return id;
    }

    /// <summary>The error below the control, with its sign.</summary>
    public IHtmlContent? ErrorLine(IHtmlContent sign) =>
        Error is null ? null : Markup.Tag("p", "jg-wrong", sign, Markup.Tag("span", null, Error)).With("id", Id + "-error");

    public IHtmlContent? HelpLine(string? help) =>
        help is null ? null : Markup.Tag("p", "jg-help", help).With("id", Id + "-help");

    public TagBuilder Describe(TagBuilder control) =>
        control.With("aria-describedby", DescribedBy).WithIf(Error is not null, "aria-invalid", "true");
}
