using Jinguo.Core.Base.Forms;
using Jinguo.Office.Excel;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>The columns of a ledger as a sheet: the same in templates and exports, so that an export can be imported again.</summary>
public static class LedgerColumns
{
    /// <summary>Heading of the column that names the body.</summary>
    public const string Body = "单位";

    /// <summary>Heading of the column with the body's code: decides where several bodies have one name.</summary>
    public const string BodyCode = "单位代码";

    /// <summary>Heading of the sentence for quotation.</summary>
    public const string Highlight = "亮点";

    /// <summary>Fields that a cell can hold.</summary>
    public static IEnumerable<Field> FieldsOf(RecordType type) => type.Fields.Where(field => field.Type != FieldType.File);

    /// <summary>Name and unit: 参加人次（人次）, 经费（元）.</summary>
    public static string HeadingOf(Field field) => UnitOf(field) is { Length: > 0 } unit ? $"{field.Name}（{unit}）" : field.Name;

    /// <summary>The unit in which a bare number of the field is read.</summary>
    public static string UnitOf(Field field) => field.Type switch
    {
        FieldType.Money => field.Unit.Length > 0 ? field.Unit : "元",
        FieldType.Number => field.Unit,
        _ => "",
    };

    /// <summary>The column of a field, with its list of choices and its hint.</summary>
    public static SheetColumn ColumnOf(Field field) => new(HeadingOf(field), FormatOf(field))
    {
        IsRequired = field.Required,
        Choices = field.Type switch
        {
            FieldType.Choice => [.. field.Options.Select(option => option.Name)],
            FieldType.Flag => ["是", "否"],
            _ => [],
        },
        Prompt = HintOf(field),
    };

    /// <summary>How the field is filled in, in one sentence.</summary>
    public static string HintOf(Field field)
    {
        var hint = field.Type switch
        {
            FieldType.Date => "例如 2026-05-04 或 2026年5月4日",
            FieldType.DateRange => "例如 2026-05-04，几天的写 2026年5月4日至6日",
            FieldType.Number when field.Hedge => $"填数，例如 50；约数写 50余。单位：{field.Unit}",
            FieldType.Number => $"填数，例如 50。单位：{field.Unit}",
            FieldType.Money => $"填数，例如 5000；不写单位就是{UnitOf(field)}，也可写 1.2万元",
            FieldType.Choice => "从下拉列表里选",
            FieldType.Choices => $"可写几个，用顿号隔开：{string.Join("、", field.Options.Select(option => option.Name))}",
            FieldType.Flag => "填是或否",
            FieldType.Person => "填姓名，几个人的用顿号隔开",
            FieldType.IdNumber => "填18位身份证号，几个人的按姓名的顺序用顿号隔开",
            FieldType.Phone => "填手机号或带区号的固定电话，几个人的按姓名的顺序用顿号隔开",
            FieldType.Organisation => "填组织名称或代码",
            _ => "填文字",
        };
        return field.Default.Length > 0 ? $"{hint}；空着就是{FieldText.Plain(field, FieldInput.Read(field, field.Default, 1).Value)}" : hint;
    }

    private static ColumnFormat FormatOf(Field field) => field.Type switch
    {
        FieldType.Date or FieldType.DateRange => ColumnFormat.Date,
        FieldType.Money => ColumnFormat.Money,
        FieldType.Number when field.Decimals == 0 => ColumnFormat.Integer,
        _ => ColumnFormat.Text,
    };
}
