using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>The labels of the fields on this page, so that the list of problems can name them.</summary>
internal static class FieldLabels
{
    public static void Remember(HttpContext context, FieldState field, string label) => Of(context)[field.Name] = (label, field.Id);

    public static Dictionary<string, (string Label, string Id)> Of(HttpContext context)
    {
        if (context.Items[typeof(FieldLabels)] is Dictionary<string, (string, string)> known)
            return known;

        var labels = new Dictionary<string, (string Label, string Id)>(StringComparer.OrdinalIgnoreCase);
        context.Items[typeof(FieldLabels)] = labels;
        return labels;
    }
}

/// <summary><c>&lt;jg-problems /&gt;</c> above a form: how much is still to mend, each with a link to its field. Nothing while all is well.</summary>
[HtmlTargetElement("jg-problems", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProblemsTagHelper : PartTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        Become(output, "div", "jg-message is-bad");
        output.Attributes.SetAttribute("role", "alert");
        output.Content.AppendHtml(Icon("alert-circle"));
        output.Content.AppendHtml(new ProblemList(Http, ViewContext.ModelState));
    }

    /// <summary>Written out after the whole page was made: only then the labels of the fields below are known.</summary>
    private sealed class ProblemList(HttpContext http, ModelStateDictionary state) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var labels = FieldLabels.Of(http);
            var list = Markup.Tag("ul", null);
            foreach (var (name, entry) in state)
            {
                foreach (var error in entry.Errors)
                    list.InnerHtml.AppendHtml(Markup.Tag("li", null, Line(labels, name, error.ErrorMessage)));
            }

            Markup.Tag("div", "jg-message-text", Markup.Tag("b", null, $"还有{state.ErrorCount}处要改，改好就能存"), list)
                .WriteTo(writer, encoder);
        }

        private static object Line(Dictionary<string, (string Label, string Id)> labels, string name, string message) =>
            labels.TryGetValue(name, out var field)
                ? Markup.Tag("a", null, $"{field.Label}：{message}").With("href", "#" + field.Id)
                : message;
    }
}
