using Jinguo.Core.Base.Encryption;

namespace Jinguo.Core.Base.Persons;

/// <summary>Seals, opens and indexes what tells exactly who somebody is.</summary>
public sealed class PersonSeal(DataKeyStore store, FieldCipher cipher, BlindIndex index)
{
    private const string IdPurpose = "person.idNumber";
    private const string PhonePurpose = "person.phone";

    /// <summary>Name of the key that seals now.</summary>
    public string Key => store.Keys.Newest.Id;

    /// <summary>What an ID number is found by.</summary>
    public string IndexOf(IdNumber number) => index.Of(number.Text, IdPurpose);

    /// <summary>What a telephone is found by.</summary>
    public string IndexOf(PhoneNumber number) => index.Of(number.Text, PhonePurpose);

    /// <summary>What a search looks for where it holds a whole ID or phone number; null where it is a word.</summary>
    public string? IndexOf(string word) =>
        IdNumber.TryParse(word, out var id, out _) ? IndexOf(id)
        : PhoneNumber.TryParse(word, out var phone) ? IndexOf(phone)
        : null;

    /// <summary>Gives a person an ID number; birth and sex follow from it.</summary>
    public void SetId(Person person, IdNumber? number)
    {
        (person.IdNumber, person.IdIndex) = number is null ? (null, null) : (cipher.Seal(number.Text, IdPurpose, Row(person)), IndexOf(number));
        if (number is not null)
            (person.BirthDate, person.Sex) = (number.BirthDate, number.Sex);
        Reseal(person);
    }

    /// <summary>Gives a person a telephone.</summary>
    public void SetPhone(Person person, PhoneNumber? number)
    {
        (person.Phone, person.PhoneIndex) = number is null ? (null, null) : (cipher.Seal(number.Text, PhonePurpose, Row(person)), IndexOf(number));
        Reseal(person);
    }

    /// <summary>Her ID number in plain, or null.</summary>
    public string? IdOf(Person person) => person.IdNumber is { } text ? cipher.Open(text, IdPurpose, Row(person)) : null;

    /// <summary>Her telephone in plain, or null.</summary>
    public string? PhoneOf(Person person) => person.Phone is { } text ? cipher.Open(text, PhonePurpose, Row(person)) : null;

    /// <summary>Seals both with the newest key, so that one key opens the row.</summary>
    public void Reseal(Person person)
    {
        if (person.IdNumber is not null && !person.IdNumber.StartsWith(cipher.NewestPrefix, StringComparison.Ordinal))
            person.IdNumber = cipher.Seal(IdOf(person)!, IdPurpose, Row(person));
        if (person.Phone is not null && !person.Phone.StartsWith(cipher.NewestPrefix, StringComparison.Ordinal))
            person.Phone = cipher.Seal(PhoneOf(person)!, PhonePurpose, Row(person));
        person.SealedWith = person.IdNumber is null && person.Phone is null ? null : Key;
    }

    private static string Row(Person person) => person.Id.ToString("N");
}
