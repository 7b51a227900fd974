using System.Security.Cryptography;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Files;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Jinguo.Web.Commands;
using Jinguo.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Backups;

/// <summary>A backup comes back as it was, with its keys, into an empty place; or nothing happens at all.</summary>
[Trait("Needs", "pg_dump")]
public sealed class RestoreTests : IAsyncLifetime
{
    // Before cases had files.
    private const string Earlier = "CaseReception";

    private BackedUp one = null!;
    private string backup = "";

    public async Task InitializeAsync()
    {
        one = await BackedUp.StartAsync();
        var (_, output) = await one.RunAsync(one.Folder, "--keys", one.Keys);
        backup = output.Split('\t')[0];
    }

    public async Task DisposeAsync() => await one.DisposeAsync();

    [Fact]
    public async Task FiguresTrailFilesAndSealedTexts_AreThereAgain()
    {
        var place = await one.NewPlaceAsync();
        var (code, output) = await BackedUp.RestoreAsync(backup, place, one.Keys);

        Assert.True(code == CommandLine.Done, output);
        Assert.Contains("1份信访个案的材料，全部一致", output, StringComparison.Ordinal);
        Assert.Contains("没有发现改动", output, StringComparison.Ordinal);
        await using var restored = BackedUp.Open(place);
        await using var scope = restored.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        Assert.NotEmpty(await SumsAsync(place.DatabaseOrFile));
        Assert.Equal(await SumsAsync(one.Host.Database.Name), await SumsAsync(place.DatabaseOrFile));
        await using (var content = scope.ServiceProvider.GetRequiredService<FileStore>().Open(await db.StoredFiles.SingleAsync()))
            Assert.Equal(BackedUp.Content, await new StreamReader(content).ReadToEndAsync());

        Assert.Equal("希望有人制止家暴", await ReadRequestAsync(scope.ServiceProvider));
        var files = scope.ServiceProvider.GetRequiredService<CaseFileReader>();
        var file = Assert.Single((await files.ListAsync(one.CaseId))!.Files).File;
        Assert.Equal("县医院病历", Encoding.UTF8.GetString((await files.OpenAsync(one.CaseId, file.Id))!.Content));
        Assert.Equal(1, await db.Set<Core.Base.Changes.Change>().CountAsync(change => change.Act == "backup.restored"));
    }

    [Fact]
    public async Task WithoutTheKeys_OrWithOthers_NothingIsRestored()
    {
        var place = await one.NewPlaceAsync();
        Assert.Equal((CommandLine.Problems, ""), await BackedUp.RestoreAsync(backup, place, keys: null));
        Assert.Equal("restore.keys.missing", Assert.Single((await BackedUp.TryRestoreAsync(backup, place, keys: null)).Problems).Code);

        var others = one.At("other-keys");
        new DataKeyStore(Path.Combine(others, KeyCopies.RingName)).Keep(DataKeys.Make(new(2026, 1, 1)));
        Assert.Equal("restore.keys.others", Assert.Single((await BackedUp.TryRestoreAsync(backup, place, others)).Problems).Code);
        Assert.False(Directory.Exists(place.Data));
        Assert.True((await BackedUp.TryRestoreAsync(backup, place, one.Keys)).Done);
    }

