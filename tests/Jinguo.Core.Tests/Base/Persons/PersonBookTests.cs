using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Persons;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Base.Persons;

public sealed class PersonBookTests : IAsyncLifetime
{
    private const string IdNumberOfZhang = "11010519491231002X";
    private const string PhoneOfZhang = "13800001234";
    private readonly TestClock clock = new();
    private TestDatabase database = null!;
    private Tree.City city = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        city = await Tree.AddCityAsync(db);
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task TwoBodiesThatWriteOneIdNumber_MeanOnePerson()
    {
        var first = await KnowAsync(city.Village, "张某某", IdNumberOfZhang, PhoneOfZhang);
        var second = await KnowAsync(city.Stranger, "张某某", IdNumberOfZhang);

        Assert.Equal(first, second);
        var person = await PersonAsync(first);
        Assert.Equal((city.Village.Id, new DateOnly(1949, 12, 31), Sex.Female), (person.OrganisationId, person.BirthDate, person.Sex));
    }

    [Fact]
    public async Task WithoutIdNumber_NameAndPhoneTell_ElseTheNameWithinTheBody()
    {
        var first = await KnowAsync(city.Village, "张某某", phone: PhoneOfZhang);

        Assert.Equal(first, await KnowAsync(city.Stranger, "张某某", phone: PhoneOfZhang));
        Assert.Equal(first, await KnowAsync(city.Village, "张某某"));
        Assert.NotEqual(first, await KnowAsync(city.Stranger, "张某某"));
        Assert.NotEqual(first, await KnowAsync(city.Village, "李某某", phone: PhoneOfZhang));
        Assert.NotEqual(first, await KnowAsync(city.Village, "张某某", phone: "13800005678"));
    }

    [Fact]
    public async Task AnIdNumberLearnedLater_IsAdded_AnotherOneIsAnotherWoman()
    {
        var first = await KnowAsync(city.Village, "张某某");

        Assert.Equal(first, await KnowAsync(city.Village, "张某某", IdNumberOfZhang));
        Assert.NotEqual(first, await KnowAsync(city.Village, "张某某", "440524188001010014"));
    }

    [Fact]
    public async Task OneBatchThatNamesHerTwice_EntersHerOnce()
    {
        await using var db = database.Open();
        await using var write = await db.BeginWriteAsync();
        var mention = Mention(city.Village, "张某某", IdNumberOfZhang, null);

        var known = await Book(db).KnowAsync([mention, mention, mention with { IdNumber = null }]);

        Assert.Single(known.Select(person => person.Id).Distinct());
    }

    [Fact]
    public async Task WritersAtOnce_EnterHerOnce()
    {
        var known = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => KnowAsync(number % 2 == 0 ? city.Village : city.Stranger, "张某某", IdNumberOfZhang)));

        Assert.Single(known.Distinct());
        await using var db = database.Open();
        Assert.Equal(1, await db.Persons.CountAsync());
    }

    [Fact]
    public async Task ARotation_SealsThemAnew_AndTheyAreFoundAsBefore()
    {
        var file = Path.Combine(database.Folder, "data-keys.json");
        var store = new DataKeyStore(file);
        store.Keep(DataKeys.Make(new(2026, 1, 1)));
        var seal = new PersonSeal(store, new(store), new(store));
        await using var db = database.Open();
        var first = await KnowAsync(city.Village, "张某某", IdNumberOfZhang, PhoneOfZhang, seal);
        var marks = new KeyMarks(db, store, new(store), new(store), clock);
        var rotation = new KeyRotation(db, store, marks, [new SealedPersons(db, seal)], clock);

        var key = (await rotation.AddKeyAsync()).Value!;
        var told = new List<string>();
        Assert.Equal(1, await rotation.ResealAsync((name, done, total) => { told.Add($"{name}{done}/{total}"); return Task.CompletedTask; }));

        var person = await PersonAsync(first);
        Assert.Equal((key, $"s1.{key}.", IdNumberOfZhang, PhoneOfZhang), (person.SealedWith, person.IdNumber![..(key.Length + 4)], seal.IdOf(person), seal.PhoneOf(person)));
        Assert.Equal(["人员1/1"], told);
        Assert.Equal(first, await KnowAsync(city.Stranger, "张某某", IdNumberOfZhang, seal: seal));
        Assert.Equal(0, await rotation.ResealAsync((_, _, _) => Task.CompletedTask));
    }

    private async Task<Guid> KnowAsync(Organisation body, string name, string? id = null, string? phone = null, PersonSeal? seal = null)
    {
        await using var db = database.Open();
        await using var write = await db.BeginWriteAsync();
        var known = await Book(db, seal).KnowAsync([Mention(body, name, id, phone)]);
        await db.SaveChangesAsync();
        await write.CommitAsync();
        return known[0].Id;
    }

    private static PersonMention Mention(Organisation body, string name, string? id, string? phone) => new(
        body.Region,
        body.Id,
        name,
        IdNumber.TryParse(id ?? "", out var number, out _) ? number : null,
        PhoneNumber.TryParse(phone ?? "", out var called) ? called : null);

    private PersonBook Book(Jinguo.Core.Base.Data.Db db, PersonSeal? seal = null) => new(db, seal ?? Keys.Persons, clock);

    private async Task<Person> PersonAsync(Guid id)
    {
        await using var db = database.Open();
        return await db.Persons.AsNoTracking().SingleAsync(person => person.Id == id);
    }
}
