using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.ClientKeys;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Posts;
using Jinguo.Core.Records.Reorganisations;
using Jinguo.Core.Tests.Records.Ledgers;
using Jinguo.Testing;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Posts;

/// <summary>云川市 with the measures of packs/posts.json, where a township enters terms and posts. Today is 20 November 2026.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly MeasureCatalogCache measures = new();

    private PostOffice(TestDatabase database, Tree.City city) => (Database, City) = (database, city);

    public TestDatabase Database { get; }

    public Tree.City City { get; }

    public TestClock Clock { get; } = new();

    public Actor Township => Ledger.Chair(City.Township);

    public static async Task<PostOffice> OpenAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var office = new PostOffice(database, await Tree.AddCityAsync(db));
        var pack = await File.ReadAllTextAsync(RepositoryFolder.At("packs", "posts.json"));
        Assert.Empty(await new PackLoader(db, office.Clock, office.measures, new(Keys.Fields, office.Clock)).LoadAsync([new("posts.json", pack)]));
        return office;
    }

    public static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    /// <summary>张某某 as chair, elected; or another kind, entry and name.</summary>
    public static NewHolder Holder(string name = "张某某", PostKind kind = PostKind.Chair, PostEntry entry = PostEntry.Election) => new(name, kind, entry);

    /// <summary>A first term of five years with a chair, two part-time vice chairs and eleven executives in all.</summary>
    public static TermInput Term(Organisation body, string from = "2024-03-08", int number = 1, Seats? seats = null, int years = 5) =>
        new(Guid.CreateVersion7(), body.Id, number, Day(from), years, seats ?? new(11, 0, 0, 0, 2));

    /// <summary>Does an act in a context of its own, as a request does.</summary>
    public async Task<T> ActAsync<T>(Func<PostService, Task<T>> act, Actor? actor = null)
    {
        await using var db = Database.Open();
        return await act(new(db, new(db, actor ?? Township), new(db, Clock), new(db, Keys.Persons, Clock), new(db, Clock, measures), Clock));
    }

    public async Task<T> ReadAsync<T>(Func<PostReader, Task<T>> read, Actor? actor = null)
    {
        await using var db = Database.Open();
        return await read(new(db, new(db, actor ?? Township)));
    }

    public async Task<T> ListAsync<T>(Func<TermList, Task<T>> read, Actor? actor = null)
    {
        await using var db = Database.Open();
        return await read(new(db, new(db, actor ?? Township), Clock));
    }

    /// <summary>Begins a term that must be taken.</summary>
    public async Task<Term> BeginAsync(TermInput input, Actor? actor = null) => Done(await ActAsync(service => service.BeginAsync(input), actor));

    /// <summary>Elects; it must be taken.</summary>
    public async Task<Election> ElectAsync(Term term, string day, params IReadOnlyList<NewHolder> holders) => Done(await TryElectAsync(term, day, holders));

    /// <summary>Elects, or says why not.</summary>
    public Task<Outcome<Election>> TryElectAsync(Term term, string day, params IReadOnlyList<NewHolder> holders) =>
        ActAsync(service => service.ElectAsync(new(Guid.CreateVersion7(), term.Id, Day(day), holders), term.OrganisationId), Actor.CommandLine);

    /// <summary>Reorganises, as the command line does it; it must be done.</summary>
    public async Task<ReorganisationEffect> ReorganiseAsync(string from, Func<ReorganisationService, ReorganisationOrder, Task<Outcome<ReorganisationEffect>>> act)
    {
        await using var db = Database.Open();
        var service = new ReorganisationService(db, new Visible(db, Actor.CommandLine), new ChangeLog(db, Clock), new SentForms(db, Clock), new FactBook(db, Clock, measures), [new BodyTermEnding(db, Actor.CommandLine, new ChangeLog(db, Clock), new FactBook(db, Clock, measures))], Clock);
        return Done(await act(service, new(Guid.CreateVersion7(), Day(from), "云政发〔2026〕8号")));
    }

    /// <summary>The post held now by this name.</summary>
    public async Task<Post> PostAsync(string name)
    {
        await using var db = Database.Open();
        var (posts, persons) = (db.Set<Post>(), db.Set<Core.Base.Persons.Person>());
        return await posts.AsNoTracking().SingleAsync(post => post.Until == null && persons.Any(person => person.Id == post.PersonId && person.Name == name));
    }

    /// <summary>What the books say of a measure at a body with everything below it, at the end of a day.</summary>
    public async Task<long> CountAsync(string measure, Organisation body, DateOnly? day = null, string? option = null)
    {
        await using var db = Database.Open();
        var found = (await measures.GetAsync(db)).Get(measure);
        var number = option is null ? 0 : found.Options.Single(one => one.Code == option).Number;
        if (day is null && option is null)
            return await db.Sums.Where(sum => sum.MeasureId == found.Id && sum.OrganisationId == body.Id && sum.Option == 0 && sum.MonthOrYear < 10_000).SumAsync(sum => sum.Value);
        var (path, end, last) = (body.Path, OrganisationPath.End(body.Path), day ?? DateOnly.MaxValue);
        return await db.Facts.Where(fact => fact.MeasureId == found.Id && string.Compare(fact.Path, path) >= 0 && string.Compare(fact.Path, end) < 0 && fact.Day <= last && (number == 0 || fact.Option == number)).SumAsync(fact => fact.Value);
    }

    public static T Done<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Done, string.Join(' ', outcome.Problems.Select(problem => problem.Text)));
        return outcome.Value;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
