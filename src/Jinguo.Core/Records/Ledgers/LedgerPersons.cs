using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Persons;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>A known person in the ledgers of a body, masked.</summary>
/// <param name="Id">Key of the person.</param>
/// <param name="Name">Her name, masked.</param>
/// <param name="IdNumber">Her ID number, masked; null while unknown.</param>
/// <param name="Phone">Her telephone, masked; null while unknown.</param>
/// <param name="Records">How many records of the body name her.</param>
/// <param name="LastDay">Day of the last of them.</param>
public sealed record LedgerPerson(Guid Id, string Name, string? IdNumber, string? Phone, int Records, DateOnly LastDay);

/// <summary>
/// The persons whom the reader's own body handles: names stay with the body that knows them (product.md, principle 5), and
/// are masked there, too. Numbers are found as a whole, through their blind index.
/// </summary>
public sealed class LedgerPersons(Db db, Visible visible, PersonSeal seal)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 50;

    private Actor Actor => visible.Actor;

    /// <summary>A page of persons, who was named last first.</summary>
    /// <param name="name">Her whole name, or null for all.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<PageOf<LedgerPerson>> ListAsync(string? name, int page, CancellationToken cancel = default)
    {
        var named = Named(Handled());
        if (name?.Trim() is { Length: > 0 } wanted)
        {
            var bearers = db.Persons.Where(person => person.Name == wanted).Select(person => person.Id);
            named = named.Where(one => bearers.Contains(one.PersonId));
        }
        var groups = named.GroupBy(one => one.PersonId).Select(group => new { Id = group.Key, Records = group.Select(one => one.RecordId).Distinct().Count(), LastDay = group.Max(one => one.Day) });
        var shown = await groups.OrderByDescending(group => group.LastDay).ThenBy(group => group.Id).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var ids = shown.ConvertAll(group => group.Id);
        var known = await db.Persons.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
        return new(shown.ConvertAll(group => Masked(known[group.Id], group.Records, group.LastDay)), await groups.CountAsync(cancel));
    }

    /// <summary>The person with this whole ID or phone number, of those the body handles; null where there is none, or the text is no number.</summary>
    public async Task<Guid?> FindByNumberAsync(string? number, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(number) || seal.IndexOf(number) is not { } index)
            return null;
        var found = await db.Persons.Where(person => person.IdIndex == index || person.PhoneIndex == index)
            .OrderByDescending(person => person.IdIndex == index).ThenBy(person => person.Id).Select(person => (Guid?)person.Id).ToListAsync(cancel);
        var handled = found.Count == 0 ? [] : await Named(Handled()).Where(one => found.Contains(one.PersonId)).Select(one => (Guid?)one.PersonId).Distinct().ToListAsync(cancel);
        return found.Find(handled.Contains);
    }

    /// <summary>A person with the records that name her and that the body handles, the newest first; null where there are none.</summary>
    /// <param name="id">The person.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<(LedgerPerson Person, IReadOnlyList<Record> Records)?> FindAsync(Guid id, int page, CancellationToken cancel = default)
    {
        var links = db.RecordPersons;
        var records = Handled().Where(record => links.Any(link => link.Region == record.Region && link.PersonId == id && link.RecordId == record.Id));
        var shown = await records.AsNoTracking().OrderByDescending(record => record.Day).ThenByDescending(record => record.Id)
            .Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        if (await records.CountAsync(cancel) is not (> 0 and var count))
            return null;
        var person = await db.Persons.AsNoTracking().SingleAsync(one => one.Id == id, cancel);
        return (Masked(person, count, await records.MaxAsync(record => record.Day, cancel)), shown);
    }

    // Within her right, and of those only what her own body wrote or has.
    private IQueryable<Record> Handled()
    {
        var (region, own) = (Actor.Region, Actor.OrganisationId);
        var records = visible.Of<Record>(Right.LedgerRead).Where(record => !record.Withdrawn);
        return records.Where(record => record.Region == region && record.OrganisationId == own);
    }

    private IQueryable<NamedPerson> Named(IQueryable<Record> records) =>
        records.Join(db.RecordPersons, record => new { record.Region, record.Id }, link => new { link.Region, Id = link.RecordId }, (record, link) => new NamedPerson { PersonId = link.PersonId, RecordId = record.Id, Day = record.Day });

    private LedgerPerson Masked(Person person, int records, DateOnly lastDay) => new(
        person.Id,
        Masks.Name(person.Name),
        seal.IdOf(person) is { } number ? Masks.IdNumber(number) : null,
        seal.PhoneOf(person) is { } phone ? Masks.Phone(phone) : null,
        records,
        lastDay);

    private sealed class NamedPerson
    {
        public Guid PersonId { get; init; }

        public Guid RecordId { get; init; }

        public DateOnly Day { get; init; }
    }
}
