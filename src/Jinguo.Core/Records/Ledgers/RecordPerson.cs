using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>Who is meant by a name in a record.</summary>
public sealed class RecordPerson
{
    /// <summary>Region of the record.</summary>
    public int Region { get; set; }

    /// <summary>The record.</summary>
    public Guid RecordId { get; set; }

    /// <summary>Code of the field.</summary>
    public required string Field { get; set; }

    /// <summary>Place of the name in the field, from 0.</summary>
    public int Place { get; set; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; set; }
}

/// <summary>Keeps the persons of records: whoever a record names is known, and stays the same until the name is another.</summary>
public sealed class RecordPersons(Db db, PersonBook book)
{
    /// <summary>The persons of some records, by record.</summary>
    public async Task<ILookup<Guid, RecordPerson>> ReadAsync(IReadOnlyCollection<Guid> records, CancellationToken cancel = default) =>
        (await db.RecordPersons.AsNoTracking().Where(row => records.Contains(row.RecordId)).ToListAsync(cancel)).ToLookup(row => row.RecordId);

    /// <summary>Brings the persons of some records into line with their values, in the caller's transaction. The caller saves.</summary>
    /// <param name="entries">The records with what they hold now.</param>
    /// <param name="areNew">True where they had no persons before.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The persons by record.</returns>
    public async Task<ILookup<Guid, RecordPerson>> KeepAsync(IReadOnlyList<LedgerEntry> entries, bool areNew, CancellationToken cancel = default)
    {
        var named = entries.SelectMany(entry => PersonNames.Of(entry.Type, entry.Values).Select(person => (entry.Record, Person: person))).ToList();
        var ids = entries.Select(entry => entry.Record.Id).ToList();
        var before = areNew ? [] : await db.RecordPersons.Where(row => ids.Contains(row.RecordId)).ToListAsync(cancel);
        var known = await book.KnowAsync(
            [.. named.Select(one => new PersonMention(
                one.Record.Region, one.Record.OrganisationId, one.Person.Name, one.Person.IdNumber, one.Person.Phone,
                before.Find(row => row.RecordId == one.Record.Id && row.Field == one.Person.Field && row.Place == one.Person.Place)?.PersonId))],
            cancel);
        var now = named.Zip(known, (one, person) => new RecordPerson { Region = one.Record.Region, RecordId = one.Record.Id, Field = one.Person.Field, Place = one.Person.Place, PersonId = person.Id }).ToList();
        foreach (var row in now)
        {
            if (before.Find(old => old.RecordId == row.RecordId && old.Field == row.Field && old.Place == row.Place) is { } old)
                old.PersonId = row.PersonId;
            else
                db.RecordPersons.Add(row);
        }
        db.RecordPersons.RemoveRange(before.Where(old => !now.Exists(row => row.RecordId == old.RecordId && row.Field == old.Field && row.Place == old.Place)));
        return now.ToLookup(row => row.RecordId);
    }
}

internal sealed class RecordPersonTable : IEntityTypeConfiguration<RecordPerson>
{
    public void Configure(EntityTypeBuilder<RecordPerson> table)
    {
        table.ToTable("record_persons");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.RecordId, row.Field, row.Place });
        table.HasIndex(row => row.RecordId);
        table.HasIndex(row => row.PersonId);
        table.Property(row => row.Field).HasMaxLength(40);
    }
}
