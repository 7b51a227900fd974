using Jinguo.Core.Base.Persons;

namespace Jinguo.Core.Base.Forms;

/// <summary>One person in a person field, with the number and telephone that stand in her place.</summary>
/// <param name="Field">Code of the field.</param>
/// <param name="Place">Her place in it, from 0.</param>
/// <param name="Name">Her name.</param>
/// <param name="IdNumber">Her ID number, where given.</param>
/// <param name="Phone">Her telephone, where given.</param>
public sealed record NamedPerson(string Field, int Place, string Name, IdNumber? IdNumber, PhoneNumber? Phone);

/// <summary>The persons of a record. Pure.</summary>
public static class PersonNames
{
    /// <summary>Everybody named, field by field; whoever is named twice in one field counts once.</summary>
    /// <param name="type">The record type.</param>
    /// <param name="values">What the record holds, free of errors.</param>
    public static IReadOnlyList<NamedPerson> Of(RecordType type, RecordValues values)
    {
        var found = new List<NamedPerson>();
        foreach (var field in type.Fields.Where(field => field is { Type: FieldType.Person, Personal: true }))
        {
            var (names, ids, phones) = (Parts(values[field.Code]), NumbersOf(type, values, field, FieldType.IdNumber), NumbersOf(type, values, field, FieldType.Phone));
            for (var place = 0; place < names.Length; place++)
            {
                var id = IdNumber.TryParse(ids.ElementAtOrDefault(place) ?? "", out var number, out _) ? number : null;
                var phone = PhoneNumber.TryParse(phones.ElementAtOrDefault(place) ?? "", out var called) ? called : null;
                if (!found.Exists(one => one.Field == field.Code && one.Name == names[place] && Equals(one.IdNumber, id) && Equals(one.Phone, phone)))
                    found.Add(new(field.Code, place, names[place], id, phone));
            }
        }
        return found;
    }

    internal static int Count(TextValue? value) => Parts(value).Length;

    private static string[] NumbersOf(RecordType type, RecordValues values, Field named, FieldType kind) =>
        type.Fields.FirstOrDefault(field => field.Type == kind && field.Of == named.Code) is { } field ? Parts(values[field.Code]) : [];

    private static string[] Parts(FieldValue? value) =>
        value is TextValue text ? text.Text.Split(Masks.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
}
