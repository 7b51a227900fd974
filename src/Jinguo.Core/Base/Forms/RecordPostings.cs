namespace Jinguo.Core.Base.Forms;

/// <summary>One fact that a record makes when it counts.</summary>
/// <param name="Measure">The measure's code.</param>
/// <param name="Option">The option of its breakdown, or null where the record leaves it open.</param>
/// <param name="Day">The day on which it counts.</param>
/// <param name="Value">In the measure's smallest unit: 10^-decimals of the unit, money in 分. Never zero.</param>
/// <param name="Hedge">How it is approximate.</param>
/// <param name="Person">Code of the field whose persons it counts, each by a fact of her own; null where it counts no persons.</param>
public sealed record PostingLine(string Measure, string? Option, DateOnly Day, long Value, HedgeWord Hedge, string? Person = null);

/// <summary>What a record counts towards: the pure way from a record to its facts.</summary>
public static class RecordPostings
{
    /// <summary>
    /// The facts of a record. A flow counts on the record's day, which of several is the last; a stock counts from that day
    /// and, where the register entry has ended, is taken back on the day it ended.
    /// </summary>
    /// <param name="type">The record type.</param>
    /// <param name="values">What the record holds, free of errors of <see cref="RecordChecks"/>.</param>
    public static IReadOnlyList<PostingLine> From(RecordType type, RecordValues values)
    {
        if (values.Day is not { } day)
            return [];
        var lines = new List<PostingLine>();
        foreach (var rule in type.Posts)
        {
            if (Line(type, rule, values, day) is not { } line)
                continue;
            lines.Add(line);
            if (rule.Measure.Kind == DeclaredKind.Stock && values.Until is { } until)
                lines.Add(line with { Day = until, Value = -line.Value });
        }

        return lines;
    }

    private static PostingLine? Line(RecordType type, PostingRule rule, RecordValues values, DateOnly day)
    {
        Operand ValueOf(string code) => values.Operand(type, code);
        if (rule.When is { } when && when.Holds(ValueOf) != true)
            return null;
        if (rule.Person is { } person && values[person] is null)
            return null;
        if (rule.Value.Number(ValueOf) is not { } number)
            return null;
        var smallest = number;
        for (var digit = 0; digit < rule.Measure.Decimals; digit++)
        {
            smallest *= 10;
        }

        var value = (long)decimal.Round(smallest, MidpointRounding.AwayFromZero);
        var option = rule.BreakdownOption ?? (rule.BreakdownField is { } field ? (values[field] as ChoiceValue)?.Code : null);
        return value == 0 ? null : new PostingLine(rule.Measure.Code, option, day, value, HedgeOf(rule.Value, values), rule.Person);
    }

    /// <summary>A number taken as it stands keeps its word; one reckoned from approximate numbers is 约.</summary>
    private static HedgeWord HedgeOf(Formula formula, RecordValues values)
    {
        if (formula.SingleCode is { } single)
            return HedgeOf(values[single]);
        return formula.Codes.Any(code => HedgeOf(values[code]) != HedgeWord.None) ? HedgeWord.About : HedgeWord.None;
    }

    private static HedgeWord HedgeOf(FieldValue? value) => value switch
    {
        NumberValue number => number.Quantity.Hedge,
        MoneyValue money => money.Hedge,
        _ => HedgeWord.None,
    };
}
