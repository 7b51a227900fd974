using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.ClientKeys;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Highlights;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Search;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Reorganisations;
using Jinguo.Core.Reports.Checking;
using Jinguo.Core.Reports.Templates;
using Jinguo.Core.Reports.Writing;
using Jinguo.Office.Documents;
using Jinguo.Office.Word;
using Jinguo.Testing;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;

namespace Jinguo.Core.Tests.Reports;

/// <summary>A city with the shipped packs, in which tests post facts and make reports.</summary>
internal sealed class ReportOffice : IAsyncDisposable
{
    private ReportOffice(TestDatabase database, Tree.City city) => (Database, City, Types) = (database, city, new(Keys.Fields, Clock));

    public static ReportAddress Address { get; } = new("https://jinguo.example.cn");

    public TestDatabase Database { get; }

    public Tree.City City { get; }

    public TestClock Clock { get; } = new();

    public MeasureCatalogCache Measures { get; } = new();

    public RecordTypeCatalogCache Types { get; }

    public Actor Chair => Person(City.County, Role.Chair);

    public static async Task<ReportOffice> OpenAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var office = new ReportOffice(database, await Tree.AddCityAsync(db));
        Assert.Empty(await new PackLoader(db, office.Clock, office.Measures, office.Types).LoadFolderAsync(RepositoryFolder.At("packs")));
        return office;
    }

    public static Actor Person(Organisation body, Role role, RoleScope scope = RoleScope.Subtree) =>
        new(Guid.CreateVersion7(), "张某某", body.Id, body.Region, body.Path, [new(role, scope)]);

    /// <summary>Posts one fact: <c>"2026-03-08 training.participants/housekeeping 50余"</c>; values in the measure's unit.</summary>
    public async Task PostAsync(Organisation body, params string[] facts)
    {
        await using var db = Database.Open();
        var catalog = await Measures.GetAsync(db);
        await using var write = await db.BeginWriteAsync();
        foreach (var fact in facts)
        {
            var parts = fact.Split(' ');
            var name = parts[1].Split('/');
            var digits = parts[2].TrimEnd('余', '近', '约');
            var scale = (decimal)Math.Pow(10, catalog.Get(name[0]).Decimals);
            var draft = new FactDraft(name[0], name.ElementAtOrDefault(1), DateOnly.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture),
                (long)(decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) * scale), parts[2][digits.Length..]);
            await new FactBook(db, Clock, Measures).PostAsync(new Posting(new(RecordRef.Ledger, Guid.CreateVersion7()), body.Id, [draft]), Actor.CommandLine);
        }
        await write.CommitAsync();
    }

    /// <summary>Moves a body below another from a day on.</summary>
    public async Task MoveAsync(Organisation body, Organisation parent, string from)
    {
        await using var db = Database.Open();
        var service = new ReorganisationService(db, new Visible(db, Actor.CommandLine), new ChangeLog(db, Clock), new SentForms(db, Clock), new FactBook(db, Clock, Measures), [], Clock);
        var order = new ReorganisationOrder(Guid.CreateVersion7(), DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), "云政发〔2026〕8号");
        Assert.True((await service.MoveAsync(new(body.Id, parent.Id), order)).Done);
    }

    public async Task<Guid> HighlightAsync(Organisation body, string topic, string day, string text)
    {
        await using var db = Database.Open();
        var row = new Highlight { Region = body.Region, SourceKind = RecordRef.Ledger, SourceId = Guid.CreateVersion7(), OrganisationId = body.Id, Topic = topic, Day = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Text = text };
        db.Highlights.Add(row);
        await db.SaveChangesAsync();
        return row.SourceId;
    }

    /// <summary>A record's name, as it is found by.</summary>
    public async Task NameAsync(Organisation body, string day, string title)
    {
        await using var db = Database.Open();
        await new SearchIndex(db).PutAsync([new(body.Region, Guid.CreateVersion7(), SearchKinds.Record, body.Id, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), title, title)]);
    }

    /// <summary>Does something as a person, in a context of its own as a request does.</summary>
    public async Task<T> AsAsync<T>(Actor actor, Func<Desk, Task<T>> act, StatementCounter? counter = null)
    {
        await using var db = counter is null ? Database.Open() : Database.Open(counter);
        return await act(new Desk(Database, Clock, Measures, Types, db, actor));
    }

    public Task<TemplateWords> WordsAsync() => AsAsync(Actor.CommandLine, desk => desk.Words.ReadAsync());

    public Task<IReadOnlyList<FigureHeading>> HeadingsAsync() => AsAsync(Actor.CommandLine, desk => desk.Figures.ListHeadingsAsync());

    /// <summary>A report of 2026 from a template with these paragraphs; it must be made.</summary>
    public Task<Report> MakeAsync(Actor actor, Organisation body, params string[] paragraphs) => MakeAsync(actor, body, FigureTree.AsWas, paragraphs);

    /// <summary>The same, its figures on a tree.</summary>
    public async Task<Report> MakeAsync(Actor actor, Organisation body, FigureTree tree, params string[] paragraphs)
    {
        var made = await AsAsync(actor, desk => desk.Service.MakeAsync(new(Guid.CreateVersion7(), body.Id, "2026", "试用", tree), new OpenedTemplate("试用", Template(paragraphs)), actor));
        return made.Done ? made.Value : throw new InvalidOperationException(string.Join(' ', made.Problems.Select(problem => problem.Text)));
    }

    /// <summary>The text of the newest draft before its annex.</summary>
    public async Task<IReadOnlyList<string>> TextAsync(Actor actor, Guid report) =>
        [.. DraftComparison.TextOf(WordText.Read(new MemoryStream(await FileAsync(actor, report)))).Select(paragraph => paragraph.Text).Where(text => text.Trim().Length > 0)];

    public Task<byte[]> FileAsync(Actor actor, Guid report) =>
        AsAsync(actor, async desk => await desk.Reader.ReadFileAsync((await desk.Reader.FindAsync(report))!.Draft));

    public static byte[] Template(params string[] paragraphs)
    {
        using var docx = new MemoryStream();
        WordWriter.Write(new Document("", [.. paragraphs.Select(text => text.StartsWith("# ", StringComparison.Ordinal) ? (Block)new Heading(1, text[2..]) : new Paragraph(text))]), HouseStyle.Standard, docx);
        return docx.ToArray();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}

