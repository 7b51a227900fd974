namespace Jinguo.Core.Base.Forms;

/// <summary>What became of a whole form or row.</summary>
/// <param name="Values">The values that could be read, defaults included.</param>
/// <param name="Problems">What could not be read.</param>
public sealed record RecordReading(RecordValues Values, IReadOnlyList<Problem> Problems);

/// <summary>Reads a form as typed, or a row of a workbook, into values. Whether they fit the type is for <see cref="RecordChecks"/>.</summary>
public static class RecordInput
{
    /// <summary>Reads the texts by field code; a field with a default takes it when its text is empty.</summary>
    /// <param name="type">The record type.</param>
    /// <param name="texts">The texts by field code. Codes the type does not know are passed over: a form has other inputs too.</param>
    /// <param name="year">The year meant by a day without one.</param>
    /// <param name="row">The row of an imported sheet, for problems.</param>
    public static RecordReading Read(RecordType type, IReadOnlyDictionary<string, string> texts, int year, int? row = null)
    {
        var values = RecordValues.Empty;
        var problems = new List<Problem>();
        foreach (var field in type.Fields)
        {
            if (!texts.TryGetValue(field.Code, out var text))
                continue;
            var reading = FieldInput.Read(field, text, year, row);
            values = values.With(field.Code, reading.Value);
            if (reading.Problem is { } problem)
                problems.Add(problem);
        }

        return new RecordReading(values.WithDefaults(type), problems);
    }
}
