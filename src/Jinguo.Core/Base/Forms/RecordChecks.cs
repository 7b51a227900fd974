using System.Globalization;
using Jinguo.Core.Base.Persons;

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

        problems.AddRange(CheckPersons(type, values, row));
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
        (FieldType.LongText, TextValue text) => CheckText(field, text, Field.LongestLongText, row),
        (FieldType.Text or FieldType.Person or FieldType.Organisation, TextValue text) => CheckText(field, text, Field.LongestText, row),
        (FieldType.IdNumber or FieldType.Phone, TextValue text) => CheckSealed(field, text, row),
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

    private static IEnumerable<Problem> CheckSealed(Field field, TextValue text, int? row)
    {
        // From the API it comes as it is.
        var reading = FieldInput.Read(field, text.Text, 1, row);
        if (reading.Problem is { } problem)
            yield return problem;
        else if (Masks.IsMasked(text.Text))
            yield return new Problem("record.masked", $"“{field.Name}”只显示了一部分，要改请填完整的号码。", field.Code, row);
        else if (!text.Equals(reading.Value))
            yield return new Problem("record.form", $"“{field.Name}”请只填数字，几个人的用顿号隔开。", field.Code, row);
    }

    /// <summary>As many numbers as persons: each belongs to the one in its place.</summary>
    private static IEnumerable<Problem> CheckPersons(RecordType type, RecordValues values, int? row)
    {
        foreach (var field in type.Fields.Where(field => field.IsSealed))
            if (values[field.Code] is TextValue numbers && type.FindField(field.Of) is { } named && PersonNames.Count(numbers) != PersonNames.Count(values[named.Code] as TextValue))
                yield return new Problem("record.persons", $"“{named.Name}”和“{field.Name}”的个数不一样，请一一对应，用顿号隔开。", field.Code, row);
    }

    private static IEnumerable<Problem> CheckText(Field field, TextValue text, int longest, int? row)
    {
        if (Masks.HasIdNumber(text.Text))
            yield return new Problem("record.idnumber.loose", $"“{field.Name}”里有身份证号。身份证号只能填在身份证号一栏，这里请删去。", field.Code, row);
        if (field.Type == FieldType.Person && Masks.IsMasked(text.Text))
            yield return new Problem("record.masked", $"“{field.Name}”只显示了一部分，要改请填完整的姓名。", field.Code, row);
        if (field.Type == FieldType.Person && text.Text.Split(Masks.Separator).Any(name => name.Length > Person.LongestName))
            yield return new Problem("record.length", $"“{field.Name}”每个姓名最多{Person.LongestName}个字，几个人的用顿号隔开。", field.Code, row);
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
