using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Base.Forms;

/// <summary>Values as text: for cells and inputs, where they are read back, and for sentences.</summary>
public static class FieldText
{
    /// <summary>
    /// For an input, a list or an exported cell: without unit (the heading has it), and such that
    /// <see cref="FieldInput.Read"/> gives the same value again.
    /// </summary>
    public static string Plain(Field field, FieldValue? value) => value switch
    {
        TextValue text => text.Text,
        NumberValue number => number.Quantity.ToString(),
        MoneyValue money when field.Unit == "万元" => (money.InYuan with { Value = money.Cents / 1_000_000m }).ToString(),
        MoneyValue money => money.InYuan.ToString(),
        DaysValue days => PlainDays(days.Days),
        ChoiceValue choice => field.FindOption(choice.Code)?.Name ?? choice.Code,
        ListValue list => string.Join("、", list.Codes.Select(code => field.FindOption(code)?.Name ?? code)),
        FlagValue flag => flag.Truth ? "是" : "否",
        _ => "",
    };

    /// <summary>Within a sentence: with unit, days in words, texts without a closing full stop.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Its value.</param>
    /// <param name="knownYear">A year the reader knows already; days within it are printed without it.</param>
    public static string InSentence(Field field, FieldValue? value, int? knownYear) => value switch
    {
        NumberValue number => number.Quantity.InSentence(field.Unit),
        MoneyValue money => money.InYuan.InSentence("元"),
        DaysValue days => DayText.Print(days.Days, knownYear),
        TextValue text => text.Text.TrimEnd('。', '.', '；', ';', ' ', '\n'),
        _ => Plain(field, value),
    };

    private static string PlainDays(Period days) =>
        days.First == days.Last ? $"{days.First:yyyy-MM-dd}" : $"{days.First:yyyy-MM-dd}至{days.Last:yyyy-MM-dd}";
}
