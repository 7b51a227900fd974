using System.Globalization;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Forms;

/// <summary>Forms and their parts in words.</summary>
public static class DesignWords
{
    /// <summary>What a field holds.</summary>
    public static string Name(this FieldType type) => type switch
    {
        FieldType.Date => "日期",
        FieldType.DateRange => "起止日期",
        FieldType.Text => "一行文字",
        FieldType.LongText => "多行文字",
        FieldType.Number => "数",
        FieldType.Money => "金额",
        FieldType.Choice => "单选",
        FieldType.Choices => "多选",
        FieldType.Person => "人名",
        FieldType.IdNumber => "身份证号",
        FieldType.Phone => "电话",
        FieldType.Organisation => "单位",
        FieldType.File => "照片和文件",
        FieldType.Flag => "是否",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The kinds of fields, to choose from.</summary>
    public static IReadOnlyList<SelectListItem> Types { get; } = [.. Enum.GetValues<FieldType>().Select(type => new SelectListItem(type.Name(), $"{type}"))];

    /// <summary>A field in a few words: 数（人次），必填，约数.</summary>
    public static string Of(Field field) => string.Join("，", new[]
    {
        field.Unit.Length > 0 ? $"{field.Type.Name()}（{field.Unit}）" : field.Type.Name(),
        field.Required ? "必填" : "",
        field.Hedge ? "可填约数" : "",
        field.Options.Count > 0 ? string.Join("、", field.Options.Select(option => option.Name)) : "",
        field.Personal ? "个人信息" : "",
    }.Where(words => words.Length > 0));

    /// <summary>What stands in a book of a 簿册: 妇女活动、主题宣传; 任职情况见“组织”.</summary>
    public static string Of(BundleLedger ledger, PackSet all) => string.Join("；", new[]
    {
        string.Join("、", ledger.Types.Select(type => all.FindType(type)?.Name ?? type)),
        ledger.Note,
    }.Where(words => words.Length > 0));

    /// <summary>Where a form stands.</summary>
    public static string State(PackVersion? newest, bool isChanged, DateOnly today) => newest switch
    {
        null => "草稿",
        _ when newest.ValidTo < today => $"第{newest.Version}版已停用",
        _ when newest.ValidFrom > today => $"第{newest.Version}版{Show.Day(newest.ValidFrom)}起用",
        _ => $"第{newest.Version}版在用{(isChanged ? "，有未发布的改动" : "")}",
    };

    /// <summary>The comparisons that are offered for a check.</summary>
    public static IReadOnlyList<SelectListItem> Comparisons { get; } =
    [
        new("不大于", "<="), new("不小于", ">="), new("小于", "<"), new("大于", ">"), new("等于", "="), new("不等于", "<>"), new("要填", "filled"),
    ];

    /// <summary>A comparison as a formula: of a field with another, or with a number.</summary>
    public static string? Comparison(string? left, string? sign, string? right, IReadOnlyList<Field> fields)
    {
        if (fields.FirstOrDefault(field => field.Code == left) is not { } field || Comparisons.All(one => one.Value != sign))
            return null;
        if (sign == "filled")
            return $"filled({field.Code})";
        var typed = (right ?? "").Trim();
        if (fields.FirstOrDefault(other => other.Name == typed || other.Code == typed) is { } compared)
            return $"{field.Code} {sign} {compared.Code}";
        if (field.FindOption(typed) is { } option || (option = field.Options.FirstOrDefault(one => one.Name == typed)) is not null)
            return $"{field.Code} {sign} '{option.Code}'";
        return decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? $"{field.Code} {sign} {number.ToString(CultureInfo.InvariantCulture)}" : null;
    }

    /// <summary>A formula with the names of the fields in place of their codes.</summary>
    public static string Formula(Formula formula, RecordType type) => formula.Codes.OrderByDescending(code => code.Length)
        .Aggregate(formula.Text, (text, code) => System.Text.RegularExpressions.Regex.Replace(text, $@"(?<![A-Za-z0-9']){code}(?![A-Za-z0-9'])", type.FindField(code)?.Name ?? code, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromMilliseconds(500)));
}
