using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.ClientKeys;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Publishing;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.Reorganisations;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;

namespace Jinguo.Core.Tests.Figures;

/// <summary>A city with a few measures of every kind, in whose books tests write and read.</summary>
internal sealed class Books : IAsyncDisposable
{
    public const string Trainings = "training.sessions";
    public const string Participants = "training.participants";
    public const string Money = "donations.money";
    public const string Homes = "venues.homes";
    public const string Received = "reception.items";
    public const string Replied = "reception.replied";
    public const string ReplyRate = "reception.rate";
    public const string Mortality = "health.mortality";

    /// <summary>Sensitive, as <see cref="Matters"/> is.</summary>
    public const string Violence = "cases.violence";
    public const string Matters = "cases.matters";

    private Books(TestDatabase database, Tree.City city) => (Database, City) = (database, city);

    public TestDatabase Database { get; }

    public Tree.City City { get; }

    public TestClock Clock { get; } = new();

    public MeasureCatalogCache Measures { get; } = new();

    public static async Task<Books> OpenAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var city = await Tree.AddCityAsync(db);
        db.Measures.AddRange(
            Measure(1, Trainings, "培训期数", "期", MeasureKind.Flow),
            Measure(2, Participants, "培训人次", "人次", MeasureKind.Flow, options: ["skills", "law"]),
            Measure(3, Money, "捐款额", "元", MeasureKind.Flow, decimals: 2),
            Measure(4, Homes, "妇女之家数", "个", MeasureKind.Stock, options: ["village"]),
            Measure(5, Received, "接待件次", "件次", MeasureKind.Flow),
            Measure(6, Replied, "答复件次", "件次", MeasureKind.Flow),
            Measure(7, ReplyRate, "答复率", "%", MeasureKind.Ratio, decimals: 1, formula: $"{Replied} / {Received} * 100"),
            Measure(8, Mortality, "孕产妇死亡率", "1/10万", MeasureKind.Observed, decimals: 1));
        db.Measures.AddRange(Sensitive(Measure(9, Violence, "家暴投诉", "件次", MeasureKind.Flow)));
        db.Measures.AddRange(Sensitive(Measure(12, Matters, "按问题", "件次", MeasureKind.Flow, options: ["marriage", "labour"])));
        await db.SaveChangesAsync();
        return new(database, city);
    }

    /// <summary>Makes the books say of a record exactly this.</summary>
    public async Task PostAsync(Guid record, Organisation body, params IReadOnlyList<FactDraft> facts)
    {
        await using var db = Database.Open();
        await using var write = await db.BeginWriteAsync();
        await new FactBook(db, Clock, Measures).PostAsync(new Posting(new(RecordRef.Ledger, record), body.Id, facts), Actor.CommandLine);
        await write.CommitAsync();
    }

    /// <summary>A new record.</summary>
    public Task PostAsync(Organisation body, params IReadOnlyList<FactDraft> facts) => PostAsync(Guid.CreateVersion7(), body, facts);

    /// <summary>A reader at a body, with everything below it.</summary>
    public static Actor Reader(Organisation body) => new(Guid.CreateVersion7(), "张某某", body.Id, body.Region, body.Path, [new(Role.Chair, RoleScope.Subtree)]);

    /// <summary>Lets the clock stand at the beginning of a month (yyyy-MM) and publishes what ended before, as the job does.</summary>
    public async Task<int> PublishAsync(string month, int threshold = SensitiveThreshold.Usual)
    {
        Clock.Set(new(Day($"{month}-01").ToDateTime(new(1, 0)), TimeSpan.FromHours(8)));
        await using var db = Database.Open();
        return await new SensitivePublisher(db, new FactBook(db, Clock, Measures), Measures, new(threshold), Clock).PublishAsync(passesUp: month[^2..] is "01" or "07");
    }

    /// <summary>Reorganises, as the command line does it; it must be done.</summary>
    public async Task<ReorganisationEffect> ReorganiseAsync(string from, Func<ReorganisationService, ReorganisationOrder, Task<Outcome<ReorganisationEffect>>> act)
    {
        var done = await TryAsync(from, act);
        return done.Done ? done.Value : throw new InvalidOperationException(done.Problems[0].Text);
    }

    /// <summary>Reorganises, or says why not.</summary>
    public async Task<Outcome<ReorganisationEffect>> TryAsync(string from, Func<ReorganisationService, ReorganisationOrder, Task<Outcome<ReorganisationEffect>>> act, Actor? actor = null)
    {
        await using var db = Database.Open();
        var service = new ReorganisationService(db, new Visible(db, actor ?? Actor.CommandLine), new ChangeLog(db, Clock), new SentForms(db, Clock), new FactBook(db, Clock, Measures), [], Clock);
        return await act(service, new(Guid.CreateVersion7(), Day(from), "云政发〔2026〕8号"));
    }

    public async Task<FigureTable> ReadAsync(FigureQuestion question, Actor? reader = null)
    {
        await using var db = Database.Open();
        var answer = await Book(db, reader).ReadAsync(question);
        return answer.Done ? answer.Value : throw new InvalidOperationException(answer.Problems[0].Text);
    }

    public async Task<Figure> ReadAsync(Organisation body, string key, string period, DateTime? knownAt = null) =>
        (await ReadAsync(new(body.Id, [FigureKey.Parse(key)], Span(period)) { KnownAt = knownAt })).Total[0];

    public FigureBook Book(Db db, Actor? reader = null) => new(db, new Visible(db, reader ?? Actor.CommandLine), Measures, Clock);

    public static Period Span(string code) => Period.TryParse(code, out var period) ? period : throw new FormatException(code);

    public static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    public static FactDraft Draft(string measure, string day, long value, string hedge = "", string? option = null) => new(measure, option, Day(day), value, hedge);

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static IEnumerable<Measure> Sensitive(Measure measure)
    {
        measure.IsSensitive = true;
        yield return measure;
        foreach (var (place, code) in PublishedCounts.CodesOf(measure.Code).Index())
        {
            var published = PublishedCounts.New(code, measure);
            published.Id = measure.Id + 1 + place;
            PublishedCounts.Describe(published, measure);
            yield return published;
        }
    }

    private static Measure Measure(int id, string code, string name, string unit, MeasureKind kind, int decimals = 0, string? formula = null, string[]? options = null)
    {
        var measure = new Measure { Id = id, Code = code, Name = name, Unit = unit, Kind = kind, Decimals = decimals, Formula = formula, Pack = "test", Group = "测试", Order = id };
        measure.Options.AddRange((options ?? []).Select((option, place) => new MeasureOption { Number = place + 1, Code = option, Name = option }));
        measure.Definitions.Add(new() { Version = 1, Text = $"{name}，旧口径", ValidFrom = new(2000, 1, 1), ValidTo = new(2024, 12, 31) });
        measure.Definitions.Add(new() { Version = 2, Text = $"{name}，新口径", Issuer = "云川市妇联", DocumentNumber = "云妇发〔2024〕12号", ValidFrom = new(2025, 1, 1) });
        return measure;
    }
}
