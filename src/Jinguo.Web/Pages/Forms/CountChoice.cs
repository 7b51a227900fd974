using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Ledgers.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Forms;

/// <summary>What something of a form counts towards, to be chosen.</summary>
/// <param name="Measure">Name of the measure now; empty for none.</param>
/// <param name="Names">Names offered.</param>
/// <param name="Parts">Where the measure is divided: the form's choice fields and the measure's options; else empty.</param>
/// <param name="Breakdown">The part chosen.</param>
/// <param name="AsksUnit">True for one a record, which has no unit of its own.</param>
public sealed record CountChoice(string Measure, IReadOnlyCollection<string> Names, IReadOnlyList<SelectListItem> Parts, string Breakdown, bool AsksUnit)
{
    /// <summary>What counts where it is not a field but the record itself.</summary>
    public const string OneARecord = "1";

    /// <summary>The choice for a field, or for <c>1</c> a record.</summary>
    public static CountChoice Of(OpenedForm opened, string code, IReadOnlyList<CountedMeasure> known)
    {
        var sheet = FormSheet.Of(opened.Draft.Json);
        var measure = sheet.MeasureOf(code) is { } now ? known.FirstOrDefault(one => one.Code == now) : null;
        var choices = opened.Type?.Fields.Where(field => field.Type == FieldType.Choice) ?? [];
        List<SelectListItem> parts = measure is null or { Options.Count: 0 } ? [] :
        [
            new("请选择", ""),
            .. choices.Where(field => field.Options.All(option => measure.Options.Any(one => one.Code == option.Code))).Select(field => new SelectListItem($"按“{field.Name}”分", field.Code)),
            .. measure.Options.Select(option => new SelectListItem(option.Name, $"'{option.Code}'")),
        ];
        return new(measure?.Name ?? "", [.. known.Select(one => one.Name).Distinct(StringComparer.Ordinal)], parts, sheet.BreakdownOf(code), AsksUnit: code == OneARecord);
    }
}
