using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Testing;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;

namespace Jinguo.Core.Tests.Samples;

/// <summary>An empty database with the three bodies and the shipped packs, into which their workbooks are imported as a cadre does it.</summary>
public sealed class ImportedSamples : IAsyncLifetime
{
    private TestDatabase? database;

    public ImportedSamples() => Types = new(Keys.Fields, Clock);

    public TestClock Clock { get; } = new();

    public MeasureCatalogCache Measures { get; } = new();

    public RecordTypeCatalogCache Types { get; }

    public TestDatabase Database => database ?? throw new InvalidOperationException("Not started.");

    /// <summary>The bodies by name.</summary>
    public Dictionary<string, Organisation> Bodies { get; } = [];

    /// <summary>What became of each workbook's rows.</summary>
    public Dictionary<string, ImportFindings> Findings { get; } = [];

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await using (var db = Database.Open())
        {
            await AddBodiesAsync(db);
            Assert.Empty(await new PackLoader(db, Clock, Measures, Types).LoadFolderAsync(RepositoryFolder.At("packs")));
        }
        foreach (var year in SampleYear.All)
            Findings[year.Organisation] = await ImportAsync(year);
    }

    /// <summary>Imports the workbook of a body from the command line.</summary>
    public async Task<ImportFindings> ImportAsync(SampleYear year)
    {
        await using var db = Database.Open();
        var visible = new Visible(db, Actor.CommandLine);
        var changes = new ChangeLog(db, Clock);
        var service = new LedgerService(db, Clock, Types, new(db, new(db, Keys.Persons, Clock)), new(db, Clock, Measures), changes, []);
        var files = new FileStore(db, Clock, new(Path.Combine(Database.Folder, "files")));
        var imports = new ImportService(db, visible, Clock, files, Types, new(db, visible, Types, service, Clock), service, changes, new JobQueue(db, Clock));
        await using var workbook = File.OpenRead(year.WorkbookPath);
        var key = Guid.CreateVersion7();
        Assert.True((await imports.BringAsync(key, Bodies[year.Organisation].Id, year.Workbook, workbook)).Done);
        return (await imports.WriteAsync(key, new())).Value!;
    }

    public Task DisposeAsync() => Database.DisposeAsync().AsTask();

    private async Task AddBodiesAsync(Db db)
    {
        Bodies["鹰潭市妇联"] = await Tree.AddAsync(db, "360600000000", Level.City, "鹰潭市妇联");
        Bodies["北流市妇联"] = await Tree.AddAsync(db, "450981000000", Level.County, "北流市妇联");
        var town = Bodies["东山镇妇联"] = await Tree.AddAsync(db, "530381101000", Level.Township, "东山镇妇联");
        string[] villages = ["协法村妇联", "安迪村妇联", "马场村妇联"];
        foreach (var (name, number) in villages.Select((name, number) => (name, number)))
            Bodies[name] = await Tree.AddAsync(db, $"53038110120{number}", Level.Village, name, town);
    }
}
