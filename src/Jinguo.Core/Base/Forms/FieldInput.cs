using Jinguo.Core.Base.Persons;

namespace Jinguo.Core.Base.Forms;

/// <summary>What became of a typed text: a value, a problem, or neither where the text is empty.</summary>
/// <param name="Value">The value.</param>
/// <param name="Problem">Why there is none.</param>
public sealed record FieldReading(FieldValue? Value, Problem? Problem)
{
    /// <summary>An empty field.</summary>
    public static readonly FieldReading Empty = new(null, null);
}

/// <summary>Reads what a person typed into a field, or what a cell holds as text.</summary>
public static class FieldInput
{
    private static readonly char[] Separators = ['、', ',', ';', '\n', '|'];

    private static readonly char[] NameSeparators = [.. Separators, '，', '；', '/', '／'];

    /// <summary>Reads a text.</summary>
    /// <param name="field">The field it was typed into.</param>
    /// <param name="text">The text.</param>
    /// <param name="year">The year meant by a day without one.</param>
    /// <param name="row">The row of an imported sheet, for problems.</param>
    public static FieldReading Read(Field field, string text, int year, int? row = null)
    {
        text = CleanText.Of(text);
        var even = WrittenText.Even(text);
        if (even.Length == 0)
            return FieldReading.Empty;
        return field.Type switch
        {
            FieldType.Date or FieldType.DateRange => ReadDays(field, even, year, row),
            FieldType.Number => ReadNumber(field, even, row),
            FieldType.Money => ReadMoney(field, even, row),
            FieldType.Choice => ReadChoice(field, even, row),
            FieldType.Choices => ReadChoices(field, even, row),
            FieldType.Flag => ReadFlag(field, even, row),
            FieldType.File => ReadFiles(even),
            FieldType.Organisation => Found(new TextValue(even)),
            FieldType.Person => ReadNames(text),
            FieldType.IdNumber or FieldType.Phone => ReadNumbers(field, even, row),
            // Words stay as written: full-width signs belong to Chinese text.
            _ => Found(new TextValue(text.Trim().ReplaceLineEndings("\n"))),
        };
    }

    private static FieldReading Found(FieldValue value) => new(value, null);

    private static FieldReading Wrong(Field field, string code, string expected, string text, int? row)
    {
        var shown = text.Length > 30 ? text[..30] + "…" : text;
        return new FieldReading(null, new Problem($"record.{code}", $"“{field.Name}”填的是“{shown}”，{expected}", field.Code, row));
    }

    private static FieldReading ReadFiles(string text)
    {
        var files = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return files.Length == 0 ? FieldReading.Empty : Found(new ListValue(files));
    }

