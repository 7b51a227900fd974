using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;
using Microsoft.EntityFrameworkCore;
using Record = Jinguo.Core.Records.Ledgers.Record;

namespace Jinguo.Core.Tests.Records.Ledgers;

/// <summary>云川市 with three ledgers: 培训 counts when saved, 评议 when accepted, 妇女之家 is a register.</summary>
public sealed class Ledger : IAsyncDisposable
{
    /// <summary>A training as it is typed.</summary>
    public const string Training = "day=2026-11-16 topic=刺绣 place=妇女之家 participants=50余 category=skills";

    public const string Pack = """
        {
          "pack": "work", "name": "妇联工作", "version": 1, "issuer": "测试", "validFrom": "2000-01-01",
          "measures": [
            { "code": "training.participants", "name": "培训人次", "unit": "人次", "kind": "flow",
              "breakdown": { "name": "类别", "options": [{ "code": "skills", "name": "技能" }, { "code": "law", "name": "法律" }] },
              "definitions": [{ "version": 1, "text": "到班人次。", "validFrom": "2000-01-01" }] },
            { "code": "training.cost", "name": "培训经费", "unit": "元", "kind": "flow", "decimals": 2,
              "definitions": [{ "version": 1, "text": "支出。", "validFrom": "2000-01-01" }] },
            { "code": "hearing.count", "name": "评议场次", "unit": "场", "kind": "flow",
              "definitions": [{ "version": 1, "text": "评议。", "validFrom": "2000-01-01" }] },
            { "code": "venue.count", "name": "妇女之家数", "unit": "个", "kind": "stock",
              "definitions": [{ "version": 1, "text": "在用的妇女之家。", "validFrom": "2000-01-01" }] }
          ],
          "recordTypes": [
            { "code": "training", "name": "培训", "group": "发展", "kind": "event", "counts": "saved", "title": "{topic}",
              "entry": ["day", "topic", "place", "participants"],
              "fields": [
                { "code": "day", "name": "日期", "type": "dateRange", "required": true },
                { "code": "topic", "name": "内容", "type": "text", "required": true, "recall": true },
                { "code": "place", "name": "地点", "type": "text", "recall": true },
                { "code": "participants", "name": "人次", "type": "number", "unit": "人次", "hedge": true, "max": 100000 },
                { "code": "women", "name": "妇女", "type": "number", "unit": "人次" },
                { "code": "category", "name": "类别", "type": "choice", "options": [{ "code": "skills", "name": "技能" }, { "code": "law", "name": "法律" }] },
                { "code": "cost", "name": "经费", "type": "money" },
                { "code": "helped", "name": "帮扶对象", "type": "person", "personal": true },
                { "code": "photos", "name": "照片", "type": "file" } ],
              "checks": [ { "test": "women <= participants", "message": "妇女不能多于人次。", "field": "women" } ],
              "posts": [ { "measure": "training.participants", "value": "participants", "breakdown": "category" }, { "measure": "training.cost", "value": "cost" } ],
              "sentences": [ { "text": "{day}[在{place}]举办{topic}培训，{participants}参加。" } ] },
            { "code": "hearing", "name": "评议", "group": "组织", "kind": "event", "counts": "accepted", "title": "{topic}评议",
              "entry": ["day", "topic"],
              "fields": [ { "code": "day", "name": "日期", "type": "date", "required": true }, { "code": "topic", "name": "内容", "type": "text", "required": true } ],
              "posts": [ { "measure": "hearing.count", "value": "1" } ],
              "sentences": [ { "text": "{day}举行{topic}评议。" } ] },
            { "code": "venue", "name": "妇女之家", "group": "组织", "kind": "register", "title": "{name}", "visitEveryMonths": 6,
              "entry": ["day", "name"],
              "fields": [ { "code": "day", "name": "建立日期", "type": "date", "required": true }, { "code": "name", "name": "名称", "type": "text", "required": true },
                { "code": "until", "name": "撤销日期", "type": "date" }, { "code": "lastVisit", "name": "最近走访", "type": "date" } ],
              "posts": [ { "measure": "venue.count", "value": "1" } ],
              "sentences": [ { "text": "建有{name}。" } ] }
          ]
        }
        """;

