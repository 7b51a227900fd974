using Jinguo.Core.Base.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>Some fields of a form to be drawn.</summary>
public sealed record FieldsOf(RecordForm Form, IEnumerable<Field> Fields, DateOnly Today, bool IsMore)
{
    /// <summary>Unit beside an input.</summary>
    public string Unit(Field field) => field.Type == FieldType.Money && field.Unit.Length == 0 ? "元" : field.Unit;

    /// <summary>Options of a select, the empty one first.</summary>
    public IEnumerable<SelectListItem> Choices(Field field) =>
        [new SelectListItem(field.Required ? "请选择" : "不填", ""), .. field.Options.Select(option => new SelectListItem(option.Name, option.Name))];
}