    private static FieldReading ReadNames(string text)
    {
        var names = text.Split(NameSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length == 0 ? FieldReading.Empty : Found(new TextValue(string.Join(Masks.Separator, names)));
    }

    /// <summary>Numbers in their normal form. A masked one is kept as it is: it stands for the number that is stored.</summary>
    private static FieldReading ReadNumbers(Field field, string text, int? row)
    {
        var numbers = new List<string>();
        foreach (var part in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // The number itself is never repeated: what is wrong goes into findings that are kept.
            var problem = "认不出这个电话号码，请填手机号或带区号的固定电话。";
            if (Masks.IsMasked(part))
                numbers.Add(part);
            else if (field.Type == FieldType.IdNumber && IdNumber.TryParse(part, out var id, out problem))
                numbers.Add(id.Text);
            else if (field.Type == FieldType.Phone && PhoneNumber.TryParse(part, out var phone))
                numbers.Add(phone.Text);
            else
                return new(null, new($"record.{(field.Type == FieldType.IdNumber ? "idnumber" : "phone")}", $"“{field.Name}”{problem}", field.Code, row));
        }
        return numbers.Count == 0 ? FieldReading.Empty : Found(new TextValue(string.Join(Masks.Separator, numbers)));
    }

    private static FieldReading ReadDays(Field field, string text, int year, int? row)
    {
        if (!DayText.TryParse(text, year, out var days))
            return Wrong(field, "day", "认不出是哪一天，请写成 2009年5月4日 或 2009-05-04。", text, row);
        if (field.Type == FieldType.Date && days.First != days.Last)
            return Wrong(field, "day", "请填到具体的一天，例如 2009年5月4日。", text, row);
        return Found(new DaysValue(days));
    }

    private static FieldReading ReadNumber(Field field, string text, int? row)
    {
        if (!Quantity.TryParse(text, out var quantity, out var unit) || !(unit == field.Unit || IsUnit(unit)))
            return Wrong(field, "number", $"认不出是多少。请只填一个数，例如 {(field.Hedge ? "30、约30 或 30余" : "30")}{field.Unit}。", text, row);
        if (unit.Length > 0 && !IsSameUnit(unit, field.Unit))
            return Wrong(field, "unit", $"单位应是“{field.Unit}”，请核对这个数。", text, row);
        return Found(new NumberValue(quantity));
    }

    /// <summary>False for words that only follow a number, as in 三十来个吧: then it is the number that cannot be read.</summary>
    private static bool IsUnit(string written) =>
        written.Length == 0 || UnitWords.IsUnit(written);

    private static bool IsSameUnit(string written, string expected) =>
        UnitWords.AreAlike(written, expected);

    private static FieldReading ReadMoney(Field field, string text, int? row)
    {
        if (!Quantity.TryParse(text, out var quantity, out var unit) || !IsUnit(unit))
            return Wrong(field, "money", "认不出是多少钱。请只填一个金额，例如 5000 或 1.2万元。", text, row);
        // 1.2万 in a field of 万元 is 12,000 元, not 1.2 万 times 万: the reader has already multiplied.
        var saysScale = text.AsSpan().IndexOfAny('千', '万', '亿') >= 0;
        var factor = unit switch
        {
            "元" or "圆" or "块" or "块钱" or "元人民币" => 1m,
            "" => saysScale ? 1m : ScaleOf(field.Unit),
            "角" => 0.1m,
            "分" => 0.01m,
            _ => 0m,
        };
        if (factor == 0)
            return Wrong(field, "unit", "金额的单位应是元或万元，请核对。", text, row);
        if (Math.Abs(quantity.Value) > RecordChecks.Greatest)
            return Wrong(field, "money", "金额太大了，请核对单位。", text, row);
        var cents = quantity.Value * factor * 100;
        if (cents != decimal.Truncate(cents))
            return Wrong(field, "money", "金额最多到分（两位小数），请核对。", text, row);
        return Found(new MoneyValue((long)cents, quantity.Hedge));
    }

    /// <summary>What a bare number stands for under a heading with this unit.</summary>
    private static decimal ScaleOf(string unit) => unit switch
    {
        "百元" => 100m,
        "千元" => 1000m,
        "万元" => 10_000m,
        "百万元" => 1_000_000m,
        "亿元" => 100_000_000m,
        _ => 1m,
    };

    private static FieldReading ReadChoice(Field field, string text, int? row) =>
        FindOption(field, text) is { } option
            ? Found(new ChoiceValue(option.Code))
            : Wrong(field, "option", $"请从这些里选一个：{Names(field)}。", text, row);

    private static FieldReading ReadChoices(Field field, string text, int? row)
    {
        var chosen = new List<string>();
        foreach (var part in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (FindOption(field, part) is not { } option)
                return Wrong(field, "option", $"只能从这些里选，用顿号隔开：{Names(field)}。", part, row);
            if (!chosen.Contains(option.Code, StringComparer.Ordinal))
                chosen.Add(option.Code);
        }

        return chosen.Count == 0 ? FieldReading.Empty : Found(new ListValue(chosen));
    }

    private static Option? FindOption(Field field, string text) =>
        field.Options.FirstOrDefault(option => option.Name == text || option.Code == text || WrittenText.Even(option.Name) == text);

    private static string Names(Field field) => string.Join("、", field.Options.Select(option => option.Name));

    private static FieldReading ReadFlag(Field field, string text, int? row) => text.ToUpperInvariant() switch
    {
        "是" or "有" or "√" or "✓" or "对" or "1" or "Y" or "YES" or "TRUE" or "ON" => Found(new FlagValue(true)),
        "否" or "无" or "没有" or "×" or "✗" or "不是" or "0" or "N" or "NO" or "FALSE" or "OFF" => Found(new FlagValue(false)),
        _ => Wrong(field, "flag", "请填“是”或“否”。", text, row),
    };
}
