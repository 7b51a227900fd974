using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Persons;

namespace Jinguo.Core.Base.Forms;

/// <summary>Seals the ID numbers and telephones of a record for the database, and opens them again.</summary>
public sealed class SealedFields(DataKeyStore store, FieldCipher cipher, PersonSeal persons)
{
    /// <summary>Name of the key that seals now.</summary>
    public string Key => store.Keys.Newest.Id;

    /// <summary>Whether a record holds something to seal.</summary>
    public static bool Concern(RecordType type, RecordValues values) => type.Fields.Any(field => field.IsSealed && values[field.Code] is not null);

    /// <summary>The values as they are stored.</summary>
    /// <param name="type">The record type.</param>
    /// <param name="values">In plain.</param>
    /// <param name="row">Key of the record.</param>
    public RecordValues Seal(RecordType type, RecordValues values, Guid row) =>
        Change(type, values, (field, text) => cipher.Seal(text, Purpose(field), row.ToString("N")));

    /// <summary>The values in plain.</summary>
    /// <exception cref="DataKeysException">The key is missing, or the text was changed.</exception>
    public RecordValues Open(RecordType type, RecordValues values, Guid row) =>
        Change(type, values, (field, text) => FieldCipher.IsSealed(text) ? cipher.Open(text, Purpose(field), row.ToString("N")) : text);

    /// <summary>The values with indexes in place of what is sealed: equal where the values are equal, telling nothing.</summary>
    public RecordValues Blind(RecordType type, RecordValues values) => Change(type, values, (_, text) => string.Join(' ', Words(text)));

    /// <summary>What a search for a whole number finds.</summary>
    public IEnumerable<string> Words(string numbers) => numbers.Split(Masks.Separator).Select(number => persons.IndexOf(number) ?? "");

    /// <summary>What a search looks for in place of a whole ID or phone number; null where it is a word.</summary>
    public string? IndexOf(string word) => persons.IndexOf(word);

    private static RecordValues Change(RecordType type, RecordValues values, Func<Field, string, string> change) =>
        type.Fields.Where(field => field.IsSealed).Aggregate(values, (changed, field) =>
            values[field.Code] is TextValue text ? changed.With(field.Code, new TextValue(change(field, text.Text))) : changed);

    private static string Purpose(Field field) => "record." + field.Code;
}