/// <summary>The services of one person.</summary>
internal sealed class Desk
{
    public Desk(TestDatabase database, TestClock clock, MeasureCatalogCache measures, RecordTypeCatalogCache types, Db db, Actor actor)
    {
        var visible = new Visible(db, actor);
        var files = new FileStore(db, clock, new(Path.Combine(database.Folder, "files")));
        var changes = new ChangeLog(db, clock);
        Figures = new(db, visible, measures, clock);
        Words = new(Figures, new(async cancel => [.. (await types.GetAsync(db, cancel)).All.Select(type => new Topic(type.Type.Code, type.Type.Name))]));
        Library = new(db, actor, files, new(RepositoryFolder.At("packs", "templates")));
        Templates = new(db, visible, files, Words, changes, clock);
        Writer = new(Words, new(Figures), new(visible), ReportOffice.Address);
        Service = new(db, visible, Writer, Library, files, changes, clock);
        Reader = new(db, visible, new(Figures), files);
        Batch = new(db, visible, Service, Reader);
        Taught = new(db, visible, Figures, new(File.ReadAllText(RepositoryFolder.At("packs", "checking", "lexicon.json"))), changes, clock);
        Checker = new(Figures, new(Figures), visible, Taught, new(Reader), new(db, visible));
        (Db, Visible) = (db, visible);
    }

    public Db Db { get; }

    public Visible Visible { get; }

    public FigureBook Figures { get; }

    public TemplateWordsReader Words { get; }

    public TemplateLibrary Library { get; }

    public TemplateService Templates { get; }

    public ReportWriter Writer { get; }

    public ReportService Service { get; }

    public ReportReader Reader { get; }

    public ReportBatch Batch { get; }

    public TaughtWords Taught { get; }

    public DraftChecker Checker { get; }
}
