using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Files;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Jinguo.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Backups;

/// <summary>What a backup holds, when it is one, and which stay.</summary>
[Trait("Needs", "pg_dump")]
public sealed class BackupTests : IAsyncLifetime
{
    private BackedUp one = null!;

    public async Task InitializeAsync() => one = await BackedUp.StartAsync();

    public async Task DisposeAsync() => await one.DisposeAsync();

    [Fact]
    public async Task TheVerb_WritesADatabaseAndFiles_AndTheKeysElsewhere()
    {
        var (code, output) = await one.RunAsync(one.Folder, "--keys", one.Keys);

        Assert.Equal(CommandLine.Done, code);
        var backup = output.Split('\t')[0];
        var manifest = BackupManifest.Read(backup).Value!;
        Assert.Equal((2, 0), (manifest.Files.Count, manifest.Lost.Count));
        Assert.Equal(2, manifest.Marks.Count);
        Assert.Equal((CommandLine.Done, $"备份完好：数据库和2个文件都与备份时一致。{Environment.NewLine}"), await BackedUp.CheckAsync(backup));
        var ring = await File.ReadAllTextAsync(Path.Combine(one.Host.Database.Folder, "keys", "data-keys.json"));
        Assert.Equal(ring, await File.ReadAllTextAsync(Path.Combine(one.Keys, "data-keys.json")));
        Assert.DoesNotContain(Directory.GetFiles(one.Folder, "*", SearchOption.AllDirectories), file => Path.GetFileName(file).Contains("key", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
            foreach (var file in Directory.GetFiles(backup).Concat(Directory.GetFiles(one.Keys)))
                Assert.Equal((file, UnixFileMode.UserRead | UnixFileMode.UserWrite), (file, File.GetUnixFileMode(file)));
        await using var db = one.Host.Database.Open();
        Assert.Equal(1, await db.Changes.CountAsync(change => change.Act == "backup.made"));
    }

    [Fact]
    public async Task KeysBesideTheBackup_AndABackupInTheDataFolder_AreRefused()
    {
        Assert.Equal((CommandLine.Usage, ""), await one.RunAsync(one.Folder, "--keys", Path.Combine(one.Folder, "keys")));
        Assert.Equal((CommandLine.Usage, ""), await one.RunAsync(Path.Combine(one.Keys, "backups"), "--keys", one.Keys));
        Assert.Empty(new BackupFolder(one.Folder).List());
        var within = await one.TryBackupAsync(folder: Path.Combine(one.Host.Database.Folder, "backups"));
        Assert.Equal("backup.folder.within", Assert.Single(within.Problems).Code);
    }

    [Fact]
    public async Task WhileWritesGoOn_TheCopyIsOneInstant_AndHoldsWhatWasAcknowledgedBefore()
    {
        var before = await FilesAsync();
        using var stop = new CancellationTokenSource();
        var written = 0;
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await one.Host.PostAsync(one.Host.City.Village, "training.participants", "2026-03-01", 1);
                await one.AddFileAsync($"第{++written}份");
            }
        });
        while (Volatile.Read(ref written) < 3)
            await Task.Yield();
        var acknowledged = await FilesAsync();
        var made = await one.BackupAsync();
        await stop.CancelAsync();
        await writing;
        await one.RunAsync(one.Folder, "--keys", one.Keys);

        Assert.True(acknowledged.Count > before.Count);
        Assert.Empty(made.Lost);
        var named = BackupManifest.Read(made.Path).Value!.Files.Select(file => Path.GetFileName(file.Path)).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(acknowledged, named);
        var (code, output) = await BackedUp.RestoreAsync(made.Path, await one.NewPlaceAsync(), one.Keys);
        Assert.True(code == CommandLine.Done, output);
        Assert.Contains("全部一致", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAKilledRunLeft_IsCleared_AndTwoDoNotWriteAtOnce()
    {
        Directory.CreateDirectory(Path.Combine(one.Folder, "20261101T000000Z.partial"));
        var path = one.At("backups");
        using (File.Open(Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            Assert.Equal("backup.busy", Assert.Single((await one.TryBackupAsync()).Problems).Code);
        var made = await one.BackupAsync();
        Assert.Equal([Path.GetFileName(made.Path), "files"], Directory.GetDirectories(path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OlderOnesGo_WithTheFilesThatNoOtherNames_AndTheNewestStay()
    {
        var first = await one.BackupAsync();
        await using (var db = one.Host.Database.Open())
            await db.StoredFiles.ExecuteDeleteAsync();
        await one.AddFileAsync("后来的");
        var second = await one.BackupAsync(kept: 2);
        Assert.Empty(second.Removed);
        var gone = Pool().Single(file => Path.GetDirectoryName(file)!.Length == 2 && !Manifest(second).Contains(file));

        var third = await one.BackupAsync(kept: 2);
        Assert.Equal([Path.GetFileName(first.Path)], third.Removed);
        Assert.Equal([Path.GetFileName(second.Path), Path.GetFileName(third.Path)], new BackupFolder(one.Folder).List());
        Assert.DoesNotContain(gone, Pool());
        Assert.Equal(Manifest(third).Order(StringComparer.Ordinal), Pool());
    }

    [Fact]
    public async Task AFileThatIsGone_IsNamed_AndTheRestIsBackedUp()
    {
        await using (var db = one.Host.Database.Open())
        {
            var hash = (await db.StoredFiles.SingleAsync()).Hash;
            await File.WriteAllTextAsync(Path.Combine(one.Host.Database.Folder, "files", hash[..2], hash), "别的内容");
        }
        var (code, output) = await one.RunAsync(one.Folder);
        Assert.Equal(CommandLine.Problems, code);
        var manifest = BackupManifest.Read(output.Split('\t')[0]).Value!;
        Assert.Equal((1, 1), (manifest.Files.Count, manifest.Lost.Count));
    }

    [Fact]
    [Trait("Database", "Postgres")]
    public async Task WithoutPgDump_TheMessageSaysWhatIsMissing()
    {
        if (!TestDatabase.OnPostgres || OperatingSystem.IsWindows())
            return;
        var empty = Directory.CreateDirectory(one.At("no-tools")).FullName;
        await using var db = one.Host.Database.Open();
        var source = new BackupSource(one.Host.Database.Name, one.Host.Database.Folder, Path.Combine(one.Host.Database.Folder, "files"), [], empty);
        var problem = Assert.Single((await new BackupService(db, source, [], one.Host.Clock).MakeAsync(one.Folder)).Problems);
        Assert.Equal("backup.tools.missing", problem.Code);
        Assert.Contains("没有找到 pg_dump", problem.Text, StringComparison.Ordinal);

        var old = Path.Combine(empty, "pg_dump");
        await File.WriteAllTextAsync(old, "#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n");
        File.SetUnixFileMode(old, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Equal("backup.tools.old", Assert.Single((await new BackupService(db, source, [], one.Host.Clock).MakeAsync(one.Folder)).Problems).Code);
        Assert.Empty(Directory.GetDirectories(one.Folder));
    }

    private async Task<HashSet<string>> FilesAsync()
    {
        await using var db = one.Host.Database.Open();
        return [.. await db.StoredFiles.Select(file => file.Hash).ToListAsync()];
    }

    private IReadOnlyList<string> Pool() =>
        [.. Directory.GetFiles(Path.Combine(one.Folder, "files"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Path.Combine(one.Folder, "files"), file)).Order(StringComparer.Ordinal)];

    private static HashSet<string> Manifest(BackupMade made) => [.. BackupManifest.Read(made.Path).Value!.Files.Select(file => file.Path)];
}
