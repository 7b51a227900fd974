using System.CommandLine;
using System.Text;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Files;
using Jinguo.Testing.Data;
using Jinguo.Testing.Postgres;
using Jinguo.Testing.Web;
using Jinguo.Web.Commands;
using Jinguo.Web.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Backups;

/// <summary>An installation with figures, a stored file and a case with a sealed file; a folder for its backups; and empty places to restore to.</summary>
internal sealed class BackedUp : IAsyncDisposable
{
    public const string Content = "一张登记表";

    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("jinguo-backups-");
    private readonly List<string> databases = [];

    private BackedUp(WebHost host) => Host = host;

    public WebHost Host { get; private set; }

    public Guid CaseId { get; private set; }

    public string Folder => At("backups");

    public string Keys => At("keys");

    public static async Task<BackedUp> StartAsync(Func<string, Dictionary<string, string>>? settings = null)
    {
        var one = new BackedUp(null!);
        one.Host = new WebHost { Settings = settings?.Invoke(one.Folder) ?? [] };
        await one.Host.InitializeAsync();
        var village = one.Host.City.Village;
        await one.Host.PostAsync(village, "training.participants", "2026-03-01", 1386);
        await one.AddFileAsync(Content);
        one.CaseId = await ReceivedCases.MakeAsync(one.Host, village);
        using var chair = await one.Host.SignInAsync(Role.Chair, village);
        var files = await (await chair.GetAsync($"/cases/{one.CaseId}")).FollowAsync("材料");
        await files.Form("form[enctype]").Attach("File", "病历.txt", Encoding.UTF8.GetBytes("县医院病历")).SubmitAsync("收存");
        return one;
    }

    public string At(string name) => Path.Combine(place.FullName, name);

    public async Task AddFileAsync(string content)
    {
        await using var scope = Host.ScopeAs(Actor.CommandLine);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        await using var write = await db.BeginWriteAsync();
        await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(Actor.CommandLine, Host.City.Village, "登记表.txt", stream);
        await db.SaveChangesAsync();
        await write.CommitAsync();
    }

    /// <summary>Makes a backup as the schedule does.</summary>
    public async Task<Outcome<BackupMade>> TryBackupAsync(int? kept = null, string? folder = null)
    {
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var scope = Host.ScopeAs(Actor.CommandLine);
        return await scope.ServiceProvider.GetRequiredService<BackupService>().MakeAsync(folder ?? Folder, kept);
    }

    public async Task<BackupMade> BackupAsync(int? kept = null)
    {
        var made = await TryBackupAsync(kept);
        return made.Done ? made.Value : throw new InvalidOperationException(made.Problems[0].Text);
    }

    /// <summary>The verb, on this installation.</summary>
    public Task<(int Code, string Output)> RunAsync(params string[] arguments) =>
        InvokeAsync(BackupCommand.Create(), [.. arguments, "--data", Host.Database.Folder, .. TestDatabase.OnPostgres ? new[] { "--database", Host.Database.Name } : []]);

    /// <summary>The verb that reads a backup.</summary>
    public static Task<(int Code, string Output)> CheckAsync(string backup) => InvokeAsync(BackupCommand.Create(), ["check", backup]);

    /// <summary>Nothing yet: a data folder that is not there, and on PostgreSQL an empty database.</summary>
    public async Task<Settings> NewPlaceAsync()
    {
        var settings = new Settings { Data = At($"data-{Guid.NewGuid():N}") };
        if (!TestDatabase.OnPostgres)
            return settings;
        databases.Add($"restored_{Guid.NewGuid():N}");
        await PostgresServer.Shared.CreateAsync(databases[^1]);
        settings.Database = PostgresServer.Shared.ConnectionString(databases[^1]);
        return settings;
    }

    /// <summary>The verb, to a new place.</summary>
    public static Task<(int Code, string Output)> RestoreAsync(string backup, Settings place, string? keys) => InvokeAsync(RestoreCommand.Create(),
        [backup, "--data", place.Data, .. place.Database.Length > 0 ? new[] { "--database", place.Database } : [], .. keys is null ? Array.Empty<string>() : ["--keys", keys]]);

    /// <summary>What the verb does before it proves anything, with its problems.</summary>
    public static Task<Outcome<BackupManifest>> TryRestoreAsync(string backup, Settings place, string? keys) =>
        new RestoreService(new(place.Data, place.DatabaseOrFile, place.Files, place.Keys, new DataKeyStore(keys is null ? place.DataKeysPath : Path.Combine(keys, KeyCopies.RingName)), keys)).RunAsync(backup);

    /// <summary>The services of a restored installation.</summary>
    public static ServiceProvider Open(Settings place) => new ServiceCollection().AddLogging().AddJinguo(place).BuildServiceProvider(validateScopes: true);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var database in databases)
            await PostgresServer.Shared.DropAsync(database);
        place.Delete(recursive: true);
    }

    private static async Task<(int Code, string Output)> InvokeAsync(Command command, string[] arguments)
    {
        using var output = new StringWriter();
        var code = await command.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output });
        return (code, output.ToString());
    }
}
