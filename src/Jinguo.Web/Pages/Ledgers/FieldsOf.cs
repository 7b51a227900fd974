using Jinguo.Core.Base.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>Some fields of a form to be drawn.</summary>
public sealed record FieldsOf(RecordForm Form, IEnumerable<Field> Fields, DateOnly Today, bool IsMore)
{
    /// <summary>The words at the label's right: whether it was filled from last time, has last values to choose, or may stay empty.</summary>
    public string? Hint(Field field)
    {
        if (Suggestions(field).Count > 0)
            return field.Hint.Length > 0 ? field.Hint : "最近填过，点一下就填";
        if (Form.Recent.GetValueOrDefault(field.Code) is { Count: > 0 } recent && Form[RecordForm.Name(field)] == recent[0])
            return "按上次填的";
        if (field.Code == RecordType.DayField || field.Recall || field.Hint.Length == 0)
            return field.Required || IsMore ? null : "可以不填";
        return field.Hint;
    }

    /// <summary>The sentence below: not where somebody has filled this in before.</summary>
    public string? Help(Field field) =>
        field.Help.Length == 0 || (!IsMore && Form.Recent.Values.Any(values => values.Count > 0)) ? null : field.Help;

    /// <summary>Last values offered; none where the last one already stands there.</summary>
    public IReadOnlyCollection<string> Suggestions(Field field) =>
        Form.Recent.GetValueOrDefault(field.Code) is { Count: > 0 } recent && Form[RecordForm.Name(field)] != recent[0] ? [.. recent] : [];

    /// <summary>Unit beside an input.</summary>
    public string Unit(Field field) => field.Type == FieldType.Money && field.Unit.Length == 0 ? "元" : field.Unit;

    /// <summary>Options of a select, the empty one first.</summary>
    public IEnumerable<SelectListItem> Choices(Field field) =>
        [new SelectListItem(field.Required ? "请选择" : "不填", ""), .. field.Options.Select(option => new SelectListItem(option.Name, option.Name))];
}
