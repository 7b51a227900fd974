using System.Collections.Immutable;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Base.Forms;

/// <summary>
/// What a record holds: the values of its filled fields by field code. Immutable and equal by content, so that
/// "nothing changed" can be told.
/// </summary>
public sealed class RecordValues : IEquatable<RecordValues>
{
    /// <summary>A record in which nothing is filled.</summary>
    public static readonly RecordValues Empty = new(ImmutableSortedDictionary.Create<string, FieldValue>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, FieldValue> values;

    private RecordValues(ImmutableSortedDictionary<string, FieldValue> values) => this.values = values;

    /// <summary>The filled fields' codes in ordinal order.</summary>
    public IEnumerable<string> Codes => values.Keys;

    /// <summary>The value of a field, or null where it is empty.</summary>
    public FieldValue? this[string code] => values.GetValueOrDefault(code);

    /// <summary>The days of the record: of its field <c>day</c>, or null where that is empty.</summary>
    public Period? Days => (this[RecordType.DayField] as DaysValue)?.Days;

    /// <summary>The day on which the record counts: the last of its days.</summary>
    public DateOnly? Day => Days?.Last;

    /// <summary>The day on which a register entry ended, or null.</summary>
    public DateOnly? Until => (this[RecordType.UntilField] as DaysValue)?.Days.Last;

    /// <summary>The values with one more or another; null empties the field.</summary>
    public RecordValues With(string code, FieldValue? value) =>
        new(value is null ? values.Remove(code) : values.SetItem(code, value));

    /// <summary>The values where empty fields have taken their defaults.</summary>
    public RecordValues WithDefaults(RecordType type)
    {
        var filled = this;
        foreach (var field in type.Fields)
        {
            if (field.Default.Length > 0 && filled[field.Code] is null)
                filled = filled.With(field.Code, FieldInput.Read(field, field.Default, Day?.Year ?? 1).Value);
        }

        return filled;
    }

    /// <summary>Codes of the fields in which this and another record differ, in ordinal order.</summary>
    public IReadOnlyList<string> DifferencesFrom(RecordValues other) =>
        [.. Codes.Union(other.Codes, StringComparer.Ordinal).Where(code => !Equals(this[code], other[code])).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public bool Equals(RecordValues? other) =>
        other is not null && values.Count == other.values.Count && values.All(pair => Equals(other[pair.Key], pair.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecordValues);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (code, value) in values)
        {
            hash.Add(code, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>What a field is within a formula: money in 元, several days as the last, an unticked flag as no.</summary>
    internal Operand Operand(RecordType type, string code) => this[code] switch
    {
        TextValue text => Forms.Operand.Of(text.Text),
        NumberValue number => Forms.Operand.Of(number.Quantity.Value),
        MoneyValue money => Forms.Operand.Of(money.Cents / 100m),
        DaysValue days => Forms.Operand.Of(days.Days.Last),
        ChoiceValue choice => Forms.Operand.Of(choice.Code),
        ListValue => Forms.Operand.Other,
        FlagValue flag => Forms.Operand.Of(flag.Truth),
        _ => type.FindField(code)?.Type == FieldType.Flag ? Forms.Operand.Of(false) : Forms.Operand.Missing,
    };
}
