namespace Jinguo.Core.Base.Forms;

/// <summary>How a record reads in a report.</summary>
public static class Sentences
{
    /// <summary>The record in sentences; clauses whose fields are empty are left out.</summary>
    /// <param name="type">The record type.</param>
    /// <param name="values">What the record holds.</param>
    /// <param name="knownYear">The year of the report, left out of the days; null to print it.</param>
    public static string Of(RecordType type, RecordValues values, int? knownYear = null) =>
        string.Concat(type.Sentences
            .Where(piece => piece.When is null || piece.When.Holds(code => values.Operand(type, code)) == true)
            .Select(piece => piece.Fill((code, unit) => Print(type, values, code, unit, knownYear))));

    /// <summary>A field as printed in a sentence; a zero is left out like an empty field: nobody reports 来信0件.</summary>
    internal static string Print(RecordType type, RecordValues values, string code, bool unit, int? knownYear)
    {
        if (type.FindField(code) is not { } field || values[code] is NumberValue { Quantity.Value: 0 } or MoneyValue { Cents: 0 })
            return "";
        return FieldText.InSentence(unit ? field : field with { Unit = "" }, values[code], knownYear);
    }
}

/// <summary>How a record is called in lists.</summary>
public static class RecordTitle
{
    /// <summary>The title; the type's name where its fields are empty.</summary>
    public static string Of(RecordType type, RecordValues values)
    {
        var title = type.Title.Fill((code, unit) => Sentences.Print(type, values, code, unit, null));
        return title.Length == 0 ? type.Name : title;
    }
}
