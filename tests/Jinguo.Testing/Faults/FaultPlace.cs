using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Testing.Data;
using Jinguo.Testing.Postgres;
using Jinguo.Testing.Processes;
using Jinguo.Testing.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Jinguo.Testing.Faults;

/// <summary>An installation whose processes are killed: a data folder, a database of its own, the platform on one port, and who uses it.</summary>
public sealed class FaultPlace : IAsyncDisposable
{
    /// <summary>Facts in the older database.</summary>
    public const int OldFacts = 12;

    private const string Password = "Mulan-2026-yes";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jinguo-faults-");
    private readonly List<string> others = [];
    private readonly int port = FreePort();
    private readonly string? postgresName;
    private ProductProcess? product;
    private string? old;

    private FaultPlace(string? postgresName) => this.postgresName = postgresName;

    /// <summary>True where it is on PostgreSQL.</summary>
    public bool OnPostgres => postgresName is not null;

    /// <summary>The bodies.</summary>
    public Tree.City City { get; private set; } = null!;

    /// <summary>A folder beside the data: for backups and files to bring.</summary>
    public string Beside => folder.FullName;

    /// <summary>The options by which a verb finds the data.</summary>
    public IReadOnlyList<string> Options => OptionsOf(Data, Name);

    /// <summary>The chair of the village.</summary>
    public PageClient Chair { get; private set; } = null!;

    /// <summary>The chair of the township above it.</summary>
    public PageClient Township { get; private set; } = null!;

    /// <summary>The chair of the other county, who closes books that nobody writes to.</summary>
    public PageClient Stranger { get; private set; } = null!;

    /// <summary>Who reorganises.</summary>
    public PageClient Administrator { get; private set; } = null!;

    /// <summary>The process that is killed.</summary>
    public ProductProcess Product => product ?? throw new InvalidOperationException("It does not run.");

    private string Data => Path.Combine(folder.FullName, "data");

    private string Name => postgresName is null ? Path.Combine(Data, "jinguo.db") : PostgresServer.Shared.ConnectionString(postgresName);

    /// <summary>A place with 云川市 and its people, and the platform running on it.</summary>
    public static async Task<FaultPlace> CreateAsync(bool onPostgres)
    {
        var place = new FaultPlace(onPostgres ? $"faults_{Guid.NewGuid():N}" : null);
        Directory.CreateDirectory(place.Data);
        if (place.postgresName is { } name)
            await PostgresServer.Shared.CreateAsync(name);
        await using (var db = place.Open())
        {
            await db.PrepareAsync();
            place.City = await Tree.AddCityAsync(db);
            var county = place.City.All.Last(body => body.Level == Level.County);
            foreach (var (user, body, role) in new[] { ("chair", place.City.Village, Role.Chair), ("township", place.City.Township, Role.Chair), ("stranger", county, Role.Chair), ("administrator", place.City.Top, Role.SystemAdministrator) })
                await AccountRows.AddAsync(db, user, "张某某", [(body, role, RoleScope.Subtree)], Password);
        }
        await place.StartAsync();
        place.Chair = await place.SignInAsync("chair");
        place.Township = await place.SignInAsync("township");
        place.Stranger = await place.SignInAsync("stranger");
        place.Administrator = await place.SignInAsync("administrator");
        return place;
    }

    /// <summary>A context on its database.</summary>
    public Db Open() => TestDatabase.Open(Name);

    /// <summary>Starts the platform; it is ready when this comes back.</summary>
    /// <exception cref="InvalidOperationException">It does not start by itself.</exception>
    public async Task StartAsync()
    {
        if (product is not null)
            await product.DisposeAsync();
        // A job whose node was killed waits for its lease of two minutes: they are over at once.
        await using (var db = Open())
        {
            var past = TimeProvider.System.Instant().AddMinutes(-1);
            await db.Jobs.Where(job => job.State == JobState.Running).ExecuteUpdateAsync(set => set.SetProperty(job => job.LeasedUntil, past));
        }
        product = await ProductProcess.ServeAsync(port, Options);
        using var asking = new HttpClient { BaseAddress = product.Address };
        using var answer = await asking.GetAsync(new Uri("/ready", UriKind.Relative));
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"It is not ready: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Another database with the same bodies and a year of facts, as so many migrations before; gone with this place.</summary>
    /// <returns>The options by which a verb finds it, and what opens it.</returns>
    public async Task<(IReadOnlyList<string> Options, string Name)> OldAsync(int migrationsBack)
    {
        if (old is null)
        {
            old = (await OtherAsync(copyOf: null)).Name;
            await using var db = TestDatabase.Open(old);
            await db.PrepareAsync();
            await PostAsync(db, (await Tree.AddCityAsync(db)).Village);
            await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().ElementAt(^(migrationsBack + 1)));
            if (!OnPostgres)
                // All of it into the one file that is copied.
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return await OtherAsync(old);
    }

    // Of a measure of its own: the packs come with the start that is killed.
    private static async Task PostAsync(Db db, Organisation body)
    {
        var measure = new Measure { Code = "faults.visits", Name = "走访次数", Unit = "次", Kind = MeasureKind.Flow, Pack = "faults", Group = "走访" };
        measure.Definitions.Add(new() { Version = 1, Text = "走访次数", ValidFrom = new(2000, 1, 1) });
        db.Measures.Add(measure);
        await db.SaveChangesAsync();
        var facts = Enumerable.Range(1, OldFacts).Select(month => new FactDraft(measure.Code, null, new(2025, month, 1), month, "")).ToList();
        await using var write = await db.BeginWriteAsync();
        await new FactBook(db, TimeProvider.System, new MeasureCatalogCache()).PostAsync(new Posting(new(RecordRef.Ledger, Guid.CreateVersion7()), body.Id, facts), Actor.CommandLine);
        await write.CommitAsync();
    }

    private async Task<(IReadOnlyList<string> Options, string Name)> OtherAsync(string? copyOf)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder.FullName, $"other-{Guid.NewGuid():N}")).FullName;
        if (!OnPostgres)
        {
            var file = Path.Combine(data, "jinguo.db");
            if (copyOf is not null)
                File.Copy(copyOf, file);
            return (OptionsOf(data, file), file);
        }
        var name = $"faults_{Guid.NewGuid():N}";
        others.Add(name);
        await PostgresServer.Shared.CreateAsync(name, copyOf is null ? null : new NpgsqlConnectionStringBuilder(copyOf).Database);
        var connection = PostgresServer.Shared.ConnectionString(name);
        return (OptionsOf(data, connection), connection);
    }

    public async ValueTask DisposeAsync()
    {
        if (product is not null)
            await product.DisposeAsync();
        foreach (var client in new[] { Chair, Township, Stranger, Administrator })
            client?.Dispose();
        foreach (var name in others.Append(postgresName).OfType<string>())
            await PostgresServer.Shared.DropAsync(name);
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private string[] OptionsOf(string data, string database) => OnPostgres ? ["--data", data, "--database", database] : ["--data", data];

    private async Task<PageClient> SignInAsync(string userName)
    {
        var cookies = new CookieContainer();
        var client = new PageClient(new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Product.Address }, cookies);
        var page = await (await client.GetAsync("/sign-in?from=/account")).Form().Set("UserName", userName).Set("password", Password).SubmitAsync();
        return page.Address == "/account" ? client : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{userName} could not sign in: {page.Address}"));
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