    [Theory]
    [InlineData("database")]
    [InlineData("file")]
    [InlineData("manifest")]
    [InlineData("missing")]
    public async Task AFlippedByte_AndAMissingFile_AreFound_AndNothingIsRestored(string what)
    {
        var manifest = BackupManifest.Read(backup).Value!;
        var pooled = Path.Combine(one.Folder, "files", manifest.Files[0].Path);
        var victim = what switch { "database" => Path.Combine(backup, manifest.Own[0].Path), "manifest" => Path.Combine(backup, BackupManifest.FileName), _ => pooled };
        if (what == "missing")
        {
            File.Delete(victim);
        }
        else
        {
            var bytes = await File.ReadAllBytesAsync(victim);
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(victim, bytes);
        }

        var place = await one.NewPlaceAsync();
        var problem = Assert.Single((await BackedUp.TryRestoreAsync(backup, place, one.Keys)).Problems);
        Assert.Contains(victim, problem.Text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place.Data));
        var (code, output) = await BackedUp.CheckAsync(backup);
        Assert.Equal(CommandLine.Problems, code);
        Assert.Contains(victim, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APlaceThatIsNotEmpty_IsLeftAsItIs()
    {
        var place = await one.NewPlaceAsync();
        Directory.CreateDirectory(place.Data);
        var mine = Path.Combine(place.Data, "mine.txt");
        await File.WriteAllTextAsync(mine, "别动");
        Assert.Equal("restore.data.used", Assert.Single((await BackedUp.TryRestoreAsync(backup, place, one.Keys)).Problems).Code);
        Assert.Equal([mine], Directory.GetFileSystemEntries(place.Data));

        File.Delete(mine);
        Directory.CreateDirectory(place.Data + ".jinguo-restore/files");
        Assert.True((await BackedUp.TryRestoreAsync(backup, place, one.Keys)).Done);
        Assert.False(Directory.Exists(place.Data + ".jinguo-restore"));
        if (!TestDatabase.OnPostgres)
            return;
        var again = new Settings { Data = one.At("again"), Database = place.Database };
        Assert.Equal("restore.database.used", Assert.Single((await BackedUp.TryRestoreAsync(backup, again, one.Keys)).Problems).Code);
        Assert.False(Directory.Exists(again.Data));
    }

    [Fact]
    public async Task TheFolderOfAllBackups_AndAnotherKindOfDatabase_AreAnsweredInWords()
    {
        var place = await one.NewPlaceAsync();
        Assert.Equal((CommandLine.Usage, ""), await BackedUp.RestoreAsync(one.Folder, place, one.Keys));
        var other = new Settings { Data = place.Data, Database = TestDatabase.OnPostgres ? "" : "Host=nowhere;Database=x" };
        Assert.Equal("restore.kind", Assert.Single((await BackedUp.TryRestoreAsync(backup, other, one.Keys)).Problems).Code);
    }

    [Fact]
    public async Task ABackupOfAnEarlierVersion_IsMadeWithoutMigrating_AndMigratesWhenItIsRestored_WithAllThatItHolds()
    {
        await one.Host.PostAsync(one.Host.City.Stranger, "training.participants", "2026-04-01", 14);
        var sums = await SumsAsync(one.Host.Database.Name);
        int bodies, facts;
        await using (var db = one.Host.Database.Open())
        {
            (bodies, facts) = (await db.Organisations.CountAsync(), await db.Facts.CountAsync());
            var earlier = db.Database.GetMigrations().Single(name => name.EndsWith("_" + Earlier, StringComparison.Ordinal));
            await db.GetService<IMigrator>().MigrateAsync(earlier);
        }
        var (code, output) = await one.RunAsync(one.At("old-backups"));
        Assert.Equal(CommandLine.Done, code);
        var path = output.Split('\t')[0];
        Assert.EndsWith(Earlier, BackupManifest.Read(path).Value!.Migration, StringComparison.Ordinal);
        await using (var db = one.Host.Database.Open())
            Assert.NotEmpty(await db.Database.GetPendingMigrationsAsync());

        var place = await one.NewPlaceAsync();
        (code, output) = await BackedUp.RestoreAsync(path, place, one.Keys);
        Assert.True(code == CommandLine.Done, output);
        // What `verify` and `audit verify` say.
        Assert.Contains($"核对了{facts}笔", output, StringComparison.Ordinal);
        Assert.Contains("全部一致", output, StringComparison.Ordinal);
        Assert.Contains("没有发现改动", output, StringComparison.Ordinal);
        await using var restored = BackedUp.Open(place);
        await using var scope = restored.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<Db>();
        Assert.Empty(await now.Database.GetPendingMigrationsAsync());
        Assert.Equal((bodies, facts), (await now.Organisations.CountAsync(), await now.Facts.CountAsync()));
        Assert.Equal(sums, await SumsAsync(place.DatabaseOrFile));
        await using (var content = scope.ServiceProvider.GetRequiredService<FileStore>().Open(await now.StoredFiles.SingleAsync()))
            Assert.Equal(BackedUp.Content, await new StreamReader(content).ReadToEndAsync());
        Assert.Equal("希望有人制止家暴", await ReadRequestAsync(scope.ServiceProvider));
    }

    [Theory]
    [InlineData("29990101000000_Later", "由较新的版本（9.0.0）制作")]
    [InlineData("20261121000000_Earliest", "由太早的版本（9.0.0）制作")]
    public async Task ABackupThatThisVersionCannotBringUpToDate_IsRefused(string migration, string words)
    {
        var manifest = BackupManifest.Read(backup).Value!;
        var file = Path.Combine(backup, BackupManifest.FileName);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file))
            .Replace(manifest.Migration, migration, StringComparison.Ordinal).Replace(manifest.Version, "9.0.0", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(backup, "manifest.sha256"), $"{Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file)))}  manifest.json\n");
        var problem = Assert.Single((await BackedUp.TryRestoreAsync(backup, await one.NewPlaceAsync(), one.Keys)).Problems);
        Assert.Contains(words, problem.Text, StringComparison.Ordinal);
    }

    // What the case asks for, sealed, as its handler reads it; from then on the services are hers.
    private async Task<string?> ReadRequestAsync(IServiceProvider services)
    {
        var village = one.Host.City.Village;
        var handler = await services.GetRequiredService<Db>().Accounts.AsNoTracking().FirstAsync(account => account.UserName.StartsWith("case-"));
        services.GetRequiredService<CurrentActor>().Actor = new(handler.Id, handler.Name, village.Id, village.Region, village.Path, [new(Role.Chair, RoleScope.Own)]);
        return (await services.GetRequiredService<CaseReader>().OpenAsync(one.CaseId, fullFor: null))![CaseField.Request];
    }

    private static async Task<List<string>> SumsAsync(string database)
    {
        await using var db = TestDatabase.Open(database);
        return await db.Set<Core.Facts.Sum>().OrderBy(sum => sum.OrganisationId).ThenBy(sum => sum.MeasureId).ThenBy(sum => sum.Option).ThenBy(sum => sum.MonthOrYear).ThenBy(sum => sum.Stripe)
            .Select(sum => $"{sum.Tree} {sum.OrganisationId} {sum.MeasureId} {sum.Option} {sum.MonthOrYear} {sum.Value}").ToListAsync();
    }
}
