using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Persons;

/// <summary>A person as somebody wrote her down.</summary>
/// <param name="Region">Region of the body that wrote.</param>
/// <param name="OrganisationId">The body that wrote.</param>
/// <param name="Name">Her name.</param>
/// <param name="IdNumber">Her ID number, where given.</param>
/// <param name="Phone">Her telephone, where given.</param>
/// <param name="Before">Who stood there before, or null: she stays if what is written still fits her.</param>
public sealed record PersonMention(int Region, int OrganisationId, string Name, IdNumber? IdNumber, PhoneNumber? Phone, Guid? Before = null);

/// <summary>
/// Knows who is meant: the person with the ID number; else the one with name and telephone; else the one of that name whom the
/// same body entered. Whoever is not known yet gets an entry.
/// </summary>
public sealed class PersonBook(Db db, PersonSeal seal, TimeProvider time)
{
    private const int LockClass = 4021;
    private const int LockCount = 1024;

    /// <summary>Finds or enters persons, in the caller's transaction. The caller saves.</summary>
    /// <returns>One person for each mention, in its order.</returns>
    public async Task<IReadOnlyList<Person>> KnowAsync(IReadOnlyList<PersonMention> mentions, CancellationToken cancel = default)
    {
        if (mentions.Count == 0)
            return [];
        await LockAsync(mentions, cancel);
        var known = await CandidatesAsync(mentions, cancel);
        var persons = new List<Person>(mentions.Count);
        foreach (var mention in mentions)
        {
            if (Find(known, mention) is not { } person)
            {
                person = New(mention);
                db.Persons.Add(person);
                known.Add(person);
            }
            if (person.IdIndex is null && mention.IdNumber is { } id)
                seal.SetId(person, id);
            if (person.PhoneIndex is null && mention.Phone is { } phone)
                seal.SetPhone(person, phone);
            persons.Add(person);
        }
        return persons;
    }

    private Person? Find(List<Person> known, PersonMention mention)
    {
        if (mention.IdNumber is { } id && seal.IndexOf(id) is var index && known.Find(person => person.IdIndex == index) is { } same)
            return same;
        if (known.Find(person => person.Id == mention.Before) is { } before && Fits(before, mention))
            return before;
        // An entry with another ID number is another woman of that name.
        var alike = known.Where(person => person.Name == mention.Name && (mention.IdNumber is null || person.IdIndex is null)).ToList();
        if (mention.Phone is { } phone && seal.IndexOf(phone) is var called && alike.Find(person => person.PhoneIndex == called) is { } reached)
            return reached;
        return alike.Find(person => person.OrganisationId == mention.OrganisationId && (mention.Phone is null || person.PhoneIndex is null));
    }

    private bool Fits(Person person, PersonMention mention) =>
        person.Name == mention.Name && (mention.IdNumber is null || person.IdIndex is null)
        && (mention.Phone is null || person.PhoneIndex is null || person.PhoneIndex == seal.IndexOf(mention.Phone));

    private async Task<List<Person>> CandidatesAsync(IReadOnlyList<PersonMention> mentions, CancellationToken cancel)
    {
        var ids = mentions.Where(one => one.IdNumber is not null).Select(one => seal.IndexOf(one.IdNumber!)).Distinct().ToList();
        var phones = mentions.Where(one => one.Phone is not null).Select(one => seal.IndexOf(one.Phone!)).Distinct().ToList();
        var bodies = mentions.Select(one => one.OrganisationId).Distinct().ToList();
        var names = mentions.Select(one => one.Name).Distinct().ToList();
        var before = mentions.Select(one => one.Before).OfType<Guid>().Distinct().ToList();
        return await db.Persons
            .Where(person => ids.Contains(person.IdIndex!) || phones.Contains(person.PhoneIndex!) || before.Contains(person.Id) || (bodies.Contains(person.OrganisationId) && names.Contains(person.Name)))
            .OrderBy(person => person.Id)
            .ToListAsync(cancel);
    }

    private Person New(PersonMention mention) => new()
    {
        Region = mention.Region,
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OrganisationId = mention.OrganisationId,
        Name = mention.Name,
        CreatedAt = time.Instant(),
        Version = 1,
    };

    // Two bodies that enter one woman at the same time must find the same entry: on SQLite the second waits for the first
    // anyway, on PostgreSQL for a lock on her name's place among a thousand, taken in one order.
    private async Task LockAsync(IReadOnlyList<PersonMention> mentions, CancellationToken cancel)
    {
        if (db is not PostgresDb)
            return;
        var places = mentions.SelectMany(Keys).Select(key => (int)(BitConverter.ToUInt32(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key))) % LockCount)).Distinct().Order().ToArray();
        foreach (var place in places)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockClass}, {place})", cancel);
    }

    private IEnumerable<string> Keys(PersonMention mention)
    {
        yield return mention.Name;
        if (mention.IdNumber is { } id)
            yield return seal.IndexOf(id);
    }
}

/// <summary>The sealed texts of persons.</summary>
public sealed class SealedPersons(Db db, PersonSeal seal) : ISealedRows
{
    /// <inheritdoc/>
    public string Name => "人员";

    /// <inheritdoc/>
    public Task<int> CountOldAsync(CancellationToken cancel) => Old().CountAsync(cancel);

    /// <inheritdoc/>
    public async Task<int> SealAnewAsync(int most, CancellationToken cancel)
    {
        var rows = await Old().OrderBy(person => person.Id).Take(most).ToListAsync(cancel);
        foreach (var person in rows)
            seal.Reseal(person);
        await db.SaveChangesAsync(cancel);
        return rows.Count;
    }

    private IQueryable<Person> Old()
    {
        var newest = seal.Key;
        return db.Persons.Where(person => person.SealedWith != null && person.SealedWith != newest);
    }
}
