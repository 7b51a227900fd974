using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Notices;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Testing;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>云川市, whose county handles cases since January 2026: a chair who supervises and two officers. Today is 20 November 2026.</summary>
internal sealed class CaseDesk : IAsyncDisposable
{
    private readonly MeasureCatalogCache measures = new();

    private CaseDesk(TestDatabase database, Tree.City city) => (Database, City) = (database, city);

    public static CaseWords Words { get; } = CaseWords.Read(File.ReadAllText(RepositoryFolder.At("packs", "cases", "words.json")));

    /// <summary>The holidays that are announced; a test may announce more.</summary>
    public WorkCalendar Calendar { get; set; } = WorkCalendarReader.Read(File.ReadAllText(RepositoryFolder.At("packs", "calendar", "holidays.json")));

    public TestDatabase Database { get; }

    public Tree.City City { get; }

    public TestClock Clock { get; } = new();

    public Actor Chair { get; private set; } = null!;

    public Actor Officer { get; private set; } = null!;

    public Actor Colleague { get; private set; } = null!;

    /// <summary>The chair of the city above.</summary>
    public Actor Superior { get; private set; } = null!;

    public static async Task<CaseDesk> OpenAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var desk = new CaseDesk(database, await Tree.AddCityAsync(db));
        var pack = await File.ReadAllTextAsync(RepositoryFolder.At("packs", "reception.json"));
        Assert.Empty(await new PackLoader(db, desk.Clock, desk.measures, new(Keys.Fields, desk.Clock)).LoadAsync([new("reception.json", pack)]));
        desk.Chair = await desk.PersonAsync("李某某", Role.Chair, desk.City.County);
        desk.Officer = await desk.PersonAsync("赵某某", Role.Officer, desk.City.County);
        desk.Colleague = await desk.PersonAsync("钱某某", Role.Officer, desk.City.County);
        desk.Superior = await desk.PersonAsync("孙某某", Role.Chair, desk.City.Top);
        Done(await desk.ActAsync(service => service.SwitchOnAsync(new(2026, 1, 1), "安妇访"), desk.Chair));
        return desk;
    }

    /// <summary>Somebody with a role that reaches everything below her body.</summary>
    public async Task<Actor> PersonAsync(string name, Role role, Organisation body)
    {
        await using var db = Database.Open();
        var account = await AccountRows.AddAsync(db, $"{role}-{Guid.NewGuid():N}", name, [(body, role, RoleScope.Subtree)]);
        return new(account.Id, name, body.Id, body.Region, body.Path, [new(role, RoleScope.Subtree)]);
    }

    /// <summary>An instant of a day in China: <c>2026-11-06 09:20</c>.</summary>
    public static DateTime At(string instant) =>
        DateTime.SpecifyKind(DateTime.ParseExact(instant, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) - TimeSpan.FromHours(8), DateTimeKind.Utc);

    /// <summary>A visit about domestic violence, yellow; or otherwise.</summary>
    public static CaseInput Input(string at = "2026-11-06 09:20", string channel = "visit", string category = "violence", string risk = "yellow", params (CaseField Field, string Text)[] texts)
    {
        var all = new Dictionary<CaseField, string> { [CaseField.Name] = "张某某", [CaseField.Request] = "希望有人制止家暴" };
        foreach (var (field, text) in texts)
            all[field] = text;
        return new(Guid.CreateVersion7(), channel, "claim", category, risk, At(at), all);
    }

    /// <summary>Does something in a context of its own, as a request does, a second after what was done before.</summary>
    public async Task<T> WithAsync<T>(Actor actor, Func<CaseHands, Task<T>> act)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        await using var db = Database.Open();
        return await act(new(db, actor, Words, Calendar, measures, Clock, new(Path.Combine(Database.Folder, "files"))));
    }

    public Task<T> ActAsync<T>(Func<CaseService, Task<T>> act, Actor? actor = null) => WithAsync(actor ?? Officer, hands => act(hands.Service));

    public Task<T> ReadAsync<T>(Func<CaseReader, Task<T>> read, Actor? actor = null) => WithAsync(actor ?? Officer, hands => read(hands.Reader));

    public async Task<T> DraftAsync<T>(Actor actor, Func<CaseDrafts, Task<T>> act)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        await using var db = Database.Open();
        return await act(new(db, actor, new(Keys.Cipher, Keys.Index), Clock));
    }

    /// <summary>Receives a case that must be taken.</summary>
    public async Task<Case> ReceiveAsync(CaseInput input, Actor? actor = null) => Done(await ActAsync(service => service.ReceiveAsync(input), actor));

    /// <summary>Moves a case on; it must be done.</summary>
    public async Task<Case> MoveAsync(Case one, CaseAct act, string at, Actor? actor = null) => Done(await TryAsync(one, act, at, actor));

    /// <summary>Moves a case on, or says why not.</summary>
    public Task<Outcome<Case>> TryAsync(Case one, CaseAct act, string at, Actor? actor = null) =>
        ActAsync(service => service.MoveAsync(act, new(Guid.CreateVersion7(), one.Id, one.Version, At(at), $"{act.Name()}，已告知本人")), actor);

    /// <summary>What waits for somebody about cases, with the count of it that the frame shows.</summary>
    public Task<IReadOnlyList<Notice>> NoticesAsync(Actor actor) => WithAsync(actor, async hands =>
    {
        var board = new NoticeBoard([hands.Notices], Clock);
        var notices = await board.ListAsync([]);
        Assert.Equal((await board.CountAsync()).Total, notices.Count);
        return notices;
    });

    /// <summary>What the books say of a measure at a body with everything below it.</summary>
    public async Task<long> CountAsync(string measure, Organisation body, string? option = null)
    {
        await using var db = Database.Open();
        var found = (await measures.GetAsync(db)).Get(measure);
        var number = option is null ? 0 : found.Options.Single(one => one.Code == option).Number;
        return await db.Sums.Where(sum => sum.MeasureId == found.Id && sum.OrganisationId == body.Id && sum.Option == number && sum.MonthOrYear < 10_000).SumAsync(sum => sum.Value);
    }

    /// <summary>The rows behind a figure of 2026 at a body with everything below it.</summary>
    public async Task<FactPage> RowsAsync(string measure, Organisation body, Actor actor)
    {
        await using var db = Database.Open();
        var visible = new Visible(db, actor);
        return Done(await new FigureExplainer(db, visible, new(db, visible, measures, Clock), measures).ListFactsAsync(body.Id, new(measure), Period.Year(2026), page: 1, size: 50));
    }

    /// <summary>The acts in the trail of a case, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> TrailAsync(Case one)
    {
        await using var db = Database.Open();
        return [.. (await new ChangeLog(db, Clock).ListAsync(CaseService.SubjectKind, $"{one.Id}")).Select(change => change.Act).Reverse()];
    }

    public static T Done<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Done, string.Join(' ', outcome.Problems.Select(problem => problem.Text)));
        return outcome.Value;
    }

    public static string Refusal<T>(Outcome<T> outcome)
    {
        Assert.False(outcome.Done);
        return outcome.Problems[0].Code;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