    private readonly MeasureCatalogCache measures = new();

    public MeasureCatalogCache Measures => measures;

    private Ledger(TestDatabase database, Tree.City city) => (Database, City, Types) = (database, city, new(Keys.Fields, Clock));

    public TestDatabase Database { get; }

    public Tree.City City { get; }

    public TestClock Clock { get; } = new();

    public RecordTypeCatalogCache Types { get; }

    public Actor Village => Chair(City.Village);

    public Actor Township => Chair(City.Township);

    public Actor Stranger => Chair(City.Stranger);

    public static async Task<Ledger> OpenAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var ledger = new Ledger(database, await Tree.AddCityAsync(db));
        Assert.Empty(await ledger.LoadAsync(db, Pack));
        return ledger;
    }

    public static Actor Chair(Organisation body, Role role = Role.Chair, RoleScope scope = RoleScope.Subtree) =>
        new(Guid.CreateVersion7(), "张某某", body.Id, body.Region, body.Path, [new(role, scope)]);

    /// <summary>The values of a form as typed: <c>"day=2026-11-16 topic=刺绣 participants=50余"</c>.</summary>
    public static Dictionary<string, string> Typed(string text) =>
        text.Split(' ').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    public async Task<RecordValues> ValuesAsync(string type, string text)
    {
        await using var db = Database.Open();
        var reading = RecordInput.Read((await Types.GetAsync(db)).Get(type).Type, Typed(text), 2026);
        Assert.Empty(reading.Problems);
        return reading.Values;
    }

    public async Task<NewRecord> NewAsync(string type, string text, Organisation? body = null) =>
        new(Guid.CreateVersion7(), type, (body ?? City.Village).Id, await ValuesAsync(type, text));

    /// <summary>Does an act in a context of its own, as a request does.</summary>
    public async Task<T> ActAsync<T>(Func<LedgerService, Task<T>> act)
    {
        await using var db = Database.Open();
        return await act(Service(db));
    }

    public LedgerService Service(Db db) => new(db, Clock, Types, new(db, new(db, Keys.Persons, Clock)), new(db, Clock, measures), new(db, Clock), []);

    /// <summary>Saves a record that must be taken, and gives its key.</summary>
    public async Task<Guid> SaveAsync(Actor actor, string type, string text, Organisation? body = null)
    {
        var input = await NewAsync(type, text, body);
        var saved = await ActAsync(service => service.SaveAsync(input, actor));
        Assert.True(saved.Done, string.Join(' ', saved.Problems.Select(problem => problem.Text)));
        return saved.Value.Id;
    }

    public async Task<Record> RecordAsync(Guid id)
    {
        await using var db = Database.Open();
        return await db.Records.AsNoTracking().SingleAsync(record => record.Id == id);
    }

    /// <summary>The sum of a measure at a body over all years.</summary>
    public async Task<long> SumAsync(string measure, Organisation body)
    {
        await using var db = Database.Open();
        var id = (await measures.GetAsync(db)).Get(measure).Id;
        return await db.Sums.Where(sum => sum.MeasureId == id && sum.OrganisationId == body.Id && sum.Option == 0 && sum.MonthOrYear < 10_000).SumAsync(sum => sum.Value);
    }

    public async Task<T> ReadAsync<T>(Actor actor, Func<LedgerReading, Task<T>> read)
    {
        await using var db = Database.Open();
        var visible = new Visible(db, actor);
        var reader = new RecordReader(db, visible, Types, measures, new ChangeLog(db, Clock));
        return await read(new(new(db, visible, Types, measures, Keys.Fields), reader, new(db, visible, Types, reader), new(db, visible, Types)));
    }

    public async Task<IReadOnlyList<PackProblem>> LoadAsync(Db db, string pack, string file = "work.json") =>
        await new PackLoader(db, Clock, measures, Types).LoadAsync([new(file, pack)]);

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}

/// <summary>What one reader may ask.</summary>
public sealed record LedgerReading(LedgerList List, RecordReader Records, ReviewQueue Queue, RecentValues Recent);
