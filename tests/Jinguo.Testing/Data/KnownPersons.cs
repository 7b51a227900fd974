using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Persons;
using Jinguo.Core.Records.Ledgers;

namespace Jinguo.Testing.Data;

/// <summary>Writes persons whom records name, for tests that need a person and not the record's values.</summary>
public static class KnownPersons
{
    /// <summary>Somebody whom a record of a body names.</summary>
    public static async Task<Guid> AddAsync(Db db, Organisation body, Guid record)
    {
        var person = new Person { Region = body.Region, Id = Guid.CreateVersion7(), OrganisationId = body.Id, Name = "张某某", CreatedAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) };
        db.Persons.Add(person);
        db.RecordPersons.Add(new() { Region = body.Region, RecordId = record, Field = "recipient", PersonId = person.Id });
        await db.SaveChangesAsync();
        return person.Id;
    }
}
