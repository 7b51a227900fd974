using Jinguo.Core.Base.Persons;

namespace Jinguo.Core.Base.Forms;

/// <summary>What is shown of the personal fields of a record (domain-rules §10.3), and what a mask that comes back stands for. Pure.</summary>
public static class MaskedValues
{
    /// <summary>The values with every personal field masked.</summary>
    public static RecordValues Of(RecordType type, RecordValues values) =>
        type.Fields.Where(field => field.Personal).Aggregate(values, (masked, field) => masked.With(field.Code, Of(field, values[field.Code])));

    /// <summary>
    /// The values typed into a form that was shown masked: a personal field that still holds its mask keeps what is stored.
    /// </summary>
    /// <param name="type">The record type.</param>
    /// <param name="typed">What came back.</param>
    /// <param name="stored">What is stored.</param>
    public static RecordValues Kept(RecordType type, RecordValues typed, RecordValues stored) =>
        type.Fields.Where(field => field.Personal).Aggregate(typed, (kept, field) =>
            typed[field.Code] is TextValue text && Masks.IsMasked(text.Text) && text.Equals(Of(field, stored[field.Code])) ? kept.With(field.Code, stored[field.Code]) : kept);

    /// <summary>One text as it is shown masked.</summary>
    public static string Text(Field field, string text) => field.Type switch
    {
        FieldType.Person when field.Minor => Masks.Child(text),
        FieldType.Person => Masks.Name(text),
        FieldType.IdNumber => Masks.IdNumber(text),
        FieldType.Phone => Masks.Phone(text),
        FieldType.Text or FieldType.LongText => Masks.Address(text),
        _ => text,
    };

    private static FieldValue? Of(Field field, FieldValue? value) => value is TextValue text && !Masks.IsMasked(text.Text) ? new TextValue(Text(field, text.Text)) : value;
}
