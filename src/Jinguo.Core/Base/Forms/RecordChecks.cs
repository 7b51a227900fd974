using System.Globalization;

namespace Jinguo.Core.Base.Forms;

/// <summary>What is wrong with a record's values, measured by its type.</summary>
public static class RecordChecks
{
    /// <summary>No federation counts further; it keeps every fact within a long.</summary>
    internal const decimal Greatest = 1_000_000_000_000m;

    /// <summary>Checks a record.</summary>
    /// <param name="type">The record type.</param>
    /// <param name="values">What the record holds.</param>
    /// <param name="today">Today in China: work is recorded when it is done, so no later day counts.</param>
    /// <param name="row">The row of an imported sheet, for problems.</param>
    /// <returns>Errors that stop the record and warnings that do not, in the order of the form.</returns>
    public static IReadOnlyList<Problem> Check(RecordType type, RecordValues values, DateOnly today, int? row = null)
    {
        var problems = new List<Problem>();
        foreach (var field in type.Fields)
        {
            if (values[field.Code] is { } value)
                problems.AddRange(CheckValue(field, value, row));
            else if (field.Required)
                problems.Add(new Problem("record.required", $"请填“{field.Name}”。", field.Code, row));
        }

        problems.AddRange(CheckDays(type, values, today, row));
        foreach (var check in type.Checks)
        {
            if (check.Test.Holds(code => values.Operand(type, code)) == false)
                problems.Add(new Problem("record.check", check.Message, check.Field, row, check.Level));
        }

        foreach (var post in type.Posts.Where(post => Math.Abs(post.Value.Number(code => values.Operand(type, code)) ?? 0) > Greatest))
        {
            problems.Add(new Problem("record.toolarge", $"算出来的“{post.Measure.Name}”太大了，请核对各项数字。", null, row));
        }

        return problems;
    }

    private static IEnumerable<Problem> CheckValue(Field field, FieldValue value, int? row) => (field.Type, value) switch
    {
        (FieldType.Number, NumberValue number) => CheckNumber(field, number.Quantity, row),
        (FieldType.Money, MoneyValue money) => CheckNumber(field, money.InYuan, row),
        (FieldType.Choice, ChoiceValue choice) => CheckOptions(field, [choice.Code], row),
        (FieldType.Choices, ListValue list) => CheckOptions(field, list.Codes, row),
        (FieldType.LongText, TextValue text) => CheckLength(field, text, Field.LongestLongText, row),
        (FieldType.Text or FieldType.Person or FieldType.Organisation, TextValue text) => CheckLength(field, text, Field.LongestText, row),
        (FieldType.Date, DaysValue days) when days.Days.First == days.Days.Last => [],
        (FieldType.DateRange, DaysValue) or (FieldType.File, ListValue) or (FieldType.Flag, FlagValue) => [],
        _ => [new Problem("record.form", $"“{field.Name}”的内容和这个字段不符，请重新填写。", field.Code, row)],
    };

    private static IEnumerable<Problem> CheckNumber(Field field, Quantity quantity, int? row)
    {
        var unit = field.Type == FieldType.Money ? "元" : field.Unit;
        var (value, decimals) = (quantity.Value, field.Type == FieldType.Money ? 2 : field.Decimals);
        if (value < (field.Min ?? 0))
            yield return new Problem("record.min", $"“{field.Name}”不能少于{Show(field.Min ?? 0)}{unit}，现在是{Show(value)}{unit}。", field.Code, row);
        if (value > (field.Max ?? Greatest))
            yield return new Problem("record.max", $"“{field.Name}”不能多于{Show(field.Max ?? Greatest)}{unit}，现在是{Show(value)}{unit}，请核对单位。", field.Code, row);
        if (decimal.Round(value, decimals) != value)
            yield return new Problem("record.decimals", decimals == 0 ? $"“{field.Name}”要填整数，现在是{Show(value)}。" : $"“{field.Name}”最多{decimals}位小数，现在是{Show(value)}。", field.Code, row);
        if (quantity.Hedge != HedgeWord.None && !field.Hedge)
            yield return new Problem("record.hedge", $"“{field.Name}”要填准数，请去掉“{quantity.Hedge.Word()}”。", field.Code, row);
    }

    private static string Show(decimal value) => value.ToString("#,##0.######", CultureInfo.InvariantCulture);

    private static IEnumerable<Problem> CheckOptions(Field field, IReadOnlyList<string> codes, int? row) => codes
        .Where(code => field.FindOption(code) is null)
        .Select(code => new Problem("record.option", $"“{field.Name}”里没有“{code}”，请从这些里选：{string.Join("、", field.Options.Select(option => option.Name))}。", field.Code, row));

    private static IEnumerable<Problem> CheckLength(Field field, TextValue text, int longest, int? row)
    {
        if (text.Text.Length > longest)
            yield return new Problem("record.length", $"“{field.Name}”最多{longest}个字，现在有{text.Text.Length}个，请写短些。", field.Code, row);
    }

    private static IEnumerable<Problem> CheckDays(RecordType type, RecordValues values, DateOnly today, int? row)
    {
        if (values.Day is not { } day || type.FindField(RecordType.DayField) is not { } field)
            yield break;
        if (day > today)
            yield return new Problem("record.future", $"“{field.Name}”是{DayText.Print(new(day, day), null)}，还没有到；事情做完以后再记。", field.Code, row);
        if (type.Kind == RecordKind.Register && values.Until is { } until && until < day && type.FindField(RecordType.UntilField) is { } ended)
            yield return new Problem("record.until", $"“{ended.Name}”不能早于“{field.Name}”，请核对。", ended.Code, row);
    }
}
